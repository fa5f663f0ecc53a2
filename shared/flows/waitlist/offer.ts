import { MINUTE } from '#shared/domain/clock.ts';
import { type Customer, isPerson, upcomingVisits } from '#shared/domain/customer.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import { type Option, type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { isWithUs } from '#shared/domain/slots/judge.ts';
import {
  type Kept,
  offeredTo,
  type Round,
  type Wait,
  type Waitlist,
  withoutOffered,
  withoutWaits,
} from '#shared/domain/waitlist.ts';
import { loudFrom } from '../automatic.ts';
import { dayChanges } from '../booking/day-changes.ts';
import { spansOf } from '../booking/times.ts';
import { answer, button, type Decision, type Turn, toCustomer } from '../flow.ts';
import { isMet } from './leave.ts';
import { askNext, givenBack, holdId, overKey, reached } from './next.ts';
import { waitlistAct } from './ways.ts';

/** One person of the list is asked: told in their own chat, with a span to answer in; then the next one. Pure. */

/** What is read for a round that goes on from a time that was kept. */
export function needsOfKept({ dates, round }: Kept, { station }: Pick<Turn, 'station'>): readonly Need[] {
  return [
    { kind: 'waitlist' },
    { kind: 'days', dates: [...new Set([...dates, ...reached(round.dates, station)])].sort() },
  ];
}

/** The list, the days and the timers as they are once the next one is asked. */
export function roundOn(
  before: Pick<Facts, 'waitlist' | 'days'>,
  standing: { readonly list: Waitlist; readonly days: Facts['days'] },
  round: Round,
  turn: Pick<Turn, 'station' | 'now' | 'id'>,
): readonly Change[] {
  const next = askNext({ list: standing.list, days: [...standing.days.values()] }, round, turn);
  const days = dayChanges({ before: [...before.days.values()], after: next.days });
  const list: readonly Change[] =
    JSON.stringify(next.list) === JSON.stringify(before.waitlist)
      ? []
      : [{ kind: 'waitlist', list: next.list }];
  return [...days, ...list, ...next.changes];
}

/** Less than this is no time to answer in: whoever is asked so late is asked anew. */
const leastMs = 5 * MINUTE;

/** It is this person's turn. `key`: the timer that says so. */
export function offerNow(key: string, kept: Kept, facts: Facts, turn: Turn): Decision<never> {
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  const { customer, station, now } = turn;
  const wait = facts.waitlist.waits.find(({ id }) => id === kept.wait);
  const isTheirs = wait && isPerson(wait.customer, customer) && turn.case.blocked === null;
  if (!wait || !isTheirs || isSettled(wait, customer, now)) {
    return passedOn(used, kept, { struck: true, round: kept.round }, facts, turn);
  }
  const offered = offeredTo(facts.waitlist, wait.id, now);
  if (offered?.start !== kept.start || kept.until - now < leastMs)
    return passedOn(used, kept, { struck: false, round: kept.round }, facts, turn);
  // What they booked since may keep that car here; another time is asked about again.
  const elsewhere = spansOf({ id: holdId(wait), car: wait.car }, customer, now);
  if (isWithUs({ elsewhere }, kept.start, kept.readyIfWaiting ?? kept.readyIfLeft ?? kept.start)) {
    const round = { ...kept.round, passed: [...kept.round.passed, wait.id] };
    return passedOn(used, kept, { struck: false, round }, facts, turn);
  }
  const awake = loudFrom(customer, station, now);
  if (awake > now) {
    const { passed, slept, again } = kept.round;
    const round = {
      ...kept.round,
      passed: [...passed, wait.id],
      slept: [...slept, wait.id],
      again: Math.min(again ?? awake, awake),
    };
    return passedOn(used, kept, { struck: false, round }, facts, turn);
  }
  const until = Math.min(kept.until, now + station.rules.visits.offerHold * MINUTE);
  const over: Change = { kind: 'timer', key: overKey(wait.id), dueAt: until, data: kept };
  return {
    ...answer(),
    changes: [used, over],
    say: [toCustomer(offerSay(wait, { ...kept, until }, customer))],
  };
}

/** Whether they have what they waited for, or the visit that they would move is no more. */
function isSettled(wait: Wait, customer: Customer, now: number): boolean {
  const visits = upcomingVisits(customer, now);
  if (wait.moving !== null)
    return !visits.some(({ id, life }) => id === wait.moving && life.stage === 'booked');
  return visits.some((visit) => isMet(wait, visit));
}

/** What was kept goes back, and the next one is asked. `struck`: they leave the list. */
export function passedOn(
  used: Change,
  kept: Kept,
  { struck, round }: { readonly struck: boolean; readonly round: Round },
  facts: Facts,
  turn: Turn,
): Decision<never> {
  const { waitlist, days } = facts;
  const wait = waitlist.waits.find(({ id }) => id === kept.wait);
  const isKept = offeredTo(waitlist, kept.wait, 0)?.start === kept.start;
  const back = isKept || !wait ? givenBack([...days.values()], wait, kept) : [...days.values()];
  const list = struck
    ? withoutWaits(waitlist, [kept.wait])
    : isKept
      ? withoutOffered(waitlist, kept.wait)
      : waitlist;
  const left = struck && turn.customer.waits.includes(kept.wait);
  const customer = { ...turn.customer, waits: turn.customer.waits.filter((id) => id !== kept.wait) };
  const free = new Map(back.map((day) => [day.date, day]));
  return {
    ...answer(),
    changes: [
      used,
      ...(left ? [{ kind: 'customer', customer } as const] : []),
      ...roundOn(facts, { list, days: free }, round, turn),
    ],
  };
}

/** The offer with its answers: one tap books. */
export function offerSay(wait: Wait, kept: Kept, customer: Customer): Say {
  const vehicle = customer.vehicles.find(({ id }) => id === wait.car);
  const from = customer.visits.find(({ id }) => id === wait.moving)?.start ?? null;
  const { start, until, readyIfLeft, readyIfWaiting } = kept;
  const text = phrase('waitlistOffer', {
    services: wait.services,
    car: vehicle?.short ?? '',
    start,
    from,
    until,
    readyIfLeft,
    readyIfWaiting,
  });
  const message = say(text, [
    ...waysOf(wait, kept),
    [waitlistAct(phrase('waitlistLabelNotNow'), { do: 'notNow', kept })],
  ]);
  return { ...message, card: 'aside' };
}

function waysOf(wait: Wait, kept: Kept): readonly (readonly Option[])[] {
  const { start, until, dates, readyIfLeft, readyIfWaiting } = kept;
  const hold = { start, until, dates, readyIfWaiting, readyIfLeft };
  const { id, services, car, moving } = wait;
  const way = (label: Parameters<typeof button>[0], stay: 'wait' | 'leave') =>
    button(label, { flow: 'book', data: { do: 'listed', id, services, car, moving, hold, stay } });
  if (readyIfLeft !== null && readyIfWaiting !== null)
    return [[way(phrase('labelLeave'), 'leave'), way(phrase('labelWait'), 'wait')]];
  return [[way(phrase('waitlistLabelBook'), readyIfLeft === null ? 'wait' : 'leave')]];
}
