import type { Visit } from '#shared/domain/customer.ts';
import { newsAfter, withNews, withTold } from '#shared/domain/visit/promise.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import type { Station } from '#shared/station/schema.ts';
import { deskHours } from '../baton/timers.ts';

/** By when an owner hears of a car, by the station's own rules (`rules.visits.firstNews`, `newsEvery`). */

/** Of a car that comes now. Epoch milliseconds; null where the desk does not open any more. */
export function firstNewsBy(station: Station, now: number): number | null {
  return newsAfter(deskHours(station), station.rules.visits.firstNews, now);
}

/** The visit whose owner is told now where it stands, with the next news owed; whoever tells an owner calls this. */
export function toldNow(visit: Visit, stage: Stage, station: Station, now: number): Visit {
  const told = withTold(visit, stage, nextNews(station), now);
  // The arrival itself is no news of the car.
  return stage === 'arrived' ? { ...told, life: { ...told.life, newsBy: visit.life.newsBy } } : told;
}

/** The visit with the next news owed from `at` on, where they heard of it in another way: an advisor wrote, or is to call. */
export function heardOn(visit: Visit, station: Station, at: number): Visit {
  const { desk, minutes } = nextNews(station);
  const newsBy = newsAfter(desk, minutes, at);
  return withNews(visit, newsBy, at);
}

function nextNews(station: Station) {
  return { desk: deskHours(station), minutes: station.rules.visits.newsEvery };
}
