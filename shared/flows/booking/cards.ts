import { addDays, type LocalDate } from '#shared/domain/clock.ts';
import type { Booked, Vehicle, Visit } from '#shared/domain/customer.ts';
import { card, type Option, type Outbound, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { Service, Station } from '#shared/station/schema.ts';
import { minutesOf, priceOf } from '#shared/station/sums.ts';
import { button, type Turn, verbatim } from '../flow.ts';
import type { Held } from '../waitlist/held.ts';
import { joinRow } from '../waitlist/ways.ts';
import type { Booking, BookingAction, Draft, Hold, View } from './state.ts';

/** Every card of the booking flow. Each asks one thing, and each has a way back. */

function act(label: Phrase, data: BookingAction): Option {
  return button(label, { flow: 'book', data });
}

const back = act(phrase('labelBack'), { do: 'back' });

/** Rows of services that fit on one card before "More work", "the same as last time" included: ten rows in all. */
const firstServices = 7;

export function workCard(
  { services: chosen, vehicle }: Draft,
  all: boolean,
  { station, customer }: Turn,
): Say {
  const online = station.services.filter(({ booking }) => booking === 'online');
  const { last } = customer;
  const same =
    last && chosen.length === 0 && last.services.every((id) => online.some((service) => service.id === id));
  const fits = same ? firstServices - 1 : firstServices;
  const first = online.slice(0, fits);
  // "More work" begins with what was not shown before: a list of ten rows has no room for both.
  const shown = all ? [...online.slice(fits), ...first] : first;
  const rows: Option[][] = [
    ...(same ? [[act(phrase('labelSameAsLast', { services: last.services }), { do: 'same' })]] : []),
    ...shown.map(({ id }) => [
      chosen.includes(id)
        ? act(phrase('labelService', { id, chosen: true }), { do: 'notWork', id })
        : act(phrase('labelService', { id, chosen: false }), { do: 'work', id }),
    ]),
    ...(shown.length < online.length ? [[act(phrase('labelMoreWork'), { do: 'allWork' })]] : []),
    [act(phrase('labelSomethingElse'), { do: 'problem' })],
    chosen.length > 0 || !vehicle ? [back] : [act(phrase('labelOtherCar'), { do: 'otherCar' })],
  ];
  const text =
    chosen.length > 0
      ? phrase('askMoreWork', { chosen: [...chosen] })
      : phrase('askWork', { car: vehicle?.short ?? null, chosen: [] });
  return card('step', text, rows);
}

export function problemCard({ station }: Turn): Say {
  return card('step', phrase('askProblem'), [...diagnosticsRow(station), [back]]);
}

/** Where nobody knows what is wrong, an hour of diagnostics is the work to book. */
export function diagnosticsRow({ services }: Station): readonly (readonly Option[])[] {
  const found = services.find(({ diagnostic, booking }) => diagnostic && booking === 'online');
  return found ? [[act(phrase('labelBookDiagnostics'), { do: 'work', id: found.id })]] : [];
}

/** Where to come without an appointment, or where photos go; then on with what was begun. */
export function elsewhereRows(
  ids: readonly string[],
  state: Booking | null,
  { station }: Turn,
): readonly (readonly Option[])[] {
  const isRemote = station.services.some(({ id, booking }) => ids.includes(id) && booking === 'remote');
  const next = isRemote
    ? button(phrase('labelProblem'), { flow: 'report', data: { do: 'open' } })
    : button(phrase('labelAddress'), { flow: 'questions', data: { ask: 'address' } });
  return [[next], [act(phrase(state ? 'labelContinue' : 'labelBook'), { do: 'open' })]];
}

export function whichCarCard(vehicles: readonly Vehicle[]): Say {
  return card('step', phrase('askWhichCar'), [
    ...vehicles.map((vehicle) => [act(verbatim(vehicle.short), { do: 'car', id: vehicle.id })]),
    [act(phrase('labelNewCar'), { do: 'newCar' }), back],
  ]);
}

export function carCard(text: Phrase = phrase('askCar')): Say {
  return card('step', text, [[back]]);
}

/** What is known about the times to show. */
export type Times =
  | {
      readonly view: Exclude<View, { of: 'days' }>;
      readonly starts: readonly number[];
      /** Whether they are what somebody's words asked for, or only near it. */
      readonly fit?: 'fitting' | 'nearest' | null;
    }
  | { readonly view: Extract<View, { of: 'days' }>; readonly dates: readonly LocalDate[] };

/** `held`: times that others are choosing meanwhile. */
export function timesCard(
  draft: Draft,
  times: Times,
  prefix: readonly Phrase[],
  held: readonly Held[],
  turn: Turn,
): Say {
  const choices =
    times.view.of === 'days'
      ? pairs('dates' in times ? times.dates.map(dayButton) : [])
      : pairs('starts' in times ? times.starts.map(slotButton) : []);
  if (choices.length === 0)
    return card('step', prefix, [...oneOf(draft), ...noneRow(draft, prefix, held, turn), [person], [back]]);
  const kept = prefix.some(({ key }) => key === 'draftKept');
  const anew = kept ? [[act(phrase('labelStartAnew'), { do: 'anew' })]] : [];
  const lead = [...prefix, ...timesText(draft, times, turn)];
  const ways = [...waitRow(draft, times, prefix, held, turn), ...timesWays(draft, times)];
  const shown = card('step', lead, [...choices, ...ways, ...anew]);
  // Two times and "More times" are the question; the rest stands on the card behind that button.
  return {
    ...shown,
    brief: times.view.of === 'earliest' && choices.flat().length === 2 && anew.length === 0,
  };
}

/** Work that takes several visits is not waited for: one of them is chosen first. */
function noneRow(draft: Draft, prefix: readonly Phrase[], held: readonly Held[], turn: Turn) {
  return prefix.some(({ key }) => key === 'separateVisits') ? [] : joinRow(draft, null, [], held, turn);
}

/** The waiting list, where none of the times may suit: beside more times, and where the day that was asked for is full. */
function waitRow(draft: Draft, times: Times, prefix: readonly Phrase[], held: readonly Held[], turn: Turn) {
  const shown = 'starts' in times ? times.starts : [];
  const full = prefix.flatMap((one) => (one.key === 'dayFull' ? [one.args.date] : []))[0];
  if (full !== undefined) return joinRow(draft, full, [], [], turn);
  return times.view.of === 'more' ? joinRow(draft, null, shown, held, turn) : [];
}

/** Work that cannot be done in one visit: one of it can. */
function oneOf({ services }: Draft): readonly (readonly Option[])[] {
  if (services.length < 2) return [];
  return services.map((id) => [act(phrase('labelService', { id, chosen: false }), { do: 'only', id })]);
}

function timesText(draft: Draft, times: Times, turn: Turn): readonly Phrase[] {
  const car = draft.vehicle?.short ?? '';
  const { view } = times;
  if (view.of === 'days') return [phrase('chooseDay')];
  if (view.of === 'day' || view.of === 'more')
    return [phrase('moreTimes', { services: [...draft.services], car })];
  if (draft.moving) {
    return [phrase('chooseNewTime', { ref: draft.moving.id, start: draft.moving.start, car })];
  }
  const work = workOf(draft, turn);
  const minutes = minutesOf(work);
  const days = Math.max(1, ...work.map((service) => service.days));
  const fit = 'starts' in times ? times.fit : null;
  const args = { services: [...draft.services], car, minutes, fromCents: priceOf(work), days };
  return [phrase('times', fit ? { ...args, fit } : args)];
}

function workOf({ services }: Draft, { station }: Pick<Turn, 'station'>): readonly Service[] {
  return station.services.filter(({ id }) => services.includes(id));
}

const person = button(phrase('labelPerson'), { flow: 'person', data: { do: 'call' } });

function timesWays(draft: Draft, times: Times): readonly (readonly Option[])[] {
  const { view } = times;
  const more = act(phrase('labelMoreTimes'), { do: 'view', view: { of: 'more' } });
  const day = act(phrase('labelOtherDay'), { do: 'view', view: { of: 'days', from: null } });
  const earliest = act(phrase('labelEarliest'), { do: 'view', view: { of: 'earliest' } });
  const addWork = act(phrase('labelAddWork'), { do: 'addWork' });
  const leave = draft.moving ? act(phrase('labelKeepTime'), { do: 'drop' }) : back;
  switch (view.of) {
    case 'earliest':
      return draft.moving
        ? [[more, day], [leave]]
        : [
            [more, day],
            [addWork, leave],
          ];
    case 'more':
      return [[day, earliest], draft.moving ? [leave] : [addWork, leave]];
    case 'day':
      return [[day, earliest], [leave]];
    case 'days': {
      const last = 'dates' in times ? times.dates.at(-1) : undefined;
      const later =
        last && act(phrase('labelLaterDays'), { do: 'view', view: { of: 'days', from: addDays(last, 1) } });
      return later ? [[later], [earliest, leave]] : [[earliest, leave]];
    }
  }
}

function slotButton(start: number): Option {
  return act(phrase('labelSlot', { start }), { do: 'slot', start });
}

function dayButton(date: LocalDate): Option {
  return act(phrase('labelDay', { date }), { do: 'view', view: { of: 'day', date } });
}

function pairs(options: readonly Option[]): readonly (readonly Option[])[] {
  const rows: Option[][] = [];
  for (const [index, option] of options.entries()) {
    if (index % 2 === 0) rows.push([option]);
    else rows.at(-1)?.push(option);
  }
  return rows;
}

/** The last question: it names day, time, car and work, and what was said of waiting comes first. */
export function heldCard(draft: Draft, hold: Hold, turn: Turn): Say {
  const { moving } = draft;
  const { station, now } = turn;
  const minutes = Math.max(1, Math.min(station.rules.hold, Math.round((hold.until - now) / 60_000)));
  const { start, readyIfLeft, readyIfWaiting } = hold;
  const other = act(phrase('labelBack'), { do: 'back' });
  if (moving) {
    const stay = movedStay(moving, hold, draft.stay);
    const readyBy = (stay === 'wait' ? readyIfWaiting : readyIfLeft) ?? start;
    const of = { car: moving.vehicle.short, services: [...moving.services] };
    return card(
      'step',
      phrase('confirmMove', { from: moving.start, to: start, minutes, readyBy, recap: of }),
      [
        [act(moveLabel(moving, stay), { do: 'stay', stay, start })],
        [act(phrase('labelKeepTime'), { do: 'drop' }), other],
      ],
    );
  }
  const said = saidStay(draft, hold);
  const ways = [
    ...(readyIfLeft === null ? [] : [act(phrase('labelLeave'), { do: 'stay', stay: 'leave', start })]),
    ...(readyIfWaiting === null ? [] : [act(phrase('labelWait'), { do: 'stay', stay: 'wait', start })]),
  ];
  const recap = {
    car: draft.vehicle?.short ?? '',
    services: [...draft.services],
    fromCents: priceOf(workOf(draft, turn)),
    ...(said ? { said } : {}),
  };
  const text = phrase('held', { start, minutes, readyIfLeft, readyIfWaiting, recap });
  return card('step', text, [said === 'wait' ? ways.toReversed() : ways, [other]]);
}

/** "Yes, move it" where nothing else changes; where the new time means leaving the car, the button says so. */
function moveLabel(visit: Booked, stay: Booked['stay']): Phrase {
  if (visit.stay === stay) return phrase('labelYesMove');
  return phrase(stay === 'leave' ? 'labelLeave' : 'labelWait');
}

/** The way of staying that they said, where the held time allows it. */
export function saidStay({ stay }: Draft, { readyIfLeft, readyIfWaiting }: Hold): Draft['stay'] {
  return (stay === 'wait' ? readyIfWaiting : readyIfLeft) === null ? undefined : stay;
}

/** A moved visit keeps its way of staying, or takes the one that they said, where the new time allows it. */
export function movedStay(visit: Booked, hold: Hold, said?: Draft['stay']): 'wait' | 'leave' {
  if ((said ?? visit.stay) === 'wait') return hold.readyIfWaiting === null ? 'leave' : 'wait';
  return hold.readyIfLeft === null ? 'wait' : 'leave';
}

const handOverMs = 15 * 60_000;

/** The recap: what was agreed, with what can still be done about it. */
export function visitText(visit: Visit) {
  const { id: ref, start, readyBy, services, vehicle, stay } = visit;
  return { ref, start, readyBy, services, car: vehicle.short, stay };
}

export function visitButtons(visit: Visit, station: Station): readonly (readonly Option[])[] {
  return [
    [
      act(phrase('labelMove'), { do: 'move', id: visit.id }),
      button(phrase('labelCancelVisit'), { flow: 'visits', data: { do: 'cancel', id: visit.id } }),
    ],
    [{ kind: 'link', label: phrase('labelMap'), url: mapUrl(station) }],
  ];
}

/** Where the station is, on a map that every phone opens. */
export function mapUrl({ map }: Pick<Station, 'map'>): string {
  return `https://www.google.com/maps/search/?api=1&query=${map.latitude},${map.longitude}`;
}

export function bookedCard(
  visit: Visit,
  { station }: Pick<Turn, 'station'>,
  kind: 'booked' | 'moved' | 'cancelUndone',
): Say {
  const bring = station.services.some(({ id, bring }) => visit.services.includes(id) && bring !== null);
  const args = visitText(visit);
  const text = kind === 'booked' ? phrase('booked', { ...args, bring }) : phrase(kind, args);
  return card('last', text, visitButtons(visit, station));
}

/** A way to book again, where a visit is no more. */
export const bookRow: readonly (readonly Option[])[] = [[act(phrase('labelBook'), { do: 'open' })]];

/** What stands in the owner's own calendar: the wait, or the quarter of an hour of handing the car over. */
export function calendarFile(visit: Visit): Extract<Outbound, { kind: 'calendar' }> {
  const { id: ref, services, vehicle, start, readyBy, sequence } = visit;
  return {
    kind: 'calendar',
    ref,
    start,
    end: visit.stay === 'wait' ? readyBy : start + handOverMs,
    title: phrase('calendarTitle', { services, car: vehicle.short }),
    notes: phrase('calendarNotes', { ref, readyBy }),
    sequence,
    cancelled: false,
    token: null,
  };
}
