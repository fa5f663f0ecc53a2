import { type Customer, upcomingVisits, type Visit } from '#shared/domain/customer.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { DeskTurn } from '../turn.ts';
import { diaryButton, type Plan, planOf, unknownCar } from './plan.ts';

/** What is asked before there are times to show: which work, which car, which visit. */

export const leaveButton = diaryButton(phrase('diaryLabelLeaveIt'), { do: 'leave' });

/**
 * The list of work. A customer is offered what they could book; an advisor books walk-ins, too. `among`: only these, where a
 * word may have meant several.
 */
export function workCard(
  plan: Plan,
  among: readonly string[] | null,
  { station, about }: Pick<DeskTurn, 'station' | 'about'>,
  lead: readonly Phrase[] = [],
): Say {
  const possible = station.services.filter(({ booking }) =>
    plan.aim === 'offer' ? booking === 'online' : booking !== 'remote',
  );
  const shown = possible.filter(({ id }) => among === null || among.includes(id));
  const last = about?.customer.id === plan.customer ? about?.customer.last : null;
  const again = last?.services.filter((id) => possible.some((service) => service.id === id)) ?? [];
  const row = (services: string[], label: Phrase) => [
    diaryButton(label, { do: 'next', ...planOf(plan), services }),
  ];
  const rows: (readonly Option[])[] = [
    ...(again.length > 0 && plan.services.length === 0 && among === null
      ? [row(again, phrase('labelSameAsLast', { services: again }))]
      : []),
    ...shown.map(({ id }) => {
      const chosen = plan.services.includes(id);
      const services = chosen ? plan.services.filter((one) => one !== id) : [...plan.services, id];
      return row(services, phrase('labelService', { id, chosen }));
    }),
    ...(among === null
      ? []
      : [[diaryButton(phrase('labelMoreWork'), { do: 'work', ...planOf(plan), among: null })]]),
    plan.services.length > 0 ? [...row(plan.services, phrase('labelContinue')), leaveButton] : [leaveButton],
  ];
  const text = phrase('diaryAskWork', { name: plan.name, chosen: plan.services });
  return card('aside', [...lead, text], rows);
}

export function carCard(plan: Plan, { vehicles }: Customer): Say {
  const rows = [...vehicles]
    .reverse()
    .map((car) => [
      diaryButton(phrase('verbatim', { text: car.short }), { do: 'next', ...planOf(plan), car }),
    ]);
  const unknown = diaryButton(phrase('diaryLabelNoCar'), {
    do: 'next',
    ...planOf(plan),
    car: unknownCar(plan.id),
  });
  return card('aside', phrase('diaryAskCar', { name: plan.name }), [...rows, [unknown, leaveButton]]);
}

/** The visit of a customer that is meant, or the question which; null: there is none. */
export function visitOf(
  customer: Customer,
  now: number,
  then: 'moveVisit' | 'cancelVisit',
): { readonly visit: Visit } | { readonly ask: Say } | null {
  const visits = upcomingVisits(customer, now);
  const [only] = visits;
  if (!only) return null;
  if (visits.length === 1) return { visit: only };
  const rows = visits.map(({ id, start, vehicle }) => [
    diaryButton(phrase('labelVisit', { start, car: vehicle.short }), {
      do: then,
      customer: customer.id,
      visit: id,
    }),
  ]);
  return { ask: card('aside', phrase('diaryWhichVisit', { name: customer.name }), [...rows, [leaveButton]]) };
}
