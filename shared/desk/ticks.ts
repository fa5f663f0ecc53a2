import { addressKey } from '#shared/domain/address.ts';
import { type Inbound, type Rung, rungs } from '#shared/domain/inbound.ts';
import type { About, DeskDecision } from './turn.ts';

/** What is looked at of a row that got somewhere. */
export type Arrived = {
  readonly source: { readonly at: string; readonly messageId: string } | null;
  readonly parts: readonly unknown[];
  readonly fates: Readonly<Record<string, { readonly rung: number }>>;
  readonly undelivered: string | null;
};

const nothing: DeskDecision = { changes: [], say: [] };

/**
 * An answer got further: its mark in the topic shows how far, and only ever climbs. News that come late are passed over, as
 * the further ones were shown or are on their way.
 */
export function ticked(
  { rung }: Extract<Inbound['event'], { kind: 'arrived' }>,
  row: Arrived | null,
  about: About | null,
  desk: Parameters<typeof addressKey>[0],
  receipts: boolean,
): DeskDecision {
  if (!row || row.source?.at !== addressKey(desk) || row.undelivered !== null) return nothing;
  const last = row.fates[String(Math.max(0, row.parts.length - 1))]?.rung ?? 0;
  if (last > rungs[rung]) return nothing;
  const isThere = !receipts || rungs[rung] >= rungs.delivered;
  const mends = isThere && about !== null && about.case.undelivered !== null;
  return {
    changes: [],
    say: [
      {
        to: 'here',
        priority: 'answer',
        message: { kind: 'react', target: row.source.messageId, mark: marks[rung] },
      },
    ],
    ...(mends ? { case: { undelivered: null } } : {}),
  };
}

const marks = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
} as const satisfies Record<Rung, string>;
