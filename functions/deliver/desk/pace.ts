import type { Priority } from '#shared/domain/outbound.ts';

/**
 * How fast a group is written to. All its topics share one allowance, and nobody who waits for a person may find it used up
 * by what the bot said elsewhere: the lower a priority, the smaller its share.
 */

/** What a call uses up: the group's messages, changes of messages that are there, or reactions. */
export type Use = 'post' | 'edit' | 'mark';

/** Moments of calls within the last minute, epoch milliseconds, oldest first. */
export type Spent = Readonly<Record<Use, readonly number[]>>;

const windowMs = 60_000;

/** Of the group's messages in a minute. A twentieth stays free for danger, a tenth more for people, and so on. */
const shares = { danger: 1, person: 0.95, answer: 0.8, mirror: 0.7 } as const satisfies Record<
  Priority,
  number
>;

/** After two minutes even what the bot said is awaited. */
const longMs = 2 * 60_000;

/** Reactions are not messages. Nobody says how many a group takes; twice as many as messages are no burden to anybody. */
const markFactor = 2;

export type Allowance = {
  /** Messages the group takes within a minute, over all topics; null where nobody says. */
  readonly perMinute: number | null;
  readonly spent: Spent;
  readonly now: number;
};

/** The share that a row may count on: what has waited long is put back no more, though it never comes before people. */
export function shareOf(priority: Priority, waitedMs: number): Priority {
  return priority === 'mirror' && waitedMs > longMs ? 'person' : priority;
}

/** Less than half of the minute's messages and changes are used up: nobody waits for what is said here. */
export function isQuiet({ perMinute, spent, now }: Allowance): boolean {
  const half = perMinute === null ? Number.POSITIVE_INFINITY : perMinute / 2;
  return recent(spent.post, now).length < half && recent(spent.edit, now).length < half;
}

/** How many calls of this use may be made now. */
export function room(use: Use, priority: Priority, allowance: Allowance): number {
  const most = mostOf(use, priority, allowance.perMinute);
  return Math.max(0, most - recent(allowance.spent[use], allowance.now).length);
}

/** When `count` calls of this use fit, epoch milliseconds; `now` when they fit already. More than ever fits counts as all. */
export function fitsAt(use: Use, count: number, priority: Priority, allowance: Allowance): number {
  const { now, perMinute, spent } = allowance;
  const most = mostOf(use, priority, perMinute);
  const used = recent(spent[use], now);
  const over = used.length + Math.min(count, most) - most;
  if (over <= 0) return now;
  return (used[over - 1] ?? now) + windowMs;
}

/**
 * With `count` more calls, at the moment when their answer came: the messenger counted them no later, so that a minute by
 * our clock is never a shorter one by its.
 */
export function spend(spent: Spent, use: Use, count: number, now: number): Spent {
  const added = Array.from({ length: count }, () => now);
  return { ...spent, [use]: [...recent(spent[use], now), ...added] };
}

function mostOf(use: Use, priority: Priority, perMinute: number | null): number {
  if (perMinute === null) return Number.POSITIVE_INFINITY;
  const most = Math.max(1, Math.floor(perMinute * shares[priority]));
  return use === 'mark' ? most * markFactor : most;
}

function recent(moments: readonly number[], now: number): readonly number[] {
  return moments.filter((at) => at > now - windowMs);
}
