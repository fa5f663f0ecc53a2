import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { daysWithRoom, moreTimes, type Offers, offers } from '#shared/domain/slots/search.ts';
import type { Days, Wish } from '#shared/domain/slots/types.ts';
import type { Turn } from '../flow.ts';
import type { Times } from './cards.ts';
import type { Draft, View } from './state.ts';

/** What the person asks the calendar for. The same wish gives the same times in every language. */
export function wishOf({ services, moving }: Draft): Wish {
  return { services, mode: 'any', ...(moving ? { excluding: moving.id } : {}) };
}

/** The times of a view, and what to say above them when they are not what was asked. */
export function timesFor(
  draft: Draft,
  view: View,
  days: Days,
  turn: Turn,
): { readonly times: Times; readonly lead: readonly Phrase[] } {
  const { station, now } = turn;
  const wish = wishOf(draft);
  const first = offers(station, days, wish, now);
  const more = (own: Wish, shown: readonly number[]) => startsOf(moreTimes(station, days, own, now, shown));
  // The time a visit has already is no choice when it is moved.
  const already = draft.moving ? [draft.moving.start] : [];
  const earliest = startsOf(first.slots).includes(already[0] ?? 0)
    ? more(wish, already).slice(0, 2)
    : startsOf(first.slots);
  if (earliest.length === 0)
    return { times: { view: { of: 'earliest' }, starts: [] }, lead: [nothing(first, draft, station.phone)] };
  switch (view.of) {
    case 'earliest':
      return { times: { view, starts: earliest }, lead: [] };
    case 'more':
      return {
        times: { view, starts: more(wish, [...earliest, ...already]) },
        lead: [],
      };
    case 'days':
      return { times: daysTimes(draft, view.from, days, turn), lead: [] };
    case 'day': {
      const onDay = moreTimes(station, days, { ...wish, days: [view.date] }, now).filter(
        ({ date }) => date === view.date,
      );
      if (onDay.length > 0) return { times: { view, starts: onDay.map(({ start }) => start) }, lead: [] };
      return {
        times: { view: { of: 'earliest' }, starts: earliest },
        lead: [phrase('dayFull', { date: view.date })],
      };
    }
  }
}

/** A page of days with room; past the last one the pages begin again. */
function daysTimes(draft: Draft, from: string | null, days: Days, turn: Turn): Times {
  const found = daysWithRoom(turn.station, days, wishOf(draft), turn.now, from ?? undefined);
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
