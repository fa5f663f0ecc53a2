import { readFile } from 'node:fs/promises';
import regular from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf';
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf';
import { channelOf } from '#shared/channels/registry.ts';
import { receivedTimes, sqsHandler } from '#shared/runtime/batch.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openFiles } from '#shared/runtime/files.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { station } from '#shared/station/station.ts';
import { openTable } from '#shared/store/table.ts';
import { textFor } from '#shared/text/text.ts';
import { createDocuments } from './documents.ts';

const env = readEnv(['TABLE_NAME', 'FILES_BUCKET', 'INBOUND_QUEUE_URL', 'DOCUMENTS_QUEUE_URL']);
const beside = (path: string) => readFile(new URL(path, import.meta.url));

const documents = createDocuments({
  table: openTable(env.TABLE_NAME),
  files: openFiles(env.FILES_BUCKET),
  inbound: openQueue(env.INBOUND_QUEUE_URL),
  textFor: (language, currency) => textFor(language, { ...station, currency }),
  station,
  channelOf,
  fonts: async () => ({ regular: await beside(regular), bold: await beside(bold) }),
  now,
});

/** Takes jobs from `documents.fifo`, one at a time. */
export const handler = sqsHandler({
  queue: openQueue(env.DOCUMENTS_QUEUE_URL),
  handle: (record) => documents(JSON.parse(record.body), receivedTimes(record)),
});
