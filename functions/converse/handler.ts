import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { channelOf, deskAddress } from '#shared/channels/registry.ts';
import { sqsHandler } from '#shared/runtime/batch.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { measure } from '#shared/runtime/metrics.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { station } from '#shared/station/station.ts';
import { openTable } from '#shared/store/table.ts';
import { comingOf } from '#shared/text/coming-of.ts';
import { dangerOf } from '#shared/text/danger.ts';
import { missTopicOf } from '#shared/text/wish/miss-topic.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { tongueOf, wordOf } from '#shared/text/words.ts';
import { createConverse } from './converse.ts';

const env = readEnv([
  'TABLE_NAME',
  'INBOUND_QUEUE_URL',
  'OUTBOUND_QUEUE_URL',
  'LATER_QUEUE_URL',
  'JOBS_QUEUE_URL',
  'DOCUMENTS_QUEUE_URL',
  'INTERPRET_QUEUE_URL',
  'ADVISOR_GROUP_ID',
  'ADVISOR_IDS',
  'PUBLIC_URL',
]);

const converse = createConverse({
  table: openTable(env.TABLE_NAME),
  outbound: openQueue(env.OUTBOUND_QUEUE_URL),
  later: openQueue(env.LATER_QUEUE_URL),
  jobs: openQueue(env.JOBS_QUEUE_URL),
  documents: openQueue(env.DOCUMENTS_QUEUE_URL),
  interpret: env.INTERPRET_QUEUE_URL === null ? null : openQueue(env.INTERPRET_QUEUE_URL),
  setting: { station, wordOf, tongueOf, dangerOf, comingOf, understoodOf, missTopicOf },
  desk: env.ADVISOR_GROUP_ID === null ? null : { address: deskAddress, chat: env.ADVISOR_GROUP_ID },
  advisorIds: env.ADVISOR_IDS,
  publicUrl: env.PUBLIC_URL,
  channelOf,
  measure,
  now,
  token: () => randomBytes(16).toString('hex'),
  pause: (attempt) => setTimeout(Math.random() * Math.min(400, 20 * 2 ** attempt)),
});

/** Takes messages from `inbound.fifo`: one decision and one transaction each. */
export const handler = sqsHandler({
  queue: openQueue(env.INBOUND_QUEUE_URL),
  handle: (record) => converse(JSON.parse(record.body)),
});
