import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { withoutJob } from '#shared/domain/day.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import { addressesOf, othersOf } from '#shared/domain/identity.ts';
import { type EraseJob, erasureBegun } from '#shared/domain/job.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { isInHouse } from '#shared/domain/visit/stage.ts';
import { dayChanges } from './booking/day-changes.ts';
import { endings, openAtOthers } from './erase/others.ts';
import { answer, button, type Decision, defineFlow, type FlowEvent, type Turn, toCustomer } from './flow.ts';
import { needsOfOrders } from './payer/orders.ts';
import { overHappened } from './visit/end.ts';
import { freed } from './waitlist/freed.ts';

/** Estimates that wait for an answer of this person, or of whoever they answer for: named where they were read. */
const orders = z.array(z.object({ of: z.string(), ref: z.string() }));

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask') }),
  z.object({ do: z.literal('yes'), orders }),
  z.object({ do: z.literal('no') }),
]);
type EraseAction = z.infer<typeof action>;

/**
 * Being forgotten: asked once, with what goes and what stays. Not while the car is at the station or agreed work is not finished: then
 * we must know whose it is. What follows a yes is a job (`functions/documents/erase/erase.ts`), since it takes longer than a message may.
 */
export const erase = defineFlow({
  name: 'erase',
  state: z.never(),
  action,
  takes: () => false,
  needs: (_state, event, turn) => needsOf(event, turn),
  decide: (_state, event, facts, turn) => {
    if (event.kind !== 'action') return answer();
    if (event.action.do === 'no') return answer(card('aside', phrase('eraseKept')));
    const why = eraseObstacle(turn.customer);
    if (why) return answer(card('aside', why));
    return event.action.do === 'ask' ? ask(facts, turn) : accepted(facts, turn, event.action.orders);
  },
});

function needsOf(event: FlowEvent<EraseAction>, turn: Turn): readonly Need[] {
  if (event.kind !== 'action' || event.action.do === 'no') return [];
  const ids = othersOf(turn.customer);
  const people: readonly Need[] = ids.length === 0 ? [] : [{ kind: 'people', ids }];
  if (event.action.do === 'ask') return people;
  const dates = [...new Set(turn.customer.visits.flatMap((visit) => visit.dates))];
  const days: readonly Need[] = dates.length === 0 ? [] : [{ kind: 'days', dates }];
  return [...people, ...days, ...needsOfOrders(event.action.orders)];
}

/** Why not now; null where nothing is in the way. */
export function eraseObstacle(customer: Customer) {
  const visit = customer.visits.find(({ life }) => isInHouse(life.stage));
  if (visit) return phrase('eraseInHouse', { car: visit.vehicle.short, readyBy: visit.readyBy });
  const order = customer.orders.find(({ state, work }) => state === 'agreed' || work !== 'none');
  return order ? phrase('eraseAgreed', { ref: order.ref, car: order.car }) : null;
}

function ask(facts: Facts, turn: Turn): Decision<never> {
  const { customer } = turn;
  const visits = customer.visits.map(({ start }) => start);
  const text = phrase('eraseAsk', { visits, linked: addressesOf(customer).length > 1 });
  const waiting = openAtOthers(customer, facts);
  return answer(
    card('aside', text, [
      [button(phrase('eraseLabelYes'), { flow: 'erase', data: { do: 'yes', orders: waiting } })],
      [button(phrase('eraseLabelNo'), { flow: 'erase', data: { do: 'no' } })],
    ]),
  );
}

function accepted(facts: Facts, turn: Turn, named: z.infer<typeof orders>): Decision<never> {
  const { customer, now, id, station } = turn;
  const others = endings(named, facts, turn);
  const before = [...facts.days.values()];
  const gone = new Set(customer.visits.map((visit) => visit.id));
  const after = before.map((day) => [...gone].reduce(withoutJob, day));
  return {
    next: { kind: 'anew' },
    changes: [
      ...dayChanges({ before, after }),
      ...customer.visits.map((visit) => overHappened(visit, 'cancelled', null, station, now)),
      ...freed(customer.visits.flatMap(datesOf), { now, id }),
      ...others.changes,
    ],
    say: [toCustomer(card('aside', phrase('eraseBegun'))), ...others.say],
    jobs: [jobOf(turn)],
  };
}

function datesOf({ dates }: Visit): readonly string[] {
  return dates;
}

function jobOf({ customer, address, language, now, id }: Turn): EraseJob {
  const here = addressKey(address);
  return {
    ...erasureBegun,
    id: `erase-${id}`,
    at: now,
    people: [...new Set([customer.id, ...customer.formerly])],
    addresses: [...new Set([here, ...addressesOf(customer)])],
    cancelled: customer.visits.map(({ start }) => start),
    receipt: { address: here, language },
  };
}
