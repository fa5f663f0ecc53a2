import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { mountPhones } from '#infra/local/phones/mount.ts';
import { GROUP, JPEG_URL, NIKOS, startedRig, startRig } from './rig.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

const pageRig = async (live = true) => {
  const rig = await (live ? startedRig() : startRig());
  const phones = mountPhones({
    messengers: [rig.telegram.phones],
    now: () => rig.clock.now,
    zone: 'Europe/Athens',
    station: 'Aristotelous Auto',
    live,
  });
  const server = createServer(async (request, response) => {
    if (!(await phones.handle(request, response))) response.writeHead(418).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const base = `http://127.0.0.1:${port}/_local/phone`;
  open.push(() => {
    phones.close();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const act = async (body: unknown) => {
    const response = await fetch(`${base}/act`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const get = async (path: string) => (await fetch(`${base}/${path}`)).json();
  return { rig, base, phones, act, get };
};

describe('the endpoints behind the page', () => {
  it('list the phones, the clock and who may write in the group', async () => {
    const { get } = await pageRig();
    expect(await get('state')).toMatchObject({
      now: '2027-03-02T08:00:00.000Z',
      zone: 'Europe/Athens',
      station: 'Aristotelous Auto',
      live: true,
      writers: [
        { id: '5000001', name: 'Maria', role: 'advisor' },
        { id: '5000002', name: 'Eleni', role: 'advisor' },
        { id: '7900001', role: 'stranger' },
        { id: 'anonymous', role: 'anonymous' },
      ],
    });
  });

  it('take an act and show it in the chat', async () => {
    const { act, get } = await pageRig();
    expect(await act({ do: 'say', chat: String(NIKOS), text: 'hello' })).toEqual({ status: 200, body: {} });
    expect(await get(`chat?id=${NIKOS}`)).toMatchObject({ messages: [{}, { content: { text: 'hello' } }] });
  });

  it('show a toast once', async () => {
    const { act, get, rig } = await pageRig();
    const reply_markup = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] };
    const messageId = await rig.send(NIKOS, 'Pick', { reply_markup });
    await act({ do: 'tap', chat: String(NIKOS), messageId, data: 'a' });
    await rig.telegram.settled();
    const query = rig.posted.at(-1)?.update.callback_query;
    await rig.call('answerCallbackQuery', { callback_query_id: query?.id, text: 'Saved' });
    expect(await get(`chat?id=${NIKOS}`)).toMatchObject({ toast: 'Saved', phone: { unread: 1 } });
    expect(await get(`chat?id=${NIKOS}`)).toMatchObject({ toast: '', phone: { unread: 0 } });
  });

  it('name the new person', async () => {
    const { act, get } = await pageRig();
    const { body } = await act({ do: 'new-person', name: 'Ivan', language: 'ru' });
    const { chat } = z.object({ chat: z.string() }).parse(body);
    expect(await get(`chat?id=${chat}`)).toMatchObject({ phone: { name: 'Ivan' }, messages: [] });
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['no act at all', 'hello', 'not an act'],
    ['an act nobody can do', { do: 'fly', chat: '1' }, 'not an act'],
    ['a field too many', { do: 'say', chat: String(NIKOS), text: 'x', loud: true }, 'not an act'],
    ['a chat nobody has', { do: 'say', chat: '1', text: 'x' }, 'no such chat'],
    ['an empty text', { do: 'say', chat: String(NIKOS), text: '  ' }, 'nothing to send'],
    [
      'words into a topic that is gone',
      { do: 'say', chat: String(GROUP), text: 'x', topic: 999 },
      'no such topic',
    ],
  ];
  it.each(wrong)('refuse %s with 400 and words', async (_what, body, words) => {
    const { act } = await pageRig();
    expect(await act(body)).toMatchObject({ status: 400, body: { error: expect.stringContaining(words) } });
  });

  it('refuse every act when the messengers were given from outside', async () => {
    const { act, get } = await pageRig(false);
    expect(await act({ do: 'say', chat: String(NIKOS), text: 'x' })).toMatchObject({ status: 400 });
    expect(await get('state')).toMatchObject({ live: false });
  });

  it('give a picture to look at and other files only to save', async () => {
    const { act, base, rig } = await pageRig();
    await act({ do: 'photos', chat: String(NIKOS), images: [JPEG_URL], caption: '' });
    await act({ do: 'document', chat: String(NIKOS), name: 'a.html', data: 'data:text/html,<script>' });
    const shown =
      rig.telegram.phones
        .chat(String(NIKOS))
        ?.messages.slice(-2)
        .map(({ content }) => content) ?? [];
    const [picture, file] = await Promise.all(
      shown.map((content) => fetch(new URL('url' in content ? content.url : '', base))),
    );
    expect(picture?.headers.get('content-type')).toBe('image/jpeg');
    expect(file?.headers.get('content-type')).toBe('application/octet-stream');
    expect(file?.headers.get('content-disposition')).toContain('attachment');
  });

  it('tell an open page which chat changed, and when the clock was moved', async () => {
    const { act, base, phones, rig } = await pageRig();
    const stream = (await fetch(`${base}/events`)).body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard = async (until: string) => {
      let text = '';
      while (!text.includes(until)) text += (await stream?.read())?.value ?? '';
      return text;
    };
    await act({ do: 'say', chat: String(NIKOS), text: 'hello' });
    expect(await heard(`data: {"chat":"${NIKOS}"}\n\n`)).toContain('data: ');
    rig.clock.now += 60_000;
    phones.clockMoved();
    expect(await heard('clock')).toContain('data: {"clock":"2027-03-02T08:01:00.000Z"}\n\n');
    await stream?.cancel();
  });

  it("show the ledger of the bot's calls", async () => {
    const { get, rig } = await pageRig();
    await rig.send(NIKOS, 'hi');
    expect(await get('ledger')).toMatchObject([
      {
        seq: 1,
        method: 'sendMessage',
        payload: { chat_id: NIKOS, text: 'hi' },
        status: 200,
        messageIds: [12],
        violations: [],
      },
    ]);
    expect(await get('ledger?messenger=whatsapp')).toMatchObject({ error: expect.any(String) });
  });

  it('leave everything else to others', async () => {
    const { base } = await pageRig();
    expect((await fetch(base.replace('/_local/phone', '/telegram'))).status).toBe(418);
    expect((await fetch(`${base}/nonsense`)).status).toBe(404);
  });
});
