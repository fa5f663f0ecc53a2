import { addressKey } from '#shared/domain/address.ts';
import { isSameDay } from '#shared/domain/clock.ts';
import { type Customer, newCustomer, type Stay, type Visit } from '#shared/domain/customer.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import {
  type BookingRule,
  type OverrideReason,
  overrideReasons,
} from '#shared/domain/phrases/diary-booking.ts';
import { applyChanges, confirmJobs, datesOf, holdJobs, releaseHold } from '#shared/domain/slots/hold.ts';
import type { Slot } from '#shared/domain/slots/types.ts';
import { freshLife, withStage } from '#shared/domain/visit/life.ts';
import { customerWith } from '#shared/flows/booking/confirm.ts';
import { dayChanges } from '#shared/flows/booking/day-changes.ts';
import { clockChange, noClock, withoutPastReminders } from '#shared/flows/clock/agenda.ts';
import { firstNewsBy } from '#shared/flows/clock/news-by.ts';
import { bookedHappened } from '#shared/flows/count.ts';
import { freed } from '#shared/flows/waitlist/freed.ts';
import { leavingFor } from '#shared/flows/waitlist/leave.ts';
import { type DeskDecision, type DeskTurn, reply, toast } from '../turn.ts';
import { leaveButton } from './asks.ts';
import { type Agreed, dealtWith, nextSequence, shown, toldCustomer, visitWays } from './outcome.ts';
import { deskMark } from './override.ts';
import { pairs } from './pairs.ts';
import { diaryButton, type Plan, planOf, unknownCar } from './plan.ts';
import { atDesk, brokenRule, squeezed } from './rules.ts';
import { daysOf, moved, timesCard } from './times.ts';

/** A time and a way of staying, as an advisor chose them. `squeezed`: beside what is there already. */
export type Chosen = {
  readonly start: number;
  readonly stay: Stay;
  readonly squeezed: boolean;
  /** Why a rule is set aside; null where none is, or nobody said yet. */
  readonly reason: OverrideReason | null;
};

/**
 * Books or moves a visit in the customer's place. What online booking would refuse needs a reason first, which is kept with
 * the agreement; what has gone meanwhile is answered with other times.
 */
export function book(plan: Plan, chosen: Chosen, facts: Facts, turn: DeskTurn): DeskDecision {
  const { about, now, station } = turn;
  if (plan.customer !== null && !about) return toast(phrase('relayGone'));
  const before = moved(plan, turn);
  if (plan.aim === 'move' && !before) return reply(card('aside', phrase('diaryVisitGone')));
  if (plan.aim !== 'move' && isBooked(plan, facts)) return { changes: [], say: [] };
  const days = daysOf(facts, plan);
  const slot = slotOf(plan, chosen, facts, turn);
  if (typeof slot === 'string' || chosen.start < now)
    return reply(timesCard(plan, { of: 'earliest' }, facts, turn, [phrase('diarySlotGone')]));
  const rule = chosen.squeezed
    ? ruleInTheWay(plan, chosen, facts, turn)
    : brokenRule(station, days, plan, chosen, now);
  const reason = chosen.reason ?? (plan.walkin && !chosen.squeezed ? 'here' : null);
  if (rule !== null && reason === null) return reply(reasonCard(plan, chosen, rule));
  const after = written(plan, slot, chosen.stay, facts, now);
  const readyBy = slot.modes[chosen.stay]?.readyBy;
  if (!after || readyBy === undefined) return reply(timesCard(plan, { of: 'earliest' }, facts, turn));
  return agreed(
    plan,
    { ...chosen, reason, rule, readyBy },
    { before: [...facts.days.values()], after },
    facts,
    turn,
  );
}

/** The button was tapped twice: the first tap has booked it. */
function isBooked({ id }: Plan, { days }: Facts): boolean {
  return [...days.values()].some(({ jobs }) => jobs.some((job) => job.id === id && job.holdUntil === null));
}

/** The place in the one way of staying that was chosen; or the rule that leaves none. */
function slotOf(plan: Plan, chosen: Chosen, facts: Facts, { station, now }: DeskTurn): Slot | BookingRule {
  const days = daysOf(facts, plan);
  const slot = chosen.squeezed
    ? (squeezed(station, days, plan, chosen) ?? 'room')
    : atDesk(station, days, plan, chosen.start, now, chosen.stay);
  if (typeof slot === 'string') return slot;
  const place = slot.modes[chosen.stay];
  return place ? { ...slot, modes: { [chosen.stay]: place }, together: false } : 'way';
}

/** Why it has to be squeezed in; a time that became free since is booked as any other. */
function ruleInTheWay(plan: Plan, chosen: Chosen, facts: Facts, { station, now }: DeskTurn): BookingRule {
  const found = atDesk(station, daysOf(facts, plan), plan, chosen.start, now);
  return typeof found === 'string' ? found : 'room';
}

function reasonCard(plan: Plan, { start, stay, squeezed: isSqueezed }: Chosen, rule: BookingRule) {
  const buttons = overrideReasons.map((reason) =>
    diaryButton(phrase('diaryLabelReason', { reason }), {
      do: 'done',
      ...planOf(plan),
      start,
      stay,
      squeezed: isSqueezed,
      reason,
    }),
  );
  return card('aside', phrase('diaryAskReason', { rule }), [...pairs(buttons), [leaveButton]]);
}

/** The days with the visit in them; its old time is free. Null where a day is missing. */
function written(plan: Plan, slot: Slot, stay: Stay, facts: Facts, now: number): readonly Day[] | null {
  if (datesOf(slot).some((date) => !facts.days.has(date))) return null;
  const free = releaseHold([...facts.days.values()], plan.id);
  const { changes } = holdJobs(slot, plan.id, now + 60_000);
  const confirmed = confirmJobs(applyChanges(free, changes, now), plan.id, stay, now);
  return confirmed.kind === 'booked' ? confirmed.days : null;
}

type Sure = Chosen & { readonly rule: BookingRule | null; readonly readyBy: number };
type Days = { readonly before: readonly Day[]; readonly after: readonly Day[] };

function agreed(plan: Plan, sure: Sure, days: Days, facts: Facts, turn: DeskTurn): DeskDecision {
  const { about, by, station, now } = turn;
  const before = moved(plan, turn);
  const owner = about?.customer ?? byPhone(plan);
  const agreed: Visit = {
    id: plan.id,
    services: plan.services,
    start: sure.start,
    readyBy: sure.readyBy,
    vehicle: plan.car ?? unknownCar(plan.id),
    stay: sure.stay,
    sequence: nextSequence(owner, before),
    dates: days.after.filter(({ jobs }) => jobs.some((job) => job.id === plan.id)).map(({ date }) => date),
    chat: about?.home ? addressKey(about.home) : '',
    desk: deskMark(by.advisor, sure.rule, sure.reason),
    life: freshLife,
  };
  const booked = withoutPastReminders(agreed, station, now);
  const visit = plan.walkin && isToday(booked, turn) ? hereAtOnce(booked, turn) : booked;
  // Whoever has what they waited for leaves the waiting list.
  const left = leavingFor(customerWith(owner, visit), visit, facts);
  const { customer } = left;
  const what = before ? 'moved' : 'booked';
  const done: Agreed = { what, visit, customer, isHere: plan.walkin };
  const told = toldCustomer(done, turn);
  return {
    changes: [
      ...dayChanges(days),
      { kind: 'agreement', agreed: what, visit, by: by.advisor, customer: customer.id },
      ...(before ? [] : [bookedHappened(visit, 'desk', turn)]),
      ...clocks(visit, before, customer, { station, now }),
      // The old time is free for whoever waits for one.
      ...(before ? freed(before.dates, turn, before) : []),
      ...left.changes,
      ...told.changes,
      ...(about?.home ? [] : [{ kind: 'customer', customer } as const]),
    ],
    say: [...told.say, ...shown(done, turn, visitWays(customer.id, visit.id))],
    ...(about?.home ? { customer, case: dealtWith(about, turn) } : {}),
  };
}

/** A time on another day is for a car that leaves again. */
function isToday({ start }: Visit, { station, now }: DeskTurn): boolean {
  return isSameDay(start, now, station.zone);
}

/** Somebody who stands at the counter: the car is there. What they are told of the booking tells them so. */
function hereAtOnce(booked: Visit, { by, station, now }: DeskTurn): Visit {
  const owed = {
    ...booked.life,
    newsBy: firstNewsBy(station, now),
    told: { stage: 'arrived', at: now } as const,
  };
  return { ...booked, life: withStage(owed, 'arrived', now, by.advisor) };
}

/** A visit's clock lies where it is spoken of. */
function clocks(
  visit: Visit,
  before: Visit | undefined,
  customer: Customer,
  { station, now }: Pick<DeskTurn, 'station' | 'now'>,
): readonly Change[] {
  const old = before && before.chat !== visit.chat ? noClock(before) : [];
  return [...old, ...clockChange(visit, { customer, station }, now)];
}

/** Somebody who rang or walked in: a typed number proves nothing, and no messenger leads to them. */
function byPhone({ id, name, phone }: Plan): Customer {
  return { ...newCustomer(`desk/0/${id}/`, name), phone: phone || null };
}
