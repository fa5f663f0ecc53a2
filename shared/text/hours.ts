import { addDays, formatMinute, type LocalDate } from '#shared/domain/clock.ts';
import type { Station, Texts } from '#shared/station/schema.ts';
import type { Intls } from './intls.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `Mon–Fri 08:30–17:30, Sat 09:00–14:00`: neighbouring weekdays with the same hours become one span, closed ones are left out. */
export function hoursSummary({ hours }: Station, { weekdays: names }: Intls): string {
  const spans: { from: number; to: number; hours: string }[] = [];
  for (const [at, weekday] of weekdays.entries()) {
    const open = hours[weekday];
    if (open === null) continue;
    const text = `${formatMinute(open.open)}–${formatMinute(open.close)}`;
    const last = spans.at(-1);
    if (last !== undefined && last.to === at - 1 && last.hours === text) last.to = at;
    else spans.push({ from: at, to: at, hours: text });
  }
  return spans
    .map(({ from, to, hours: open }) =>
      from === to ? `${names[from]} ${open}` : `${names[from]}–${names[to]} ${open}`,
    )
    .join(', ');
}

/** A weekday on which only some services are done, both as words: `Sat`, `oil change, tyre change`. */
export type LimitedDay = { readonly day: string; readonly services: string };

/** The station's limited weekdays, Monday first; `name` gives a service's name. */
export function limitedDays(
  { hours }: Station,
  { weekdays: names }: Intls,
  name: (id: string) => string,
): readonly LimitedDay[] {
  return weekdays.flatMap((weekday, at) => {
    const only = hours[weekday]?.only;
    return only ? [{ day: names[at] ?? '', services: only.map(name).join(', ') }] : [];
  });
}

/** A coming change of the usual hours, as words: closed on some days and why, or open only until a time. */
export type Exception =
  | { readonly kind: 'closed'; readonly days: string; readonly reason: string }
  | { readonly kind: 'short'; readonly day: string; readonly until: string };

/** How far ahead a change of hours is worth telling, in days, and how many of them. */
const ahead = 14;
const most = 2;

/** The next changes of hours after `today` (itself included), nearest first. */
export function exceptions(
  { closed, halfDays }: Station,
  today: LocalDate,
  day: (date: LocalDate) => string,
  word: (texts: Texts) => string,
): readonly Exception[] {
  const last = addDays(today, ahead);
  const found: readonly { from: LocalDate; exception: Exception }[] = [
    ...closed
      .filter(({ from, to }) => to >= today && from <= last)
      .map(({ from, to, reason }) => {
        const days = from === to ? day(from) : `${day(from)} – ${day(to)}`;
        return { from, exception: { kind: 'closed', days, reason: word(reason) } as const };
      }),
    ...halfDays
      .filter(({ date }) => date >= today && date <= last)
      .map(({ date, close }) => {
        return {
          from: date,
          exception: { kind: 'short', day: day(date), until: formatMinute(close) } as const,
        };
      }),
  ];
  return found
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .slice(0, most)
    .map(({ exception }) => exception);
}
