import { describe, expect, it } from 'vitest';
import { ANNA, GROUP, MARIA, NIKOS, type Rig, type StationAnswer, startedRig } from './rig.ts';

const down: StationAnswer = { status: 503 };
const ok: StationAnswer = { status: 200 };
const ids = (rig: Rig) => rig.posted.map(({ update }) => update.update_id);
const texts = (rig: Rig) =>
  rig.posted.map(({ update }) => update.message?.text ?? update.callback_query?.data);

/** Two buttons under a message for Nikos; returns its id. */
const offer = (rig: Rig) =>
  rig.send(NIKOS, 'Pick', {
    reply_markup: {
      inline_keyboard: [
        [
          { text: 'A', callback_data: 'a' },
          { text: 'B', callback_data: 'b' },
        ],
      ],
    },
  });

describe('the webhook', () => {
  it('carries the secret and one update at a time with ids that rise by one', async () => {
    const rig = await startedRig({ firstUpdateId: 500 });
    await rig.says(NIKOS, 'one');
    await rig.says(NIKOS, 'two');
    expect(rig.posted.map(({ headers }) => headers['x-telegram-bot-api-secret-token'])).toEqual([
      'hook-secret',
      'hook-secret',
    ]);
    expect(ids(rig)).toEqual([501, 502]);
    expect(rig.telegram.pending()).toBe(0);
  });

  it('retries at once, then after 2, 4 and 8 s, each time with the same update_id', async () => {
    const rig = await startedRig();
    rig.answers(() => down);
    await rig.says(NIKOS, 'hello');
    expect(rig.posted).toHaveLength(2);
    await rig.pass(1.9);
    expect(rig.posted).toHaveLength(2);
    for (const [seconds, tries] of [
      [0.1, 3],
      [4, 4],
      [8, 5],
    ] as const) {
      await rig.pass(seconds);
      expect(rig.posted).toHaveLength(tries);
    }
    expect(new Set(ids(rig)).size).toBe(1);
    expect(rig.telegram.nextDue()).toBe(rig.clock.now + 16_000);
    rig.answers(() => ok);
    await rig.pass(16);
    expect(rig.telegram.pending()).toBe(0);
  });

  it('never waits longer than two minutes between tries', async () => {
    const rig = await startedRig();
    rig.answers(() => down);
    await rig.says(NIKOS, 'hello');
    for (let tries = 0; tries < 12; tries += 1) await rig.pass(120);
    const wait = (rig.telegram.nextDue() ?? 0) - rig.clock.now;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(120_000);
  });

  it('obeys Retry-After, up to an hour', async () => {
    const rig = await startedRig();
    rig.answers(() => ({ status: 503, headers: { 'retry-after': '30' } }));
    await rig.says(NIKOS, 'hello');
    expect(rig.telegram.nextDue()).toBe(rig.clock.now + 30_000);
    rig.answers(() => ({ status: 503, headers: { 'retry-after': '99999' } }));
    await rig.pass(30);
    expect(rig.telegram.nextDue()).toBe(rig.clock.now + 3_600_000);
  });

  it('holds back the next message of a chat until the one before was taken; other chats go on', async () => {
    const rig = await startedRig();
    rig.answers((update) => (update.message?.text === 'poison' ? down : ok));
    await rig.says(NIKOS, 'poison');
    await rig.says(NIKOS, 'after');
    await rig.says(ANNA, '/start');
    expect(texts(rig)).toEqual(['poison', 'poison', '/start']);
    rig.answers(() => ok);
    await rig.pass(2);
    expect(texts(rig)).toEqual(['poison', 'poison', '/start', 'poison', 'after']);
  });

  it('keeps one queue for the whole group: a topic that fails holds up all topics', async () => {
    const rig = await startedRig();
    rig.answers((update) => (update.message?.text === 'poison' ? down : ok));
    await rig.says(GROUP, 'poison', { as: String(MARIA) });
    await rig.says(GROUP, 'in another topic', { as: '5000002' });
    expect(texts(rig)).not.toContain('in another topic');
  });

  it('lets a press overtake the words before it: presses queue by person', async () => {
    const rig = await startedRig();
    const message = await offer(rig);
    rig.answers((update) => (update.message ? down : ok));
    await rig.says(NIKOS, 'words');
    rig.telegram.phones.act({ do: 'tap', chat: String(NIKOS), messageId: message, data: 'a' });
    await rig.telegram.settled();
    expect(texts(rig)).toEqual(['words', 'words', 'a']);
  });

  it('forgets a press after 150 s and a message after a day', async () => {
    const rig = await startedRig();
    const message = await offer(rig);
    rig.answers(() => down);
    await rig.says(NIKOS, 'words');
    rig.telegram.phones.act({ do: 'tap', chat: String(NIKOS), messageId: message, data: 'a' });
    await rig.telegram.settled();
    expect(rig.telegram.pending()).toBe(2);
    await rig.pass(151);
    expect(rig.telegram.pending()).toBe(1);
    await rig.pass(24 * 3600);
    expect(rig.telegram.pending()).toBe(0);
  });

  it('forgets a press at once when its next try would come after its 150 s', async () => {
    const rig = await startedRig();
    const message = await offer(rig);
    rig.answers(() => ({ status: 503, headers: { 'retry-after': '200' } }));
    rig.telegram.phones.act({ do: 'tap', chat: String(NIKOS), messageId: message, data: 'a' });
    await rig.telegram.settled();
    expect([rig.posted.length, rig.telegram.pending()]).toEqual([1, 0]);
  });

  it('counts an unanswered post as failed', async () => {
    const rig = await startedRig({ webhookTimeoutMs: 150 });
    rig.answers(() => 'hang');
    await rig.says(NIKOS, 'hello');
    expect(rig.posted).toHaveLength(2);
    expect(await rig.call('getWebhookInfo')).toMatchObject({
      result: { pending_update_count: 1, last_error_message: 'Read timeout expired' },
    });
  });

  it('keeps trying while nobody listens', async () => {
    const rig = await startedRig({ webhookUrl: () => 'http://127.0.0.1:9/telegram' });
    expect(rig.telegram.pending()).toBe(1);
    expect(await rig.call('getWebhookInfo')).toMatchObject({
      result: { last_error_message: 'Connection refused' },
    });
  });

  it('posts an update again with the same id when a test asks for it', async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, 'hello');
    const [first] = ids(rig);
    rig.telegram.redeliver(first ?? 0);
    await rig.telegram.settled();
    expect(ids(rig)).toEqual([first, first]);
    expect(rig.posted[1]?.raw).toEqual(rig.posted[0]?.raw);
  });

  it('does what the body of the answer asks, except methods whose result matters', async () => {
    const rig = await startedRig();
    const body = (method: string) => ({
      status: 200,
      body: JSON.stringify({ method, chat_id: NIKOS, text: 'from the body' }),
    });
    rig.answers(() => body('sendMessage'));
    await rig.says(NIKOS, 'hello');
    expect(rig.telegram.ledger().at(-1)).toMatchObject({
      method: 'sendMessage',
      viaWebhook: true,
      status: 200,
    });
    expect(rig.telegram.phones.chat(String(NIKOS))?.messages.at(-1)?.content).toMatchObject({
      text: 'from the body',
    });
    rig.answers(() => body('getMe'));
    await rig.says(NIKOS, 'again');
    expect(rig.telegram.ledger().at(-1)).toMatchObject({ method: 'getMe', status: 400, effect: false });
  });

  it('sends only the kinds that the bot asked for', async () => {
    const rig = await startedRig();
    await rig.pass(2);
    await rig.call('setWebhook', {
      url: 'https://station.example/telegram',
      secret_token: 'next',
      allowed_updates: ['callback_query'],
    });
    await rig.says(NIKOS, 'hello');
    expect(rig.posted).toEqual([]);
    const message = await offer(rig);
    rig.telegram.phones.act({ do: 'tap', chat: String(NIKOS), messageId: message, data: 'a' });
    await rig.telegram.settled();
    expect(rig.posted.map(({ headers }) => headers['x-telegram-bot-api-secret-token'])).toEqual(['next']);
  });

  it('holds everything back after deleteWebhook', async () => {
    const rig = await startedRig();
    await rig.call('deleteWebhook');
    await rig.says(NIKOS, 'hello');
    expect([rig.posted.length, rig.telegram.pending(), rig.telegram.nextDue()]).toEqual([0, 1, undefined]);
  });

  it('carries kinds of update that nobody knows yet', async () => {
    const rig = await startedRig();
    const id = rig.telegram.inject({ teleported_message: { from: null } });
    await rig.telegram.settled();
    expect(rig.posted.map(({ raw }) => raw)).toEqual([{ update_id: id, teleported_message: { from: null } }]);
  });

  it('delivers a burst of many people in order within each chat', async () => {
    const rig = await startedRig();
    const people = Array.from(
      { length: 8 },
      (_, index) => rig.telegram.phones.act({ do: 'new-person', name: `P${index}`, language: 'en' }).chat,
    );
    for (let line = 0; line < 10; line += 1) {
      for (const chat of people) rig.telegram.phones.act({ do: 'say', chat, text: `${chat} ${line}` });
    }
    await rig.telegram.settled();
    for (const chat of people) {
      const heard = texts(rig).filter((text) => text?.startsWith(chat));
      expect(heard).toEqual(Array.from({ length: 10 }, (_, line) => `${chat} ${line}`));
    }
  });

  it('is the only way to updates while it is set; without one they wait until they are confirmed', async () => {
    const rig = await startedRig({ firstUpdateId: 500 });
    expect(await rig.call('getUpdates')).toMatchObject({ ok: false, error_code: 409 });
    await rig.call('deleteWebhook');
    rig.telegram.phones.act({ do: 'say', chat: String(NIKOS), text: 'one' });
    rig.telegram.phones.act({ do: 'say', chat: String(NIKOS), text: 'two' });
    const waiting = [{ update_id: 501, message: { text: 'one' } }, { update_id: 502 }];
    for (const _time of ['first', 'again'])
      expect(await rig.call('getUpdates')).toMatchObject({ result: waiting });
    expect(await rig.call('getUpdates', { offset: 502 })).toMatchObject({ result: [{ update_id: 502 }] });
    expect(await rig.call('getUpdates')).toMatchObject({ result: [{ update_id: 502 }] });
    expect(rig.posted).toEqual([]);
  });
});
