import { type Customer, upcomingVisits } from '#shared/domain/customer.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { daysWithRoom, moreTimes, type Offers, offers } from '#shared/domain/slots/search.ts';
import type { Days, Wish } from '#shared/domain/slots/types.ts';
import type { Turn } from '../flow.ts';
import type { Times } from './cards.ts';
import type { Draft, View } from './state.ts';

/** What the person asks the calendar for. The same wish gives the same times in every language. */
export function wishOf(draft: Draft, turn: Pick<Turn, 'customer' | 'now'>): Wish {
  const { services, moving } = draft;
  const elsewhere = withUs(draft, turn);
  return { services, mode: 'any', elsewhere, ...(moving ? { excluding: moving.id } : {}) };
}

/**
 * When the car that is meant is with us for other visits: one car is not expected twice at a time. An advisor who offers a time knows
 * what they do.
 */
function withUs({ id, vehicle, offered }: Draft, { customer, now }: Pick<Turn, 'customer' | 'now'>) {
  return offered === undefined ? spansOf({ id, car: vehicle?.id }, customer, now) : [];
}

/** From when to when a car is with us for visits other than this one. */
export function spansOf(
  { id, car }: { readonly id: string; readonly car: string | undefined },
  customer: Customer,
  now: number,
): NonNullable<Wish['elsewhere']> {
  return upcomingVisits(customer, now)
    .filter((one) => one.id !== id && one.vehicle.id === car)
    .map(({ start, readyBy }) => ({ from: start, to: readyBy }));
}

/** The times of a view, and what to say above them when they are not what was asked. */
export function timesFor(
  draft: Draft,
  view: View,
  days: Days,
  turn: Turn,
): { readonly times: Times; readonly lead: readonly Phrase[] } {
  const { station, now } = turn;
  const wish = wishOf(draft, turn);
  const found = offers(station, days, wish, now);
  const spread = (times: number, shown: readonly number[]) =>
    startsOf(moreTimes(station, days, wish, now, shown, { times, days: 3 }));
  // The time a visit has already is no choice when it is moved.
  const already = draft.moving ? [draft.moving.start] : [];
  const earliest = twoOf(startsOf(found.slots), spread(choice, already), already);
  const two = { view: { of: 'earliest' }, starts: earliest } as const;
  if (earliest.length === 0) return { times: two, lead: [nothing(found, draft, station.phone)] };
  switch (view.of) {
    case 'earliest':
      return { times: two, lead: [] };
    case 'more':
      return { times: { view, starts: spread(timesAtOnce - 1, [...earliest, ...already]) }, lead: [] };
    case 'days':
      return { times: daysTimes(draft, view.from, days, turn), lead: [] };
    case 'day': {
      const onDay = timesOn(view.date, draft, days, turn).filter((start) => !already.includes(start));
      if (onDay.length > 0) return { times: { view, starts: onDay }, lead: [] };
      return { times: two, lead: [phrase('dayFull', { date: view.date })] };
    }
  }
}

/** With the ways on and back these make ten rows: what a list can show at once; one less where the waiting list stands there too. */
const timesAtOnce = 6;
/** Among so many the second offer is looked for: the beginning, middle and end of three days. */
const choice = 9;

/** Two offers so close together would be one offer. */
const reallyAnotherMs = 2 * 60 * 60_000;

/** The earliest time, and the next one that is really another: a quarter of an hour later is no choice. */
function twoOf(
  earliest: readonly number[],
  others: readonly number[],
  already: readonly number[],
): readonly number[] {
  const [first, ...rest] = [...earliest, ...others]
    .filter((start) => !already.includes(start))
    .sort((a, b) => a - b);
  if (first === undefined) return [];
  const second = rest.find((start) => start - first >= reallyAnotherMs) ?? rest[0];
  return second === undefined ? [first] : [first, second];
}

/** Six times over one day. Work of several days has to see the days that it reaches into; all other work only its own. */
function timesOn(date: string, draft: Draft, days: Days, turn: Turn): readonly number[] {
  const { station, now } = turn;
  const long = station.services.some(({ id, days: lasts }) => lasts > 1 && draft.services.includes(id));
  const read: Days = long ? days : { get: (other) => (other === date ? days.get(other) : undefined) };
  const spread = { times: timesAtOnce, days: 1 };
  const found = moreTimes(station, read, { ...wishOf(draft, turn), days: [date] }, now, [], spread);
  return startsOf(found.filter((slot) => slot.date === date));
}

/** So many days make ten rows, too. */
const daysAtOnce = 7;

/** A page of days with room; past the last one the pages begin again. */
function daysTimes(draft: Draft, from: string | null, days: Days, turn: Turn): Times {
  const found = daysWithRoom(
    turn.station,
    days,
    wishOf(draft, turn),
    turn.now,
    from ?? undefined,
    daysAtOnce,
  );
  if (found.length === 0 && from !== null) return daysTimes(draft, null, days, turn);
  return { view: { of: 'days', from }, dates: found.map(({ date }) => date) };
}

function startsOf(slots: Offers['slots']): readonly number[] {
  return slots.map(({ start }) => start);
}

/** Never a bare "no": another day, a person and the phone are always there. */
function nothing({ note }: Offers, draft: Draft, phone: string): Phrase {
  const services = [...draft.services];
  return note?.kind === 'separate-visits'
    ? phrase('separateVisits', { services })
    : phrase('noTimes', { services, phone });
}
