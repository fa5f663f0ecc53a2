import { addDays, toInstant, toWall } from '#shared/domain/clock.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Station } from '#shared/station/schema.ts';

/** Six in the evening of the day before; a visit booked later than 18 hours before it starts needs no reminder. */
const reminderMinute = 18 * 60;
const tooFreshMs = 18 * 60 * 60_000;

export function reminderKey(visitId: string): string {
  return `visits#reminder#${visitId}`;
}

/**
 * The reminder's timer for a visit, or its removal where none is due or the person did not agree to be written to. It lies
 * where the visit is spoken of, whichever of the person's chats sets it.
 */
export function reminderChange(
  visit: Visit,
  consent: Customer['consent'],
  station: Station,
  now: number,
): Change {
  const { date } = toWall(visit.start, station.zone);
  const at = toInstant(addDays(date, -1), reminderMinute, station.zone);
  const due = consent?.visit === true && at !== 'gap' && at > now && visit.start - now > tooFreshMs;
  return {
    kind: 'timer',
    key: reminderKey(visit.id),
    dueAt: due ? at : null,
    data: { visit: visit.id, start: visit.start },
    chat: visit.chat,
  };
}

export function noReminder({ id, chat }: Pick<Visit, 'id' | 'chat'>): Change {
  return { kind: 'timer', key: reminderKey(id), dueAt: null, data: null, chat };
}
