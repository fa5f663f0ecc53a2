import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { calmOf, whys } from '#shared/desk/calm/calm.ts';
import { el } from '#shared/desk/calm/tones/el.ts';
import { en } from '#shared/desk/calm/tones/en.ts';
import { ru } from '#shared/desk/calm/tones/ru.ts';
import { uk } from '#shared/desk/calm/tones/uk.ts';
import { languageSchema, languages } from '#shared/domain/language.ts';
import { patternsOf } from '#shared/domain/pattern.ts';
import { phraseKeys } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { sampleNow, samplePhrases } from '../../text/samples.ts';
import { harmless, sharp } from './near-misses.ts';

const replies = z.array(z.object({ language: languageSchema, text: z.string() }));
const listOf = (name: string) =>
  replies
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')))
    .map(({ text }) => text);
const rude = [...listOf('rude-seen'), ...listOf('rude-unseen')];
const ordinary = [...listOf('ordinary-seen'), ...listOf('ordinary-unseen')];

describe('a reply before it is sent', () => {
  it('is held when it insults, shouts, mocks or blames: all 150 of the list', () => {
    expect(rude).toHaveLength(150);
    expect(rude.filter((text) => calmOf(text) === null)).toEqual([]);
  });

  it('goes out at once when it is an ordinary one: all 500 of the list', () => {
    expect(ordinary).toHaveLength(500);
    expect(ordinary.filter((text) => calmOf(text) !== null)).toEqual([]);
  });

  it('is not judged by single words: near misses of either kind', () => {
    expect(harmless.filter((text) => calmOf(text) !== null)).toEqual([]);
    expect(sharp.filter((text) => calmOf(text) === null)).toEqual([]);
  });

  it('may be anything that the product itself says', () => {
    // The practice cases quote what must not be said.
    const keys = phraseKeys.filter((key) => !key.startsWith('playbook'));
    const said = keys.flatMap((key) =>
      samplePhrases(key).flatMap((phrase) =>
        languages.map((language) => textFor(language, station, sampleNow).say(phrase)),
      ),
    );
    expect(said.filter((text) => calmOf(text) !== null)).toEqual([]);
  });

  it.each([
    ['STOP CALLING ME', true],
    ['READ THE MESSAGE', true],
    ['ЖДИТЕ СВОЕЙ ОЧЕРЕДИ', true],
    ['Where is the deposit???', true],
    ['Заберите машину сегодня!!!', true],
    ['The car is ready 🙄', true],
    ['DO NOT DRIVE the car', false],
    ['НЕ ЕЗДИТЕ на ней', false],
    ['ABS, ESP and EGR are fine', false],
    ['ГРМ, АКПП и ДВС проверили', false],
    ['ΦΠΑ 24%, ΚΤΕΟ στις 9', false],
    ['BOSCH AEROTWIN, MANN FILTER', false],
    ['Plate ABC-4821, VIN WVWZZZ1KZAW000001', false],
    ['Thank you!!!', false],
    ['С праздником!!!', false],
  ])('"%s" is shouted: %s', (text, isShouted) => {
    expect(calmOf(text) !== null).toBe(isShouted);
  });
});

describe('the kinder draft', () => {
  it.each([
    ['As I already told you twice, the part comes on Monday.', 'The part comes on Monday.'],
    [
      'The total is 412 EUR, pick up until 18:00. And learn how to use a clutch.',
      'The total is 412 EUR, pick up until 18:00.',
    ],
    ['Хрень не несите, диагностика стоит 2500 и точка.', 'Диагностика стоит 2500.'],
    ['Це ваші проблеми, а не мої, запис на понеділок.', 'Запис на понеділок.'],
    ['Δεν με νοιάζουν τα προβλήματά σας, το ραντεβού είναι Δευτέρα.', 'Το ραντεβού είναι Δευτέρα.'],
    ['THE CAR IS READY, ABS IS FINE!!!', 'The car is ready, ABS is fine.'],
    ['The car is ready at 9 🤦', 'The car is ready at 9'],
  ])('of "%s" is "%s"', (text, draft) => {
    expect(calmOf(text)?.draft).toBe(draft);
  });

  it('is never empty, never sharp itself, and never longer than a message may be', () => {
    for (const text of [...rude, ...sharp]) {
      const held = calmOf(text);
      expect(whys).toContain(held?.why);
      expect(held?.draft.trim(), text).not.toBe('');
      expect(calmOf(held?.draft ?? ''), text).toBeNull();
      expect(held?.draft.length).toBeLessThan(text.length + 300);
    }
  });

  it('keeps every sentence that was fine, and the facts of those that were not', () => {
    const fine = fc.constantFrom(
      ...ordinary.filter((text) => /^\p{Lu}.*[.!]$/u.test(text) && text.length > 25),
    );
    fc.assert(
      fc.property(fc.constantFrom(...rude), fine, fc.boolean(), (said, kind, isFirst) => {
        const hurt = said.charAt(0).toUpperCase() + said.slice(1);
        const draft = calmOf(isFirst ? `${kind} ${hurt}` : `${hurt}. ${kind}`)?.draft ?? '';
        expect(draft).toContain(kind.slice(0, -1));
      }),
    );
    for (const text of [...rude, ...sharp]) {
      const draft = calmOf(text)?.draft ?? '';
      for (const [fact] of text.matchAll(
        /(?<![\p{L}\d'’])\d{1,2}:\d{2}|\d+ ?(?:€|EUR|₽|грн|гривень|euros)/gu,
      ))
        expect(draft).toContain(fact);
    }
  });

  it('is in the language of the words, also where only some letters tell', () => {
    expect(calmOf('А чого ви чекали за 500 гривень?')?.draft).toMatch(/Дякуємо/);
    expect(calmOf('А чего вы ждали от такой машины?')?.draft).toMatch(/Спасибо/);
    expect(calmOf('shut up')?.draft).toMatch(/Thank you/);
    expect(calmOf('Σκάσε')?.draft).toMatch(/Ευχαριστούμε/);
  });
});

describe('the lists', () => {
  it.each(Object.entries({ en, ru, uk, el }))(
    'of %s read as patterns, and none of them matches everything',
    (_language, tone) => {
      for (const list of Object.values(tone)) {
        for (const { regex, groups } of patternsOf(list).lines) {
          expect(' | x | '.match(regex())).toBeNull();
          expect(groups.length, String(regex())).toBeGreaterThan(0);
        }
      }
    },
  );

  it('say what is wrong with a broken line', () => {
    expect(() => patternsOf('(a|b')).toThrow('A bracket is missing: (a|b');
    expect(() => patternsOf('a|b)')).toThrow('A bracket too many: a|b)');
    expect(() => patternsOf('word , word')).toThrow('"," is no word: word , word');
  });

  it('quote no whole reply of the tests', () => {
    const lists = Object.values({ en, ru, uk, el })
      .flatMap((tone) => Object.values(tone))
      .join('\n');
    expect(rude.filter((text) => lists.includes(text.replace(/[.!?;]+$/, '').toLowerCase()))).toEqual([]);
  });

  it('take a message as long as a messenger allows without trouble', () => {
    for (const text of [
      'вы '.repeat(1365),
      'you are not '.repeat(340),
      'σας το '.repeat(585),
      '!'.repeat(4096),
      '((('.repeat(1000),
    ]) {
      expect(() => calmOf(text)).not.toThrow();
    }
  });
});
