import { readFile } from 'node:fs/promises';
import binary from '@imagemagick/magick-wasm/magick.wasm';
import type { Channel } from '#shared/channels/channel.ts';
import { channelOf } from '#shared/channels/registry.ts';
import { receivedTimes, sqsHandler } from '#shared/runtime/batch.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openFiles } from '#shared/runtime/files.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { accountSource, type SecretSource } from '#shared/runtime/secrets.ts';
import { createImages } from './images.ts';
import { createMedia } from './media.ts';

const env = readEnv(['FILES_BUCKET', 'INBOUND_QUEUE_URL', 'JOBS_QUEUE_URL']);
const http = createHttpClient();

const sources = new Map<string, SecretSource>();

/** A messenger's account is read when its first file is fetched. */
function accountOf(channel: Channel): SecretSource {
  const source = sources.get(channel.name) ?? accountSource(channel.account, http);
  sources.set(channel.name, source);
  return source;
}

const media = createMedia({
  files: openFiles(env.FILES_BUCKET, http),
  inbound: openQueue(env.INBOUND_QUEUE_URL),
  channelOf,
  accountOf,
  images: createImages(() => readFile(new URL(binary, import.meta.url))),
  http,
  now,
});

/** Takes jobs from `jobs`: one file each. A messenger that hands nothing over is given minutes. */
export const handler = sqsHandler({
  queue: openQueue(env.JOBS_QUEUE_URL),
  handle: (record) => media(JSON.parse(record.body), receivedTimes(record)),
  backOff: [20, 120, 600],
});
