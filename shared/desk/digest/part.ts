import * as z from 'zod';
import { toWall } from '#shared/domain/clock.ts';
import { figuresOf } from '#shared/domain/digest.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { type Option, say } from '#shared/domain/outbound.ts';
import { datesOf, lastWeek, nameOf, type Period, periodBefore } from '#shared/domain/period.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { reviewsDue } from '#shared/station/answers.ts';
import { definePart } from '../part.ts';
import { way } from '../people/open-part.ts';
import { type DeskDecision, type DeskEvent, type DeskTurn, reply } from '../turn.ts';
import { chartJob } from './chart.ts';
import { periodIn } from './read.ts';
import { nextDigest } from './timer.ts';
import { digestWords } from './words.ts';

/** The week is over: no button says so, only the timer. */
const action = z.object({ do: z.literal('weekly') });
type Action = z.infer<typeof action>;

/** The owner's figures: on Mondays to all, and whenever somebody asks with `/report`. */
export const digestPart = definePart<Action>({
  name: 'desk.digest',
  action,
  commands: ['report'],
  needs: (event, turn) => {
    const period = periodOf(event, turn);
    if (!period) return [];
    const dates = [...datesOf(periodBefore(period)), ...datesOf(period)];
    return [{ kind: 'happened', dates }, { kind: 'waiters' }];
  },
  decide: (event, facts, turn) => {
    const period = periodOf(event, turn);
    if (!period) return event.kind === 'command' ? unread(event.words, turn) : { changes: [], say: [] };
    return told(period, facts, turn, event.kind === 'action' ? 'general' : 'here');
  },
});

function periodOf(event: DeskEvent<Action>, { station, now }: DeskTurn): Period | null {
  const { date } = toWall(now, station.zone);
  switch (event.kind) {
    case 'action':
      return lastWeek(date);
    case 'command':
      return periodIn(event.words, date);
    case 'content':
      return null;
  }
}

function unread(words: string, { station, now }: DeskTurn): DeskDecision {
  const { date } = toWall(now, station.zone);
  const week = nameOf(lastWeek(date));
  return reply(say(phrase('digestBadPeriod', { word: words, week, month: date.slice(0, 7) })));
}

/** People who wait longest: their topics are a tap away. */
const mostLinks = 5;

function told(period: Period, facts: Facts, turn: DeskTurn, to: 'general' | 'here'): DeskDecision {
  const { language, now, station, here } = turn;
  const rowsOf = (of: Period) => datesOf(of).flatMap((date) => facts.happened.get(date) ?? []);
  const { waiters } = facts;
  const longest = Math.min(now, ...waiters.map(({ since }) => since));
  const words = digestWords({
    period,
    now: figuresOf(rowsOf(period)),
    before: figuresOf(rowsOf(periodBefore(period))),
    waiting: { count: waiters.length, minutes: Math.floor((now - longest) / 60_000) },
  });
  const links: readonly Option[] = waiters.slice(0, mostLinks).flatMap((waiter) => way(waiter, turn));
  return {
    changes: to === 'general' ? [nextDigest(here, station, now)] : [],
    say: [
      {
        to,
        priority: 'answer',
        message: say(
          [...words, ...reviews(turn)],
          links.map((link) => [link]),
        ),
        language,
      },
    ],
    jobs: [chartJob(period, language, turn)],
  };
}

/** Answers that nobody checked for long, by whoever answers for them. */
function reviews({ station, now }: DeskTurn): readonly Phrase[] {
  const due = reviewsDue(station, toWall(now, station.zone).date);
  if (due.length === 0) return [];
  return [phrase('questionReview', { due: due.map((one) => ({ ...one, topics: [...one.topics] })) })];
}
