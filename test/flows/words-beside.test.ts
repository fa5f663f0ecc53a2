import { describe, expect, it } from 'vitest';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import { at, MONDAY } from '#test/domain/slots/bookings.ts';
import { alters, consents, handsBack, waits } from './afterwards.ts';
import type { Chat } from './chat.ts';
import { agreementsOf, orderOf, sends } from './estimates.ts';
import { spoken } from './spoken.ts';
import { Street } from './street.ts';

/** A question steps aside from an estimate, a payer's yes and the question how it was; what is about them stays theirs. */

function street(): Street {
  const here = new Street();
  here.understoodOf = spoken;
  return here;
}

async function says(chat: Chat, text: string): Promise<readonly PhraseKey[]> {
  const first = (await chat.says(text)).heard;
  await chat.street.settle();
  chat.hears(chat.street.rows());
  return [...first, ...chat.heard];
}

async function talk(chat: Chat) {
  return (await chat.street.known(chat.key)).conversation;
}

const estimate = async (): Promise<Chat> => {
  const chat = street().telegram('501');
  await sends(chat);
  return chat;
};
const question = async (): Promise<Chat> => (await estimate()).taps('estimateLabelQuestion');
const choosing = async (): Promise<Chat> => (await estimate()).taps('estimateLabelSome');
const payer = async (): Promise<Chat> => {
  const chat = await street().telegram('501').says('hello');
  await chat.says('who pays');
  return chat.taps('payerLabelOther');
};
const howItWas = async (): Promise<Chat> => {
  const chat = await street().telegram('501').says('hello');
  await alters(chat, (row) => ({ ...row, consents: consents(chat.street.now, { visit: true }) }));
  chat.street.now = at(MONDAY, '16:00');
  await handsBack(chat);
  return waits(chat, at('2026-11-24', '11:00'));
};
const bad = async (): Promise<Chat> => (await howItWas()).taps('feedbackLabelBad');

describe.each([
  ['with an estimate to answer', estimate],
  ['while lines of an estimate are chosen', choosing],
  ['while a code for the payer is passed on', payer],
  ['at the question how it was', howItWas],
])('a question %s', (_place, reach) => {
  it('is answered, and everything is where it was', async () => {
    const chat = await reach();
    const { flow, misses } = await talk(chat);
    const heard = await says(chat, 'where do i park');
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.filter((key) => /^(estimate|feedback|payer|personCalled|help)/.test(key))).toEqual([]);
    expect(await talk(chat)).toMatchObject({ flow, misses, burst: null });
  });
});

describe('an estimate that waits', () => {
  it.each(['how much will it be', 'oil please', 'i need an oil change'])(
    'is what "%s" is about, and agrees to nothing',
    async (text) => {
      const chat = await estimate();
      expect(await says(chat, text)).not.toContain('times');
      expect(agreementsOf(chat)).toEqual([]);
    },
  );

  it('is asked about by its price', async () => {
    const chat = await estimate();
    expect(await says(chat, 'how much will it be')).toEqual(['estimateQuestionSent']);
    expect(orderOf(chat)).toMatchObject({ state: 'asked', question: true });
  });

  it('whose question was opened takes whatever is written', async () => {
    const chat = await question();
    expect(await says(chat, 'where do i park')).toEqual(['estimateQuestionSent']);
  });
});

describe('how it was', () => {
  it('a wish for the next visit is no answer to it', async () => {
    const chat = await howItWas();
    const heard = await says(chat, 'can i come tomorrow');
    expect(heard.some((key) => key.startsWith('feedback'))).toBe(false);
    expect((await talk(chat)).flow?.name).toBe('book');
  });

  it('what went wrong is told in words, whatever they could mean elsewhere', async () => {
    const chat = await bad();
    const heard = await says(chat, 'how much will it be');
    expect(heard.some((key) => key.startsWith('feedback'))).toBe(true);
  });
});
