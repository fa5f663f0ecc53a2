import { addDays, type Instant, toInstant, toWall } from '#shared/domain/clock.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { Station } from '#shared/station/schema.ts';

/** A station that is shut for longer in one piece asks nobody any more, in days. */
const farthest = 60;

/**
 * The first moment from then on at which owners are asked something: the hour of the station's data, on a day on which people are at
 * the desk to read the answer. Null where none is near.
 */
export function askingMoment(station: Station, from: Instant): Instant | null {
  const minute = station.rules.visits.askHowAt;
  const first = toWall(from, station.zone).date;
  for (let ahead = 0; ahead <= farthest; ahead += 1) {
    const date = addDays(first, ahead);
    const hours = deskHoursOn(station, date);
    if (hours === null || minute < hours.open || minute >= hours.close) continue;
    const at = toInstant(date, minute, station.zone);
    if (at !== 'gap' && at >= from) return at;
  }
  return null;
}

/** The same on a later day than that of `now`. */
export function nextAskingDay(station: Station, now: Instant): Instant | null {
  const tomorrow = toInstant(addDays(toWall(now, station.zone).date, 1), 0, station.zone);
  return askingMoment(station, tomorrow === 'gap' ? now : tomorrow);
}
