import type { OutboxRow } from '#shared/store/outbox.ts';
import { mergeRows } from '#shared/store/progress.ts';
import { batchOf, carrierOf } from './desk/batch.ts';
import type { Run } from './run.ts';

/**
 * Parts of an album come one by one and wait for each other; those that are there when the first may go become one row, and
 * show as one. It is on record before anything is sent. Answers the rows as they are then.
 */
export async function albumsTogether(run: Run, rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
  const together: OutboxRow[] = [];
  let rest = rows;
  for (;;) {
    const [head, ...others] = rest;
    if (!head) return together;
    const isDue = head.album !== null && head.notBefore <= run.now();
    const batch = isDue ? batchOf(head, others, false) : [head];
    const carrier = carrierOf(batch);
    if (batch.length > 1) await mergeRows(run.table, run.destination, carrier, batch.slice(1), run.now());
    together.push(carrier);
    rest = others.slice(batch.length - 1);
  }
}
