import { type Instant, type LocalDate, MINUTE } from '../clock.ts';
import { type Budget, budgetOf, mayArrive, mayWait } from './budget.ts';
import { minuteOfDay, type Workday, workday } from './calendar.ts';
import { type Fit, fitAt, mayDiagnose, nextOnGrid } from './fit.ts';
import { askedAt } from './horizon.ts';
import { countedJobs, type DayLoad, loadOf } from './load.ts';
import { severalDaysPlanner, takesWork } from './several-days.ts';
import { type Shuffled, shuffle } from './shuffle.ts';
import type { Days, Plan, PlannedJob, Slot, SlotStation, Wish } from './types.ts';
import type { Leg, Work } from './work.ts';

/** One search: what is asked of whom, with what was read. */
export type Search = {
  readonly station: SlotStation;
  readonly days: Days;
  readonly wish: Wish;
  readonly work: Work;
  readonly now: Instant;
  /** How often this search may still try to make room. */
  readonly tries: { left: number };
  /** Days judged so far: a search may come back to a day, and does not look twice. */
  readonly judges: Map<LocalDate, Judge | null>;
};

/** Judges arrivals of one day, given in minutes since its midnight: how the visit would be done, or null. */
export type Judge = { readonly workday: Workday; readonly slotAt: (arrival: number) => Slot | null };

/** How often one search tries to make room: days full to the brim would cost most where they help least. */
const MOST_TRIES = 24;

/** A search of which nothing is known yet. */
export function newSearch(what: Omit<Search, 'tries' | 'judges'>): Search {
  return { ...what, tries: { left: MOST_TRIES }, judges: new Map() };
}

/** The judge of a day; null when the station is closed, does not do this work then, or the day was not read. */
export function judgeOf(search: Search, date: LocalDate): Judge | null {
  let judge = search.judges.get(date);
  if (judge === undefined) {
    judge = newJudge(search, date);
    search.judges.set(date, judge);
  }
  return judge;
}

function newJudge(search: Search, date: LocalDate): Judge | null {
  const { station, days, wish, work, now } = search;
  const day = workday(station, date);
  const read = days.get(date);
  if (day === null || read === undefined || !takesWork(station, work, date)) return null;
  const desk = wish.by === 'desk';
  const budget = budgetOf(station, day, countedJobs(read, now, wish.excluding));
  // A day that is sold out needs no closer look.
  if (!desk && work.days === 1 && budget.minutesSold + work.minutes > budget.minutesForSale) return null;
  const load = loadOf(day, read, now, wish.excluding);
  const latest = work.dropOffBy === null ? day.close : minuteOfDay(date, work.dropOffBy, station.zone);
  const earliest = (Math.max(now, askedAt(wish, now) + work.notice * MINUTE) - day.midnight) / MINUTE;
  const planWait = work.modes.includes('wait') ? waitPlanner(search, load, budget) : () => null;
  const planLeave = work.modes.includes('leave') ? leavePlanner(search, load, budget) : () => null;
  const slotAt = (arrival: number): Slot | null => {
    if (arrival < earliest || arrival < day.open || arrival >= day.close || arrival > latest) return null;
    if (!desk && !mayArrive(budget, arrival, station.rules.arrivalsPerHalfHour)) return null;
    const start = day.midnight + arrival * MINUTE;
    const wait = besideOthers(wish, start, planWait(arrival));
    const leave = besideOthers(wish, start, planLeave(arrival));
    if (wait === null && leave === null) return null;
    return {
      start,
      date,
      modes: { ...(wait === null ? {} : { wait }), ...(leave === null ? {} : { leave }) },
      // Two plans that each move other people's work could not both come true.
      together: wait !== null && leave !== null && wait.moved.length + leave.moved.length === 0,
    };
  };
  const judged = new Map<number, Slot | null>();
  return {
    workday: day,
    slotAt: (arrival) => {
      let slot = judged.get(arrival);
      if (slot === undefined) {
        slot = slotAt(arrival);
        judged.set(arrival, slot);
      }
      return slot;
    },
  };
}

/** The plan, where the car is not with us for another visit at that time. */
function besideOthers(wish: Wish, start: Instant, plan: Plan | null): Plan | null {
  return plan === null || isWithUs(wish, start, plan.readyBy) ? null : plan;
}

/** Whether the car would have to be here twice. */
export function isWithUs(
  { elsewhere = [] }: Pick<Wish, 'elsewhere'>,
  start: Instant,
  readyBy: Instant,
): boolean {
  return elsewhere.some(({ from, to }) => from < readyBy && to > start);
}

type Planner = (arrival: number) => Plan | null;

/** A waiting customer: work begins on arrival and goes on leg by leg, one buffer apart. */
function waitPlanner(search: Search, load: DayLoad, budget: Budget): Planner {
  const { station, wish, work } = search;
  const { rules } = station;
  const places = work.legs.map((leg) => placer(search, load, budget, leg));
  return (arrival) => {
    const fits: Fit[] = [];
    let moved: Shuffled['moved'] = [];
    let from = arrival;
    for (const place of places) {
      const found: Shuffled | null =
        place(from) ?? (places.length === 1 ? shuffler(search, load, budget)(from) : null);
      if (found === null) return null;
      fits.push(found.fit);
      moved = found.moved;
      from = found.fit.to + rules.buffer;
    }
    const end = fits[fits.length - 1]?.to ?? arrival;
    if (end - arrival > work.minutes + rules.buffer * (fits.length - 1)) return null;
    const promise = Math.min(load.workday.close, end + rules.waitMargin);
    if (wish.by !== 'desk' && !mayWait(budget, arrival, promise, rules.waitingAtOnce)) return null;
    return planOf(search, load.workday, fits, moved, { kind: 'wait', arrival, promise });
  };
}

/** A car that is left: work floats to the first place after reception, and the promise allows it to float on. */
function leavePlanner(search: Search, load: DayLoad, budget: Budget): Planner {
  const { station, work } = search;
  const { rules } = station;
  const { grid, close } = load.workday;
  const [only] = work.legs;
  if (work.days > 1 && only !== undefined) {
    return severalDaysPlanner({ ...search, load, budget }, work, only);
  }
  const next = work.legs.map((leg) => nextOnGrid(grid, placer(search, load, budget, leg)));
  const nextShuffled = nextOnGrid(grid, shuffler(search, load, budget));
  return (arrival) => {
    const fits: Fit[] = [];
    let moved: Shuffled['moved'] = [];
    let from = arrival + rules.reception;
    for (const place of next) {
      const found: Shuffled | null = place(from) ?? (next.length === 1 ? nextShuffled(from) : null);
      if (found === null) return null;
      fits.push(found.fit);
      moved = found.moved;
      from = found.fit.to + rules.buffer;
    }
    const end = (fits[fits.length - 1]?.to ?? arrival) + rules.dropOffMargin;
    const promise = Math.min(close, Math.ceil(end / rules.slotStep) * rules.slotStep);
    return planOf(search, load.workday, fits, moved, { kind: 'leave', arrival, promise });
  };
}

type Place = (from: number) => Shuffled | null;

function placer({ station, wish }: Search, load: DayLoad, budget: Budget, leg: Leg): Place {
  const preference = { technician: wish.preferTechnician };
  return (from) => {
    if (!mayPlace(station, wish, load, budget, leg, from)) return null;
    const fit = fitAt(load, leg, from, station.rules, preference);
    return fit === null ? null : { fit, moved: [] };
  };
}

const shufflers = new WeakMap<DayLoad, Place>();

/** Both planners of a day share what was tried, and the number of tries. */
function shuffler({ station, wish, work, now, tries }: Search, load: DayLoad, budget: Budget): Place {
  const [leg] = work.legs;
  let place = shufflers.get(load);
  if (place === undefined) {
    const tried = new Map<number, Shuffled | null>();
    place = (from) => {
      const known = tried.get(from);
      if (known !== undefined) return known;
      if (leg === undefined || tries.left === 0) return null;
      const may = mayPlace(station, wish, load, budget, leg, from);
      const found = may ? shuffle(station, load, leg, from, now) : null;
      if (may) tries.left -= 1;
      tried.set(from, found);
      return found;
    };
    shufflers.set(load, place);
  }
  return place;
}

function mayPlace(
  station: SlotStation,
  wish: Wish,
  load: DayLoad,
  budget: Budget,
  leg: Leg,
  from: number,
): boolean {
  if (wish.by === 'desk') return true;
  return mayDiagnose(load.workday, budget, leg, from, station.rules.diagnosticsPerHalfDay);
}

type Visit = { readonly kind: 'wait' | 'leave'; readonly arrival: number; readonly promise: number };

/** The jobs of a plan: one for each service, cut where work pauses over the break. */
function planOf(
  { work }: Search,
  day: Workday,
  fits: readonly Fit[],
  moved: Shuffled['moved'],
  { kind, arrival, promise }: Visit,
): Plan {
  const at = (minute: number) => day.midnight + minute * MINUTE;
  const jobs: PlannedJob[] = [];
  for (const [index, fit] of fits.entries()) {
    let from = fit.from;
    for (const { service, minutes } of work.legs[index]?.tasks ?? []) {
      let left = minutes;
      for (const stretch of day.stretches) {
        const start = Math.max(from, stretch.from);
        const end = Math.min(stretch.to, start + left);
        if (left === 0 || start >= end) continue;
        jobs.push({
          date: day.date,
          bay: fit.bay,
          technician: fit.technician,
          service: service.id,
          kind,
          start: at(start),
          end: at(end),
          arrival: at(arrival),
          readyBy: at(promise),
        });
        left -= end - start;
        from = end;
      }
    }
  }
  return { jobs, moved, readyBy: at(promise) };
}
