import { deskAddress } from '#shared/channels/registry.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { createAlarm } from './alarm.ts';

const env = readEnv(['STAGE', 'INBOUND_QUEUE_URL']);

/** Hears of alarms that begin and end, and has the advisors' group told. */
export const handler = createAlarm({
  stage: env.STAGE,
  desk: deskAddress,
  inbound: openQueue(env.INBOUND_QUEUE_URL),
});
