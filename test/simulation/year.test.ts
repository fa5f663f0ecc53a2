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
};

const textsOf = (messages: readonly Outbound[]) =>
  messages.flatMap((message) => (message.kind === 'say' ? message.text : []));
const keysOf = ({ row }: Said) => textsOf(row.messages).map(({ key }) => key);
const isAnswer = (one: Said) => keysOf(one).every((key) => answersByTimer.some((known) => known === key));
const isAdvisors = (one: Said) =>
  keysOf(one).every((key) => advisorsWordsByTimer.some((known) => known === key));
const named = (one: Said) =>
  `${one.citizen.person.first_name} ${new Date(one.row.born).toISOString()} ${keysOf(one).join()} ${one.noted.join()}`;

describe('in a year', () => {
  let year: Year;
  let automatic: readonly Said[];
  beforeAll(async () => {
    year = await playYear(seed, { people, days: 365 });
    automatic = year.said.filter((one) => !isAnswer(one));
  }, 600_000);

  const none = (found: readonly Said[]) => expect(found.map(named)).toEqual([]);

  it('much is said by itself, of every kind that there is', () => {
    const kinds = new Set(automatic.flatMap(keysOf));
    expect(automatic.length).toBeGreaterThan(8 * people);
    for (const kind of ['reminder', 'stageNews', 'estimateNudge', 'feedbackAsk', 'promiseMoved'] as const)
      expect(kinds, kind).toContain(kind);
  });

  it('all of it goes through the gate, which notes it', () => {
    none(automatic.filter((one) => one.noted.length === 0 && !isAdvisors(one)));
  });

  it('nothing is said without consent for its purpose', () => {
    none(automatic.filter(({ noted, set }) => noted.some((purpose) => !isAgreed(purpose, set))));
  });

  it('nothing is said in quiet hours, the person’s or the station’s', () => {
    none(automatic.filter(({ row, set }) => isQuiet(row.born, set?.quiet ?? station.rules.quietHours)));
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
    none(
      automatic.filter(({ row }) =>
        textsOf(row.messages).some(({ key, args }) => (worth[key]?.(args) ?? row.born + 1) <= row.born),
      ),
    );
  });

  it('nothing is piled up when a night or an outage ends: of one visit no more than two messages in half an hour', () => {
    none(
      automatic.filter(
        (one) => earlier(one, 30 * MINUTE).filter((other) => startOf(other) === startOf(one)).length >= 2,
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

/** The visit that a message is about, as its words name it; messages that name none are taken together. */
function startOf({ row }: Said): unknown {
  return textsOf(row.messages)
    .map(({ args }) => new Map<string, unknown>(Object.entries(args)).get('start'))
    .find((start) => start !== undefined);
}

function isAgreed(purpose: string, set: Said['set']): boolean {
  const purposes: readonly Purpose[] = ['visit', 'service', 'offers'];
  return purposes.some((one) => one === purpose && set?.consents[one]?.given === true);
}

/** By the clock on the wall, minute by minute: not as the gate works it out. */
function isQuiet(at: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const { minute } = toWall(at, station.zone);
  for (let one = from; one !== to; one = (one + 1) % 1_440) if (one === minute) return true;
  return false;
}
