import { describe, expect, it } from 'vitest';
import { addressKey } from '#shared/domain/address.ts';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import { expireKey, nudgeKey } from '#shared/flows/estimate/timers.ts';
import { customerItem } from '#shared/store/customer.ts';
import { outboxFrom } from '#shared/store/outbox.ts';
import { timerItem } from '#shared/store/timer.ts';
import { at, MONDAY } from '#test/domain/slots/bookings.ts';
import type { Chat } from './chat.ts';
import { agreementsOf, orderOf, put, sends } from './estimates.ts';
import { Street } from './street.ts';

const group = { channel: 'telegram', bot: '4242', chat: '-1002000000001', thread: '' };

/** Somebody who lets us write to them (or not), with an estimate that is sent on a Monday at that time. */
async function asked(consent: boolean | null, time = '10:00'): Promise<Chat> {
  const street = new Street({ address: group, chat: group.chat });
  street.now = at(MONDAY, time);
  const chat = street.telegram('501');
  await chat.says('hello');
  const customer = await chat.customer();
  const visit = {
    given: consent === true,
    at: street.now,
    wording: 'visit-1',
    language: 'en',
    messageId: null,
  } as const;
  const known = { ...customer, version: customer.version + 1, consents: consent === null ? {} : { visit } };
  await put(chat, customerItem(known));
  await sends(chat);
  return chat;
}

/** So many minutes go by, and what falls due in them. */
async function passes(chat: Chat, minutes: number): Promise<void> {
  for (let gone = 0; gone < minutes; gone += 5) {
    chat.street.later(5);
    await chat.street.settle();
  }
}

/** How often something was said to an address. */
function said(chat: Chat, key: PhraseKey, to = chat.key): number {
  return chat.street
    .items(`O#${to}`)
    .map((item) => outboxFrom(item))
    .flatMap(({ messages }) => messages.flatMap((one) => (one.kind === 'say' ? one.text : [])))
    .filter((one) => one.key === key).length;
}
const topic = addressKey(group);

describe('an estimate that nobody answers', () => {
  it('is brought to mind once after 45 working minutes; after 45 more the advisor is asked to call', async () => {
    const chat = await asked(true);
    await passes(chat, 40);
    expect(said(chat, 'estimateNudge')).toBe(0);
    await passes(chat, 10);
    expect(said(chat, 'estimateNudge')).toBe(1);
    expect(said(chat, 'orderCall', topic)).toBe(0);
    await passes(chat, 45);
    expect(said(chat, 'orderCall', topic)).toBe(1);
    await passes(chat, 24 * 60);
    expect(said(chat, 'estimateNudge')).toBe(1);
    expect(said(chat, 'orderCall', topic)).toBe(1);
  });

  it.each([false, null])(
    'is not brought to mind without their consent (%s), but the advisor is asked',
    async (consent) => {
      const chat = await asked(consent);
      await passes(chat, 100);
      expect(said(chat, 'estimateNudge')).toBe(0);
      expect(said(chat, 'orderCall', topic)).toBe(1);
    },
  );

  it('waits over the night: minutes count only while people are there', async () => {
    const chat = await asked(true, '17:10');
    await passes(chat, 15 * 60);
    expect(said(chat, 'estimateNudge')).toBe(0);
    await passes(chat, 60);
    expect(said(chat, 'estimateNudge')).toBe(1);
  });

  it('is let be once it is answered', async () => {
    const chat = await asked(true);
    await chat.taps('estimateLabelAll');
    await passes(chat, 200);
    expect(said(chat, 'estimateNudge')).toBe(0);
    expect(said(chat, 'orderCall', topic)).toBe(0);
  });

  it('is let be while they wait for an answer to their question', async () => {
    const chat = await asked(true);
    await chat.taps('estimateLabelQuestion');
    await chat.says('are the discs really worn?');
    expect(said(chat, 'estimateDeskQuestion', topic)).toBe(1);
    await passes(chat, 200);
    expect(said(chat, 'estimateNudge')).toBe(0);
    expect(said(chat, 'orderCall', topic)).toBe(0);
  });

  it('of an older edition is not brought to mind', async () => {
    const chat = await asked(true);
    await passes(chat, 30);
    await sends(chat);
    await passes(chat, 40);
    expect(said(chat, 'estimateNudge')).toBe(0);
    await passes(chat, 10);
    expect(said(chat, 'estimateNudge')).toBe(1);
  });

  it('is not spoken of by what was set for an edition before, wherever that still lies', async () => {
    const chat = await asked(true);
    await sends(chat);
    const { now } = chat.street;
    const order = orderOf(chat);
    const before = { of: order?.of, ref: order?.ref, edition: 1, at: now, step: 1 };
    for (const key of [nudgeKey('K7M2QP'), expireKey('K7M2QP')])
      await put(chat, timerItem(chat.key, key, now + 60_000, before));
    await passes(chat, 10);
    expect(said(chat, 'estimateNudge')).toBe(0);
    expect(orderOf(chat)).toMatchObject({ state: 'asked' });
    expect(chat.street.items(`T#${chat.key}`).map(({ sk }) => sk)).not.toContain(nudgeKey('K7M2QP'));
  });

  it('ends at its last day: the advisor is told once, the owner is not bothered, and buttons say so', async () => {
    const chat = await asked(false);
    chat.street.later(12 * 24 * 60);
    await passes(chat, 30);
    expect(orderOf(chat)).toMatchObject({ state: 'expired' });
    expect(said(chat, 'estimateDeskOver', topic)).toBe(1);
    expect((await chat.customer()).orders).toEqual([]);
    await chat.taps('estimateLabelAll');
    expect(chat.heardOf('estimateOver')).toMatchObject({ state: 'expired' });
    expect(agreementsOf(chat)).toEqual([]);
  });

  it('cannot be approved after its last day, also before anybody noticed', async () => {
    const chat = await asked(false);
    chat.street.later(13 * 24 * 60);
    await chat.taps('estimateLabelAll');
    expect(chat.heardOf('estimateOver')).toMatchObject({ state: 'expired' });
    expect(agreementsOf(chat)).toEqual([]);
  });
});

describe('an answer that comes late', () => {
  it('is good, but the time that was named for an earlier one is promised no more', async () => {
    const chat = await asked(null);
    chat.street.later(3 * 60);
    await chat.taps('estimateLabelAll');
    expect(chat.heardOf('estimateAgreed')).toMatchObject({ cents: 26_800, ready: null });
    expect(chat.heardOf('estimateLate')).toEqual({ by: 'maria' });
  });
});

describe('the advisors', () => {
  it('see in the topic what was agreed, in the same words', async () => {
    const chat = await asked(null);
    await chat.taps('estimateLabelAll');
    expect(said(chat, 'estimateAgreed')).toBe(1);
    expect(said(chat, 'estimateAgreed', topic)).toBe(1);
  });
});
