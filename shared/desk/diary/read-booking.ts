import type { LocalDate } from '#shared/domain/clock.ts';
import { fold } from '#shared/domain/fold.ts';
import { canonicalNumber } from '#shared/domain/phone.ts';
import { plateIn } from '#shared/domain/plate.ts';
import type { Station } from '#shared/station/schema.ts';
import { monthsInDigits } from './month.ts';
import { isNearly } from './nearly.ts';
import { readDate } from './read-date.ts';
import { readTime } from './read-time.ts';

/** What an advisor wrote behind `/book` or `/walkin`, as far as it was understood. Nothing of it is done before a button. */
export type BookingWords = {
  /** Service ids; several where one word may mean several, see `among`. */
  readonly services: readonly string[];
  /** Work that a word may mean where it is not clear which; null where it is. */
  readonly among: readonly string[] | null;
  /** The words at the beginning that name the work. */
  readonly said: string;
  readonly date: LocalDate | null;
  /** Minutes past midnight. */
  readonly minute: number | null;
  /** With "+", or ''. */
  readonly phone: string;
  /** The car as it was written, or ''. */
  readonly car: string;
  /** What is left: a name, or words that nobody understood. */
  readonly rest: string;
};

type Offered = Pick<Station, 'services' | 'phone'>;

/** `oil tomorrow 10:00 Nikos ABC-1234 phone +30…`: work, day and time in any order, then whose it is. */
export function readBooking(text: string, station: Offered, today: LocalDate): BookingWords {
  const { text: unphoned, phone } = phoneIn(text, station);
  const { text: carless, car } = carIn(unphoned);
  const words = monthsInDigits(carless)
    .split(/\s+/)
    .filter((word) => word !== '');
  const work = workIn(words, station);
  const { date, minute, used } = whenIn(words.slice(work.used), today, readTime);
  const rest = words.slice(work.used + used).join(' ');
  const { services, among, said } = work;
  return { services, among, said, date, minute, phone, car, rest };
}

/**
 * `tomorrow 10:00`, `10:00`, `24.11`: when a visit is to be moved to. `rest`: what was not understood. `timeOf`: what a word says as a
 * time of day, where no day has it.
 */
export function readWhen(text: string, today: LocalDate, timeOf = readTime) {
  const words = monthsInDigits(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const { date, minute, used } = whenIn(words, today, timeOf);
  return { date, minute, rest: words.slice(used).join(' ') };
}

const phoneWords = 'phone|tel|тел|телефон|τηλ|τηλεφωνο|τηλέφωνο';
/** A number with "+" or behind a word that says so: other digits are times and plates. */
const phonePattern = new RegExp(
  `(?:(?<![\\p{L}\\d])(?:${phoneWords})[.:]?\\s*(\\+?\\d[\\d\\s().-]{5,}\\d)|(\\+\\d[\\d\\s().-]{5,}\\d))`,
  'iu',
);

function phoneIn(text: string, station: Offered): { readonly text: string; readonly phone: string } {
  const found = phonePattern.exec(text);
  const number = abroad(found?.[1] ?? found?.[2] ?? '', station);
  const phone = number === '' ? null : canonicalNumber(number);
  return found && phone !== null ? { text: text.replace(found[0], ' '), phone } : { text, phone: '' };
}

/**
 * A number as it is written at home gets the country of the station's own one: both are of one length there, but for the 0
 * that some countries dial first. Any other number stays as it is.
 */
function abroad(number: string, { phone }: Pick<Offered, 'phone'>): string {
  const digits = number.replace(/\D/g, '');
  if (number.startsWith('+')) return number;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  const own = phone.slice(1);
  const country = own.slice(0, Math.max(0, own.length - digits.replace(/^0/, '').length));
  return country.length >= 1 && country.length <= 3 ? `+${country}${digits.replace(/^0/, '')}` : number;
}

/** Behind one of these words, or a plate wherever it stands. */
const carWords = /(?<![\p{L}\d])(?:car|авто|машина|αυτοκινητο|αυτοκίνητο|όχημα)[:\s]+(.+)$/iu;

function carIn(text: string): { readonly text: string; readonly car: string } {
  const [all, named] = carWords.exec(text) ?? [];
  if (all !== undefined && named !== undefined) return { text: text.replace(all, ' '), car: named.trim() };
  // A time and a name beside it are no plate: a plate stands in one piece, or in capitals.
  const plate = plateIn(text.replace(/\d{1,2}:\d{2}/g, ' | '));
  return plate === undefined ? { text, car: '' } : { text: text.replace(plate, ' '), car: plate };
}

function whenIn(words: readonly string[], today: LocalDate, timeOf: typeof readTime) {
  let date: LocalDate | null = null;
  let minute: number | null = null;
  let used = 0;
  for (const word of words) {
    const time: number | null = minute === null ? timeOf(word) : null;
    const day: LocalDate | null = date === null ? readDate(word, today) : null;
    // `10.11` is a day: a time with a dot is one only where no month has that number.
    if (day !== null) date = day;
    else if (time !== null) minute = time;
    else if (!joining.has(fold(word))) break;
    used += 1;
  }
  return { date, minute, used };
}

/** Words that stand before a day or a time. */
const joining = new Set(['at', 'on', 'to', 'в', 'на', 'о', 'об', 'στισ', 'στην', 'στο']);

type Work = Pick<BookingWords, 'services' | 'among' | 'said'> & { readonly used: number };

/** The work at the beginning: each word narrows what is meant; "+" begins another one. */
function workIn(words: readonly string[], { services }: Pick<Offered, 'services'>): Work {
  const chosen: string[] = [];
  let meant: readonly string[] | null = null;
  let used = 0;
  for (const word of words) {
    if (word === '+') {
      chosen.push(...(meant ?? []));
      meant = null;
      used += 1;
      continue;
    }
    const found: readonly string[] = named(word, services);
    const known: readonly string[] | null = meant;
    const narrowed: readonly string[] = known === null ? found : found.filter((id) => known.includes(id));
    if (narrowed.length === 0) break;
    meant = narrowed;
    used += 1;
  }
  const said = words.slice(0, used).join(' ');
  const open = meant !== null && meant.length > 1 ? meant : null;
  return { services: open ? chosen : [...chosen, ...(meant ?? [])], among: open, said, used };
}

/** Services that a word names: by id, by a word of their names in any language or its beginning, or but for one letter. */
function named(word: string, services: Offered['services']): readonly string[] {
  const said = fold(word);
  if (said.length < 2) return [];
  const exact = services.filter(({ id }) => fold(id) === said);
  if (exact.length > 0) return exact.map(({ id }) => id);
  const matching = (is: (known: string) => boolean) =>
    services
      .filter(({ name, row }) =>
        [...Object.values(name), ...Object.values(row)].some((text) => fold(text).split(' ').some(is)),
      )
      .map(({ id }) => id);
  const whole = matching((known) => known === said);
  if (whole.length > 0) return whole;
  const begun = said.length >= 3 ? matching((known) => known.startsWith(said)) : [];
  return begun.length > 0 ? begun : matching((known) => isNearly(known, said));
}
