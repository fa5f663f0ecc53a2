import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/domain/clock.ts';
import { languages } from '#shared/domain/language.ts';
import { loadStation } from '#shared/station/load.ts';
import { pylaiaTyres } from '#shared/station/pylaia.ts';
import type { Station } from '#shared/station/schema.ts';
import { at, demo } from '#test/domain/slots/bookings.ts';
import { Town } from './given.ts';
import { eventsOf, type Moment, moment } from './life.ts';
import type { Neighbour } from './neighbour.ts';
import {
  answers,
  asksFirst,
  burstsEnd,
  calendarAgrees,
  decidesAlike,
  floodIsReal,
  keepsApart,
  readsWell,
  rulesHold,
} from './promises.ts';

const pylaia = loadStation(pylaiaTyres);
const beginnings: readonly (readonly [Station, Instant])[] = [
  [demo, at('2026-11-23', '10:00')],
  [demo, at('2026-11-27', '16:55')],
  [demo, at('2026-12-22', '03:00')],
  [demo, at('2027-03-26', '12:00')],
  [demo, at('2027-08-06', '23:59')],
  [pylaia, at('2026-11-23', '10:00', pylaia)],
];

/** How often what was said, and how large what is stored became: a life in which nobody books proves nothing. */
const seen = new Map<string, number>();
const sizes = { conversation: [0], row: [0], customer: [0] };

const life = fc.record({
  begins: fc.constantFrom(...beginnings),
  moments: fc.array(fc.tuple(fc.nat(3), moment), { minLength: 20, maxLength: 56, size: 'max' }),
});

describe('whatever people send, in any order', () => {
  it('everyone is answered, the calendar holds, and nobody learns of another', () => {
    fc.assert(
      fc.property(life, ({ begins: [station, now], moments }) => {
        const town = new Town(now, station);
        for (const language of languages) town.person(`Nomen${language.toUpperCase()}`, language);
        for (const [who, what] of moments) live(town, who, what);
      }),
      // Long lives take minutes to shrink; the seed and path that are printed replay the failure as it was.
      { numRuns: 300, endOnFailure: true },
    );
  }, 120_000);

  it('has booked, moved, cancelled and taken back, come too late and too often, and met a time that had gone', () => {
    const often = {
      booked: 500,
      cancelled: 25,
      cancelUndone: 15,
      moved: 15,
      limitReached: 100,
      slotGone: 20,
    };
    const seldom = {
      tooLateToChange: 1,
      visitPast: 3,
      draftKept: 20,
      consentYes: 3,
      phoneSaved: 20,
      personCalled: 20,
      reportAskKind: 50,
      reportRecap: 5,
      reportDanger: 5,
    };
    for (const [key, least] of Object.entries({ ...often, ...seldom }))
      expect(seen.get(key) ?? 0, key).toBeGreaterThanOrEqual(least);
  });

  it('keeps what is read and written at every step small', () => {
    expect(share(sizes.conversation, 0.98)).toBeLessThan(1_024);
    // A burst of thirty photos or a thousand Cyrillic letters is the most that a talk can hold.
    expect(share(sizes.conversation, 1)).toBeLessThan(6_000);
    expect(share(sizes.row, 0.98)).toBeLessThan(3_000);
    expect(share(sizes.row, 1)).toBeLessThan(10_000);
    expect(share(sizes.customer, 1)).toBeLessThan(4_000);
  });
});

/** The size below which that share of all lies. Bytes. */
function share(all: readonly number[], part: number): number {
  return all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * part)] ?? 0;
}

function live(town: Town, who: number, what: Moment): void {
  const person = town.people[who % town.people.length];
  if (!person) return;
  const own = `Nomen${person.profile.toUpperCase()}car ABC-482${who}`;
  for (const event of eventsOf(what, person, own)) step(person, event);
}

function step(person: Neighbour, event: Parameters<Neighbour['play']>[0]): void {
  const { town } = person;
  const played = person.play(event);
  answers(played);
  floodIsReal(played);
  burstsEnd(played, person);
  decidesAlike(played);
  asksFirst(played, person);
  keepsApart(readsWell(played, person), person);
  calendarAgrees(town);
  rulesHold(played, town);
  for (const key of person.heard) seen.set(key, (seen.get(key) ?? 0) + 1);
  sizes.conversation.push(Buffer.byteLength(JSON.stringify(person.conversation)));
  sizes.row.push(Buffer.byteLength(JSON.stringify(person.rows.at(-1) ?? {})));
  sizes.customer.push(Buffer.byteLength(JSON.stringify(person.customer)));
}
