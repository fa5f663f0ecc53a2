import { type LocalDate, toInstant, toWall } from '#shared/domain/clock.ts';
import { upcomingVisits } from '#shared/domain/customer.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { readVehicle } from '#shared/domain/vehicle.ts';
import type { DeskTurn } from '../turn.ts';
import { exampleOf } from './examples.ts';
import { type Plan, planFor, planToMove } from './plan.ts';
import { type BookingWords, readBooking, readWhen } from './read-booking.ts';

/** What a command of the diary asks for, once its words are understood; or what is wrong with them. */
export type Written =
  | { readonly kind: 'problem'; readonly problem: Phrase }
  /** The customer has several visits, or no time was named. */
  | { readonly kind: 'which'; readonly what: 'move' | 'cancel' }
  | {
      readonly kind: 'work';
      readonly plan: Plan;
      readonly among: readonly string[] | null;
      readonly lead: readonly Phrase[];
    }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'day'; readonly plan: Plan; readonly date: LocalDate }
  | { readonly kind: 'at'; readonly plan: Plan; readonly start: number };

type Around = Pick<DeskTurn, 'station' | 'now' | 'about' | 'id' | 'thread' | 'language'>;

/** Reads `/book`, `/walkin`, `/move` and `/cancel`. Nothing is guessed: what is not understood is named, with a right example. */
export function read(name: string, words: string, turn: Around): Written {
  switch (name) {
    case 'move':
      return readMove(words, turn);
    case 'cancel':
      return turn.about ? { kind: 'which', what: 'cancel' } : problem(phrase('diaryInTopic'));
    case 'walkin':
      return readWalkin(words, turn);
    default:
      return readBook(words, turn);
  }
}

function problem(words: Phrase): Written {
  return { kind: 'problem', problem: words };
}

function today({ now, station }: Around): LocalDate {
  return toWall(now, station.zone).date;
}

/** In a topic for its customer; in General for somebody who is not on file, by name or number. */
function readBook(words: string, turn: Around): Written {
  const { about, station } = turn;
  const said = readBooking(words, station, today(turn));
  const example = exampleOf(about ? 'topic' : 'general', turn.language);
  if (!about && turn.thread !== '') return problem(phrase('diaryInTopic'));
  if (about && words.trim() === '')
    return { kind: 'work', plan: planFor(turn, 'book'), among: null, lead: [] };
  if (about && said.rest !== '') return problem(oddOr(said, example));
  if (said.said === '') return problem(phrase('diaryNoWork', { word: said.rest, example }));
  if (!about && said.rest === '' && said.phone === '') return problem(phrase('diaryNoName', { example }));
  return planned(said, said.date, turn, example);
}

/**
 * Somebody at the counter: today, and now unless a time is named. In a topic it is the person of the topic, unless another name or
 * number is written.
 */
function readWalkin(words: string, turn: Around): Written {
  const said = readBooking(words, turn.station, today(turn));
  const example = exampleOf('walkin', turn.language);
  const about = said.rest === '' && said.phone === '' ? turn.about : null;
  const plan = { ...planFor({ ...turn, about }, 'book'), walkin: true };
  const lead = about ? [] : [phrase('diaryNoWork', { word: '', example })];
  if (words.trim() === '') return { kind: 'work', plan, among: null, lead };
  if (said.said === '') return problem(phrase('diaryNoWork', { word: said.rest, example }));
  return planned(said, said.date ?? today(turn), { ...turn, about }, example, true);
}

function oddOr({ said, rest }: BookingWords, example: string): Phrase {
  return said === ''
    ? phrase('diaryNoWork', { word: rest, example })
    : phrase('diaryOddWords', { word: rest, example });
}

function planned(
  said: BookingWords,
  date: LocalDate | null,
  turn: Around,
  example: string,
  walkin = false,
): Written {
  const { station, now } = turn;
  const named = said.car === '' ? null : readVehicle(said.car, turn.id);
  if (named === 'tooLong') return problem(phrase('diaryOddWords', { word: said.car, example }));
  const own = planFor(turn, 'book');
  const plan: Plan = {
    ...own,
    name: turn.about ? own.name : said.rest,
    phone: said.phone || own.phone,
    walkin,
    services: [...said.services],
    car: named === null || named === 'empty' ? own.car : named,
  };
  if (said.among !== null)
    return {
      kind: 'work',
      plan,
      among: said.among,
      lead: [phrase('diaryWhichWork', { word: said.said })],
    };
  if (said.minute === null) return date === null ? { kind: 'plan', plan } : { kind: 'day', plan, date };
  const start = toInstant(date ?? today(turn), said.minute, station.zone);
  if (start === 'gap') return problem(phrase('diaryNoTime', { word: `${said.minute / 60}`, example }));
  return start < now ? problem(phrase('diaryPastTime', { start })) : { kind: 'at', plan, start };
}

/** To another time of the same day, or of another one. */
function readMove(words: string, turn: Around): Written {
  const { about, now, station } = turn;
  const example = exampleOf('move', turn.language);
  if (!about) return problem(phrase('diaryInTopic'));
  const { date, minute, rest } = readWhen(words, today(turn));
  if (rest !== '') return problem(phrase('diaryOddWords', { word: rest, example }));
  const visits = upcomingVisits(about.customer, now);
  const [only] = visits;
  if (!only || visits.length > 1 || (date === null && minute === null))
    return { kind: 'which', what: 'move' };
  const plan = planToMove(only, about.customer, 'move');
  if (minute === null) return { kind: 'day', plan, date: date ?? today(turn) };
  const start = toInstant(date ?? toWall(only.start, station.zone).date, minute, station.zone);
  if (start === 'gap') return problem(phrase('diaryNoTime', { word: words.trim(), example }));
  return start < now ? problem(phrase('diaryPastTime', { start })) : { kind: 'at', plan, start };
}
