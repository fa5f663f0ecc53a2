import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { Station } from '#shared/station/schema.ts';
import { clockChange } from '../clock/agenda.ts';
import type { Turn } from '../flow.ts';
import { act, type Span } from './action.ts';
import { settingsRow } from './rows.ts';

/** A person's own hours without automatic messages. */

/** At least so many hours of a day have to be left: in less, what matters would be said too late. */
export const leastLoudHours = 4;

const usual: readonly Span[] = [
  [20, 9],
  [21, 9],
  [22, 8],
  [22, 10],
  [18, 9],
].map(([from = 0, to = 0]) => ({ from: from * 60, to: to * 60 }));

/** The hours that hold for somebody, and whether they are their own. */
export function quietOf({ quietHours }: Pick<Customer, 'quietHours'>, { rules }: Station) {
  return { ...(quietHours ?? rules.quietHours), own: quietHours !== null };
}

export function quietCard(
  { customer, station }: Pick<Turn, 'customer' | 'station'>,
  lead: readonly Phrase[] = [],
): Say {
  const spans = usual.map((hours) => act(phrase('ownLabelSpan', hours), { do: 'setQuiet', hours }));
  return card(
    'aside',
    [...lead, phrase('ownAskQuiet', quietOf(customer, station))],
    [
      [act(phrase('ownLabelAsStation'), { do: 'setQuiet', hours: null })],
      spans.slice(0, 2),
      spans.slice(2, 4),
      spans.slice(4),
      settingsRow,
    ],
  );
}

/** The row with those hours, and the clocks of visits that they move. */
export function quietChanges(
  quietHours: Span | null,
  { customer: before, station, now }: Pick<Turn, 'customer' | 'station' | 'now'>,
): { readonly customer: Customer; readonly changes: readonly Change[] } {
  const customer = { ...before, quietHours };
  const clocks = customer.visits.flatMap((visit) => clockChange(visit, { customer, station }, now));
  return { customer, changes: [{ kind: 'customer', customer }, ...clocks] };
}

/** Whether hours leave enough of a day; the same hour twice leaves all or nothing, and nobody means that. */
export function isSpan({ from, to }: Span): boolean {
  const quiet = (to - from + 1_440) % 1_440;
  return quiet > 0 && 1_440 - quiet >= leastLoudHours * 60;
}

/** A time of day as people write it: `22`, `22:30`, `22.30`, `10 pm`, `10 μμ`, `10 вечера`. */
const time =
  /(?<!\d)(\d{1,2})(?:[:.](\d{2}))?(?!\d)\s*([ap]\.?m\.?|[πμ]\.?μ\.?|веч\p{L}*|ночи|ночі|утра|ранку|дня|дні)?/giu;
const most = 60;

/**
 * Hours in words: `22-8`, `from 10 pm to 8 am`, `с 22 до 8`, `από τις 22:30 έως τις 8`. Null where there are not exactly two times;
 * what else is written beside them does not matter.
 */
export function spanIn(text: string): Span | null {
  if (text.length > most) return null;
  const times = [...text.matchAll(time)].map(([, hour = '', minutes = '0', half = '']) =>
    minuteOf(Number(hour), Number(minutes), half.toLowerCase().replaceAll('.', '')),
  );
  const [from, to, more] = times;
  if (from === undefined || to === undefined || more !== undefined || from === null || to === null)
    return null;
  return { from, to };
}

function minuteOf(hour: number, minutes: number, half: string): number | null {
  if (hour > 24 || minutes > 59) return null;
  const isLate = /^(pm|μμ|веч|дня|дні)/u.test(half) && hour < 12;
  const isMidnight = /^(am|πμ|ноч)/u.test(half) && hour === 12;
  return ((isMidnight ? 0 : isLate ? hour + 12 : hour) * 60 + minutes) % 1_440;
}
