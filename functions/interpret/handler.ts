import { receivedTimes, sqsHandler } from '#shared/runtime/batch.ts';
import { openModel } from '#shared/runtime/bedrock.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { measure } from '#shared/runtime/metrics.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { SafeError } from '#shared/runtime/safe-error.ts';
import { station } from '#shared/station/station.ts';
import { openTable } from '#shared/store/table.ts';
import { createInterpret } from './interpret.ts';
import { modelInterpreter } from './interpreter.ts';

const env = readEnv([
  'TABLE_NAME',
  'INBOUND_QUEUE_URL',
  'INTERPRET_QUEUE_URL',
  'MODEL_ID',
  'MODEL_DOLLARS',
  'MODEL_CALLS_A_DAY',
]);
if (env.INTERPRET_QUEUE_URL === null)
  throw new SafeError('INTERPRET_QUEUE_URL must be the URL of a queue.', 'Environment');

const interpret = createInterpret({
  interpreter: modelInterpreter(openModel(env.MODEL_ID), station),
  table: openTable(env.TABLE_NAME),
  inbound: openQueue(env.INBOUND_QUEUE_URL),
  zone: station.zone,
  mostCalls: env.MODEL_CALLS_A_DAY,
  dollars: env.MODEL_DOLLARS,
  measure,
  now,
});

/** Takes questions from `interpret.fifo`, one at a time. */
export const handler = sqsHandler({
  queue: openQueue(env.INTERPRET_QUEUE_URL),
  handle: (record) => interpret(JSON.parse(record.body), receivedTimes(record)),
});
