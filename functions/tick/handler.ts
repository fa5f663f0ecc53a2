import type { ScheduledEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { sqsHandler } from '#shared/runtime/batch.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { log } from '#shared/runtime/logger.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { openTable } from '#shared/store/table.ts';
import { passOn, runDue } from './tick.ts';

const env = readEnv([
  'TABLE_NAME',
  'INBOUND_QUEUE_URL',
  'OUTBOUND_QUEUE_URL',
  'LATER_QUEUE_URL',
  'DOCUMENTS_QUEUE_URL',
]);

const deps = {
  table: openTable(env.TABLE_NAME),
  inbound: openQueue(env.INBOUND_QUEUE_URL),
  outbound: openQueue(env.OUTBOUND_QUEUE_URL),
  documents: openQueue(env.DOCUMENTS_QUEUE_URL),
  now,
};

const fromLater = sqsHandler({
  queue: openQueue(env.LATER_QUEUE_URL),
  handle: (record) => passOn(deps, JSON.parse(record.body)),
});

/** The minute's tick, and the queue `later`: both are things whose time has come. */
export const handler = async (event: ScheduledEvent | SQSEvent): Promise<SQSBatchResponse | undefined> => {
  if ('Records' in event) return fromLater(event);
  const { timers, woken, more } = await runDue(deps);
  if (timers + woken > 0) log('info', 'Timers fired and destinations woken', { count: timers + woken });
  if (more) log('warn', 'More is due than one minute sends: the next one goes on', { count: timers + woken });
  return undefined;
};
