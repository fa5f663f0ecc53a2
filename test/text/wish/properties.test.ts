import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/clock.ts';
import { datesOf } from '#shared/domain/spoken-day.ts';
import { type SpokenDay, spokenDaySchema, understoodSchema } from '#shared/domain/understood.ts';
import { station } from '#shared/station/station.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { sentencesOf } from './evaluate.ts';

const texts = sentencesOf('seen');
const sentence = fc.constantFrom(...texts);
const of = (text: string) => understoodOf(text, station);

/** Words of a language that change nothing, in their own letters. */
const courtesy = {
  en: ['hello', 'please', 'thanks'],
  ru: ['здравствуйте', 'пожалуйста', 'спасибо'],
  uk: ['доброго дня', 'будь ласка', 'дякую'],
  el: ['γεια σας', 'παρακαλώ', 'ευχαριστώ'],
};

describe('whatever somebody writes', () => {
  it('is understood as a wish of the shape that flows know, or as nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), mixed()), (text) => {
        const understood = of(text);
        if (understood !== null) expect(understoodSchema.parse(understood)).toEqual(understood);
      }),
      { numRuns: 300 },
    );
  });

  it('says the same in capitals, with blanks, and with courtesy before and after it', () => {
    fc.assert(
      fc.property(sentence, ({ text, lang }) => {
        const said = of(text);
        const [hello, please, thanks] = courtesy[lang];
        expect(of(text.toUpperCase())).toEqual(said);
        expect(of(`  ${text.replaceAll(' ', '  ')} `)).toEqual(said);
        expect(of(`${hello}! ${text}`)).toEqual(said);
        expect(of(`${hello}, ${text}`)).toEqual(said);
        expect(of(`${text}\n${please}`)).toEqual(said);
        expect(of(`${text}\n${thanks}!`)).toEqual(said);
      }),
      { numRuns: 60 },
    );
  });

  it('is never understood to be more because of a word that nobody knows', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.nat({ max: 20 }),
        fc.constantFrom('xqzzt', 'ъщхжжг', 'ξξψζζ'),
        ({ text }, at, word) => {
          const words = text.split(' ');
          const place = Math.min(at, words.length);
          const more = of([...words.slice(0, place), word, ...words.slice(place)].join(' '));
          if (of(text) === null) expect(more).toBeNull();
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is nothing where it is longer than anybody writes of a visit', () => {
    const long = 'oil change tomorrow after 5 or brake pads '.repeat(9).trim();
    expect(of(long.repeat(50))).toBeNull();
  });
});

describe('days that somebody names', () => {
  it('are never past, each once and in order', () => {
    const day: fc.Arbitrary<SpokenDay> = fc
      .oneof(
        fc.record({ of: fc.constant('ahead'), days: fc.integer({ min: 0, max: 40 }) }),
        fc.record({
          of: fc.constant('weekday'),
          day: fc.integer({ min: 1, max: 7 }),
          weeks: fc.integer({ min: 0, max: 1 }),
        }),
        fc.record({
          of: fc.constant('date'),
          day: fc.integer({ min: 1, max: 31 }),
          month: fc.option(fc.integer({ min: 1, max: 12 })),
        }),
        fc.record({ of: fc.constantFrom('week', 'weekend'), weeks: fc.integer({ min: 0, max: 1 }) }),
      )
      .map((each) => spokenDaySchema.parse(each));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 6 }), fc.nat({ max: 800 }), (days, ahead) => {
        const today = addDays('2026-01-01', ahead);
        const dates = datesOf(days, today);
        expect(dates.every((date) => date >= today)).toBe(true);
        expect([...new Set(dates)].sort()).toEqual(dates);
      }),
    );
  });

  it.each([
    ['today is no "Monday" on a Monday', { of: 'weekday', day: 1, weeks: 0 }, ['2026-11-30']],
    ['the day after tomorrow', { of: 'ahead', days: 2 }, ['2026-11-25']],
    ['Thursday of next week', { of: 'weekday', day: 4, weeks: 1 }, ['2026-12-03']],
    ['the 20th is next month once it is past', { of: 'date', day: 20, month: null }, ['2026-12-20']],
    ['the 31st waits for a month that has one', { of: 'date', day: 31, month: null }, ['2026-12-31']],
    ['3 January is next year', { of: 'date', day: 3, month: 1 }, ['2027-01-03']],
    ['31 February is no day', { of: 'date', day: 31, month: 2 }, []],
    ['the weekend', { of: 'weekend', weeks: 0 }, ['2026-11-28', '2026-11-29']],
  ] as const)('%s', (_, day, dates) => {
    expect(datesOf([day], '2026-11-23')).toEqual(dates);
  });
});

/** Words of all sentences in any order. */
function mixed(): fc.Arbitrary<string> {
  const words = texts.flatMap(({ text }) => text.split(' '));
  return fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((some) => some.join(' '));
}
