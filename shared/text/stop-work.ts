import { allOf, bookOf, likelyIn, readable, without } from '#shared/domain/pattern.ts';
import { sentencesOf } from '#shared/domain/sentences.ts';
import { el } from './stop-work/el.ts';
import { en } from './stop-work/en.ts';
import { ru } from './stop-work/ru.ts';
import { uk } from './stop-work/uk.ts';

/** A wish to stop is said in few words; in a long story such words are about something else. */
const longest = 400;

const book = bookOf<'work' | 'fine'>(
  [en, ru, uk, el].flatMap(({ work, fine }) => [['work', work] as const, ['fine', fine] as const]),
);

/**
 * Whether somebody wants us to stop working on their car, in any of our languages; "please stop the messages" is another matter.
 * It would rather call an advisor once too often: a person looks at once, and nothing else follows from it.
 */
export function asksToStopWork(text: string): boolean {
  if (text.length > longest) return false;
  return sentencesOf(text).some(({ clauses }) => isAsked(readable(clauses)));
}

function isAsked(said: string): boolean {
  const likely = likelyIn(said, book);
  const found = (name: 'work' | 'fine', where: string) =>
    likely.filter((line) => line.name === name).flatMap(({ regex }) => allOf(where, regex()));
  if (found('work', said).length === 0) return false;
  return found('work', without(said, found('fine', said))).length > 0;
}
