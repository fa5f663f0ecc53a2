import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { withOrder } from '#shared/domain/order/steps.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { noClock } from '#shared/flows/clock/agenda.ts';
import { bayGone } from '#shared/flows/clock/bay.ts';
import { afterVisit } from '#shared/flows/feedback/timer.ts';
import { agreedCents } from '#shared/flows/visit/cents.ts';
import { stageChange } from '#shared/flows/visit/change.ts';
import { endVisit, pastOf, visitOver } from '#shared/flows/visit/end.ts';
import { worksAt } from '#shared/flows/visit/orders.ts';
import { bayFree } from '../diary/free-bay.ts';
import { diaryButton, planFor } from '../diary/plan.ts';
import { refusedWords } from '../estimate/refused.ts';
import { type About, type DeskDecision, type DeskTurn, toast } from '../turn.ts';
import { atDesk, ordersOf, tellOwner, undoButton, worksBefore } from './set.ts';
import { isServed } from './undo.ts';

/** A visit ends at the desk: the keys are back, or nobody came. Cancelling is the calendar's business (`diary/cancel.ts`). */

type End = 'handedBack' | 'noShow';

export function over(visit: Visit, to: End, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const { now, station, by } = turn;
  const moved = stageChange(visit, to, { by: by.advisor, at: now, customer: about.customer, station });
  if (moved.kind === 'refused')
    return toast(phrase('stageRefused', { from: visit.life.stage, to, why: moved.why }));
  const works = worksAt(to, ordersOf(about.customer, visit, facts), about.customer);
  if (works.kind === 'refused') return toast(refusedWords(works.why, works.order));
  // Nothing follows any more with which it could be told: it is said now or not at all.
  const last: Visit = { ...moved.visit, life: { ...moved.visit.life, told: null } };
  const cents = agreedCents(visit, about.customer);
  const told = tellOwner(last, works.orders.reduce(withOrder, about.customer), about, turn);
  const customer = endVisit(told.customer, told.visit, to, now);
  // Who has the keys in their hand need not be called to hear it.
  const how = told.told === 'call' && to === 'handedBack' ? 'silent' : told.told;
  const words = phrase('stageSet', { stage: to, car: visit.vehicle.short, by: by.advisor, told: how });
  return {
    changes: [
      ...works.orders.map((order): Change => ({ kind: 'order', order })),
      ...visitOver(customer, told.visit, to, cents, station, now),
      ...noClock(visit),
      ...afterVisit(customer, pastOf(told.visit, to, now), station, now),
      ...(to === 'noShow' ? bayFree(visit, facts, about, turn) : bayGone(visit, facts)),
    ],
    customer,
    say: [
      ...told.say,
      ...atDesk(
        card('aside', words, [
          [to === 'noShow' ? again(visit, turn) : undo(visit, works.orders, about.customer, facts, now)],
        ]),
        turn,
      ),
    ],
  };
}

function undo(visit: Visit, orders: readonly Order[], customer: Customer, facts: Facts, now: number) {
  const upkeep = customer.upkeep.filter((one) => isServed(one, visit));
  const known = { last: customer.last, upkeep };
  return undoButton(customer, { visit, works: worksBefore(orders, facts), known }, now);
}

/** The time is somebody else's by now; another one is a tap away. */
function again({ services, vehicle }: Visit, turn: DeskTurn) {
  return diaryButton(phrase('diaryLabelAgain'), {
    do: 'next',
    ...planFor(turn, 'book'),
    services,
    car: vehicle,
  });
}
