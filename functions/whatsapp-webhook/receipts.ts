import { type Receipt, rungs } from '#shared/domain/inbound.ts';
import { arrivalEntry } from '#shared/runtime/arrival.ts';
import { wakeEntry } from '#shared/runtime/entries.ts';
import { inLanes, lanesOf } from '#shared/runtime/lanes.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { climb, type DynamoDbCall } from '#shared/store/receipt.ts';

export type ReceiptDeps = {
  readonly call: DynamoDbCall;
  /** Name of the table. */
  readonly table: string;
  readonly inbound: Pick<Queue, 'send'>;
  readonly outbound: Pick<Queue, 'send'>;
};

/** Updates under way at a time: a thousand receipts may come in one request. */
const atATime = 20;

/**
 * The short way of statuses: each is one conditional write on its outbox row. Where deliver waits to hear whether a message
 * arrived, its destination is woken; where somebody asked how far the row gets, they are told. Throws unless every one was
 * kept and told; the messenger then brings them again, and what is done again is the same.
 */
export function createReceipts(deps: ReceiptDeps): (receipts: readonly Receipt[]) => Promise<void> {
  return (receipts) => {
    const lanes = lanesOf(receipts, atATime, ({ destination, row }) => `${destination} ${row}`);
    return inLanes(lanes, async (receipt) => {
      const { destination, row, part, receipt: rung, at } = receipt;
      const climbed = await climb(deps.call, deps.table, receipt);
      if (climbed?.awaited) await deps.outbound.send(wakeEntry(destination, `receipt.${row}.${part}`));
      // That it was sent is told by the sender, who knows when all of it was.
      if (climbed?.tells && rungs[rung] >= rungs.delivered)
        await deps.inbound.send(arrivalEntry({ tells: climbed.tells, destination, row, rung, at }));
    });
  };
}
