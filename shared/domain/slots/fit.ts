import type { Budget } from './budget.ts';
import type { Workday } from './calendar.ts';
import { type DayLoad, isFree, NOTHING, type Taken } from './load.ts';
import type { SlotRules } from './types.ts';
import type { Leg } from './work.ts';

/** A place found for a leg; minutes since midnight. Longer than the leg only where work pauses over the break. */
export type Fit = {
  readonly bay: string;
  readonly technician: string;
  readonly from: number;
  readonly to: number;
};

/** What decides between bays or people that are free alike. */
export type Preference = { readonly technician?: string | undefined };

/**
 * When a leg that starts at `from` would end, or null if it cannot start there. Work never crosses the start of the
 * break, the close, or starts in the break; only what is longer than any stretch of the day pauses over the break.
 */
export function endOf(workday: Workday, from: number, minutes: number): number | null {
  let left = minutes;
  let at = from;
  for (const stretch of workday.stretches) {
    if (at >= stretch.to) continue;
    if (at < stretch.from) {
      if (left === minutes) return null;
      at = stretch.from;
    }
    if (at + left <= stretch.to) return at + left;
    if (minutes <= workday.longestStretch) return null;
    left -= stretch.to - at;
    at = stretch.to;
  }
  return null;
}

/** Finds the best bay and technician for a leg starting at `from`; null if there is none. */
export function fitAt(
  load: DayLoad,
  leg: Leg,
  from: number,
  rules: SlotRules,
  preference: Preference,
): Fit | null {
  const to = endOf(load.workday, from, leg.minutes);
  if (to === null) return null;
  const technician = bestTechnician(load, leg, from, to, preference);
  if (technician === null) return null;
  const bay = bestBay(load, leg, from, to, rules.buffer);
  return bay === null ? null : { bay, technician, from, to };
}

/** Whether a half-day may take one more diagnostic visit, for a leg that has one. */
export function mayDiagnose(workday: Workday, budget: Budget, leg: Leg, from: number, most: number): boolean {
  let at = from;
  for (const { service, minutes } of leg.tasks) {
    if (service.diagnostic && budget.diagnostics[at < workday.noon ? 0 : 1] >= most) return false;
    at += minutes;
  }
  return true;
}

/** The first start of work on the grid at or after a minute, remembering what was already found. */
export function nextOnGrid<T>(grid: readonly number[], find: (from: number) => T | null) {
  const known: (T | null | undefined)[] = [];
  return (earliest: number): T | null => {
    const first = lowerBound(grid, earliest);
    let index = first;
    let found: T | null = null;
    for (; index < grid.length; index += 1) {
      const already = known[index];
      found = already === undefined ? find(grid[index] ?? 0) : already;
      if (found !== null || already === null) break;
    }
    for (let passed = first; passed <= index && passed < grid.length; passed += 1) known[passed] = found;
    return found;
  };
}

function lowerBound(grid: readonly number[], earliest: number): number {
  let low = 0;
  let high = grid.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((grid[middle] ?? 0) < earliest) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bestTechnician(
  load: DayLoad,
  leg: Leg,
  from: number,
  to: number,
  prefer: Preference,
): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, skills } of leg.technicians) {
    const shift = load.workday.shifts.get(id);
    if (shift === undefined || shift.from > from || shift.to < to) continue;
    const taken = load.technicians.get(id) ?? NOTHING;
    if (!isFree(taken, from, to, 0)) continue;
    const cost = id === prefer.technician ? -1 : gaps(load.workday, taken, from, to, 0) * 100 + skills.length;
    if (cost < least) {
      least = cost;
      best = id;
    }
  }
  return best;
}

function bestBay(load: DayLoad, leg: Leg, from: number, to: number, buffer: number): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, kinds } of leg.bays) {
    const taken = load.bays.get(id) ?? NOTHING;
    if (!isFree(taken, from, to, buffer)) continue;
    const cost = gaps(load.workday, taken, from, to, buffer) * 100 + kinds.length;
    if (cost < least) {
      least = cost;
      best = id;
    }
  }
  return best;
}

/** How many idle gaps the work would leave beside it: 0, 1 or 2. The narrower kinds of work keep their places free. */
function gaps(workday: Workday, taken: readonly Taken[], from: number, to: number, buffer: number): number {
  let before = 0;
  let after = workday.close;
  for (const stretch of workday.stretches) {
    if (stretch.from <= from) before = stretch.from;
    if (stretch.to >= to) after = Math.min(after, stretch.to);
  }
  for (const item of taken) {
    if (item.to <= from) before = Math.max(before, item.to + buffer);
    if (item.from >= to) after = Math.min(after, item.from - buffer);
  }
  return (from > before ? 1 : 0) + (to < after ? 1 : 0);
}
