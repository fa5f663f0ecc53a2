import type { PastVisit } from '#shared/domain/customer.ts';
import type { Turn } from '../flow.ts';
import type { Word } from '../word.ts';
import type { FeedbackAction } from './action.ts';
import { moodOf } from './mood.ts';

/** What somebody writes after the question how it was, with nothing else being asked: their answer, in their own words. */

const hour = 60 * 60_000;
/** So long a few words answer the question, and a story is about the visit. */
const markMs = 72 * hour;
const storyMs = 24 * hour;
/** So long after a mark words say what went wrong. */
const whyMs = hour;
/** The question is the last thing between us, or they wrote just now and go on. */
const goesOnMs = 10 * 60_000;
/** As many words are no "hello there": they tell something. */
const storyWords = 3;

type Around = Pick<Turn, 'now' | 'customer' | 'conversation'>;

/** Null: it has nothing to do with a visit that was. `word`: the always-word that it is. */
export function afterVisit(text: string, word: Word | null, turn: Around): FeedbackAction | null {
  if (turn.conversation.flow !== null || turn.conversation.burst !== null) return null;
  const why = toldWhy(turn);
  if (why) return whyAction(why, text, word);
  const praised = word === null ? toldGood(turn) : undefined;
  if (praised && moodOf(text) === 'good') return { do: 'words', visit: praised.id, text, files: [] };
  const past = askedLately(turn);
  return past ? markAction(past, text, word, turn) : null;
}

/** A voice message, or another file, that tells what went wrong. */
export function whyInFile(files: readonly string[], text: string, turn: Around): FeedbackAction | null {
  const why = turn.conversation.flow === null ? toldWhy(turn) : undefined;
  return why ? { do: 'words', visit: why.id, text, files: [...files] } : null;
}

/** They were asked what went wrong: their words say it. */
export function awaitsWhy(turn: Around): boolean {
  return turn.conversation.flow === null && toldWhy(turn) !== undefined;
}

function whyAction({ id: visit }: PastVisit, text: string, word: Word | null): FeedbackAction | null {
  if (word === 'no' || word === 'skip' || word === 'thanks') return { do: 'done', visit };
  return word === null ? { do: 'words', visit, text, files: [] } : null;
}

function markAction(
  past: PastVisit,
  text: string,
  word: Word | null,
  { now }: Around,
): FeedbackAction | null {
  const visit = past.id;
  // Some of these words are a "yes", a "no" or thanks elsewhere.
  const isMood = word === null || word === 'thanks' || word === 'yes' || word === 'no';
  const mark = isMood ? moodOf(text) : null;
  if (mark !== null) return { do: 'mark', visit, mark, text: words(text) < storyWords ? '' : text };
  if (word === 'no' || word === 'skip') return { do: 'skip' };
  const tells = word === null && words(text) >= storyWords && !/[?;]\s*$/u.test(text);
  return tells && now - (past.asked ?? 0) < storyMs ? { do: 'words', visit, text, files: [] } : null;
}

function words(text: string): number {
  return text.split(/\s+/u).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
}

function askedLately({ now, customer, conversation: { heardAt } }: Around): PastVisit | undefined {
  const past = customer.past.findLast(({ asked, rating }) => asked !== undefined && rating === undefined);
  if (past?.asked === undefined || now - past.asked > markMs) return undefined;
  return heardAt <= past.asked || now - heardAt < goesOnMs ? past : undefined;
}

/** After 👍 nobody was asked for more; kind words are thanked for, and met with no menu. */
function toldGood({ now, customer }: Around): PastVisit | undefined {
  return customer.past.findLast(
    ({ rating }) => rating?.mark === 'good' && !rating.said && now - rating.markedAt < whyMs,
  );
}

function toldWhy({ now, customer }: Around): PastVisit | undefined {
  return customer.past.findLast(
    ({ rating }) =>
      rating !== undefined && rating.mark !== 'good' && !rating.said && now - rating.markedAt < whyMs,
  );
}
