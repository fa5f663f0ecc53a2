import { channelOf, deskAddress } from '#shared/channels/registry.ts';
import type { Address } from '#shared/domain/address.ts';
import { sqsHandler } from '#shared/runtime/batch.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openFiles } from '#shared/runtime/files.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { measure } from '#shared/runtime/metrics.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { accountSource, type SecretSource } from '#shared/runtime/secrets.ts';
import { station } from '#shared/station/station.ts';
import { openTable } from '#shared/store/table.ts';
import { textFor } from '#shared/text/text.ts';
import { createDeliver } from './deliver.ts';
import { filesFor } from './files.ts';

const env = readEnv([
  'TABLE_NAME',
  'INBOUND_QUEUE_URL',
  'OUTBOUND_QUEUE_URL',
  'LATER_QUEUE_URL',
  'FILES_BUCKET',
  'ADVISOR_GROUP_ID',
  'PUBLIC_URL',
]);
const http = createHttpClient();
const files = openFiles(env.FILES_BUCKET, http);

const sources = new Map<string, SecretSource>();

/** A messenger's account is read when something is first sent there. */
function accountOf(address: Address): SecretSource {
  const channel = channelOf(address);
  const source = sources.get(channel.name) ?? accountSource(channel.account, http);
  sources.set(channel.name, source);
  return source;
}

const deliver = createDeliver({
  table: openTable(env.TABLE_NAME),
  later: openQueue(env.LATER_QUEUE_URL),
  inbound: openQueue(env.INBOUND_QUEUE_URL),
  channelOf,
  textFor: (language, at) => textFor(language, station, at),
  accountOf,
  desk: env.ADVISOR_GROUP_ID === null ? null : { address: deskAddress, chat: env.ADVISOR_GROUP_ID },
  zone: station.zone,
  filesFor: (messages) => filesFor(files, messages),
  publicUrl: env.PUBLIC_URL,
  http,
  measure,
  now,
});

/** Takes wakes from `outbound.fifo`: sends what waits for that destination. */
export const handler = sqsHandler({
  queue: openQueue(env.OUTBOUND_QUEUE_URL),
  handle: (record) => deliver(JSON.parse(record.body)),
});
