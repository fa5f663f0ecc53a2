import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { station } from '#shared/station/station.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { sentencesOf, verdictOf } from './evaluate.ts';

/** Russian and Ukrainian as people write them, and what only looks like a visit that is wanted. */

const trapsOf = (language: string) =>
  z
    .array(z.string())
    .parse(JSON.parse(readFileSync(new URL(`./${language}-traps.json`, import.meta.url), 'utf8')));
const of = (text: string) => understoodOf(text, station);

describe.each(['ru', 'uk'])('in %s', (language) => {
  it('sentences of bookings, changes and questions are understood, and none is misread', () => {
    const verdicts = sentencesOf(language).map((sentence) => ({
      text: sentence.text,
      verdict: verdictOf(sentence, station),
    }));
    expect(verdicts.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    const right = verdicts.filter(({ verdict }) => verdict === 'understood').length;
    expect(right / verdicts.length).toBeGreaterThan(0.97);
  });

  it("refusals, stories, complaints and what others did are nobody's booking", () => {
    expect(trapsOf(language).filter((text) => of(text) !== null)).toEqual([]);
  });
});

describe('what a car and a fault are called', () => {
  it.each([
    ['замена масла поло 1.6', 'oil', 'polo'],
    ['масло на логан, пробег 120 тысяч', 'oil', 'logan'],
    ['перевзути шкоду, 16 радіус', 'tyres', 'skoda'],
  ])('leaves figures of the car out of "%s"', (text, service, car) => {
    expect(of(text)?.wish).toMatchObject({
      services: [service],
      car: { of: 'said', said: car },
      days: [],
      time: null,
      ordinal: null,
    });
  });

  it.each([
    ['кондей не холодит, можно завтра?', 'ac'],
    ['аккумулятор сел', 'batt'],
    ['чек горить, запишіть на середу', 'diag'],
    ['колесо спустило', 'punct'],
  ])('knows by "%s" which work is meant', (text, service) => {
    expect(of(text)?.wish?.services).toEqual([service]);
  });

  it.each([
    'масло в коробке поменять',
    'тормоза проверить надо',
    'задние колодки поменять',
    'поміняти оливу в коробці',
    'перевірити гальма треба',
  ])('asks back which work is meant by "%s"', (text) => {
    expect(of(text)?.wish).toMatchObject({ otherWork: true, services: [] });
  });
});
