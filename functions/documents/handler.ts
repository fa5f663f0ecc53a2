import { readFile } from 'node:fs/promises';
import rasterizer from '@resvg/resvg-wasm/index_bg.wasm';
import regular from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf';
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf';
import { channelOf, deskAddress } from '#shared/channels/registry.ts';
import { receivedTimes, sqsHandler } from '#shared/runtime/batch.ts';
import { now } from '#shared/runtime/clock.ts';
import { openDeadLetters } from '#shared/runtime/dead-letters.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openFiles } from '#shared/runtime/files.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { station } from '#shared/station/station.ts';
import { openTable } from '#shared/store/table.ts';
import { textFor } from '#shared/text/text.ts';
import { createDocuments } from './documents.ts';
import { handleErasing } from './erase/handle.ts';

const env = readEnv([
  'TABLE_NAME',
  'FILES_BUCKET',
  'INBOUND_QUEUE_URL',
  'OUTBOUND_QUEUE_URL',
  'LATER_QUEUE_URL',
  'DOCUMENTS_QUEUE_URL',
  'DEAD_LETTER_URLS',
  'ADVISOR_GROUP_ID',
]);
const table = openTable(env.TABLE_NAME);
const files = openFiles(env.FILES_BUCKET);
const beside = (path: string) => readFile(new URL(path, import.meta.url));

const documents = createDocuments({
  table,
  files,
  inbound: openQueue(env.INBOUND_QUEUE_URL),
  textFor: (language, currency) => textFor(language, { ...station, currency }),
  station,
  channelOf,
  fonts: async () => ({ regular: await beside(regular), bold: await beside(bold) }),
  rasterizer: () => beside(rasterizer),
  now,
});

const { topics } = channelOf(deskAddress);
const erasing = {
  table,
  files,
  outbound: openQueue(env.OUTBOUND_QUEUE_URL),
  later: openQueue(env.LATER_QUEUE_URL),
  deadLetters: env.DEAD_LETTER_URLS.map((url) => openDeadLetters(url)),
  desk: env.ADVISOR_GROUP_ID === null ? null : { address: deskAddress, chat: env.ADVISOR_GROUP_ID },
  topicUrl: (place: { readonly chat: string; readonly thread: string }) =>
    topics?.url({ ...deskAddress, ...place }) ?? null,
  now,
};

/** Takes jobs from `documents.fifo`, one at a time. */
export const handler = sqsHandler({
  queue: openQueue(env.DOCUMENTS_QUEUE_URL),
  handle: async (record) => {
    const body: unknown = JSON.parse(record.body);
    if (!(await handleErasing(body, erasing))) await documents(body, receivedTimes(record));
  },
});
