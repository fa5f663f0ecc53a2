import { upcomingVisits, type Visit } from '#shared/domain/customer.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Canned, isVariable, type Variable } from '#shared/station/canned/schema.ts';
import { priceOf } from '#shared/station/sums.ts';
import { textIn } from '#shared/station/text-in.ts';
import type { DeskTurn } from '../turn.ts';

/** A canned answer with its variables filled in; `missing` are those that nobody knows, and then there is nothing to send. */
export type Filled =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'missing'; readonly text: string; readonly missing: readonly Variable[] };

/** Fills an answer for the customer of the turn, in one language. What stays unknown is shown as `…`, never as a brace. */
export function fill(answer: Pick<Canned, 'text'>, language: Language, turn: DeskTurn): Filled {
  const known = (name: string) => (isVariable(name) ? meaningOf(name, language, turn) : null);
  const without = textIn(answer.text, language, turn.station).replace(
    /\[([^[\]]*)\]/gu,
    (_all, inside: string) => (namesIn(inside).every((name) => known(name) !== null) ? inside : ''),
  );
  const missing = namesIn(without)
    .filter(isVariable)
    .filter((name) => known(name) === null);
  const text = without.replace(/\{([^{}]*)\}/gu, (_all, name: string) => known(name) ?? '…').trim();
  return missing.length === 0
    ? { kind: 'whole', text }
    : { kind: 'missing', text, missing: [...new Set(missing)] };
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name);
}

/** What a variable stands for; null where it is not known of this customer. */
function meaningOf(name: Variable, language: Language, turn: DeskTurn): string | null {
  const { about, station, by, now } = turn;
  const figures = turn.figures(language);
  const visit = about ? (upcomingVisits(about.customer, now)[0] ?? null) : null;
  switch (name) {
    case 'name':
      return about?.customer.name || null;
    case 'car':
      return visit?.vehicle.short || about?.customer.vehicles.at(-1)?.short || null;
    case 'visit':
      return visit && figures.dayTime(visit.start);
    case 'date':
      return visit && figures.day(visit.start);
    case 'ready':
      // Today only the hour is said, on another day the day as well.
      return visit && figures.ready(visit.readyBy, now);
    case 'price': {
      const cents = visit && costOf(visit, turn);
      return cents === null ? null : figures.money(cents);
    }
    case 'advisor':
      return figures.person(by.advisor);
    case 'hours':
      return figures.hours;
    case 'address':
      return textIn(station.address, language, station);
    case 'phone':
      return station.phone;
    case 'payment':
    case 'parking':
    case 'warranty': {
      const answer = station.answers[name];
      return answer ? textIn(answer.text, language, station) : null;
    }
  }
}

/** Price from, of all the visit's work; null where one part of it has no price, or is no service any more. */
function costOf({ services }: Visit, { station }: DeskTurn): number | null {
  const work = services.map((id) => station.services.find((service) => service.id === id));
  return priceOf(work.map((service) => service ?? { priceFrom: null }));
}
