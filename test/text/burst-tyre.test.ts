import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';

/** Who writes that a tyre burst while driving is told of the tyre too, and not of a loose wheel alone; so are the advisors. */
const now = Date.parse('2026-11-23T08:00:00Z');
const told = { kind: 'wheel', phone: '+302310555010', advisor: 'maria', by: now, open: true } as const;

describe('a danger of a wheel names the burst tyre', () => {
  it.each([
    ['en', /burst tyre/],
    ['ru', /шин/],
    ['uk', /шин/],
    ['el', /σκασμένο λάστιχο/],
  ] as const)('in %s', (language, tyre) => {
    const text = textFor(language, station, now);
    expect(text.say(phrase('reportDanger', told))).toMatch(tyre);
    expect(text.say(phrase('reportCardDanger', { kind: 'wheel', at: now }))).toMatch(tyre);
  });
});
