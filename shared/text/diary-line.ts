import { formatMinute } from '#shared/domain/clock.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';
import { lines } from './lines.ts';
import { excerpt } from './shorten.ts';

/** Lines of the desk's calendar that look alike in every language; the words come from the language. */

type VisitWords = {
  readonly waits: string;
  readonly leaves: string;
  readonly held: string;
  readonly odd: string;
  /** "No." before what a visit is called by. */
  readonly number: string;
};
type Visit = PhraseArgs['diaryAffected'] & Partial<PhraseArgs['diaryVisit']>;

/** `Tuesday 24 November · 3 visits · 40 % …` */
export function dayLine(date: string, visits: string, full: string, f: Format): string {
  return [f.day(date), visits, full].filter(Boolean).join(' · ');
}

/** `09:00 B1 Kostas · Nikos · Octavia …4821` and below it the work, whether they wait, and until when. */
export function visitLine(visit: Visit, words: VisitWords, f: Format): string {
  const { start, readyBy, stay, services, bay, technician, name, car, ref, held, odd } = visit;
  const where = [bay, technician && f.person(technician)].filter(Boolean).join(' ');
  const how = stay && (stay === 'wait' ? words.waits : words.leaves);
  const ready = readyBy === undefined ? '' : `→ ${f.time(readyBy)}`;
  return lines(
    [`${f.time(start)} ${where}`.trim(), name, car].filter(Boolean).join(' · '),
    [
      `${f.services(services)} ${ready}`.trim(),
      how,
      held ? words.held : '',
      odd ? words.odd : '',
      ref && `${words.number} ${ref}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
}

/** `Kostas free: 09:00–10:30, 13:30–17:30` */
export function freeLine(
  { technician, spans }: PhraseArgs['diaryFree'],
  free: string,
  none: string,
  f: Format,
): string {
  const times = spans.map(({ from, to }) => `${f.time(from)}–${f.time(to)}`);
  return `${f.person(technician)}, ${times.length > 0 ? `${free}: ${times.join(', ')}` : none}`;
}

/** `B3, Tue 24 Nov, 14:00–15:00 (lift broken)` */
export function takenOut(args: PhraseArgs['diaryBlockUndone'], station: string, f: Format): string {
  const { what, id, from, to, span, reason } = args;
  const who = what === 'station' ? station : what === 'technician' ? f.person(id) : id;
  const days = from === to ? f.day(from) : `${f.day(from)} – ${f.day(to)}`;
  const hours = span && `${formatMinute(span.from)}–${formatMinute(span.to)}`;
  return [who, days, hours, reason && `(${reason})`].filter(Boolean).join(', ').replace(', (', ' (');
}

/** The longest name that still leaves room for what is said about it, in UTF-16 units. */
const longestName = 40;

/** `Nikos · Octavia …4821`, as far as they are known. */
export function who(name: string, car = ''): string {
  return [excerpt(name, longestName), car].filter(Boolean).join(' · ');
}

/** `Tue 24 · 09:00, Tue 24 · 13:30` */
export function offeredTimes(starts: readonly number[], f: Format): string {
  return starts.map((start) => f.dayTime(start)).join('; ');
}

/** When the car is ready, in each way of staying that is possible. */
export function readyWays(
  start: number,
  { left, waits }: { readonly left: number | null; readonly waits: number | null },
  words: { readonly left: string; readonly waits: string },
  f: Format,
): string {
  const ways = [
    left === null ? '' : `${words.left} ${f.ready(left, start)}.`,
    waits === null ? '' : `${words.waits} ${f.ready(waits, start)}.`,
  ];
  return ways.filter(Boolean).join(' ');
}
