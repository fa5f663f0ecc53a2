import { formatMinute } from '#shared/domain/clock.ts';
import type { Station } from '#shared/station/schema.ts';
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
