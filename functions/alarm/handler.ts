import type { SNSEvent } from 'aws-lambda';
import { readEnv } from '#shared/runtime/env.ts';
import { log } from '#shared/runtime/logger.ts';

readEnv(['INBOUND_QUEUE_URL']);

/** Hears of alarms that begin and end, so that they stand in the log beside what led to them. */
export const handler = async (event: SNSEvent): Promise<void> => {
  for (const { Sns } of event.Records)
    log('warn', 'An alarm changed its state', { messageId: Sns.MessageId });
};
