import { addDays, dayLabel, dayOf, timeOf } from './zone.ts';

export type Window = {
  /** The person has written before, so there was a window. */
  readonly begun: boolean;
  /** ISO instant at which it shuts; absent when there is none. */
  readonly until: string | undefined;
};

/**
 * Until when the station may write freely: WhatsApp's 24-hour window, told in station time.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export const windowWords = ({ begun, until }: Window, now: string, zone: string): string => {
  if (!until || Date.parse(until) <= Date.parse(now))
    return begun
      ? '24-hour window shut: templates only until you write'
      : '24-hour window: opens with your first word';
  const today = dayOf(now, zone);
  const day = dayOf(until, zone);
  const time = timeOf(until, zone);
  if (day === today) return `24-hour window open until ${time}`;
  const name = day === addDays(today, 1) ? 'tomorrow' : dayLabel(day, today);
  return `24-hour window open until ${name}, ${time}`;
};
