/** Station time on the page: every moment is shown in the station's zone, never in the zone of this browser. */

/** Hours and minutes of an ISO instant, `09:05`. */
export const timeOf = (instant: string, zone: string): string =>
  part(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The station's calendar day of an ISO instant, `2026-11-24`. */
export const dayOf = (instant: string, zone: string): string => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return format.format(new Date(instant));
};

/** How a messenger heads a day: "Today", "Yesterday", "24 November", and the year when it is another one. */
export const dayLabel = (day: string, today: string): string => {
  if (day === today) return 'Today';
  if (day === addDays(today, -1)) return 'Yesterday';
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return part(`${day}T12:00:00Z`, 'UTC', { day: 'numeric', month: 'long', ...year });
};

/** The clock's own line, `24 November 2026`. */
export const longDate = (instant: string, zone: string): string =>
  part(instant, zone, { day: 'numeric', month: 'long', year: 'numeric' });

/** A moment to come, short: `18:00` today, `Tue 18:00` within the week, `7 Dec 08:30` later. */
export const soonAt = (instant: string, now: string, zone: string): string => {
  const [day, today] = [dayOf(instant, zone), dayOf(now, zone)];
  const time = timeOf(instant, zone);
  if (day === today) return time;
  if (day < addDays(today, 7)) return `${part(instant, zone, { weekday: 'short' })} ${time}`;
  return `${part(instant, zone, { day: 'numeric', month: 'short' })} ${time}`;
};

/** What stands below it: the day of the week and where that is so, `Tuesday, Athens`. */
export const weekdayIn = (instant: string, zone: string): string => {
  const place = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `${part(instant, zone, { weekday: 'long' })}, ${place}`;
};

/** Calendar arithmetic on `2026-11-24`, blind to zones. */
export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/**
 * The instant at which the station's wall clock shows this day and `HH:MM`. A time that a clock change skips gives the
 * moment as far after the change; of a repeated hour the first one is taken.
 */
export const instantOf = (day: string, time: string, zone: string): string => {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const before = offsetAt(wanted - 86_400_000, zone);
  const after = offsetAt(wanted + 86_400_000, zone);
  const first = wanted - before;
  const fits = offsetAt(first, zone) === before;
  const second = wanted - after;
  const instant = fits || offsetAt(second, zone) !== after ? first : second;
  return new Date(instant).toISOString();
};

const part = (instant: string, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(new Date(instant));

/** Milliseconds that the zone is ahead of UTC at this moment. */
const offsetAt = (at: number, zone: string): number => {
  const instant = new Date(at).toISOString();
  const time = part(instant, zone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return Date.parse(`${dayOf(instant, zone)}T${time}Z`) - Math.floor(at / 1000) * 1000;
};
