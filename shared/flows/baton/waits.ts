import { answerBy } from '#shared/domain/answer-by.ts';
import type { CaseChange } from '#shared/domain/case.ts';
import { toWall } from '#shared/domain/clock.ts';
import { textIn } from '#shared/station/text-in.ts';
import type { Turn } from '../flow.ts';
import { deskHours } from './timers.ts';

/**
 * Who answers and by when. `advisor`: their id or, of one who is only on the group's list, their name; whoever reads it
 * reads the name in their own language. `open`: people are there now.
 */
export type AnswerPromise = { readonly advisor: string; readonly by: number; readonly open: boolean };

/** Whoever has the case, or the advisor who speaks the person's language, and the time by which they answer. */
export function promiseOf(turn: Turn): AnswerPromise {
  const { station, now, language } = turn;
  const { owner } = turn.case;
  const speaks = station.advisors.find(({ languages }) => languages.includes(language));
  const advisor = owner ?? (speaks ?? station.advisors[0])?.id ?? textIn(station.name, language, station);
  return { advisor, ...answerBy(deskHours(station), now) };
}

/** The promise that was given, as long as it is ahead; what comes on top of a call is answered with the call. */
export function promiseGiven(turn: Turn): AnswerPromise {
  const { now, conversation } = turn;
  const given = turn.case.waitingSince === null ? conversation.answerBy : (turn.case.answerBy ?? 0);
  const promise = promiseOf(turn);
  return given > now ? { ...promise, by: given } : promise;
}

/**
 * Somebody waits for a person from now on. What a person has stays theirs; the wait counts from the first unanswered word,
 * and the alerts with it.
 */
export function waiting(turn: Turn, { by, open }: AnswerPromise): CaseChange {
  const { baton, waitingSince } = turn.case;
  return {
    baton: baton === 'person' ? 'person' : 'waiting',
    ...(waitingSince === null ? { waitingSince: turn.now, alerts: 0 } : {}),
    answerBy: by,
    ...(open ? {} : { nightTold: nightOf(turn, by) }),
  };
}

/** A person has the talk and the customer wrote: they wait again, and the bot says nothing. */
export function unanswered(turn: Turn): CaseChange {
  if (turn.case.waitingSince !== null) return {};
  return { waitingSince: turn.now, alerts: 0, answerBy: promiseOf(turn).by };
}

/** Who wrote within this time is taken to be still there, whatever the hours say. */
const presentMs = 30 * 60_000;

/**
 * Who writes to a person after hours is told once a night when they answer: silence until the morning would be taken for
 * an answer on its way. Null where they were told, or where that person is still there.
 */
export function nightPromise(turn: Turn): AnswerPromise | null {
  const { answered, nightTold, waitingSince, answerBy: given } = turn.case;
  const promise = promiseOf(turn);
  if (promise.open || nightTold === nightOf(turn, promise.by)) return null;
  if (answered !== null && turn.now - answered.at < presentMs) return null;
  // Who waits already keeps the promise they have.
  return waitingSince !== null && given !== null && given > turn.now ? { ...promise, by: given } : promise;
}

/** The case of somebody who was told so. */
export function toldAtNight(turn: Turn, { by }: AnswerPromise): CaseChange {
  return { ...unanswered(turn), nightTold: nightOf(turn, by) };
}

/** The night (or weekend) before a promise, named by the date on which it is kept. */
function nightOf({ station }: Turn, by: number): string {
  return toWall(by, station.zone).date;
}

/** Nobody is there, and the customer was told so already: what they add is passed on without another word. */
export function isHushed(turn: Turn, { by, open }: AnswerPromise): boolean {
  return !open && turn.case.waitingSince !== null && turn.case.nightTold === nightOf(turn, by);
}

/** Longer than this after the last "passed on" it is said once more. */
const passedOnMs = 30 * 60_000;

/** Words on top of a call: they were told of it lately, and the promise is still ahead. */
export function wasToldLately({ conversation, now }: Turn): boolean {
  return now - conversation.passedOnAt < passedOnMs && conversation.answerBy > now;
}

/** A person was called and none has answered since. */
export function isCalled({ conversation, ...turn }: Pick<Turn, 'conversation' | 'case'>): boolean {
  const { answered, waitingSince } = turn.case;
  return waitingSince !== null || conversation.calledAt > (answered?.at ?? 0);
}
