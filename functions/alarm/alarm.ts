import * as z from 'zod';
import type { Address } from '#shared/domain/address.ts';
import { inboundEntry } from '#shared/runtime/entries.ts';
import { log } from '#shared/runtime/logger.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { readNotification } from './read.ts';

export type AlarmDeps = {
  readonly stage: string;
  /** The advisors, as the station names them: which group that is, is known where messages are handled. */
  readonly desk: Address;
  readonly inbound: Pick<Queue, 'send'>;
};

/** What SNS calls a function with, as far as it is looked at. */
const sns = z.object({
  Records: z.array(z.object({ Sns: z.object({ MessageId: z.string(), Message: z.string() }) })),
});

/**
 * Hands alarms that begin or end to whoever talks with the advisors. A state and its moment are the identity: told twice, it is said
 * once. What is no alarm of ours is let go; only where the queue refuses it throws, and SNS calls again.
 */
export function createAlarm({ stage, desk, inbound }: AlarmDeps): (event: unknown) => Promise<void> {
  return async (event) => {
    const called = sns.safeParse(event);
    if (!called.success)
      return log('warn', 'A call that is no notification was let go', { kind: 'noNotification' });
    for (const { Sns } of called.data.Records) {
      const reading = readNotification(Sns.Message, stage);
      const { MessageId: messageId } = Sns;
      if (reading.kind === 'ignored') {
        log('info', 'A notification was let go', { messageId, kind: reading.why });
        continue;
      }
      const { event: told, at } = reading;
      log('warn', 'An alarm changed its state', { messageId, kind: told.name, reason: told.state });
      const id = `alarm.${told.name}.${told.state}.${at}`;
      await inbound.send(inboundEntry({ id, address: desk, at, from: null, messageId: null, event: told }));
    }
  };
}
