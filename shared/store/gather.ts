import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { isAt, mergeCustomers, mergedAway, movedTo } from '#shared/domain/identity.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { isPointer, residentFrom, residentKey } from './conversation.ts';
import { customerKey, readCustomer } from './customer.ts';
import type { Home } from './home.ts';
import { batchGet, type Found } from './read.ts';
import type { Table } from './table.ts';
import { readTimers } from './timer.ts';

/** What a messenger's word on a person's other addresses brought together. */
export type Gathered = {
  readonly conversation: Conversation | null;
  /** Null where nobody was known at those addresses. */
  readonly customer: Customer | null;
  /** The version of the customer's row that was read. */
  readonly read: number;
  /** All that becomes of the other addresses, for the transaction of this step. */
  readonly changes: readonly Change[];
};

/** A conversation at another address of the same person. */
type Elsewhere = { readonly key: string; readonly conversation: Conversation };

/** A messenger names an old id, its number, and the forms of that number. */
const mostKnown = 6;

/**
 * What lies at the other addresses under which the messenger says that a person is known comes to the address they write
 * from now: the conversation (unless there is a newer one already), the customer, and what is still to fall due. One batch;
 * one more for each conversation found, which happens once in a person's life or never.
 */
export async function gather(table: Table, home: Home, inbound: Inbound): Promise<Gathered> {
  const keys = knownOf(inbound, home.address);
  const found = await batchGet(
    table,
    keys.flatMap((key) => [residentKey(key), customerKey(key)]),
    true,
  );
  const elsewhere = keys
    .flatMap((key) => {
      const resident = residentFrom(found(residentKey(key)));
      return resident === null || isPointer(resident) ? [] : [{ key, conversation: resident }];
    })
    .sort((a, b) => b.conversation.heardAt - a.conversation.heardAt);
  const nobody = home.conversation === null && elsewhere.length === 0;
  // Word of a new id of somebody who never wrote: there is nothing to keep.
  if (nobody && inbound.event.kind === 'identity')
    return { conversation: null, customer: null, read: 0, changes: [] };
  const moved = keys.flatMap((key) => showTo(home, key, keys, inbound, found));
  const timers = await Promise.all(elsewhere.map(({ key }) => timersMoved(table, key)));
  const joined = await joinedCustomer(table, elsewhere, home, found);
  const conversation = home.conversation ?? conversationFrom(elsewhere[0], home);
  return {
    conversation: conversation && joined ? { ...conversation, customer: joined.customer.id } : conversation,
    customer: joined?.customer ?? null,
    read: joined?.read ?? 0,
    changes: [...moved, ...timers.flat(), ...(joined?.changes ?? [])],
  };
}

/** Only what this messenger can know: addresses of this account of ours. */
function knownOf({ from, address }: Inbound, here: string): readonly string[] {
  const ours = `${address.channel}/${address.bot}/`;
  const known = (from?.known ?? []).filter((key) => key.startsWith(ours) && key !== here);
  return [...new Set(known)].slice(0, mostKnown);
}

/**
 * From now on the other address shows to this one. An id that was given up (`identity`) shows so only for what was said
 * before; what another person's messages came by since then is left alone.
 */
function showTo(
  home: Home,
  key: string,
  keys: readonly string[],
  { event, at }: Inbound,
  found: Found,
): readonly Change[] {
  const resident = residentFrom(found(residentKey(key)));
  const left = event.kind === 'identity' ? at : null;
  if (resident && isPointer(resident)) {
    const isTheirs = resident.movedTo === home.address || keys.includes(resident.movedTo);
    if (left !== null && (!isTheirs || resident.left !== null)) return [];
  }
  return [{ kind: 'moved', from: key, left, read: resident?.version ?? 0 }];
}

/** The conversation goes on at its new address. Versions only grow, there as well: they name the rows of the outbox. */
function conversationFrom(from: Elsewhere | undefined, home: Home): Conversation | null {
  if (!from) return null;
  const version = Math.max(from.conversation.version, home.stored);
  // The number is taken note of anew, at the address that is theirs now.
  const vouched = from.conversation.vouched && { ...from.conversation.vouched, at: 0 };
  return { ...from.conversation, version, vouched, movedFrom: from.key };
}

async function timersMoved(table: Table, key: string): Promise<readonly Change[]> {
  const timers = await readTimers(table, key);
  return timers.flatMap((timer): Change[] => [
    { kind: 'timer', ...timer },
    { kind: 'timer', key: timer.key, dueAt: null, data: null, chat: key },
  ]);
}

/** The customers of all these conversations, who are one person by the messenger's word. */
async function joinedCustomer(
  table: Table,
  elsewhere: readonly Elsewhere[],
  home: Home,
  found: Found,
): Promise<{ customer: Customer; read: number; changes: readonly Change[] } | null> {
  if (elsewhere.length === 0) return null;
  const own = home.conversation
    ? [{ key: home.address, conversation: home.conversation, read: home.found }]
    : [];
  const places = [...elsewhere.map((place) => ({ ...place, read: found })), ...own];
  const people = await Promise.all(
    places.map(async ({ key, conversation, read }) => {
      const id = conversation.customer;
      const customer = await readCustomer(table, id, read(customerKey(id)));
      return customer && isAt(customer, key) ? customer : null;
    }),
  );
  const [into, ...others] = [...new Map(people.flatMap((one) => (one ? [[one.id, one]] : []))).values()];
  if (!into) return null;
  const merged = others.reduce(mergeCustomers, into);
  const customer = movedTo(
    merged,
    elsewhere.map(({ key }) => key),
    home.address,
  );
  const gone = others.map(
    (one): Change => ({ kind: 'customer', customer: mergedAway(one, into.id), read: one.version }),
  );
  return { customer, read: into.version, changes: [{ kind: 'customer', customer }, ...gone] };
}
