import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { updatesOf } from '#test/helpers/updates.ts';
import { whatsappUpdatesOf } from '#test/helpers/whatsapp-updates.ts';

/** One call that the station made to a messenger's server. */
type Called = { readonly path: string; readonly authorization: string; readonly body: unknown };

const given = {
  TELEGRAM_BOT_TOKEN: '4242:given-token',
  TELEGRAM_WEBHOOK_SECRET: 'given-secret',
  WHATSAPP_ACCESS_TOKEN: 'given-access-token',
  WHATSAPP_APP_SECRET: 'new-app-secret,given-app-secret',
  WHATSAPP_VERIFY_TOKEN: 'given-verify-token',
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  STATION_NOW: '2026-11-23T08:12:00Z',
  PORT: '0',
};
const now = () => Date.parse(given.STATION_NOW);
const lena = { id: 7000005, first_name: 'Lena', language_code: 'en' };

let folder: string;
let station: Station | undefined;
let calls: Called[];
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { url = '', headers } = request;
    const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8') || 'null');
    calls.push({ path: url, authorization: headers.authorization ?? '', body });
    const answer = url.startsWith('/bot')
      ? { ok: true, result: { message_id: calls.length } }
      : { messaging_product: 'whatsapp', messages: [{ id: `wamid.${calls.length}` }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
});
let base = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outside-'));
  calls = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  base = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  await station?.stop();
  station = undefined;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const stateShape = z.object({
  live: z.boolean(),
  outside: z.array(z.string()),
  phones: z.array(z.object({ messenger: z.string() })),
});

async function open(settings: Readonly<Record<string, string>>) {
  station = await startStation({ settings: { ...given, DATA_DIR: folder, ...settings } });
  return station;
}

async function stateOf({ url }: Station) {
  return stateShape.parse(await (await fetch(`${url}/_local/phone/state`)).json());
}

function signed(body: string, secret: string): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
}

describe('with both messengers given from outside the station', () => {
  it('calls those servers with the given accounts, plays nothing itself, and says so', async () => {
    const ours = await open({ TELEGRAM_API_URL: base, WHATSAPP_API_URL: `${base}/v26.0` });
    const { url, idle } = ours;
    const telegram = await fetch(`${url}/telegram`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': 'given-secret' },
      body: JSON.stringify(updatesOf(now).text('menu', lena)),
    });
    const body = JSON.stringify(whatsappUpdatesOf(now, () => undefined).text('menu', lena));
    const whatsapp = await fetch(`${url}/whatsapp`, {
      method: 'POST',
      headers: signed(body, 'given-app-secret'),
      body,
    });
    expect([telegram.status, whatsapp.status]).toEqual([200, 200]);
    await idle();
    expect(calls.map(({ path }) => path)).toContain('/bot4242:given-token/sendMessage');
    const sent = calls.filter(({ path }) => path === '/v26.0/106540352242922/messages');
    expect(sent.map(({ authorization }) => authorization)).toContain('Bearer given-access-token');
    expect(sent.at(-1)?.body).toMatchObject({ messaging_product: 'whatsapp', recipient: 'GB.7000005' });
    expect(await stateOf(ours)).toEqual({
      live: false,
      outside: ['telegram', 'whatsapp'],
      phones: [],
    });
  });

  it('answers the handshake with the given token only, and refuses what nobody signed', async () => {
    const { url } = await open({ TELEGRAM_API_URL: base, WHATSAPP_API_URL: `${base}/v26.0` });
    const greet = (token: string) =>
      fetch(`${url}/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
    const right = await greet('given-verify-token');
    expect([right.status, await right.text()]).toEqual([200, '1158201444']);
    expect((await greet('another')).status).toBe(403);
    const forged = await fetch(`${url}/whatsapp`, {
      method: 'POST',
      headers: signed('{}', 'guessed'),
      body: '{}',
    });
    expect(forged.status).toBe(401);
    expect(calls).toEqual([]);
  });
});

describe('with one messenger given from outside', () => {
  it('the other one’s phones are still on the page, which says whose are not', async () => {
    const one = await open({ WHATSAPP_API_URL: `${base}/v26.0` });
    const { live, outside, phones } = await stateOf(one);
    expect([live, outside]).toEqual([true, ['whatsapp']]);
    expect(new Set(phones.map(({ messenger }) => messenger))).toEqual(new Set(['telegram']));
  });
});
