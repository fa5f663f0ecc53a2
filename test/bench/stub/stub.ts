import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { playTelegram } from '#test/helpers/telegram.ts';
import { playWhatsApp } from '#test/helpers/whatsapp.ts';
import { ourNumber } from '#test/helpers/whatsapp-updates.ts';
import { botToken, webhookSecret } from '../floors/webhook.ts';
import { runClock } from './clock.ts';
import { stubTable } from './dynamodb.ts';
import { envelopeOf, receiptsFor, wakeFor } from './first-events.ts';
import { people } from './person.ts';

/**
 * SQS, SSM, DynamoDB, Telegram and Meta on the loopback, in a process of its own so that its work is nobody's. Plain HTTP, and
 * HTTPS when given a key and a certificate as arguments. Tells its parent its ports, and ends with it.
 */
const telegram = playTelegram(runClock);
const { phone } = telegram;
const whatsapp = playWhatsApp(runClock);
const { graph } = whatsapp;
const persons = {
  telegram: people(telegram, () => phone.bubbles.clear()),
  whatsapp: people(whatsapp, () => {
    graph.bubbles.length = 0;
  }),
};
const table = stubTable();
const sent: { readonly queue: string; readonly body: string; readonly group: string }[] = [];
let chats = 9_000_000;

const message = z.object({
  QueueUrl: z.string(),
  MessageBody: z.string(),
  MessageGroupId: z.string().default(''),
});

function sqs(operation: string, body: unknown): unknown {
  if (operation === 'ChangeMessageVisibility') return {};
  const { QueueUrl, MessageBody, MessageGroupId } = message.parse(body);
  sent.push({ queue: QueueUrl.split('/').at(-1) ?? '', body: MessageBody, group: MessageGroupId });
  return {
    MessageId: 'a1b2c3d4-0000-4000-8000-000000000000',
    MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
    SequenceNumber: '18870266387217647872',
  };
}

const parameter = z.object({ Name: z.string() });

function ssm(body: unknown): unknown {
  const ofMeta = {
    accessToken: 'bench-token',
    appSecrets: [webhookSecret],
    verifyToken: '',
    phoneNumberId: ourNumber,
  };
  const isMeta = parameter.parse(body).Name.endsWith('whatsapp');
  const value = isMeta ? ofMeta : { botToken, webhookSecrets: [webhookSecret] };
  return { Parameter: { Value: JSON.stringify(value) } };
}

const sender = { id: 4242, is_bot: true, first_name: 'Station', username: 'station_bot' };

/** Telegram's answer is the whole message, not only its number. */
async function botApi(method: string, request: IncomingMessage, body: Buffer): Promise<unknown> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const url = `http://telegram/${method}`;
  const outcome = await phone.http({ method: 'POST', url, headers, body, timeoutMs: 1_000 });
  if (outcome.kind !== 'answered') throw new Error('The phone does not answer');
  phone.calls.length = 0;
  phone.tried.length = 0;
  phone.seen.length = 0;
  const { ok, result }: { ok: boolean; result?: unknown } = JSON.parse(outcome.body.toString('utf8'));
  if (!ok || typeof result !== 'object') return { ok, result };
  const chat = { id: chats, first_name: 'Lena', type: 'private' };
  const date = Math.floor(runClock() / 1_000);
  return { ok, result: { ...result, from: sender, chat, date, text: 'As it was sent', entities: [] } };
}

async function graphApi(body: Buffer): Promise<unknown> {
  const url = 'http://graph/messages';
  const outcome = await graph.http({ method: 'POST', url, headers: {}, body, timeoutMs: 1_000 });
  if (outcome.kind !== 'answered') throw new Error('Meta does not answer');
  for (const list of [graph.calls, graph.tried, graph.seen]) list.length = 0;
  return JSON.parse(outcome.body.toString('utf8'));
}

/** What the measuring processes ask for between their measurements. */
function control(what: string): unknown {
  switch (what) {
    case 'next-telegram':
      return persons.telegram.next();
    case 'next-whatsapp':
      return persons.whatsapp.next();
    case 'news':
      return { body: whatsapp.news?.() };
    case 'receipts':
      return { bodies: receiptsFor(whatsapp.updates, table, runClock()) };
    case 'take':
      return sent.splice(0);
    case 'calm':
      for (const prefix of ['D#', 'F#']) table.forget(prefix);
      return {};
    case 'first-message':
      return { body: envelopeOf(persons.telegram.newcomer()) };
    case 'first-wake':
      chats += 1;
      return { body: wakeFor(chats, table, runClock()) };
    default:
      throw new Error(`The stub knows no /_bench/${what}`);
  }
}

async function answer(request: IncomingMessage, body: Buffer): Promise<{ status: number; body: unknown }> {
  const { url = '' } = request;
  const [service, operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  const parsed = () => JSON.parse(body.toString('utf8'));
  if (service === 'DynamoDB_20120810') return table.perform(operation, parsed());
  if (service === 'AmazonSQS') return { status: 200, body: sqs(operation, parsed()) };
  if (service === 'AmazonSSM') return { status: 200, body: ssm(parsed()) };
  if (url.startsWith('/graph/')) return { status: 200, body: await graphApi(body) };
  if (url.startsWith('/bot'))
    return { status: 200, body: await botApi(url.split('/').at(-1) ?? '', request, body) };
  if (url.startsWith('/_bench/')) return { status: 200, body: control(url.slice('/_bench/'.length)) };
  if (url === '/echo') return { status: 200, body: parsed() };
  throw new Error(`The stub does not know ${request.method} ${url}`);
}

function listener(request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    answer(request, Buffer.concat(parts))
      .catch((error: unknown) => {
        console.error(error);
        return { status: 500, body: { __type: 'InternalFailure' } };
      })
      .then(({ status, body }) => {
        const text = JSON.stringify(body);
        response.writeHead(status, {
          'content-type': String(request.headers['content-type'] ?? 'application/json'),
          'content-length': Buffer.byteLength(text),
          'x-amzn-requestid': '00000000-0000-4000-8000-000000000000',
        });
        response.end(text);
      })
      .catch(console.error);
  });
}

const [keyFile, certificateFile] = process.argv.slice(2);
const plainServer = createServer(listener);
const secureServer =
  keyFile && certificateFile
    ? createSecureServer({ key: readFileSync(keyFile), cert: readFileSync(certificateFile) }, listener)
    : null;
for (const server of [plainServer, secureServer]) if (server) server.keepAliveTimeout = 60_000;

const portOf = (address: AddressInfo | string | null) => (typeof address === 'object' ? address?.port : null);

plainServer.listen(0, '127.0.0.1', () => {
  const tell = () => {
    process.send?.({ port: portOf(plainServer.address()), tlsPort: portOf(secureServer?.address() ?? null) });
  };
  if (secureServer) secureServer.listen(0, '127.0.0.1', tell);
  else tell();
});
process.on('disconnect', () => process.exit(0));
