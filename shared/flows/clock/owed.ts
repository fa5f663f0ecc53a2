import { addDays, MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { isDone } from '#shared/domain/visit/life.ts';
import { lastMoved, newsAfter, untoldMove } from '#shared/domain/visit/promise.ts';
import { isInHouse, isUnfinished } from '#shared/domain/visit/stage.ts';
import { endOfWork } from '#shared/domain/working-time.ts';
import type { Station } from '#shared/station/schema.ts';
import { loudFrom } from '../automatic.ts';
import { deskHours } from '../baton/timers.ts';
import { onceName } from './done.ts';
import type { AgendaSetting, Due } from './due.ts';
import { openUpTo, tellingAt } from './quiet.ts';

/** While the car is in the house: what its owner is owed, and when the desk is warned that a promise comes to its end. */

/** The owner is told so long before a promise passes; the desk so long before that. */
export const tellMs = 10 * MINUTE;
const warnMs = 20 * MINUTE;

export function owedInHouse(visit: Visit, setting: AgendaSetting): readonly Due[] {
  return [
    ...(isUnfinished(visit.life.stage)
      ? [
          ...tellMoved(visit, setting),
          ...news(visit, setting),
          ...ready(visit, setting),
          ...dayClose(visit, setting),
        ]
      : []),
  ];
}

/** A promise that was moved, of which the owner could not be told at once. */
function tellMoved(visit: Visit, { customer, station }: AgendaSetting): readonly Due[] {
  const moved = untoldMove(visit);
  if (moved === null) return [];
  const once = onceName('tellMoved', moved.at);
  if (isDone(visit.life, once)) return [];
  return [{ what: 'tellMoved', at: loudFrom(customer, station, moved.at), once }];
}

function ready(visit: Visit, setting: AgendaSetting): readonly Due[] {
  const made = Math.max(lastMoved(visit, 'ready')?.at ?? 0, cameAt(visit));
  return ofPromise(visit, { warn: 'readyWarn', tell: 'readyTell', by: visit.readyBy, made }, setting);
}

/** When the bot moves the promise and tells the owner, unless somebody does before; null: it does not. */
export function movesAt(visit: Visit, setting: AgendaSetting): number | null {
  if (!isUnfinished(visit.life.stage)) return null;
  return ready(visit, setting).find(({ what }) => what === 'readyTell')?.at ?? null;
}

/** News that come with the word on the promise itself need no word of their own. */
function news(visit: Visit, setting: AgendaSetting): readonly Due[] {
  const by = newsOwed(visit, setting.station);
  if (by === null || by >= visit.readyBy - tellMs) return [];
  const made = Math.max(lastMoved(visit, 'news')?.at ?? 0, cameAt(visit));
  return ofPromise(visit, { warn: 'newsWarn', tell: 'newsTell', by, made }, setting);
}

/** By when the owner hears of the car next: as it was promised, or as the rule says where nobody wrote it down. */
export function newsOwed(visit: Visit, station: Station): number | null {
  if (!isUnfinished(visit.life.stage)) return null;
  return visit.life.newsBy ?? newsAfter(deskHours(station), station.rules.visits.firstNews, visit.life.since);
}

type Promised = {
  readonly warn: 'newsWarn' | 'readyWarn';
  readonly tell: 'newsTell' | 'readyTell';
  readonly by: number;
  /** When it was made. */
  readonly made: number;
};

function ofPromise(visit: Visit, { warn, tell, by, made }: Promised, setting: AgendaSetting): readonly Due[] {
  const { customer, station } = setting;
  // A promise for in a moment leaves half of that moment.
  const lead = Math.max(0, Math.min(tellMs, (by - made) / 2));
  const tellAt = Math.max(made, tellingAt(customer, station, by - lead));
  const warnAt = openUpTo(deskHours(station), tellAt - warnMs);
  return [
    ...(isDone(visit.life, warn) || warnAt <= made ? [] : [{ what: warn, at: warnAt }]),
    ...(isDone(visit.life, tell) ? [] : [{ what: tell, at: tellAt }]),
  ];
}

/** When the car came. */
export function cameAt({ life, start }: Visit): number {
  return life.log.find(({ stage }) => isInHouse(stage))?.at ?? (life.since > 0 ? life.since : start);
}

const beforeClosing = 30 * MINUTE;

/** Before the desk closes, on each day that ends with the car unfinished and nothing said of its promise. */
function dayClose(visit: Visit, { station }: AgendaSetting): readonly Due[] {
  const { life, readyBy } = visit;
  const { zone } = station;
  const asked = life.done.find((one) => one.startsWith('dayClose#'))?.split('#')[1];
  const came = cameAt(visit);
  const spoken = life.moved.filter(({ of }) => of === 'ready').map(({ at }) => toWall(at, zone).date);
  const last = toWall(readyBy, zone).date;
  for (let date = asked ? addDays(asked, 1) : toWall(came, zone).date; date < last; date = addDays(date, 1)) {
    const at = closingOf(station, date);
    if (at !== null && at > Math.max(came, life.since) && !spoken.includes(date))
      return [{ what: 'dayClose', at, once: onceName('dayClose', date) }];
  }
  return [];
}

function closingOf(station: Station, date: string): number | null {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const end = endOfWork(deskHours(station), noon);
  return end === null ? null : end - beforeClosing;
}
