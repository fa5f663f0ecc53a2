import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';

/** Whoever never answered whether we may write has not said "only when I ask": the desk does not read a wish that nobody had. */
const start = Date.parse('2026-11-24T08:15:00Z');
const expected = { ref: 'DEMO01', car: 'Octavia', start, call: 'asks' as const, phone: '+302310000000' };

describe('the desk that may not write to an owner reads that they have not agreed', () => {
  it.each([
    ['en', /not agreed/],
    ['ru', /[Сс]огласия .* нет/],
    ['uk', /[Зз]годи .* немає/],
    ['el', /δεν έχ(?:ουν|ει) δεχτεί/],
  ] as const)('in %s', (language, reason) => {
    const text = textFor(language, station, start);
    expect(text.say(phrase('promiseDeskExpected', expected))).toMatch(reason);
    const set = { stage: 'arrived' as const, car: 'Octavia', by: 'maria', told: 'asks' as const };
    expect(text.say(phrase('stageSet', set))).toMatch(reason);
  });
});
