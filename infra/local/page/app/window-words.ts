import { addDays, dayLabel, dayOf, timeOf } from './zone.ts';

/**
 * Until when the station may write freely: WhatsApp's 24-hour window, told in station time; `until` is absent when there is none.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export const windowWords = (until: string | undefined, now: string, zone: string): string => {
  if (!until || Date.parse(until) <= Date.parse(now)) return '24-hour window shut: templates only';
  const today = dayOf(now, zone);
  const day = dayOf(until, zone);
  const time = timeOf(until, zone);
  if (day === today) return `24-hour window open until ${time}`;
  const name = day === addDays(today, 1) ? 'tomorrow' : dayLabel(day, today);
  return `24-hour window open until ${name}, ${time}`;
};
