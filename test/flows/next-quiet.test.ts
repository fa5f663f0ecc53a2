import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loudFrom, nextQuiet } from '#shared/flows/automatic.ts';
import { station } from '#shared/station/station.ts';

const minute = 60_000;
const person = fc.record({
  quietHours: fc.option(
    fc.record({ from: fc.integer({ min: 0, max: 1_439 }), to: fc.integer({ min: 0, max: 1_439 }) }),
  ),
});
/** A year with both changes of the clocks. */
const instant = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-01-01T00:00:00Z') })
  .map((at) => at - (at % minute));

describe('the next quiet hours', () => {
  it('end when somebody may be written to again, and until they begin they may be', () => {
    fc.assert(
      fc.property(person, instant, fc.double({ min: 0, max: 1, noNaN: true }), (who, at, share) => {
        const { from, until } = nextQuiet(who, station, at);
        expect(from).toBeGreaterThanOrEqual(at);
        expect(until).toBe(loudFrom(who, station, from));
        const before = at + Math.floor(((from - at) * share) / minute) * minute;
        if (before < from) expect(loudFrom(who, station, before)).toBe(before);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of who writes at noon begin in the evening', () => {
    const { from, until } = nextQuiet(
      { quietHours: { from: 21 * 60, to: 9 * 60 } },
      station,
      Date.parse('2026-11-23T10:00:00Z'),
    );
    expect([from, until].map((at) => new Date(at).toISOString())).toEqual([
      '2026-11-23T19:00:00.000Z',
      '2026-11-24T07:00:00.000Z',
    ]);
  });
});
