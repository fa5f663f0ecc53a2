import type { Case } from '#shared/domain/case.ts';
import type { Instant } from '#shared/domain/clock.ts';
import type { Change } from '#shared/domain/facts.ts';
import { afterWorkingMinutes, type DeskHours, nextOpening } from '#shared/domain/working-time.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * The timers of a case, made in one place for both sides of the desk: what a case was and what it is say which of them
 * wait. They are timers of the customer's own address (`Case.home`), of the flow `handover`.
 */

/** After so many working minutes without an answer the case's owner, all advisors and the manager are told. */
export const alertMinutes = [3, 5, 15] as const;
/** A talk that a person has is offered back to the bot after so much silence. */
export const silenceMinutes = 30;

const keys = {
  alert: 'handover#alert',
  promise: 'handover#promise',
  silence: 'handover#silence',
  morning: 'handover#morning',
  call: 'handover#call',
} as const;
export type TimerName = keyof typeof keys;

/** Which of them a timer's key names; null for another one. */
export function timerNamed(key: string): TimerName | null {
  return names.find((name) => keys[name] === key) ?? null;
}
const names = ['alert', 'promise', 'silence', 'morning', 'call'] as const satisfies readonly TimerName[];

export type Around = {
  readonly station: Station;
  readonly now: Instant;
  /** Somebody said something in this step, the customer or an advisor: silence is counted from now. */
  readonly spoke: boolean;
};

/** What becomes of the timers when a case changes; nothing where it is as it was and nobody spoke. */
export function timerChanges(before: Case, after: Case, around: Around): readonly Change[] {
  return [...ofWaiting(before, after, around), ...ofTalk(before, after, around)];
}

/** The alerts of somebody who waits: the next one of 3, 5 and 15 working minutes, and one when the promise passes. */
function ofWaiting(before: Case, after: Case, { station, now }: Around): readonly Change[] {
  if (after.waitingSince === null)
    return before.waitingSince === null ? [] : [gone('alert', before.home), gone('promise', before.home)];
  const isSame =
    before.waitingSince === after.waitingSince && before.home === after.home && before.version > 0;
  return [
    ...(isSame ? [] : moved(['alert', 'promise'], before, after)),
    ...(isSame && before.alerts === after.alerts ? [] : nextAlert(after, station, now)),
    ...(isSame && before.answerBy === after.answerBy ? [] : promiseTimer(after, now)),
  ];
}

function nextAlert({ waitingSince, alerts, home }: Case, station: Station, now: Instant): readonly Change[] {
  const minutes = alertMinutes[alerts];
  if (waitingSince === null || minutes === undefined) return [];
  const at = afterWorkingMinutes(deskHours(station), waitingSince, minutes);
  return at === null ? [] : [set('alert', home, Math.max(at, now), { since: waitingSince, step: alerts })];
}

function promiseTimer({ waitingSince, answerBy, home }: Case, now: Instant): readonly Change[] {
  if (answerBy === null || answerBy <= now) return [];
  return [set('promise', home, answerBy, { since: waitingSince })];
}

/** The offer to give a talk back after silence, and its return the next morning, while a person has it. */
function ofTalk(before: Case, after: Case, { station, now, spoke }: Around): readonly Change[] {
  if (after.baton !== 'person')
    return before.baton === 'person' ? [gone('silence', before.home), gone('morning', before.home)] : [];
  const begins = before.baton !== 'person';
  if (!begins && !spoke && before.home === after.home) return [];
  const morning = nextOpening(deskHours(station), now);
  return [
    ...moved(['silence', 'morning'], before, after),
    set('silence', after.home, now + silenceMinutes * 60_000, { at: now }),
    ...(morning === null ? [] : [set('morning', after.home, morning, null)]),
  ];
}

/** The customer writes from another address now: what waits at the old one is taken away. */
function moved(what: readonly TimerName[], before: Case, after: Case): readonly Change[] {
  return before.version > 0 && before.home !== after.home ? what.map((name) => gone(name, before.home)) : [];
}

/** When a customer who wants to be called later begins to wait. `when` as in `domain/call-time.ts`. */
export function callTimer(home: string, at: Instant, when: string): Change {
  return set('call', home, at, { when });
}

/** Tries again to give the talk back, the morning after. */
export function anotherMorning(home: string, station: Station, now: Instant): readonly Change[] {
  const at = nextOpening(deskHours(station), now);
  return [at === null ? gone('morning', home) : set('morning', home, at, null)];
}

/** The promise has passed in somebody's quiet hours: they hear of it when these end. */
export function promiseAgain(
  home: string,
  at: Instant,
  data: { readonly since: Instant | null; readonly alerted: true },
): Change {
  return set('promise', home, at, data);
}

export function deskHours(station: Station): DeskHours {
  return { zone: station.zone, hoursOn: (date) => deskHoursOn(station, date) };
}

/** The timer has fired, or is not wanted any more. */
export function gone(name: TimerName, home: string): Change {
  return { kind: 'timer', key: keys[name], dueAt: null, data: null, chat: home };
}

function set(name: TimerName, home: string, dueAt: number, data: unknown): Change {
  return { kind: 'timer', key: keys[name], dueAt, data, chat: home };
}
