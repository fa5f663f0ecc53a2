import type { Receipt } from '#shared/domain/inbound.ts';
import { wakeEntry } from '#shared/runtime/entries.ts';
import { inLanes, lanesOf } from '#shared/runtime/lanes.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { climb, type DynamoDbCall } from '#shared/store/receipt.ts';

export type ReceiptDeps = {
  readonly call: DynamoDbCall;
  /** Name of the table. */
  readonly table: string;
  readonly outbound: Pick<Queue, 'send'>;
};

/** Updates under way at a time: a thousand receipts may come in one request. */
const atATime = 20;

/**
 * The short way of statuses: each is one conditional write on its outbox row, and where deliver waits to hear whether a
 * message arrived, its destination is woken. Throws unless every one was kept; the messenger then brings them again. A wake
 * that fails is not made up for then: deliver looks by itself when its patience ends.
 */
export function createReceipts(deps: ReceiptDeps): (receipts: readonly Receipt[]) => Promise<void> {
  return (receipts) => {
    const lanes = lanesOf(receipts, atATime, ({ destination, row }) => `${destination} ${row}`);
    return inLanes(lanes, async (receipt) => {
      const { destination, row, part } = receipt;
      if ((await climb(deps.call, deps.table, receipt)) === 'awaited')
        await deps.outbound.send(wakeEntry(destination, `receipt.${row}.${part}`));
    });
  };
}
