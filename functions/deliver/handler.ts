import { channels } from '#shared/channels/registry.ts';
import { sqsHandler } from '#shared/runtime/batch.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { telegramSecrets } from '#shared/runtime/secrets.ts';
import { station } from '#shared/station/station.ts';
import { openTable } from '#shared/store/table.ts';
import { textFor } from '#shared/text/text.ts';
import { createDeliver } from './deliver.ts';

const env = readEnv(['TABLE_NAME', 'OUTBOUND_QUEUE_URL', 'LATER_QUEUE_URL']);
const http = createHttpClient();

const deliver = createDeliver({
  table: openTable(env.TABLE_NAME),
  later: openQueue(env.LATER_QUEUE_URL),
  channelOf: ({ channel }) => channels[channel],
  textFor: (language, at) => textFor(language, station, at),
  secrets: telegramSecrets(http),
  http,
  now,
});

/** Takes wakes from `outbound.fifo`: sends what waits for that destination. */
export const handler = sqsHandler({
  queue: openQueue(env.OUTBOUND_QUEUE_URL),
  handle: (record) => deliver(JSON.parse(record.body)),
});
