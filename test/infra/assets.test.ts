import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { envelopeSchema } from '#shared/domain/inbound.ts';
import type { ChartJob, DocumentJob, FetchJob, InterpretJob } from '#shared/domain/job.ts';
import { agreedItem, orderItem } from '#shared/store/order.ts';
import { agreementOf, orderOf } from '#test/functions/documents/orders.ts';
import { withPdf } from '#test/functions/documents/pdf.ts';
import { magickWasm } from '#test/functions/media/magick.ts';
import { heic, lookAt } from '#test/functions/media/pictures.ts';
import { withTable } from '#test/helpers/dynamodb.ts';
import { dejavu, resvg } from '#test/helpers/fonts.ts';
import { type Assets, buildAssets, type Call, listenTo, sqsEvent } from './assets.ts';

let assets: Assets;
beforeAll(async () => {
  assets = await buildAssets(['media', 'documents', 'interpret']);
}, 120_000);
afterAll(() => assets.close());

const tell = { channel: 'telegram', bot: '4242', chat: '501', thread: '' };

async function filesOf(name: Parameters<Assets['folder']>[0]): Promise<ReadonlyMap<string, Buffer>> {
  const folder = assets.folder(name);
  const names = await readdir(folder, { recursive: true });
  return new Map(
    await Promise.all(names.map(async (one) => [one, await readFile(join(folder, one))] as const)),
  );
}

/** Programs of one kind of processor: ELF, Mach-O and Windows files, and what Node loads as such. */
function isNative(name: string, content: Buffer): boolean {
  const start = content.toString('latin1', 0, 4);
  return (
    /\.(node|so|dylib|dll)(\.|$)/.test(name) || ['\x7fELF', '\xcf\xfa\xed\xfe', 'MZ\x90\0'].includes(start)
  );
}

describe('what is uploaded for files and documents', () => {
  it('holds no program of any processor, so that it runs on the arm64 of Lambda as it does here: pictures are decoded in WebAssembly', async () => {
    for (const name of ['media', 'documents'] as const) {
      const files = await filesOf(name);
      expect([...files].filter(([file, content]) => isNative(file, content)).map(([file]) => file)).toEqual(
        [],
      );
    }
    const media = await filesOf('media');
    const wasm = [...media].filter(([name]) => name.endsWith('.wasm'));
    expect(wasm).toHaveLength(1);
    expect(Buffer.compare(wasm[0]?.[1] ?? Buffer.alloc(0), Buffer.from(await magickWasm()))).toBe(0);
    expect([...media.keys()].filter((name) => !name.endsWith('.wasm'))).toEqual(['index.mjs']);
  });

  it('carries the fonts of documents and what draws charts whole, and nothing else beside the code', async () => {
    const files = await filesOf('documents');
    const fonts = await dejavu();
    const carried = [...files].filter(([name]) => name.endsWith('.ttf')).map(([, content]) => content);
    expect(carried).toHaveLength(2);
    for (const font of [fonts.regular, fonts.bold])
      expect(carried.some((one) => Buffer.compare(one, Buffer.from(font)) === 0)).toBe(true);
    const drawing = [...files].filter(([name]) => name.endsWith('.wasm')).map(([, content]) => content);
    expect(drawing).toHaveLength(1);
    expect(Buffer.compare(drawing[0] ?? Buffer.alloc(0), Buffer.from(await resvg()))).toBe(0);
    expect([...files.keys()].filter((name) => !/\.(ttf|wasm)$/.test(name))).toEqual(['index.mjs']);
  });
});

const Sent = z.object({ MessageBody: z.string() });

/** What a function told at its end. */
function told(calls: readonly Call[]): unknown {
  const sent = calls.find(({ body }) => body.includes('MessageBody'));
  const { MessageBody } = Sent.parse(JSON.parse(sent?.body.toString() ?? '{}'));
  return envelopeSchema.parse(JSON.parse(MessageBody)).inbound.event;
}

describe('what is uploaded, run by itself', () => {
  it('makes a document: nothing of the checkout, its packages or the system’s fonts is needed', async () => {
    const table = await withTable();
    const server = await listenTo(() => '{}');
    try {
      for (const item of [orderItem(orderOf()), agreedItem(agreementOf())])
        await table.client.send(new PutCommand({ TableName: table.tableName, Item: item }));
      const job: DocumentJob = {
        v: 1,
        kind: 'document',
        id: 'document 1',
        of: orderOf().of,
        ref: 'K7M2QP',
        number: 2,
        language: 'el',
        tell,
        ticket: 't',
      };
      const answer = await assets.invoke('documents', sqsEvent(job), {
        AWS_ENDPOINT_URL: server.url,
        AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
        TABLE_NAME: table.tableName,
        FILES_BUCKET: 'files',
        INBOUND_QUEUE_URL: `${server.url}/0/inbound.fifo`,
        DOCUMENTS_QUEUE_URL: `${server.url}/0/documents.fifo`,
        DEAD_LETTER_URLS: `${server.url}/0/documents-dead.fifo`,
        OUTBOUND_QUEUE_URL: `${server.url}/0/outbound.fifo`,
        LATER_QUEUE_URL: `${server.url}/0/later`,
      });
      expect(answer).toEqual({ batchItemFailures: [] });
      expect(told(server.calls)).toMatchObject({
        outcome: { kind: 'stored', name: 'K7M2QP-v2.pdf' },
        ticket: 't',
      });
      const put = server.calls.find(({ method }) => method === 'PUT');
      await withPdf(put?.body ?? new Uint8Array(), async ({ pages }) => {
        expect(pages[0]).toContain('Εντολή εργασίας K7M2QP-v2');
      });
    } finally {
      await server.close();
      await table.close();
    }
  });

  it('draws the figures of an empty table as well: the picture needs nothing but what was uploaded', async () => {
    const table = await withTable();
    const server = await listenTo(() => '{}');
    try {
      const job: ChartJob = {
        v: 1,
        kind: 'chart',
        id: 'chart 1',
        unit: 'week',
        from: '2026-11-16',
        to: '2026-11-23',
        language: 'uk',
        tell,
        ticket: 't',
      };
      const answer = await assets.invoke('documents', sqsEvent(job), {
        AWS_ENDPOINT_URL: server.url,
        AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
        TABLE_NAME: table.tableName,
        FILES_BUCKET: 'files',
        INBOUND_QUEUE_URL: `${server.url}/0/inbound.fifo`,
        DOCUMENTS_QUEUE_URL: `${server.url}/0/documents.fifo`,
        DEAD_LETTER_URLS: `${server.url}/0/documents-dead.fifo`,
        OUTBOUND_QUEUE_URL: `${server.url}/0/outbound.fifo`,
        LATER_QUEUE_URL: `${server.url}/0/later`,
      });
      expect(answer).toEqual({ batchItemFailures: [] });
      expect(told(server.calls)).toMatchObject({ outcome: { kind: 'stored', what: 'photo' } });
      const put = server.calls.find(({ method }) => method === 'PUT');
      expect(await lookAt(put?.body ?? new Uint8Array())).toMatchObject({ format: 'PNG', width: 1080 });
    } finally {
      await server.close();
      await table.close();
    }
  });

  it('asks a language model with nothing but the text, and tells what was understood', async () => {
    const table = await withTable();
    const server = await listenTo(({ path }) =>
      path.endsWith('/converse')
        ? JSON.stringify({
            output: { message: { role: 'assistant', content: [{ text: '{"asks":["parking"]}' }] } },
            usage: { inputTokens: 900, outputTokens: 9, totalTokens: 909 },
          })
        : '{}',
    );
    try {
      const text = 'wherever shall I stash it';
      const job: InterpretJob = {
        v: 1,
        kind: 'interpret',
        id: 'question 1',
        at: Date.now(),
        burst: 7,
        text,
        language: 'en',
        tell,
      };
      const answer = await assets.invoke('interpret', sqsEvent(job), {
        AWS_ENDPOINT_URL: server.url,
        AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
        TABLE_NAME: table.tableName,
        INBOUND_QUEUE_URL: `${server.url}/0/inbound.fifo`,
        INTERPRET_QUEUE_URL: `${server.url}/0/interpret.fifo`,
        MODEL_ID: 'eu.amazon.nova-lite-v1:0',
        MODEL_DOLLARS: '0.00006,0.00024',
        MODEL_CALLS_A_DAY: '5',
      });
      expect(answer).toEqual({ batchItemFailures: [] });
      expect(told(server.calls)).toEqual({
        kind: 'interpreted',
        burst: 7,
        understood: { wish: null, asks: ['parking'] },
      });
      const asked = server.calls.find(({ path }) => path.includes('/model/'));
      expect(asked?.path).toBe('/model/eu.amazon.nova-lite-v1%3A0/converse');
      expect(asked?.body.toString()).toContain(`<message>${text}</message>`);
      expect(asked?.body.toString()).not.toContain(tell.chat);
    } finally {
      await server.close();
      await table.close();
    }
  });

  it('turns a photo of an iPhone into a JPEG without its place', async () => {
    const server = await listenTo(({ path }) => {
      if (path.endsWith('/getFile'))
        return JSON.stringify({ ok: true, result: { file_path: 'photos/1.heic' } });
      return path.endsWith('.heic') ? heic : '{}';
    });
    try {
      const job: FetchJob = {
        v: 1,
        kind: 'fetch',
        id: 'fetch 1',
        channel: 'telegram',
        file: { id: 'f1', what: 'photo', bytes: null, mime: null, name: null },
        forChannel: 'telegram',
        tell,
        ticket: 't',
      };
      const answer = await assets.invoke('media', sqsEvent(job), {
        AWS_ENDPOINT_URL: server.url,
        TELEGRAM_API_URL: server.url,
        TELEGRAM_BOT_TOKEN: '4242:made-up',
        FILES_BUCKET: 'files',
        INBOUND_QUEUE_URL: `${server.url}/0/inbound.fifo`,
        JOBS_QUEUE_URL: `${server.url}/0/jobs`,
      });
      expect(answer).toEqual({ batchItemFailures: [] });
      expect(told(server.calls)).toMatchObject({
        outcome: { kind: 'stored', mime: 'image/jpeg', what: 'photo' },
      });
      const put = server.calls.find(({ method }) => method === 'PUT');
      expect(await lookAt(put?.body ?? new Uint8Array())).toMatchObject({
        format: 'JPEG',
        width: 64,
        profiles: [],
      });
    } finally {
      await server.close();
    }
  });
});
