import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { mountPhones } from '#infra/local/phones/mount.ts';
import { startTelegram } from '#infra/local/telegram/start.ts';
import { startWhatsApp } from '#infra/local/whatsapp/start.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

const GROUP = '-1002000000001';

/** Both messengers behind one page; nobody answers their webhooks. */
const page = async () => {
  const common = {
    webhookUrl: () => 'http://127.0.0.1:9/',
    now: () => Date.parse('2027-03-02T08:00:00Z'),
    dataDir: undefined,
  };
  const telegram = await startTelegram({
    ...common,
    token: '123456:test',
    webhookSecret: 's',
    groupId: Number(GROUP),
    advisorIds: [5000001],
  });
  const whatsapp = await startWhatsApp({
    ...common,
    accessToken: 'EAAtest',
    appSecret: 's',
    verifyToken: 'v',
    phoneNumberId: '106540352242922',
  });
  const phones = mountPhones({
    messengers: [telegram.phones, whatsapp.phones],
    now: common.now,
    zone: 'Europe/Athens',
    station: 'Aristotelous Auto',
    live: true,
  });
  const server = createServer((request, response) => void phones.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}/_local/phone`;
  open.push(telegram.close, whatsapp.close, () => {
    phones.close();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const get = async (path: string) => {
    const response = await fetch(`${base}/${path}`);
    return { status: response.status, body: z.unknown().parse(await response.json()) };
  };
  const act = async (body: unknown) => {
    const response = await fetch(`${base}/act`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: z.unknown().parse(await response.json()) };
  };
  return { telegram, whatsapp, get, act };
};

const peopleShape = z.object({
  phones: z.array(z.object({ messenger: z.string(), id: z.string(), person: z.string(), kind: z.string() })),
});

describe('the phones of two messengers', () => {
  it('show each human once on each messenger they have, and no chat twice', async () => {
    const { get } = await page();
    const { phones } = peopleShape.parse((await get('state')).body);
    expect(new Set(phones.map(({ id }) => id)).size).toBe(phones.length);
    const of = (person: string) =>
      phones.filter((phone) => phone.person === person).map(({ messenger }) => messenger);
    expect(of('306900000001')).toEqual(['telegram', 'whatsapp']);
    expect(of('306900000007')).toEqual(['whatsapp']);
    expect(phones.filter(({ kind }) => kind === 'group').map(({ person }) => person)).toEqual(['']);
  });

  it('take an act for the messenger that has the chat', async () => {
    const { act, get } = await page();
    expect(await act({ do: 'say', chat: 'wa-306900000001', text: 'hello' })).toEqual({
      status: 200,
      body: {},
    });
    expect(await act({ do: 'say', chat: '7000001', text: '/start' })).toEqual({ status: 200, body: {} });
    expect(await get('chat?id=wa-306900000001')).toMatchObject({
      body: {
        phone: { messenger: 'whatsapp' },
        messages: [{ content: { text: 'hello' }, delivered: false }],
      },
    });
    expect(await act({ do: 'say', chat: 'wa-1', text: 'x' })).toMatchObject({ status: 400 });
  });

  it('give somebody new a phone on each, with one number; the answer names the first chat', async () => {
    const { act, telegram, whatsapp } = await page();
    const deed = { do: 'new-person', name: 'Ivan', language: 'ru' };
    const given = await act({ ...deed, phone: '380501234567' });
    expect(given).toEqual({ status: 200, body: { chat: '7100001' } });
    expect(whatsapp.phones.chat('wa-380501234567')?.phone).toMatchObject({
      name: 'Ivan',
      person: '380501234567',
    });
    expect(telegram.phones.chat('7100001')?.phone.person).toBe('380501234567');
    expect(await act({ ...deed, phone: '380501234567' })).toMatchObject({
      status: 400,
      body: { error: 'Somebody has this number already.' },
    });
    expect(telegram.phones.chat('7100002')).toBeUndefined();
    expect(await act(deed)).toMatchObject({ status: 200 });
    const person = telegram.phones.chat('7100002')?.phone.person;
    expect(whatsapp.phones.chat(`wa-${person}`)?.phone.person).toBe(person);
    expect(await act({ ...deed, phone: '+30 690' })).toMatchObject({ status: 400 });
  });

  it('refuse what only the other messenger has', async () => {
    const { act } = await page();
    for (const deed of [{ do: 'change-number' }, { do: 'hide-number', hidden: true }]) {
      expect(await act({ ...deed, chat: '7000001' })).toMatchObject({ status: 400 });
      expect(await act({ ...deed, chat: 'wa-306900000001' })).toEqual({ status: 200, body: {} });
    }
    const edit = { do: 'edit', messageId: 1, text: 'x' };
    expect(await act({ ...edit, chat: 'wa-306900000001' })).toMatchObject({
      status: 400,
      body: { error: "WhatsApp: the bot's side cannot see edits." },
    });
  });

  it('answer with the ledger of the messenger that was asked for', async () => {
    const { get, whatsapp } = await page();
    await fetch(`${whatsapp.apiUrl}/106540352242922`, { headers: { authorization: 'Bearer EAAtest' } });
    expect(await get('ledger?messenger=whatsapp')).toMatchObject({ body: [{ call: 'phone-number' }] });
    expect(await get('ledger')).toEqual({ status: 200, body: [] });
  });
});
