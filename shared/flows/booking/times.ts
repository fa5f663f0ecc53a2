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
  { station, now }: Turn,
): { readonly times: Times; readonly lead: readonly Phrase[] } {
  const wish = wishOf(draft);
  const first = offers(station, days, wish, now);
  const earliest = startsOf(first);
  if (earliest.length === 0)
    return { times: { view: { of: 'earliest' }, starts: [] }, lead: [nothing(first, draft, station.phone)] };
  switch (view.of) {
    case 'earliest':
      return { times: { view, starts: earliest }, lead: [] };
    case 'more':
      return {
        times: { view, starts: moreTimes(station, days, wish, now, earliest).map(({ start }) => start) },
        lead: [],
      };
    case 'days':
      return {
        times: { view, dates: daysWithRoom(station, days, wish, now).map(({ date }) => date) },
        lead: [],
      };
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

function startsOf({ slots }: Offers): readonly number[] {
  return slots.map(({ start }) => start);
}

/** Never a bare "no": another day, a person and the phone are always there. */
function nothing({ note }: Offers, draft: Draft, phone: string): Phrase {
  const services = [...draft.services];
  return note?.kind === 'separate-visits'
    ? phrase('separateVisits', { services })
    : phrase('noTimes', { services, phone });
}
