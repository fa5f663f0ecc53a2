import { describe, expect, it } from 'vitest';
import { line } from '#test/domain/order/given.ts';
import { MONDAY } from '#test/domain/slots/bookings.ts';
import { agreementsOf, notes, orderOf, sends } from './estimates.ts';
import { given } from './given.ts';
import { Street } from './street.ts';

const phones = {
  telegram: (street: Street) => street.telegram('501'),
  whatsapp: (street: Street) => street.whatsapp('GR.1', '+306900000001'),
};

describe.each(['telegram', 'whatsapp'] as const)(
  'words about an estimate on %s, with nothing tapped',
  (at) => {
    it.each(['the discs later', 'why is it so much?', 'γιατί κοστίζει τόσο;'])(
      'go to a person at once: %s',
      async (words) => {
        const chat = phones[at](new Street());
        await sends(chat);
        await chat.says(words);
        await chat.street.settle();
        chat.hears(chat.street.rows());
        expect(chat.heard).toEqual(['estimateQuestionSent']);
        expect(chat.labels).toContain('estimateLabelSome');
        expect(orderOf(chat)).toMatchObject({ state: 'asked', question: true });
        expect(agreementsOf(chat)).toEqual([]);
        const [request] = chat.street.items('P#').filter(({ sk }) => String(sk).startsWith('request#'));
        expect(request).toMatchObject({ reason: 'estimate', text: words });
      },
    );

    it('a plain yes where the word is asked for asks for it again', async () => {
      const chat = phones[at](new Street());
      await sends(chat, { lines: [line('1', 'Gearbox', 240_000)] });
      await chat.taps('estimateLabelAll');
      await chat.says('yes');
      expect(chat.heard).toContain('estimateSign');
      expect(chat.heard).not.toContain('menu');
      expect(agreementsOf(chat)).toEqual([]);
    });
  },
);

describe('a booking that was begun', () => {
  it('before the estimate came is not what is meant by words after it', async () => {
    const chat = phones.telegram(new Street());
    await chat.does({ kind: 'command', name: 'book', payload: '' });
    chat.street.now += 60_000;
    await sends(chat);
    await chat.says('why do I need discs?');
    await chat.street.settle();
    chat.hears(chat.street.rows());
    expect(chat.heard).toEqual(['estimateQuestionSent']);
    expect((await chat.customer()).orders).toMatchObject([{ state: 'asked' }]);
  });

  it('after the estimate came is asked about', async () => {
    const chat = phones.telegram(new Street());
    await sends(chat);
    chat.street.now += 60_000;
    await chat.does({ kind: 'command', name: 'book', payload: '' });
    await chat.says('why do I need discs?');
    await chat.street.settle();
    chat.hears(chat.street.rows());
    expect(chat.heard).not.toContain('estimateQuestionSent');
  });
});

describe('a newer edition', () => {
  it('says what is agreed already, and the first one does not', async () => {
    const chat = phones.telegram(new Street());
    await sends(chat);
    expect(chat.heard).not.toContain('estimateSoFar');
    await chat.taps('estimateLabelAll');
    await sends(chat, { lines: [line('1', 'Front pads', 9_600), line('2', 'Bearing', 30_000)] });
    expect(chat.heardOf('estimateSoFar')).toEqual({ cents: 26_800 });
  });

  it('does not call agreed what the owner said is not so', async () => {
    const chat = phones.telegram(new Street());
    await sends(chat, { lines: [line('1', 'Front pads', 9_600)] });
    await notes(chat, [{ line: '1', says: 'yes', option: 0 }]);
    await chat.taps('estimateLabelNotSo');
    await sends(chat, { lines: [line('1', 'Front pads', 7_000)] });
    expect(chat.heard).toContain('estimateTotal');
    expect(chat.heard).not.toContain('estimateSoFar');
  });
});

describe('a short answer of somebody who waits for a person', () => {
  it.each(['no', 'ναι', 'skip'])('is passed on, and met with no menu: %s', (word) => {
    const lena = given(MONDAY, '10:00').person().says('my brakes do not work').says(word).waits();
    expect(lena.heard).toEqual(['passedOn']);
  });
});
