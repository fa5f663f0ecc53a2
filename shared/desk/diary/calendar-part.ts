import * as z from 'zod';
import { toWall } from '#shared/domain/clock.ts';
import type { Need } from '#shared/domain/facts.ts';
import { card } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { type DeskDecision, type DeskEvent, type DeskTurn, reply } from '../turn.ts';
import { dayView } from './day-view.ts';
import { exampleOf } from './examples.ts';
import {
  type BlockProblem,
  type BlockWish,
  mostDays,
  readAway,
  readBlock,
  readClosed,
} from './read-block.ts';
import { readDate } from './read-date.ts';
import { asked, blocked, datesOf, unblocked, wishSchema } from './take-out.ts';

const action = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('day'),
    date: z.string(),
    half: z.enum(['morning', 'afternoon']).exactOptional(),
  }),
  z.object({ do: z.literal('block'), wish: wishSchema }),
  z.object({ do: z.literal('unblock'), id: z.string(), wish: wishSchema }),
  z.object({ do: z.literal('leave') }),
]);
type Action = z.infer<typeof action>;

/** The day at a glance, and what is taken out of it: a bay, a person, the whole station. */
export const calendarPart = definePart<Action>({
  name: 'desk.calendar',
  action,
  commands: ['day', 'block', 'unblock', 'away', 'closed'],
  needs: (event, turn) => {
    const dates = datesFor(event, turn);
    return dates.length === 0 ? [] : [{ kind: 'visits', on: dates } satisfies Need];
  },
  decide: (event, facts, turn) => {
    switch (event.kind) {
      case 'content':
        return reply();
      case 'command': {
        const read = commandOf(event, turn);
        if (read.kind === 'day') return reply(dayView(read.date, facts, turn));
        return read.kind === 'wish' ? asked(read.wish, facts, turn) : reply(card('aside', read.problem));
      }
      case 'action':
        return acted(event.action, facts, turn);
    }
  },
});

function acted(told: Action, facts: Parameters<typeof asked>[1], turn: DeskTurn): DeskDecision {
  switch (told.do) {
    case 'day':
      return reply(dayView(told.date, facts, turn, told.half));
    case 'block':
      return blocked(told.wish, facts, turn);
    case 'unblock':
      return unblocked(told.id, told.wish, facts, turn);
    case 'leave':
      return reply(card('aside', phrase('diaryLeft')));
  }
}

type Read =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'wish'; readonly wish: BlockWish }
  | { readonly kind: 'problem'; readonly problem: Phrase };

function datesFor(event: DeskEvent<Action>, turn: DeskTurn): readonly string[] {
  if (event.kind === 'content') return [];
  if (event.kind === 'command') {
    const read = commandOf(event, turn);
    if (read.kind === 'day') return [read.date];
    return read.kind === 'wish' ? datesOf(read.wish) : [];
  }
  const { action: told } = event;
  if (told.do === 'day') return [told.date];
  return told.do === 'leave' ? [] : datesOf(told.wish);
}

function commandOf(
  { name, words }: Extract<DeskEvent<Action>, { kind: 'command' }>,
  { station, now, language }: DeskTurn,
): Read {
  const today = toWall(now, station.zone).date;
  switch (name) {
    case 'block':
      return readOf(readBlock(words, station, today), name, { ...station, language });
    case 'away':
      return readOf(readAway(words, station, today), name, { ...station, language });
    case 'closed':
      return readOf(readClosed(words, today), name, { ...station, language });
    // Blocks are taken out by their buttons on the page of the day.
    default: {
      const date = words === '' ? today : readDate(words, today);
      if (date) return { kind: 'day', date };
      return {
        kind: 'problem',
        problem: phrase('diaryNoDay', { word: words, example: exampleOf('day', language) }),
      };
    }
  }
}

function readOf(
  read: BlockWish | BlockProblem,
  command: 'block' | 'away' | 'closed',
  {
    bays,
    technicians,
    language,
  }: Pick<DeskTurn['station'], 'bays' | 'technicians'> & Pick<DeskTurn, 'language'>,
): Read {
  if (!('problem' in read)) return { kind: 'wish', wish: read };
  const { problem, word } = read;
  const example = exampleOf(command, language);
  const said = (words: Phrase): Read => ({ kind: 'problem', problem: words });
  switch (problem) {
    case 'noBay':
      return said(phrase('diaryNoBay', { word, bays: bays.map(({ id }) => id) }));
    case 'noPerson':
      return said(phrase('diaryNoPerson', { word, people: technicians.map(({ id }) => id) }));
    case 'noDay':
      return said(phrase('diaryNoDay', { word, example }));
    case 'noTime':
      return said(phrase('diaryNoTime', { word, example }));
    case 'past':
      return said(phrase('diaryPast', { date: word }));
    case 'tooLong':
      return said(phrase('diaryTooLong', { days: mostDays }));
  }
}
