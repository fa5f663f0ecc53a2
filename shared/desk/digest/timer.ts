import { type Address, addressKey } from '#shared/domain/address.ts';
import { addDays, toInstant, toWall, weekdayOf } from '#shared/domain/clock.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Group } from '#shared/domain/group.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * The week's figures come by themselves on Monday, when the desk opens: a timer at the group's own address, which every step in
 * the group sets where it is missing. Nobody has to remember to begin. It is the group as it is now: an id that the group gave up
 * has none.
 */
export const digestTimer = 'desk.digest';

/** The group itself, whichever of its topics something was written in. */
export function groupOf(address: Address): Address {
  return { ...address, thread: '' };
}

/** The timer as it stands from now on. */
export function nextDigest(address: Address, station: Station, now: number): Change {
  const chat = addressKey(groupOf(address));
  return { kind: 'timer', key: digestTimer, dueAt: nextDigestAt(station, now), data: null, chat };
}

/** The timer of a group's chat is used up or given up. */
export function noDigest(address: Address): Change {
  const chat = addressKey(groupOf(address));
  return { kind: 'timer', key: digestTimer, dueAt: null, data: null, chat };
}

/** Whether something comes from the group as it is now; the word of its new id comes from there. */
export function isGroupNow(
  { address, event }: Pick<Inbound, 'address' | 'event'>,
  group: Pick<Group, 'chat'>,
  desk: Pick<Desk, 'chat'>,
): boolean {
  return event.kind === 'migrated' || address.chat === (group.chat ?? desk.chat);
}

/** Days in which a station that is open at all opens once. */
const longestClosed = 60;

/** When the desk opens first from the next Monday on, a Monday that has begun not included. Epoch milliseconds. */
export function nextDigestAt(station: Station, now: number): number {
  const { date } = toWall(now, station.zone);
  const monday = addDays(date, 8 - weekdayOf(date));
  for (let ahead = 0; ahead < longestClosed; ahead += 1) {
    const on = addDays(monday, ahead);
    const hours = deskHoursOn(station, on);
    const at = hours && toInstant(on, hours.open, station.zone);
    if (at !== null && at !== 'gap') return at;
  }
  return now + longestClosed * 24 * 60 * 60_000;
}
