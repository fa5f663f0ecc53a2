import { describe, expect, it } from 'vitest';
import { type Instead, refused } from '#test/helpers/phone.ts';
import { nikos } from '#test/helpers/rig.ts';
import { telegramAccount } from '#test/helpers/telegram.ts';
import { down, html, internal } from './outcomes.ts';
import { maria, outboxOf, smallRig, textsOf } from './small.ts';

describe('while Telegram is away', () => {
  it.each<[string, Instead]>([
    ['cannot be reached', down],
    ['answers 500', internal],
    ['answers a page', html],
  ])(
    'for two hours and %s: everything said meanwhile arrives within ten minutes after',
    async (_label, outcome) => {
      const rig = await smallRig();
      rig.phone.intercept = () => outcome;
      for (const word of ['menu', 'hours', 'help']) {
        await rig.says(word);
        await rig.advance(20);
      }
      for (let minutes = 0; minutes < 60; minutes += 1) await rig.advance(1);
      expect(textsOf(rig)).toEqual([]);
      rig.phone.intercept = null;
      await rig.advance(10);
      expect(textsOf(rig)).toHaveLength(3);
      expect(outboxOf(rig).map((row) => row.outcome)).toEqual(['sent', 'sent', 'sent']);
    },
  );

  it('for twenty-five messages of one person in a minute: gives none of them up', async () => {
    const rig = await smallRig();
    rig.phone.intercept = () => down;
    for (let count = 0; count < 25; count += 1) {
      rig.clock += 1000;
      await rig.says(count % 2 === 0 ? 'menu' : 'hours');
    }
    await rig.advance(1);
    rig.phone.intercept = null;
    await rig.advance(10);
    expect(textsOf(rig)).toHaveLength(25);
  });

  it('for more than a day: gives up in the end, and says so on the row', async () => {
    const rig = await smallRig();
    rig.phone.intercept = () => down;
    await rig.says('menu');
    for (let hours = 0; hours < 26; hours += 1) await rig.advance(60);
    expect(outboxOf(rig)).toMatchObject([{ outcome: 'failed', reason: 'ECONNREFUSED' }]);
    // Both chats are asked, the person's and the advisors' group, and each of them seldom.
    const chats = Map.groupBy(rig.phone.tried, ({ body }) => body.chat_id);
    expect(chats.size).toBe(2);
    for (const calls of chats.values()) expect(calls.length).toBeLessThan(24 * 15);
  });
});

describe('when the token is revoked', () => {
  const unauthorized = refused('Unauthorized', 401);

  it('for an hour: nothing is lost, and a new secret is picked up without a deploy', async () => {
    let token = '4242:old';
    const read = async () => ({ ...telegramAccount, token });
    let current = await read();
    const rig = await smallRig({
      secrets: {
        get: async () => current,
        refresh: async () => {
          current = await read();
          return current;
        },
      },
      wrap: (parts) => ({
        ...parts,
        http: async (request) => (request.url.includes('4242:old') ? unauthorized : parts.http(request)),
      }),
    });
    await rig.says('menu');
    await rig.says('menu', maria);
    await rig.advance(60);
    expect(textsOf(rig)).toEqual([]);
    token = '4242:new';
    // The very first call after it fails as well: an hour of refusals has not used the message up.
    rig.phone.intercept = () => {
      rig.phone.intercept = null;
      return internal;
    };
    await rig.advance(3);
    expect(textsOf(rig)).toHaveLength(1);
    expect(textsOf(rig, maria)).toHaveLength(1);
  });
});

describe('a person who blocked the bot', () => {
  it('gets no call by itself any more, until they let it in again', async () => {
    const rig = await smallRig();
    await rig.says('book');
    await rig.taps(/^Oil/);
    await rig.says('Octavia 2018');
    await rig.taps(/· \d\d:\d\d$/);
    await rig.taps('Leave the car');
    await rig.says('skip');
    await rig.taps('Yes, keep me posted');
    const blocked = refused('Forbidden: bot was blocked by the user', 403);
    rig.phone.intercept = ({ body }) => (body.chat_id === nikos.id ? blocked : undefined);
    await rig.says('status');
    expect(outboxOf(rig).at(-1)).toMatchObject({ outcome: 'undeliverable' });
    await rig.brings(rig.played.telegram.updates.membership('kicked', nikos));
    const calls = () => rig.phone.tried.filter(({ body }) => body.chat_id === nikos.id);
    const before = calls().length;
    rig.clock = Date.parse('2026-11-22T15:59:30Z');
    await rig.advance(2);
    expect(calls()).toHaveLength(before);
    expect(outboxOf(rig).at(-1)).toMatchObject({ outcome: 'undeliverable', reason: 'blocked' });

    rig.phone.intercept = null;
    await rig.brings(rig.played.telegram.updates.membership('member', nikos));
    await rig.says('status');
    expect(rig.last().text).toContain('Octavia');
    const sender = rig.rows.items().find(({ pk, sk }) => pk === outboxOf(rig)[0]?.pk && sk === 'sender');
    expect(sender).toMatchObject({ unreachable: false });
  });

  it('does not hold up anybody else', async () => {
    const rig = await smallRig();
    const blocked = refused('Forbidden: user is deactivated', 403);
    rig.phone.intercept = ({ body }) => (body.chat_id === nikos.id ? blocked : undefined);
    await rig.says('menu');
    await rig.says('menu', maria);
    expect(textsOf(rig, maria)).toHaveLength(1);
    expect(outboxOf(rig)).toMatchObject([{ outcome: 'undeliverable' }]);
  });
});
