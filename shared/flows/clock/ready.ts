import type { CallReason } from '#shared/domain/call-reason.ts';
import { toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { card, type Say, say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { type DelayReason, isDone, type MovedPromise, type PromiseOf } from '#shared/domain/visit/life.ts';
import { lastMoved, movePromise, untoldMove, withToldMoved } from '#shared/domain/visit/promise.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { endOfWork } from '#shared/domain/working-time.ts';
import type { Station } from '#shared/station/schema.ts';
import { loudFrom, reasonToCall } from '../automatic.ts';
import { deskHours } from '../baton/timers.ts';
import { promiseOf, waiting } from '../baton/waits.ts';
import { callMe } from '../call-person.ts';
import { happened } from '../count.ts';
import { button, toCustomer, toDesk } from '../flow.ts';
import { bayHeld } from './bay.ts';
import { otherTimes, stageButton, standsButton, timeRows } from './desk-ways.ts';
import { onceName, withOnce } from './done.ts';
import { type Around, type Fired, mayTell, quietly, type Standing, whyToCall } from './fired.ts';
import { heardOn } from './news-by.ts';
import { workingQuarter } from './quiet.ts';

/** The promise "ready by": the desk is warned, and before it passes the owner hears why it takes longer, and until when. */

export function warnOfReady(standing: Standing, { turn }: Around): Fired {
  const { visit, customer } = standing;
  const { id: ref, readyBy: by, vehicle } = visit;
  const call = whyToCall(standing, by, turn, true);
  const phone = customer.phone ?? '';
  const line = phrase('promiseDeskWarn', { ref, car: vehicle.short, of: 'ready', by, call, phone });
  const ways = [[stageButton(standing, 'ready')], ...timeRows(visit, turn.station, turn.now)];
  return { kind: 'done', visit, customer, say: [toDesk(say(line, ways))] };
}

/** Nobody gave a new time: the bot does, so that the promise does not pass in silence. */
export function moveReady(standing: Standing, { turn, facts }: Around): Fired {
  const { now, station } = turn;
  const { visit } = standing;
  const to = nextReady(visit, station, now);
  const may = mayTell(standing, to, turn, true);
  const told = may.kind === 'go' ? now : null;
  const reason = reasonOf(visit.life.stage);
  const made = movePromise(visit, { of: 'ready', to, reason, words: '', by: null, told }, now);
  const { visit: moved, changes: inDiary } = bayHeld(made, facts, { station, now });
  const broken = happened(`broken#${visit.id}-${visit.readyBy}`, { what: 'broken', of: 'ready' }, turn);
  const changes = [...inDiary, broken];
  // A word on when it is ready is news of the car.
  const noted = heardOn(moved, station, now);
  if (may.kind === 'go')
    return {
      kind: 'done',
      visit: noted,
      customer: may.customer,
      changes,
      say: [...laterWords(noted), toDesk(movedLine({ ...standing, visit: noted }, 'now'))],
    };
  // Where they rest, they hear it in writing as well, as soon as they may be written to.
  const life = may.kind === 'wait' ? noted.life : withOnce(noted.life, onceName('tellMoved', now));
  return { ...called({ ...standing, visit: { ...noted, life } }, reasonToCall(may), { turn }), changes };
}

/** Somebody has to call: the owner waits for a word, and whoever is at the desk sees it until one was said. */
function called(
  standing: Standing,
  why: CallReason,
  { turn }: Pick<Around, 'turn'>,
): Extract<Fired, { kind: 'done' }> {
  return {
    ...standing,
    kind: 'done',
    say: [toDesk(movedLine(standing, why))],
    case: waiting(turn, promiseOf(turn)),
  };
}

/** What could not be told when it was moved: an advisor's word, or the bot's own where it may write. */
export function tellMoved(standing: Standing, { turn }: Around): Fired {
  const { now, station } = turn;
  const { visit } = standing;
  const moved = untoldMove(visit);
  if (moved === null) return quietly(standing);
  const { of, by } = moved;
  const noted = withToldMoved(visit, of, now);
  const told = of === 'ready' ? heardOn(noted, station, now) : noted;
  const loud = loudFrom(standing.customer, station, now);
  if (loud > now) return { kind: 'held', until: loud };
  // An advisor's word is no automatic message.
  if (by !== null) return { ...standing, kind: 'done', visit: told, say: laterWords(told, of) };
  const may = mayTell(standing, visit.readyBy, turn, true);
  switch (may.kind) {
    case 'go':
      return { kind: 'done', visit: told, customer: may.customer, say: laterWords(told, of) };
    case 'wait':
      return { kind: 'held', until: may.until };
    case 'drop':
      // The desk was asked to call when it was moved.
      return quietly(standing);
  }
}

/** What is known of why, by where the car stands. */
function reasonOf(stage: Stage): DelayReason {
  if (stage === 'parts') return 'parts';
  if (stage === 'answer') return 'answer';
  return stage === 'quality' ? 'test' : 'longer';
}

/** Working minutes of the first, second and third time that the bot moves a promise by itself; a part takes its time. */
const steps = [60, 120, 240] as const;
const forParts = 240;
/** Nobody comes in the last minutes of a day. */
const lastMinutes = 15 * 60_000;
/** Less than that before them is no new time for work that goes on. */
const leastToday = 45 * 60_000;

/** A time within the opening hours that can be kept, as far as anybody knows. */
export function nextReady({ readyBy, life, stay }: Visit, station: Station, now: number): number {
  const desk = deskHours(station);
  const times = life.moved.filter(({ of, by }) => of === 'ready' && by === null).length;
  const minutes = Math.max(steps[times] ?? 480, life.stage === 'parts' ? forParts : 0);
  const from = Math.max(readyBy, now);
  const at = workingQuarter(desk, from, minutes) ?? from + 24 * 60 * 60_000;
  const close = endOfWork(desk, at);
  const today = (endOfWork(desk, from) ?? 0) - lastMinutes;
  // Who sits here is not sent home for a night that a quarter of an hour saves.
  const isShort = times === 0 && life.stage !== 'parts' && today - from >= leastToday;
  if (stay === 'wait' && isShort && at > today) return today;
  return close !== null && close - at < lastMinutes ? (workingQuarter(desk, close, 60) ?? at) : at;
}

/** To the owner: what happened, the new time, and what they can do. */
export function movedSay(visit: Visit, { of, reason, words, from, to }: MovedPromise): Say {
  const { id, vehicle, life } = visit;
  const car = vehicle.short;
  const newsBy = life.newsBy !== null && life.newsBy < to ? life.newsBy : null;
  const text =
    of === 'ready'
      ? phrase('promiseMoved', { car, reason, words, from, to, newsBy, waits: visit.stay === 'wait' })
      : phrase('promiseNewsMoved', { car, reason, words, to });
  const fine = button(phrase('promiseLabelFine'), { flow: 'clock', data: { do: 'fine', id } });
  const what = to > from ? 'delayed' : 'moved';
  return withNotice(card('aside', text, [[fine, callMe]]), {
    kind: 'update',
    what,
    car: vehicle.short,
    at: to,
  });
}

function laterWords(visit: Visit, of: PromiseOf = 'ready') {
  const moved = lastMoved(visit, of);
  return moved === null ? [] : [toCustomer(movedSay(visit, moved))];
}

/** To the desk: what was promised instead, who did it, and whether the owner knows. */
export function movedLine(
  standing: Standing,
  told: 'now' | 'later' | CallReason,
  of: PromiseOf = 'ready',
): Say {
  const { visit, customer } = standing;
  const { id: ref, vehicle, readyBy } = visit;
  const moved = lastMoved(visit, of);
  const { from = readyBy, to = readyBy, by = null, reason = 'longer', words = '' } = moved ?? {};
  const phone = customer.phone ?? '';
  const line = { ref, car: vehicle.short, of, by, from, to, reason, words, told, phone } as const;
  const ways = by === null ? [[stageButton(standing, 'ready'), otherTimes(visit)]] : [];
  return say(phrase('promiseDeskMoved', line), ways);
}

/** The day ends and the car is not finished: does the promise still stand? After closing it is too late to ask. */
export function askAtClose(standing: Standing, { turn }: Around): Fired {
  const { visit, customer } = standing;
  const { station, now } = turn;
  const closes = endOfWork(deskHours(station), now);
  const isThatDay = isDone(visit.life, onceName('dayClose', toWall(now, station.zone).date));
  if (closes === null || now >= closes || !isThatDay) return quietly(standing);
  const { id: ref, readyBy: by, vehicle } = visit;
  const line = say(phrase('promiseDeskClose', { ref, car: vehicle.short, by, closes }), [
    [standsButton(visit)],
    ...timeRows(visit, station, now),
  ]);
  return { kind: 'done', visit, customer, say: [toDesk(line)] };
}
