import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import { dayBounds, toWall } from '#shared/domain/clock.ts';
import { type Customer, isPerson, mostVehicles } from '#shared/domain/customer.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import {
  isSame,
  joined,
  type Kept,
  keptSchema,
  mostInAll,
  mostWaits,
  offeredTo,
  roundSchema,
  type Wait,
  waitsOf,
  withoutPast,
} from '#shared/domain/waitlist.ts';
import { bookRow } from './booking/cards.ts';
import { handOver, limitReached } from './call-person.ts';
import { answer, type Decision, defineFlow, type FlowEvent, type Turn } from './flow.ts';
import { type WaitlistAction, waitlistActionSchema } from './waitlist/action.ts';
import { freed, freedPrefix } from './waitlist/freed.ts';
import type { Held } from './waitlist/held.ts';
import { leaving } from './waitlist/leave.ts';
import { offerKey, overKey, pastKey, reached } from './waitlist/next.ts';
import { needsOfKept, offerNow, offerSay, passedOn, roundOn } from './waitlist/offer.ts';
import { waitlistAct } from './waitlist/ways.ts';

/**
 * The waiting list: asking to be told when a time is free, what is free being offered to one person after the other, and leaving.
 * Asking for it is the consent to the one message; a time that is kept for somebody is held in the day, so nobody else can win it.
 */
export const waitlist = defineFlow({
  name: 'waitlist',
  state: z.never(),
  action: waitlistActionSchema,
  takes: () => false,
  timers: true,
  needs: (_state, event, turn) => needsOf(event, turn),
  decide: (_state, event, facts, turn) => {
    if (event.kind === 'timer') return fired(event.key, event.data, facts, turn);
    return event.kind === 'action' ? acted(event.action, facts, turn) : answer();
  },
});

function needsOf(event: FlowEvent<WaitlistAction>, turn: Turn): readonly Need[] {
  if (event.kind === 'timer') {
    if (event.key.startsWith(freedPrefix)) return needsOfFreed(event.data, turn);
    const kept = keptSchema.safeParse(event.data).data;
    return kept ? needsOfKept(kept, turn) : [{ kind: 'waitlist' }];
  }
  if (event.kind !== 'action') return [];
  return event.action.do === 'notNow' ? needsOfKept(event.action.kept, turn) : [{ kind: 'waitlist' }];
}

/** What is read when something is free; also by the desk, where its timers come. */
export function needsOfFreed(data: unknown, { station }: Pick<Turn, 'station'>): readonly Need[] {
  const round = roundSchema.safeParse(data).data;
  if (!round || round.dates.length === 0) return [];
  return [{ kind: 'waitlist' }, { kind: 'days', dates: [...reached(round.dates, station)] }];
}

/** Somebody is asked about what is free; the changes are the same wherever the timer lies. */
export function freedNow(
  key: string,
  data: unknown,
  facts: Facts,
  turn: Pick<Turn, 'station' | 'now' | 'id'>,
): readonly Change[] {
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  const round = roundSchema.safeParse(data).data;
  if (!round) return [used];
  return [used, ...roundOn(facts, { list: facts.waitlist, days: facts.days }, round, turn)];
}

function fired(key: string, data: unknown, facts: Facts, turn: Turn): Decision<never> {
  if (key.startsWith(freedPrefix)) return { ...answer(), changes: freedNow(key, data, facts, turn) };
  const past = pastSchema.safeParse(data).data?.past;
  if (past !== undefined) return struckPast(key, past, facts, turn);
  const kept = keptSchema.safeParse(data).data;
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  if (!kept) return { ...answer(), changes: [used] };
  if (key === offerKey(kept.wait)) return offerNow(key, kept, facts, turn);
  return passedOn(used, kept, { struck: false, round: without(kept) }, facts, turn);
}

/** A wish whose last day is over. */
const pastSchema = z.object({ past: z.string() });

/** Who waited for days that are over waits no more. */
function struckPast(key: string, id: string, { waitlist }: Facts, { customer }: Turn): Decision<never> {
  const gone = waitlist.waits.filter((wait) => wait.id === id);
  const { changes } = leaving(customer, waitlist, gone);
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  const waits = customer.waits.filter((wait) => wait !== id);
  return {
    ...answer(),
    changes: [
      { kind: 'customer', customer: { ...customer, waits } },
      ...(gone.length > 0 ? changes : [used]),
    ],
  };
}

/** The round without whom it was just offered to. */
function without({ wait, round }: Kept): Kept['round'] {
  return { ...round, passed: [...round.passed, wait] };
}

function acted(action: WaitlistAction, facts: Facts, turn: Turn): Decision<never> {
  switch (action.do) {
    case 'join':
      return join(action, facts, turn);
    case 'list':
      return answer(shown(facts, turn));
    case 'leave':
      return leave(action.id, facts, turn);
    case 'notNow':
      return notNow(action.kept, facts, turn);
  }
}

/** The time that is kept for them now, with its answers; else what they wait for. */
function shown({ waitlist }: Facts, { customer, now }: Turn): Say {
  const waits = waitsOf(waitlist, customer);
  for (const wait of waits) {
    const kept = offeredTo(waitlist, wait.id, now)?.kept;
    if (kept) return offerSay(wait, kept, customer);
  }
  return listCard(waits, customer, []);
}

function join(
  { vehicle, services, moving, date, until, shown, held }: Extract<WaitlistAction, { do: 'join' }>,
  facts: Facts,
  turn: Turn,
): Decision<never> {
  const { customer, station, now, id, address } = turn;
  const list = withoutPast(facts.waitlist, toWall(now, station.zone).date, now);
  const own = waitsOf(list, customer);
  const wait: Wait = {
    id,
    customer: customer.id,
    chat: addressKey(address),
    services,
    car: vehicle.id,
    moving,
    date,
    until,
    shown,
    at: now,
  };
  const known = own.find((one) => isSame(one, wait));
  if (!known && own.length >= mostWaits)
    return answer(listCard(own, customer, [phrase('waitlistMost', { count: own.length })]));
  if (!known && list.waits.length >= mostInAll)
    return handOver(turn, 'limit', (promise) => card('aside', limitReached(turn, promise)));
  const entry = known ?? wait;
  const words = phrase('waitlistJoined', {
    ...wishOf(entry, vehicle.short),
    minutes: station.rules.visits.offerHold,
  });
  const said = answer(card('aside', words, [[leaveButton(entry.id, 0)]]));
  if (known) return said;
  return {
    ...said,
    changes: [
      { kind: 'customer', customer: withWait(customer, id, vehicle) },
      { kind: 'waitlist', list: joined(list, wait) },
      { kind: 'timer', key: pastKey(id), dueAt: dayBounds(until, station.zone).end, data: { past: id } },
      // Meanwhile such a time may have been given back: whoever is first on the list is asked.
      ...(date === null ? letGo(held, turn) : freed([date], turn)),
    ],
  };
}

/** What others were choosing when the times were shown is looked at once they have let it go. */
function letGo(held: readonly Held[], { now, id }: Turn): readonly Change[] {
  return held.flatMap(({ dates, from, to, until }, index) =>
    freed(dates, { now: Math.max(now, until), id: `${id}.${index}` }, { start: from, readyBy: to }),
  );
}

/** The car is kept, so that it has a name when a time is offered. */
function withWait(customer: Customer, id: string, vehicle: Customer['vehicles'][number]): Customer {
  const others = customer.vehicles.filter((one) => one.id !== vehicle.id);
  const isNamed = vehicle.label !== '' && others.length === customer.vehicles.length;
  const vehicles = isNamed ? [...others, vehicle].slice(-mostVehicles) : customer.vehicles;
  return { ...customer, vehicles, waits: [...customer.waits, id] };
}

function wishOf({ services, date, until }: Wait, car: string) {
  return { services, car, date, until };
}

function carOf({ car }: Wait, { vehicles }: Customer): string {
  return vehicles.find(({ id }) => id === car)?.short ?? '';
}

function listCard(waits: readonly Wait[], customer: Customer, lead: readonly Phrase[]) {
  if (waits.length === 0) return card('aside', [...lead, phrase('waitlistNone')], bookRow);
  const isOne = waits.length === 1;
  const lines = waits.map((wait, index) =>
    phrase('waitlistEntry', { ...wishOf(wait, carOf(wait, customer)), number: isOne ? 0 : index + 1 }),
  );
  const rows = waits.map(({ id }, index) => [leaveButton(id, isOne ? 0 : index + 1)]);
  return card('aside', [...lead, ...lines], rows);
}

function leaveButton(id: string, number: number) {
  return waitlistAct(phrase('waitlistLabelLeave', { number }), { do: 'leave', id });
}

function leave(id: string, facts: Facts, turn: Turn): Decision<never> {
  const { customer } = turn;
  const wait = facts.waitlist.waits.find((one) => one.id === id && isPerson(one.customer, customer));
  if (!wait) return answer(listCard(waitsOf(facts.waitlist, customer), customer, []));
  const left = leaving(customer, facts.waitlist, [wait]);
  const text = phrase('waitlistLeft', wishOf(wait, carOf(wait, customer)));
  return {
    ...answer(card('aside', text, bookRow)),
    changes: [
      { kind: 'customer', customer: left.customer },
      ...left.changes.filter((change) => !isOverOf(change, id)),
    ],
  };
}

/** What was kept for who leaves goes to the next one when its time is over. */
function isOverOf(change: Change, id: string): boolean {
  return change.kind === 'timer' && change.key === overKey(id);
}

function notNow(kept: Kept, facts: Facts, turn: Turn): Decision<never> {
  const offered = offeredTo(facts.waitlist, kept.wait, turn.now);
  if (offered?.start !== kept.start) return answer(card('aside', phrase('waitlistOver'), bookRow));
  const used: Change = { kind: 'timer', key: overKey(kept.wait), dueAt: null, data: null };
  const next = passedOn(used, kept, { struck: false, round: without(kept) }, facts, turn);
  return { ...answer(card('aside', phrase('waitlistPassed'))), changes: next.changes };
}
