import {
  addDays,
  formatMinute,
  type Instant,
  type LocalDate,
  toWall,
  weekdayOf,
} from '#shared/domain/clock.ts';
import type { Language } from '#shared/domain/language.ts';
import type { QuotedPhrase } from '#shared/domain/phrases/case.ts';
import type { Topic } from '#shared/domain/understood.ts';
import { answerTopics } from '#shared/station/answers.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { Service, Station } from '#shared/station/schema.ts';
import { textIn } from '#shared/station/text-in.ts';
import { type Exception, exceptions, hoursSummary, type LimitedDay, limitedDays } from './hours.ts';
import { type Intls, intlsFor } from './intls.ts';
import type { Forms, Manner } from './manner.ts';
import { shorten } from './shorten.ts';

/** List rows take 24 UTF-16 units, reply buttons 20; rows are the wider of the two. */
const ROW = 24;

/**
 * Figures, dates and the station's own names as one language writes them, in the station's time zone.
 * Instants are epoch milliseconds, dates `YYYY-MM-DD` of the station, lengths minutes, money integer cents.
 */
export type Format = {
  /** `09:00`, always by the 24-hour clock. */
  time(at: Instant): string;
  /** `Tue 24 Nov`. */
  day(at: Instant | LocalDate): string;
  /** Its month, 1 to 12, and its year where the month's name alone would not tell which one is meant. */
  monthOf(at: Instant): { readonly month: number; readonly year: number | null };
  /** `Tuesday 24 November`, standing by itself. */
  fullDay(at: Instant): string;
  /** `24 November 2026`, for what is kept. */
  fullDate(at: Instant): string;
  /** `24 November 2026, 09:00`. */
  fullMoment(at: Instant): string;
  /** `Tue 24 Nov, 09:00`. */
  dayTime(at: Instant): string;
  /** On the station's present day; false when the present is not known. */
  isToday(at: Instant): boolean;
  /** `tomorrow, Tue 24 Nov, 09:00`; without a known present only `Tue 24 Nov, 09:00`. */
  when(at: Instant): string;
  /** `Tue 24 · 09:00`, for a button. */
  slot(at: Instant): string;
  /** `by 10:30`, `by 09:00 tomorrow`, `by 09:00 on Tue 24 Nov`; the last one too when the present is not known. */
  deadline(at: Instant): string;
  /** `by 10:30`, where the day has just been named. */
  by(at: Instant): string;
  /** `by 12:30`, with the day when the visit starts on another one. */
  ready(at: Instant, start: Instant): string;
  /** When the desk opens on the day of `at`: `at 08:30 tomorrow`; null when it stays closed. */
  opens(at: Instant): string | null;
  /** `140 €`, with cents only where there are some. */
  money(cents: number): string;
  /** `140.00 €`, always with cents: for columns of figures. */
  exact(cents: number): string;
  /** `24%`, or with a space that does not break. */
  percent(number: number): string;
  /** `45 min`, `2 h`, `1 h 15 min`. */
  duration(minutes: number): string;
  /** The right form for a count; `#` in it becomes the number. */
  plural(count: number, forms: Forms): string;
  /** `oil change and front pads`, as words inside a sentence. An id that is no longer offered is left out. */
  services(ids: readonly string[]): string;
  /** A service as a list row with its length, at most 24 UTF-16 units; the id itself when it is no longer offered. */
  serviceRow(id: string, chosen: boolean): string;
  /** The short name of the first service, `+1` for more: the part of its row before the length. */
  servicesShort(ids: readonly string[]): string;
  /** `Tue 24 · 09:00 · Octavia`, at most 24 UTF-16 units: the car's first word where all of it does not fit. */
  visitRow(start: Instant, car: string): string;
  /** What to bring for these services, as sentences; empty when nothing. */
  bring(ids: readonly string[]): string;
  /** An advisor's or technician's name in this language; what is no id of one is taken as the name itself. */
  person(advisor: string): string;
  /** `Octavia …4821: oil change`; without a car the text alone. */
  about(car: string, text: string): string;
  /** First letter in upper case. */
  capital(text: string): string;
  /** A phrase inside another one, in this language; '' for one that this version cannot read. */
  quote(phrase: QuotedPhrase): string;
  readonly station: string;
  readonly phone: string;
  /** How many days what people say, send and report is kept. */
  readonly keep: Station['keep'];
  readonly address: string;
  /** The station's own answer on a topic; '' where it has none. */
  answer(topic: Topic): string;
  /** Why the station is closed on a date that it is not usually closed on; null otherwise. */
  closedFor(date: LocalDate): string | null;
  /** How to find the entrance, as the station wrote it. */
  readonly entrance: string;
  /** `Mon–Fri 08:30–17:30, Sat 09:00–14:00`. */
  readonly hours: string;
  /** Weekdays on which only some work is done. */
  readonly limitedDays: readonly LimitedDay[];
  /** The next closures and half days; none when the present is not known. */
  readonly exceptions: readonly Exception[];
};

/**
 * `now` is the moment of sending: with it "tomorrow" can be said; null = every deadline names its day.
 */
export function formatFor(language: Language, manner: Manner, station: Station, now: Instant | null): Format {
  const intls = intlsFor(manner, station.currency);
  const offered = new Map(station.services.map((service) => [service.id, service]));
  const word = (texts: Service['name']) => textIn(texts, language, station);
  const dateOf = (at: Instant | LocalDate) => (typeof at === 'string' ? at : toWall(at, station.zone).date);
  const time = (at: Instant) => formatMinute(toWall(at, station.zone).minute);
  const day = (at: Instant | LocalDate) => dayName(dateOf(at), manner, intls);
  const slot = (at: Instant) =>
    `${weekdayName(dateOf(at), intls)} ${Number(dateOf(at).slice(8))} · ${time(at)}`;
  const fullDate = (at: Instant) => intls.fullDate().format(Date.parse(`${dateOf(at)}T00:00:00Z`));
  const dayTime = (at: Instant) => `${day(at)}, ${time(at)}`;
  const relative = (at: Instant) => distance(dateOf(at), now === null ? null : dateOf(now));
  const services = (ids: readonly string[]) =>
    joined(
      known(ids, offered).map((service) => word(service.name)),
      manner,
      intls,
    );

  return {
    time,
    day,
    fullDay: (at) => intls.fullDay().format(Date.parse(`${dateOf(at)}T00:00:00Z`)),
    fullDate,
    fullMoment: (at) => `${fullDate(at)}, ${time(at)}`,
    dayTime,
    monthOf: (at) => monthOf(dateOf(at), now === null ? null : dateOf(now)),
    isToday: (at) => relative(at) === 'today',
    when: (at) => {
      const near = relative(at);
      return near === 'later' ? dayTime(at) : `${manner[near]}, ${dayTime(at)}`;
    },
    slot,
    deadline: (at) => manner.deadline[relative(at)](time(at), day(at)),
    by: (at) => manner.deadline.today(time(at)),
    ready: (at, start) =>
      dateOf(at) === dateOf(start) ? manner.ready.sameDay(time(at)) : manner.ready.later(time(at), day(at)),
    opens: (at) => {
      const desk = deskHoursOn(station, dateOf(at));
      return desk === null ? null : manner.at[relative(at)](formatMinute(desk.open), day(at));
    },
    money: (cents) =>
      `${(cents % 100 === 0 ? intls.whole : intls.cents).format(cents / 100)} ${intls.symbol}`,
    exact: (cents) => `${intls.cents.format(cents / 100)} ${intls.symbol}`,
    percent: (number) => `${number}${manner.percent}`,
    duration: (minutes) => {
      const parts = [];
      if (minutes >= 60) parts.push(plural(Math.floor(minutes / 60), manner.hours, intls));
      if (minutes % 60 > 0 || minutes < 60) parts.push(plural(minutes % 60, manner.minutes, intls));
      return parts.join(' ');
    },
    plural: (count, forms) => plural(count, forms, intls),
    services,
    serviceRow: (id, chosen) => {
      const service = offered.get(id);
      const row = service === undefined ? id : word(service.row);
      if (!chosen) return shorten(row, ROW);
      return `✓ ${row}`.length > ROW ? shorten(`✓ ${withoutLength(row)}`, ROW) : `✓ ${row}`;
    },
    servicesShort: (ids) => {
      const [first, ...others] = known(ids, offered);
      if (first === undefined) return '';
      const name = inside(withoutLength(word(first.row)), manner);
      return others.length === 0 ? name : `${name} +${others.length}`;
    },
    visitRow: (start, car) => {
      const rows = [car, car.split(' ')[0] ?? ''].map((name) => `${slot(start)} · ${name}`);
      return shorten(rows.find((row) => row.length <= ROW) ?? rows[0] ?? '', ROW);
    },
    bring: (ids) => {
      const texts = known(ids, offered).flatMap(({ bring }) => (bring === null ? [] : [word(bring)]));
      return [...new Set(texts)].map((text) => closed(capital(text))).join(' ');
    },
    person: (advisor) => {
      const people = [...station.advisors, ...station.technicians];
      const found = people.find(({ id }) => id === advisor);
      return found === undefined ? advisor : word(found.name);
    },
    about: (car, text) => (car === '' ? capital(text) : `${car}: ${text}`),
    capital: (text) => capital(text),
    // Whoever has the dictionary puts its words here.
    quote: () => '',
    station: word(station.name),
    phone: station.phone,
    keep: station.keep,
    address: word(station.address),
    answer: (topic) => {
      const answer = answerTopics.find((known) => known === topic);
      const text = answer === undefined ? undefined : station.answers[answer]?.text;
      return text === undefined ? '' : closed(word(text));
    },
    closedFor: (date) => {
      const closure = station.closed.find(({ from, to }) => from <= date && date <= to);
      return closure === undefined ? null : word(closure.reason);
    },
    entrance: closed(word(station.entrance)),
    hours: hoursSummary(station, intls),
    exceptions: now === null ? [] : exceptions(station, dateOf(now), day, word),
    limitedDays: limitedDays(station, intls, (id) => services([id])),
  };
}

function known(ids: readonly string[], offered: ReadonlyMap<string, Service>): readonly Service[] {
  return ids.flatMap((id) => offered.get(id) ?? []);
}

function joined(names: readonly string[], manner: Manner, intls: Intls): string {
  if (names.some((name) => manner.and.test(name))) return names.join(' + ');
  const list = intls.list.format(names);
  return manner.smooth?.(list) ?? list;
}

function distance(date: LocalDate, today: LocalDate | null): 'today' | 'tomorrow' | 'later' {
  if (today === null) return 'later';
  if (date === today) return 'today';
  return date === addDays(today, 1) ? 'tomorrow' : 'later';
}

/** A month's name alone is the last one of that name, up to so many months ago. */
const namedAlone = 10;

function monthOf(date: LocalDate, today: LocalDate | null): { month: number; year: number | null } {
  const count = (of: LocalDate) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
  const isRecent = today !== null && count(today) - count(date) < namedAlone;
  return { month: Number(date.slice(5, 7)), year: isRecent ? null : Number(date.slice(0, 4)) };
}

function weekdayName(date: LocalDate, intls: Intls): string {
  return intls.weekdays[weekdayOf(date) - 1] ?? '';
}

/** Built from parts: Intl puts a comma after the weekday in some languages, which reads badly inside a sentence. */
function dayName(date: LocalDate, manner: Manner, intls: Intls): string {
  const parts = intls.dayMonth.formatToParts(Date.parse(`${date}T00:00:00Z`));
  const part = (type: 'day' | 'month') => parts.find((found) => found.type === type)?.value ?? '';
  const month = manner.month === 'short' ? part('month').replace(/\.$/, '') : part('month');
  return `${weekdayName(date, intls)} ${part('day')} ${month}`;
}

function plural(count: number, forms: Forms, intls: Intls): string {
  const form = forms[intls.plural.select(count)] ?? forms.other;
  return form.replace('#', intls.whole.format(count));
}

/** `Oil & filter · 45 min` → `Oil & filter`. */
function withoutLength(row: string): string {
  return row.split(' · ')[0] ?? row;
}

/** A name as it stands inside a sentence; abbreviations (`A/C service`, `ТО`) keep their capital. */
function inside(text: string, manner: Manner): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase(manner.locale) + text.slice(1) : text;
}

/** By the letter alone: the rules of Greek for whole words in capitals would take the accent away. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function closed(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
