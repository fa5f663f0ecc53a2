import { upcomingVisits, type Visit } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { noClock } from '#shared/flows/clock/agenda.ts';
import { endVisit, visitOver } from '#shared/flows/visit/end.ts';
import { type About, type DeskDecision, type DeskTurn, reply } from '../turn.ts';
import { bayFree } from './free-bay.ts';
import { type Agreed, dealtWith, nextSequence, shown, toldCustomer } from './outcome.ts';
import { deskMark } from './override.ts';
import { diaryButton, planFor } from './plan.ts';

/** A visit of the customer whom the turn is about; undefined where it is there no more. */
export function visitNamed({ customer }: About, id: string, now: number): Visit | undefined {
  return upcomingVisits(customer, now).find((visit) => visit.id === id);
}

/** Asks once, since the customer is told at once. */
export function askCancel(about: About, { id, start, services, vehicle }: Visit): DeskDecision {
  const { customer, home } = about;
  const text = phrase('diaryAskCancel', {
    name: customer.name,
    car: vehicle.short,
    services,
    start,
    tells: home !== null,
  });
  const named = { customer: customer.id, visit: id };
  return reply(
    card('aside', text, [
      [
        diaryButton(phrase('diaryLabelCancel'), { do: 'cancelNow', ...named }),
        diaryButton(phrase('diaryLabelKeep'), { do: 'leave' }),
      ],
    ]),
  );
}

/** The bay is free at once; the customer is told, and can be booked again by one tap. */
export function cancel(about: About, visit: Visit, facts: Facts, turn: DeskTurn): DeskDecision {
  const { by, station, now } = turn;
  const gone: Visit = {
    ...visit,
    sequence: nextSequence(about.customer, visit),
    desk: deskMark(by.advisor, null, null),
  };
  const customer = endVisit(about.customer, visit, 'cancelled', now);
  const done: Agreed = { what: 'cancelled', visit: gone, customer };
  const told = toldCustomer(done, turn);
  const again = diaryButton(phrase('diaryLabelAgain'), {
    do: 'next',
    ...planFor(turn, 'book'),
    services: visit.services,
    car: visit.vehicle,
  });
  return {
    changes: [
      ...bayFree(visit, facts, about, turn),
      { kind: 'agreement', agreed: 'cancelled', visit: gone, by: by.advisor, customer: customer.id },
      ...visitOver(customer, visit, 'cancelled', null, station, now),
      ...noClock(visit),
      ...told.changes,
    ],
    say: [...told.say, ...shown(done, turn, [[again]])],
    customer,
    ...(about.home ? { case: dealtWith(about, turn) } : {}),
  };
}
