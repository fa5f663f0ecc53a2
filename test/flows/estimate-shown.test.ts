import { describe, expect, it } from 'vitest';
import { render as onTelegram } from '#shared/channels/telegram/render.ts';
import { render as onWhatsApp } from '#shared/channels/whatsapp/render.ts';
import { languages } from '#shared/domain/language.ts';
import type { EstimateLine } from '#shared/domain/order/estimate.ts';
import { chooseAll } from '#shared/domain/order/steps.ts';
import type { Say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { estimateCard } from '#shared/flows/estimate/card.ts';
import { lineCard, nextCard } from '#shared/flows/estimate/choose.ts';
import { isProposed, type Proposed } from '#shared/flows/estimate/lines.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { context, person as telegramPerson } from '#test/channels/sample.ts';
import { person, seenOf } from '#test/channels/whatsapp/shown.ts';
import { asked, by, done, noon } from '#test/domain/order/given.ts';

/** The longest estimate that an advisor can write, as both messengers show it. */

const long = (id: number): EstimateLine => ({
  id: String(id),
  options: Array.from({ length: id % 4 === 0 ? 3 : 1 }, (_, way) => ({
    name: `${id}.${way} ${'timing belt kit with the water pump and all seals '.repeat(2)}`
      .slice(0, 80)
      .trim(),
    parts: 123_450,
    work: 23_400,
    price: 146_850,
  })),
  urgency: id % 2 === 0 ? 'soon' : 'safety',
  months: id % 2 === 0 ? 3 : null,
  reason: 'worn at the edge, cracks on the inner side, '.repeat(5).slice(0, 199).trim(),
  photos: ['a', 'b'],
});

function proposed(count: number): Proposed {
  const order = asked(Array.from({ length: count }, (_, index) => long(index + 1)));
  if (!isProposed(order)) throw new Error('Nothing was sent');
  return order;
}

function answered(order: Proposed): Proposed {
  const after = done(chooseAll(order, { ...by(order), says: 'yes' }));
  if (!isProposed(after)) throw new Error('Nothing was sent');
  return after;
}

const cards: readonly (readonly [string, (count: number) => Say])[] = [
  ['the card', (count) => estimateCard(proposed(count), 'Nikos')],
  ['choosing on one card', (count) => nextCard(proposed(count), true, 0)],
  ['choosing the last lines', (count) => nextCard(answered(proposed(count)), true, Math.ceil(count / 6) - 1)],
  ['a line by itself', (count) => nextCard(proposed(count), false, 0)],
  ['a line with three ways', () => lineCard(proposed(4), long(4))],
  ['the confirmation', (count) => nextCard(answered(proposed(count)), false, 0)],
];

describe.each(languages)('in %s', (language) => {
  const text = textFor(language, station, noon);

  it.each(cards)(
    '%s fits into the messages of WhatsApp, and the last of them has the buttons',
    (_name, cardOf) => {
      for (const count of [1, 3, 8, 20]) {
        const message = cardOf(count);
        const shown = onWhatsApp([message], person, text, context).map(seenOf);
        const said = message.text.map((one) => text.say(one)).join('\n\n');
        expect(bare(shown.map(({ words }) => words).join(' '))).toBe(bare(said));
        expect(shown.map(({ under }) => under).slice(0, -1)).toEqual(shown.slice(1).map(() => 'nothing'));
        expect(['button', 'list']).toContain(shown.at(-1)?.under);
        expect(shown.length, `${count} lines`).toBeLessThanOrEqual(count > 8 ? 5 : 3);
      }
    },
  );

  it.each(cards)('%s fits into one message of Telegram up to eight lines', (name, cardOf) => {
    for (const count of [1, 3, 8]) {
      const [first, ...more] = onTelegram([cardOf(count)], telegramPerson, text, context);
      expect(more, name).toEqual([]);
      expect(JSON.stringify(first?.payload.body.reply_markup).match(/callback_data/g)?.length).toBeLessThan(
        100,
      );
    }
  });

  it('the sum always stands where the buttons are, of any estimate', () => {
    for (let count = 1; count <= 20; count += 1) {
      const order = proposed(count);
      const shown = onWhatsApp([estimateCard(order, 'Nikos')], person, text, context).map(seenOf);
      const last = shown.at(-1);
      expect(last?.under).toBe('button');
      expect(last?.titles).toEqual(labels.map((label) => text.say(label)));
      const total = text.say(estimateCard(order, '').text.at(-1) ?? phrase('estimateChanged'));
      expect(bare(last?.words ?? ''), `${count} lines`).toContain(bare(total));
    }
  });
});

const labels = [
  phrase('estimateLabelAll'),
  phrase('estimateLabelSome'),
  phrase('estimateLabelQuestion'),
] as const;

function bare(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
