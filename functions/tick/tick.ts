import type { Inbound } from '#shared/domain/inbound.ts';
import { laterSchema } from '#shared/domain/later.ts';
import { inboundEntry, wakeEntry } from '#shared/runtime/entries.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { type DueRow, dueShards, readDue } from '#shared/store/due.ts';
import { destinationOf } from '#shared/store/outbox-key.ts';
import type { Table } from '#shared/store/table.ts';
import { timerAddress } from '#shared/store/timer.ts';

export type TickDeps = {
  readonly table: Table;
  readonly inbound: Queue;
  readonly outbound: Queue;
  readonly now: () => number;
};

/** Rows of a shard handled per minute; the rest follow a minute later. */
const perShard = 1_000;

/** Once a minute: due timers become inbound events, destinations whose rows were left waiting are woken. */
export async function runDue(deps: TickDeps): Promise<{ readonly timers: number; readonly woken: number }> {
  const now = deps.now();
  const rows = await Promise.all(dueShards.map((shard) => readDue(deps.table, shard, now, perShard)));
  const due = rows.flat().sort((a, b) => a.dueAt - b.dueAt);
  const stranded = new Set<string>();
  let timers = 0;
  for (const row of due) {
    const timer = timerInbound(row);
    if (timer) {
      await deps.inbound.send(inboundEntry(timer));
      timers += 1;
    } else stranded.add(destinationOf(row.pk));
  }
  for (const destination of stranded) await deps.outbound.send(wakeEntry(destination, `sweep${now}`));
  return { timers, woken: stranded.size };
}

/** Something that was put aside is due now: it goes into its queue. */
export async function passOn(deps: TickDeps, body: unknown): Promise<void> {
  const later = laterSchema.parse(body);
  if (later.kind === 'inbound') await deps.inbound.send(inboundEntry(later.inbound));
  else await deps.outbound.send(wakeEntry(later.destination, later.id));
}

/** The timer's key and moment are its identity: fired twice, it is the same inbound. */
function timerInbound({ pk, sk, dueAt }: DueRow): Inbound | null {
  const address = timerAddress(pk);
  if (!address) return null;
  return {
    id: `timer#${sk}#${dueAt}`,
    address,
    at: dueAt,
    from: null,
    messageId: null,
    event: { kind: 'timer', key: sk, dueAt },
  };
}
