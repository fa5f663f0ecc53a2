import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dangerSchema, dangers } from '#shared/domain/danger.ts';
import { languageSchema, languages } from '#shared/domain/language.ts';
import { patternsOf } from '#shared/domain/pattern.ts';
import { el } from '#shared/text/danger/el.ts';
import { en } from '#shared/text/danger/en.ts';
import { ru } from '#shared/text/danger/ru.ts';
import { spellingOf } from '#shared/text/danger/spelling.ts';
import { uk } from '#shared/text/danger/uk.ts';
import { dangerOf } from '#shared/text/danger.ts';

/** How the lists were made: test/text/danger/README.md. */

const dangerous = z.array(z.strictObject({ language: languageSchema, kind: dangerSchema, text: z.string() }));
const ordinary = z.array(z.strictObject({ language: languageSchema, text: z.string() }));
const own = z.array(z.strictObject({ kind: dangerSchema.nullable(), text: z.string() }));

function read<Shape extends z.ZodType>(name: string, shape: Shape): z.output<Shape> {
  return shape.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'danger', `${name}.json`), 'utf8')));
}

const halves = languages.flatMap((language) =>
  (['seen', 'unseen'] as const).map((half) => ({ language, half })),
);
const ownSentences = read('own', own);

describe.each(halves)('what people write in $language ($half half)', ({ language, half }) => {
  const told = read(`danger-${half}`, dangerous).filter((one) => one.language === language);
  const said = read(`ordinary-${half}`, ordinary).filter((one) => one.language === language);

  it('is heard every time when the car must not be driven on', () => {
    expect(told.length).toBe(30);
    expect(told.filter(({ text }) => dangerOf(text) === null)).toEqual([]);
  });

  it('is put down as what it is, nine times of ten', () => {
    const wrong = told.filter(({ text, kind }) => dangerOf(text) !== kind);
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(told.length * 0.1);
  });

  it('raises an alarm at most once in twenty ordinary messages', () => {
    expect(said.length).toBe(100);
    const alarms = said.filter(({ text }) => dangerOf(text) !== null);
    expect(alarms.length, JSON.stringify(alarms)).toBeLessThanOrEqual(said.length * 0.05);
  });
});

describe('words of danger', () => {
  it.each(ownSentences)('"$text" means $kind', ({ text, kind }) => {
    expect(dangerOf(text)).toBe(kind);
  });

  it('are heard in capitals, with letters said twice, and without accents', () => {
    for (const { text, kind } of ownSentences.filter((one) => one.kind !== null)) {
      expect(dangerOf(`${text.toUpperCase()}!!!`), text).toBe(kind);
      const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
      // A mark makes another letter of и, е and і; what is left is how people type it.
      expect(dangerOf(bare), bare).toBe(kind);
    }
    expect(dangerOf('NOOOO BRAAAKES')).toBe('brakes');
  });

  it('are heard behind a greeting and before a question', () => {
    for (const { text, kind } of ownSentences.filter((one) => one.kind !== null))
      expect(dangerOf(`Hello, sorry to bother you. ${text}. Thank you!`), text).toBe(kind);
  });

  it('are heard with one letter wrong', () => {
    expect(dangerOf('the pedel drops to the floor')).toBe('brakes');
    expect(dangerOf('engine is overhaeting')).toBe('overheating');
    expect(dangerOf('strong smell of gasolin in the car, petrlo everywhere')).toBe('fuel');
    expect(dangerOf('тромоза отказали')).toBe('brakes');
    expect(dangerOf('загорілась червоан лампочка')).toBe('lamp');
  });

  it('let what is over be, and hear what began after it', () => {
    expect(dangerOf('You fixed the overheating last year, thanks')).toBeNull();
    expect(dangerOf('You fixed the overheating last year, now the brakes fail')).toBe('brakes');
    expect(dangerOf('You fixed the overheating last month and it is overheating again')).toBe('overheating');
    expect(dangerOf('В прошлом месяце вы устранили течь топлива, спасибо')).toBeNull();
    expect(dangerOf('В прошлом месяце вы меняли колодки, педаль падает в пол')).toBe('brakes');
  });
});

describe('any text', () => {
  it('is read without an error, however odd', () => {
    const words = fc.constantFrom(
      ...ownSentences.flatMap(({ text }) => text.split(' ')),
      '|',
      '·',
      '(',
      '*',
      '\n',
      '🔥',
      'ς',
      '8',
      '…',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          fc.array(words).map((all) => all.join(' ')),
        ),
        (text) => {
          const danger = dangerOf(text);
          expect(danger === null || dangers.includes(danger)).toBe(true);
        },
      ),
    );
  });

  it('that is as long as a message can be, and made to be slow, is read at once', () => {
    for (const word of [
      'brake ',
      'педаль тормоз ',
      'гальма, ',
      'κόκκινο λαμπάκι; ',
      'the red red oil ',
      'a',
      '. ',
      ' | ',
    ]) {
      const text = word.repeat(Math.ceil(4_096 / word.length));
      dangerOf(text);
      const before = process.cpuUsage();
      dangerOf(text);
      const { user, system } = process.cpuUsage(before);
      // Far above what it takes: a list that tries every word with every other one takes seconds.
      expect((user + system) / 1_000, word).toBeLessThan(400);
    }
  });
});

describe.each(Object.entries({ en, ru, uk, el }))('the lists of %s', (_language, words) => {
  it('read as patterns, and none of them matches everything', () => {
    for (const list of [words.fine, words.past, words.still, ...Object.values(words.kinds)]) {
      for (const { regex, groups } of patternsOf(list).lines) {
        expect(' | x | '.match(regex())).toBeNull();
        expect(groups.length, String(regex())).toBeGreaterThan(0);
      }
    }
  });
});

describe('a word that is one letter off', () => {
  const spelling = spellingOf(['brakes', 'temperatur']);

  it.each([
    ['brskes', 'brakes'],
    ['braks', 'braks'],
    ['braakes', 'brakes'],
    ['rbakes', 'rbakes'],
    ['barkes', 'brakes'],
    ['tempertures', 'temperatures'],
    ['tempreature', 'temperature'],
    ['brazil', 'brazil'],
    ['temper', 'temper'],
  ])('%s is read as %s', (written, meant) => {
    expect(spelling(written)).toBe(meant);
  });
});
