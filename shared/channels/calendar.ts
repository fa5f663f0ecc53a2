import { icsOf } from '#shared/domain/ics.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { Text } from './channel.ts';

/** The calendar file of a visit in the reader's words; `stamp` (epoch milliseconds) is when it was made. */
export function calendarOf(
  message: Extract<Outbound, { kind: 'calendar' }>,
  text: Text,
  stamp: number,
): string {
  return icsOf({
    ...message,
    title: text.say(message.title),
    notes: text.say(message.notes),
    place: text.place,
    stamp,
  });
}
