import { type LocalDate, toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { releaseHold } from '#shared/domain/slots/hold.ts';
import { daysWithRoom, moreTimes, offers } from '#shared/domain/slots/search.ts';
import type { Days, Slot } from '#shared/domain/slots/types.ts';
import type { DeskTurn } from '../turn.ts';
import { leaveButton } from './asks.ts';
import { pairs } from './pairs.ts';
import { type DiaryAction, diaryButton, type Plan, planOf, type View } from './plan.ts';
import { atDesk, brokenRule, datesFrom, dayAfter, earliestDates, squeezed, wishOf } from './rules.ts';

/** Times an advisor may give away, with a mark on those that online booking would refuse; and what a chosen time means. */

type Around = Pick<DeskTurn, 'station' | 'now' | 'about'>;

const earliest: View = { of: 'earliest' };
/** Times on one card. */
const timesAtOnce = 6;
const daysAtOnce = 8;

/** Days that a view looks at. */
export function datesOfView(plan: Plan, view: View, { station, now }: Around): readonly LocalDate[] {
  const first = earliestDates(station, plan, now);
  if (view.of === 'day') return [...first, ...datesFrom(station, plan, view.date, now)];
  return view.of === 'days' && view.from ? [...first, ...datesFrom(station, plan, view.from, now)] : first;
}

/** The days as they are without what is held for this very visit. */
export function daysOf({ days }: Facts, { id }: Pick<Plan, 'id'>): Days {
  return new Map(releaseHold([...days.values()], id).map((day) => [day.date, day]));
}

/** The times of a view: a customer is offered what they could choose themselves. */
export function timesCard(
  plan: Plan,
  view: View,
  facts: Facts,
  turn: Around,
  lead: readonly Phrase[] = [],
): Say {
  const days = daysOf(facts, plan);
  if (view.of === 'days') return daysCard(plan, view.from, days, turn);
  const starts = startsOf(plan, view, days, turn);
  const shown = plan.aim === 'offer' ? starts.slice(0, 2) : starts;
  const ways = waysOn(plan, view);
  const head = [...lead, ...fullDay(view, starts)];
  if (shown.length === 0)
    return card('aside', [...head, phrase('diaryNoTimes', { services: plan.services })], ways);
  const times = shown.map((start) => ({
    start,
    odd: brokenRule(turn.station, days, plan, { start, stay: 'any' }, turn.now) !== null,
  }));
  const text = phrase('diaryTimes', {
    aim: plan.aim,
    name: plan.name,
    car: plan.car?.short ?? '',
    services: plan.services,
    from: moved(plan, turn)?.start ?? null,
    odd: times.some(({ odd }) => odd),
  });
  return card('aside', [...head, ...offered(plan, shown), text], [...choices(plan, times), ...ways]);
}

/** The visit's own day: what is offered in its place should change the customer's plans as little as it can. */
export function ownDay({ start }: Visit, { station }: Pick<Around, 'station'>): View {
  return { of: 'day', date: toWall(start, station.zone).date };
}

/** Other times for a visit: on its own day, or the earliest ones where that day has no other. */
export function otherTimes(plan: Plan, visit: Visit, facts: Facts, turn: Around): Say {
  const day = ownDay(visit, turn);
  const hasRoom = startsOf(plan, day, daysOf(facts, plan), turn).length > 0;
  return timesCard(plan, hasRoom ? day : earliest, facts, turn);
}

/** A time to send is a button of the customer's; here it is a line. */
function offered(plan: Plan, starts: readonly number[]): readonly Phrase[] {
  return plan.aim === 'offer' ? starts.map((start) => phrase('diaryLabelTime', { start, odd: false })) : [];
}

function choices(plan: Plan, times: readonly { readonly start: number; readonly odd: boolean }[]) {
  const starts = times.map(({ start }) => start);
  if (plan.aim === 'offer')
    return [[diaryButton(phrase('diaryLabelSend'), { do: 'send', ...planOf(plan), starts })]];
  return pairs(
    times.map((time) =>
      diaryButton(phrase('diaryLabelTime', time), { do: 'at', ...planOf(plan), start: time.start }),
    ),
  );
}

function startsOf(plan: Plan, view: View, days: Days, turn: Around): readonly number[] {
  const { station, now } = turn;
  const wish = wishOf(plan, plan.aim === 'offer' ? 'customer' : 'desk');
  const already = moved(plan, turn)?.start;
  const isOther = (start: number) => start !== already;
  if (view.of === 'day') {
    // Work of several days has to see the days that it reaches into; all other work only its own.
    const long = station.services.some(({ id, days: lasts }) => lasts > 1 && plan.services.includes(id));
    const read: Days = long ? days : { get: (date) => (date === view.date ? days.get(date) : undefined) };
    const spread = { times: timesAtOnce + 2, days: 1 };
    const found = moreTimes(station, read, { ...wish, days: [view.date] }, now, [], spread);
    const starts = found.filter(({ date }) => date === view.date).map(({ start }) => start);
    const others = starts.filter(isOther);
    return plan.aim === 'offer' ? firstAndAnother(others) : others;
  }
  const first = offers(station, days, wish, now).slots.map(({ start }) => start);
  const more = moreTimes(station, days, wish, now, first, { times: timesAtOnce + 2, days: 3 });
  const all = [...new Set([...first, ...more.map(({ start }) => start)])]
    .filter(isOther)
    .sort((a, b) => a - b);
  return plan.aim === 'offer' ? firstAndAnother(all) : all.slice(0, timesAtOnce);
}

/** Two times so close together would be one offer. Milliseconds. */
const reallyAnotherMs = 2 * 60 * 60_000;

function firstAndAnother(starts: readonly number[]): readonly number[] {
  const [first, ...rest] = starts;
  if (first === undefined) return [];
  const other = rest.find((start) => start - first >= reallyAnotherMs) ?? rest[0];
  return other === undefined ? [first] : [first, other];
}

function fullDay(view: View, starts: readonly number[]): readonly Phrase[] {
  return view.of === 'day' && starts.length === 0 ? [phrase('dayFull', { date: view.date })] : [];
}

function daysCard(plan: Plan, from: LocalDate | null, days: Days, { station, now }: Around): Say {
  const wish = wishOf(plan, plan.aim === 'offer' ? 'customer' : 'desk');
  const found = daysWithRoom(station, days, wish, now, from ?? undefined, daysAtOnce);
  const buttons = found.map(({ date }) =>
    timesButton(phrase('labelDay', { date }), plan, { of: 'day', date }),
  );
  const last = found.at(-1)?.date;
  const later = last
    ? [timesButton(phrase('labelLaterDays'), plan, { of: 'days', from: dayAfter(last) })]
    : [];
  return card('aside', phrase('diaryAskDay', { name: plan.name }), [
    ...pairs(buttons),
    [...later, timesButton(phrase('labelEarliest'), plan, earliest)],
    [leaveButton],
  ]);
}

function waysOn(plan: Plan, view: View): readonly (readonly Option[])[] {
  const other = timesButton(phrase('labelOtherDay'), plan, { of: 'days', from: null });
  const first = view.of === 'earliest' ? [] : [timesButton(phrase('labelEarliest'), plan, earliest)];
  const add = diaryButton(phrase('labelAddWork'), { do: 'work', ...planOf(plan), among: null });
  return plan.aim === 'move'
    ? [[other, ...first], [leaveButton]]
    : [
        [other, ...first],
        [add, leaveButton],
      ];
}

function timesButton(label: Phrase, plan: Plan, view: View): Option {
  return diaryButton(label, { do: 'times', ...planOf(plan), view });
}

/** The visit that is moved, or for which another time is offered: its id is the plan's. */
export function moved({ aim, id }: Plan, { about }: Pick<DeskTurn, 'about'>) {
  return aim === 'book' ? undefined : about?.customer.visits.find((visit) => visit.id === id);
}

/**
 * What a chosen time means: where it is done, by whom, ready when, and whether it breaks a rule of online booking. A time
 * that is not free at all is answered with free ones; it can be squeezed in where the work can be done at all.
 */
export function confirmCard(plan: Plan, start: number, facts: Facts, turn: Around): Say {
  const { station, now } = turn;
  if (start < now) return card('aside', phrase('diaryPastTime', { start }), [[leaveButton]]);
  const days = daysOf(facts, plan);
  const slot = atDesk(station, days, plan, start, now);
  if (typeof slot !== 'string') {
    const rule = brokenRule(station, days, plan, { start, stay: 'any' }, now);
    const lead = rule === null ? [] : [phrase('diaryOdd', { rule })];
    return card('aside', [...lead, question(plan, slot)], [stays(plan, slot, false), goBack(plan)]);
  }
  const tight = squeezed(station, days, plan, { start, stay: 'wait' });
  const note = phrase('diaryTight', { start, rule: slot, squeezed: tight !== null });
  const anyway = tight === null ? [] : [stays(plan, bothWays(tight, plan, days, turn), true, true)];
  const near = timesCard(plan, { of: 'day', date: toWall(start, station.zone).date }, facts, turn, [note]);
  return { ...near, options: [...anyway.map((row) => [...row]), ...near.options] };
}

function bothWays(slot: Slot, plan: Plan, days: Days, { station }: Around): Slot {
  const left = squeezed(station, days, plan, { start: slot.start, stay: 'leave' });
  return { ...slot, modes: { ...slot.modes, ...left?.modes } };
}

function question(plan: Plan, { start, modes }: Slot): Phrase {
  const placed = modes.wait ?? modes.leave;
  const names = (of: 'bay' | 'technician') =>
    [...new Set(placed?.jobs.map((job) => job[of]))].filter(Boolean);
  return phrase('diaryConfirm', {
    aim: plan.aim,
    name: plan.name,
    phone: plan.customer === null ? plan.phone : '',
    car: plan.car?.short ?? '',
    services: plan.services,
    start,
    bay: names('bay').join('+'),
    technician: names('technician')[0] ?? '',
    left: modes.leave?.readyBy ?? null,
    waits: modes.wait?.readyBy ?? null,
  });
}

function stays(plan: Plan, { start, modes }: Slot, isSqueezed: boolean, asOne = false): readonly Option[] {
  const way = (stay: 'leave' | 'wait', label: Phrase): Option => {
    const data: DiaryAction = { do: 'stay', ...planOf(plan), start, stay, squeezed: isSqueezed };
    return diaryButton(label, data);
  };
  if (asOne) return [way(modes.leave ? 'leave' : 'wait', phrase('diaryLabelAnyway'))];
  return [
    ...(modes.leave ? [way('leave', phrase('diaryLabelLeaves'))] : []),
    ...(modes.wait ? [way('wait', phrase('diaryLabelWaits'))] : []),
  ];
}

function goBack(plan: Plan): readonly Option[] {
  return [timesButton(phrase('labelBack'), plan, earliest), leaveButton];
}
