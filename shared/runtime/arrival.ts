import { createHash } from 'node:crypto';
import { addressOf } from '#shared/domain/address.ts';
import type { Inbound, Rung } from '#shared/domain/inbound.ts';
import { inboundEntry } from './entries.ts';

export type Arrival = {
  /** Key of the address that wants to know (`OutboxRow.source.tells`). */
  readonly tells: string;
  readonly destination: string;
  readonly row: string;
  readonly rung: Rung;
  /** Epoch milliseconds. */
  readonly at: number;
};

/** The news, for `inbound.fifo`, that a row of ours got as far as a rung; told again it is the same. */
export function arrivalEntry({ tells, destination, row, rung, at }: Arrival) {
  const inbound: Inbound = {
    id: arrivedId(row, rung),
    address: addressOf(tells),
    at,
    from: null,
    messageId: null,
    event: { kind: 'arrived', destination, row, rung },
  };
  return inboundEntry(inbound);
}

/** Ids of inbounds are at most 120 characters; rows may be named by a long id of a messenger. */
function arrivedId(row: string, rung: Rung): string {
  const name = row.length <= 80 ? row : createHash('sha256').update(row).digest('base64url');
  return `arrived.${name}.${rung}`;
}
