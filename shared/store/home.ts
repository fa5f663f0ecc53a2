import { addressKey } from '#shared/domain/address.ts';
import type { Conversation, Pointer } from '#shared/domain/conversation.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { isPointer, residentFrom, residentKey } from './conversation.ts';
import { customerKey } from './customer.ts';
import { outboxKey } from './outbox-key.ts';
import { batchGet, type Found } from './read.ts';
import type { Table } from './table.ts';

/** Where the conversation of an inbound is, by the key of its address, and what was read there. */
export type Home = {
  readonly address: string;
  /** Null where nobody wrote yet, or where somebody else did before. */
  readonly conversation: Conversation | null;
  /** The version of what lies there, the condition of the next write; 0 where nothing does. */
  readonly stored: number;
  /** Items of that address: conversation, customer, and the row that the inbound names. */
  readonly found: Found;
  /** The pointer at the inbound's own address that could be shorter, and is written anew with this step. */
  readonly detour: Pointer | null;
};

/** A person's address changes once in years, and a detour is made straight as it is walked. */
const mostHops = 3;

/**
 * Follows pointers from the address of the inbound to where its conversation is now; one read for each, and none where it
 * did not move. `found` is the first read, at the inbound's own address; `row` the row that the inbound names.
 */
export async function findHome(
  table: Table,
  inbound: Inbound,
  found: Found,
  row: string | null,
): Promise<Home> {
  const start = addressKey(inbound.address);
  const first = residentFrom(found(residentKey(start)));
  const anew = { address: start, conversation: null, stored: first?.version ?? 0, found, detour: null };
  let [here, resident, read] = [start, first, found];
  for (let hops = 0; hops <= mostHops; hops += 1) {
    if (resident === null) return anew;
    if (!isPointer(resident)) {
      const detour = hops > 1 && first !== null && isPointer(first) ? first : null;
      return { address: here, conversation: resident, stored: resident.version, found: read, detour };
    }
    if (isFromSomebodyElse(inbound, resident)) return anew;
    here = resident.movedTo;
    read = await readThere(table, here, row);
    resident = residentFrom(read(residentKey(here)));
  }
  return anew;
}

function readThere(table: Table, address: string, row: string | null): Promise<Found> {
  const keys = [residentKey(address), customerKey(address)];
  return batchGet(table, row === null ? keys : [...keys, outboxKey(address, row)], true);
}

/** Numbers are given out again: whoever writes from an address after it was given up is not the person who left it. */
function isFromSomebodyElse({ from, at }: Inbound, { left }: Pointer): boolean {
  return from !== null && left !== null && at > left;
}
