import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Purpose } from '#shared/domain/consent.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import { advisorsWordsByTimer, answersByTimer } from '#shared/flows/automatic.ts';
import { station } from '#shared/station/station.ts';
import { playYear, type Said, type Year } from './year.ts';

/**
 * A year in a town, over the real functions: whatever a timer says to a customer was agreed to for its purpose, comes outside of
 * their quiet hours and within the caps, is still worth something, and is not piled up when the night or an outage ends.
 * `YEAR_PEOPLE` and `YEAR_SEED` make it larger, and another one.
 */

const people = Number(process.env.YEAR_PEOPLE ?? 4);
const seed = Number(process.env.YEAR_SEED ?? 1);
const DAY = 24 * 60 * MINUTE;

/** Until when each kind of automatic message is worth something, by its own words; a kind without a line always is. */
const worth: { readonly [K in PhraseKey]?: (args: Readonly<Record<string, unknown>>) => number } = {
  reminder: ({ start }) => Number(start),
  promiseExpected: ({ start }) => Number(start) + 60 * MINUTE,
  promiseMoved: ({ to }) => Number(to),
  waitlistOffer: ({ until }) => Number(until),
};

const textsOf = (messages: readonly Outbound[]) =>
  messages.flatMap((message) => (message.kind === 'say' && message.place !== 'refresh' ? message.text : []));
const keysOf = ({ row }: Said) => textsOf(row.messages).map(({ key }) => key);
const isAnswer = (one: Said) => keysOf(one).every((key) => answersByTimer.some((known) => known === key));
const isAdvisors = (one: Said) =>
  keysOf(one).every((key) => advisorsWordsByTimer.some((known) => known === key));
const isLate = ({ row, arrived }: Said) => row.heldFor === null && arrived !== row.born;
const isOffer = (one: Said) => keysOf(one).includes('waitlistOffer');
/** What a reminder names: each service by its car and when it was done last. */
const dueIn = ({ row }: Said): readonly string[] =>
  textsOf(row.messages).flatMap((text) =>
    text.key === 'feedbackDue' ? text.args.services.map(({ id, at }) => `${text.args.car} ${id} ${at}`) : [],
  );
/** Until when it is worth something. */
const worthOf = ({ row }: Said) =>
  Math.min(...textsOf(row.messages).map(({ key, args }) => worth[key]?.(args) ?? Number.POSITIVE_INFINITY));
const named = (one: Said) =>
  `${one.citizen.person.first_name} ${new Date(one.row.born).toISOString()} ${keysOf(one).join()} ${one.noted.join()}`;

describe('in a year', () => {
  let year: Year;
  let automatic: readonly Said[];
  beforeAll(async () => {
    year = await playYear(seed, { people, days: 365 });
    automatic = year.said.filter((one) => !isAnswer(one));
    const kinds = Object.entries(Object.groupBy(automatic.flatMap(keysOf), (key) => key));
    const counts = kinds.map(([key, all]) => `${key} ${all.length}`).join(', ');
    const answered = year.notes.answered.join(', ');
    const late = automatic.filter(isLate).length;
    console.log(
      `${year.steps} steps; ${counts}; kept back by an outage ${late}; offers answered: ${answered}`,
    );
  }, 600_000);

  const none = (found: readonly Said[]) => expect(found.map(named)).toEqual([]);

  it('much is said by itself, of every kind that there is', () => {
    const kinds = new Set(automatic.flatMap(keysOf));
    expect(automatic.length).toBeGreaterThan(8 * people);
    for (const kind of [
      'reminder',
      'stageNews',
      'estimateNudge',
      'feedbackAsk',
      'promiseMoved',
      'waitlistOffer',
      'feedbackDue',
    ] as const)
      expect(kinds, kind).toContain(kind);
    // Other towns have fewer.
    expect(automatic.filter((one) => dueIn(one).length > 0).length).toBeGreaterThanOrEqual(
      seed === 1 ? 3 : 1,
    );
  });

  it('all of it goes through the gate, which notes it, but for a time that somebody asked to be told of', () => {
    none(automatic.filter((one) => one.noted.length === 0 && !isAdvisors(one) && !isOffer(one)));
    none(automatic.filter((one) => isOffer(one) && (one.set?.waits ?? 0) === 0));
  });

  it('a time that is offered is held for exactly one', () => {
    const { answered } = year.notes;
    for (const answer of ['taken', 'refused'] as const) expect(answered, answer).toContain(answer);
    expect(year.shared).toEqual([]);
  });

  it('each service is spoken of once, and again only where they asked for that', () => {
    none(
      automatic.filter((one) =>
        automatic.some(
          (before) =>
            before.citizen === one.citizen &&
            before.row.born < one.row.born &&
            dueIn(before).some((due) => dueIn(one).includes(due)) &&
            !year.notes.later.some(
              ({ citizen, at }) => citizen === one.citizen && at > before.row.born && at < one.row.born,
            ),
        ),
      ),
    );
  });

  it('what could not be sent for hours comes once it can and may, or is not worth it any more', () => {
    const late = automatic.filter(isLate);
    expect(late.length).toBeGreaterThan(2);
    none(late.filter(({ row, arrived }) => arrived !== null && arrived > row.born + DAY));
    none(
      late.filter(
        (one) =>
          one.arrived === null && !(one.row.outcome === 'superseded' && worthOf(one) < one.row.born + DAY),
      ),
    );
  });

  it('nothing is said without consent for its purpose', () => {
    none(automatic.filter(({ noted, set }) => noted.some((purpose) => !isAgreed(purpose, set))));
  });

  it('nothing is said in quiet hours, the person’s or the station’s', () => {
    for (const at of [({ row }: Said) => row.born, ({ arrived }: Said) => arrived])
      none(automatic.filter((one) => isQuiet(at(one), one.set?.quiet ?? station.rules.quietHours)));
  });

  it('nothing is said above a cap', () => {
    const { visitPerDay, servicePerMonth, offersPerMonth } = station.rules.caps;
    const caps = [
      ['visit', visitPerDay, DAY],
      ['service', servicePerMonth, 31 * DAY],
      ['offers', offersPerMonth, 31 * DAY],
    ] as const;
    for (const [purpose, most, span] of caps)
      none(
        automatic.filter(
          (one) =>
            one.noted.includes(purpose) &&
            earlier(one, span).filter(({ noted }) => noted.includes(purpose)).length >= most,
        ),
      );
  });

  it('nothing is said that is worth nothing any more', () => {
    none(automatic.filter((one) => Math.max(one.row.born, one.arrived ?? 0) >= worthOf(one)));
  });

  it('what changes within ten minutes is told as one', () => {
    const isNews = (one: Said) => keysOf(one).includes('stageNews');
    const before = (one: Said) => earlier(one, 10 * MINUTE).filter((other) => carOf(other) === carOf(one));
    none(automatic.filter((one) => isNews(one) && before(one).some(isNews)));
  });

  it('nothing is piled up when a night or an outage ends: of one car no more than two messages in ten minutes', () => {
    none(
      automatic.filter(
        (one) => earlier(one, 10 * MINUTE).filter((other) => carOf(other) === carOf(one)).length >= 2,
      ),
    );
  });

  /** What was said to the same person so shortly before. */
  function earlier({ citizen, row }: Said, span: number): readonly Said[] {
    return automatic.filter(
      (other) =>
        other.citizen === citizen &&
        other.row.sk !== row.sk &&
        other.row.born <= row.born &&
        other.row.born > row.born - span,
    );
  }
});

/** The car that a message is about, as its words name it: it may have two visits at once. Messages that name none are taken together. */
function carOf({ row }: Said): unknown {
  return textsOf(row.messages)
    .map(({ args }) => new Map<string, unknown>(Object.entries(args)).get('car'))
    .find((car) => car !== undefined);
}

function isAgreed(purpose: string, set: Said['set']): boolean {
  const purposes: readonly Purpose[] = ['visit', 'service', 'offers'];
  return purposes.some((one) => one === purpose && set?.consents[one]?.given === true);
}

/** By the clock on the wall, minute by minute: not as the gate works it out. */
function isQuiet(at: number | null, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (at === null) return false;
  const { minute } = toWall(at, station.zone);
  for (let one = from; one !== to; one = (one + 1) % 1_440) if (one === minute) return true;
  return false;
}
