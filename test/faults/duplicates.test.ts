import { describe, expect, it } from 'vitest';
import { kill } from '#test/helpers/between.ts';
import { nikos } from '#test/helpers/rig.ts';
import { telegramAccount } from '#test/helpers/telegram.ts';
import { conversationOf, onFirst, outboxOf, smallRig, textsOf } from './small.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a message that comes more than once', () => {
  it.each([2, 10, 50])('%i times in the same instant: has one effect and one reply', async (copies) => {
    const rig = await smallRig();
    const update = rig.updates.text('person', nikos);
    const statuses = await Promise.all(Array.from({ length: copies }, () => rig.post(update)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
    expect(conversationOf(rig)).toMatchObject({ version: 1 });
  });

  it.each([2, 10, 50])('handled by %i instances at once: has one effect and one reply', async (copies) => {
    const rig = await smallRig();
    await rig.post(rig.updates.text('person', nikos));
    const [message] = rig.queues.inbound.waiting;
    const body: unknown = JSON.parse(message?.body ?? '');
    await Promise.all(Array.from({ length: copies }, () => rig.handlers.converse(body)));
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
    expect(conversationOf(rig)).toMatchObject({ version: 1 });
    expect(rig.rows.items().filter(({ sk }) => String(sk).startsWith('request#'))).toHaveLength(1);
  });

  it.each([
    ['6 minutes', 6 * minute],
    ['23 hours', 23 * hour],
    ['7 days', 7 * 24 * hour],
  ])('and again after %s: is known, and nobody hears of it twice', async (_label, later) => {
    const rig = await smallRig();
    const update = rig.updates.text('person', nikos);
    await rig.brings(update);
    await rig.calm();
    const before = rig.rows.items();
    rig.clock += later;
    await rig.brings(update);
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
    const unleased = (items: typeof before) => items.filter(({ sk }) => sk !== 'sender');
    expect(unleased(rig.rows.items())).toEqual(unleased(before));
  });

  it('because its first copy failed: is not swallowed by the queue', async () => {
    const broken = onFirst(3, 'converse DynamoDB BatchGet', () => Promise.reject(new Error('no table')));
    const rig = await smallRig({ between: broken });
    const update = rig.updates.text('person', nikos);
    await rig.brings(update);
    await rig.settle();
    expect(textsOf(rig)).toEqual([]);
    await rig.brings(update);
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
    expect(rig.queues.inbound.dead).toEqual([]);
  });

  it('because the function died after its effect and before the wake: is answered without waiting for the tick', async () => {
    const rig = await smallRig({ between: onFirst(1, 'converse queue outbound', async () => kill()) });
    await rig.brings(rig.updates.text('person', nikos));
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
  });

  it('because the webhook died after the queue had it: is one message', async () => {
    const rig = await smallRig({
      between: onFirst(1, 'webhook queue inbound', async (act) => {
        await act();
        return kill();
      }),
    });
    const update = rig.updates.text('person', nikos);
    expect(await rig.post(update)).toBe(503);
    expect(await rig.post(update)).toBe(200);
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
  });

  it('is not taken for another person’s of the same number', async () => {
    const rig = await smallRig();
    const { updates } = rig.played.telegram;
    const mine = updates.text('person', nikos);
    const theirs = {
      ...updates.text('person', { id: 7000009, first_name: 'Elena', language_code: 'en' }),
      update_id: mine.update_id,
    };
    await rig.brings(mine);
    await rig.brings(theirs);
    await rig.calm();
    expect(rig.phone.bubbles.get(7000001)).toHaveLength(1);
    expect(rig.phone.bubbles.get(7000009)).toHaveLength(1);
  });
});

describe('a message that the queue did not take', () => {
  it('is 503 to Telegram, which brings it again; nobody is told that it arrived before it did', async () => {
    const down = onFirst(3, 'webhook queue inbound', () => Promise.reject(new Error('no queue')));
    const rig = await smallRig({ between: down });
    const update = rig.updates.text('person', nikos);
    for (let attempt = 1; attempt <= 3; attempt += 1) expect(await rig.post(update)).toBe(503);
    expect(rig.queues.inbound.waiting).toEqual([]);
    expect(await rig.post(update)).toBe(200);
    await rig.calm();
    expect(outboxOf(rig)).toHaveLength(1);
    expect(textsOf(rig)).toHaveLength(1);
  });

  it.each([
    ['another secret', 'wrong'],
    ['an empty secret', ''],
  ])('because it carries %s: is 401 and costs no call', async (_label, secret) => {
    const calls: string[] = [];
    const rig = await smallRig({
      between: (io, act) => {
        calls.push(io.kind);
        return act();
      },
    });
    expect(await rig.post(rig.updates.text('person', nikos), secret)).toBe(401);
    expect(calls.filter((kind) => kind !== 'secrets')).toEqual([]);
  });

  it.each([
    ['no secret is set up', []],
    ['the only secret is empty', ['']],
  ])('because %s: is refused, whatever it carries', async (_label, webhookSecrets) => {
    const closed = { ...telegramAccount, webhookSecrets };
    const source = { get: async () => closed, refresh: async () => closed };
    const rig = await smallRig({ secrets: source });
    for (const secret of ['', 'test-secret', 'undefined'])
      expect(await rig.post(rig.updates.text('person', nikos), secret)).toBe(401);
    expect(rig.queues.inbound.waiting).toEqual([]);
  });
});
