import type { Visit } from '../customer.ts';
import { afterWorkingMinutes, type DeskHours, startOfWork } from '../working-time.ts';
import { type DelayReason, type Life, type MovedPromise, type PromiseOf, withMoved } from './life.ts';
import { isUnfinished, type Stage } from './stage.ts';

/**
 * The two promises of a visit: when the car is ready (`Visit.readyBy`), and by when its owner hears of it next (`life.newsBy`).
 * Instants are epoch milliseconds, minutes are working minutes of the desk.
 */

/** A new time for a promise. `by`: the advisor, null: the bot; `told`: when the owner was told, null: not (yet). */
export type NewPromise = {
  readonly of: PromiseOf;
  readonly to: number;
  readonly reason: DelayReason;
  /** The advisor's own words, or ''. */
  readonly words: string;
  readonly by: string | null;
  readonly told: number | null;
};

/** What the clock does once for each promise; a promise with a new time has all of it before it again. */
const ofPromise: Readonly<Record<PromiseOf, readonly string[]>> = {
  news: ['newsWarn', 'newsTell'],
  ready: ['readyWarn', 'readyTell'],
};

/** The visit with a promise that has a new time, earlier or later; as it was where the time is the same. */
export function movePromise(visit: Visit, { of, to, ...why }: NewPromise, now: number): Visit {
  const from = of === 'ready' ? visit.readyBy : (visit.life.newsBy ?? now);
  const isSame = of === 'ready' ? to === visit.readyBy : to === visit.life.newsBy;
  if (isSame) return visit;
  const life = withMoved(withoutDone(visit.life, of), { of, from, to, ...why, at: now });
  const newsBy = of === 'news' ? to : notAfter(to, life.newsBy, now);
  return { ...visit, readyBy: of === 'ready' ? to : visit.readyBy, life: { ...life, newsBy } };
}

function withoutDone(life: Life, of: PromiseOf): Life {
  return { ...life, done: life.done.filter((one) => !ofPromise[of].includes(one)) };
}

/** The latest time that the promise was given, with what was said of it; null: it stands as it was booked. */
export function lastMoved({ life }: Visit, of: PromiseOf): MovedPromise | null {
  return life.moved.findLast((one) => one.of === of) ?? null;
}

/** The latest new time of which the owner does not know, where it still stands. */
export function untoldMove(visit: Visit): MovedPromise | null {
  const untold = visit.life.moved.findLast(({ told }) => told === null);
  return untold && lastMoved(visit, untold.of) === untold ? untold : null;
}

/** The visit whose owner was told now of the latest time that the promise was given. */
export function withToldMoved(visit: Visit, of: PromiseOf, now: number): Visit {
  const last = lastMoved(visit, of);
  const moved = visit.life.moved.map((one) => (one === last ? { ...one, told: now } : one));
  return { ...visit, life: { ...visit.life, moved } };
}

/** The visit whose owner was told now where it stands: the next news are owed so many minutes later, none once it is finished. */
export function withTold(
  visit: Visit,
  stage: Stage,
  next: { readonly desk: DeskHours; readonly minutes: number },
  now: number,
): Visit {
  const life = withoutDone(visit.life, 'news');
  const news = isUnfinished(stage) ? newsAfter(next.desk, next.minutes, now) : null;
  const newsBy = notAfter(visit.readyBy, news, now);
  return { ...visit, life: { ...life, newsBy, told: { stage, at: now } } };
}

/** The visit with the next news owed by then; what was done about the ones before is before it again. */
export function withNews(visit: Visit, news: number | null, now: number): Visit {
  const newsBy = notAfter(visit.readyBy, news, now);
  return { ...visit, life: { ...withoutDone(visit.life, 'news'), newsBy } };
}

/** News come with the word that the car is ready at the latest, as long as that is ahead. */
export function notAfter(readyBy: number, newsBy: number | null, now: number): number | null {
  return newsBy !== null && readyBy > now ? Math.min(newsBy, readyBy) : newsBy;
}

const quarter = 15 * 60_000;
/** So long after it opens the desk needs at least before somebody hears of a car. */
const leastAfterOpening = 30 * 60_000;

/**
 * By when somebody hears of their car, at the latest so many working minutes from now: a full quarter of an hour, and never
 * right after the desk opens. Null where the desk does not open any more.
 */
export function newsAfter(desk: DeskHours, minutes: number, now: number): number | null {
  const at = afterWorkingMinutes(desk, now, minutes);
  if (at === null) return null;
  const opened = startOfWork(desk, at) ?? at;
  return Math.max(Math.floor(at / quarter) * quarter, opened + leastAfterOpening);
}
