import { fold } from '#shared/domain/fold.ts';
import { allOf, type Book, bookOf, likelyIn, readable, without } from '#shared/domain/pattern.ts';
import { sentencesOf } from '#shared/domain/sentences.ts';
import { type Sounds, soundsLike } from './danger/sound.ts';
import { el } from './stop-work/el.ts';
import { en } from './stop-work/en.ts';
import { ru } from './stop-work/ru.ts';
import { uk } from './stop-work/uk.ts';
import type { StopWords } from './stop-work/words.ts';

/** A wish to stop is said in few words; in a long story such words are about something else. */
const longest = 400;
/** A wish for no more messages is shorter still. */
const longestOfMessages = 120;

type Name = keyof StopWords;

/**
 * Whether somebody wants us to stop working on their car, or to write no more, in any of our languages and also in Latin letters.
 * Work comes first. It would rather call an advisor once too often: a person looks at once, and nothing else follows from it.
 */
export function stopOf(text: string): 'work' | 'messages' | null {
  if (text.length > longest) return null;
  const read = readingsOf(text).flatMap(({ sounds, book }) =>
    sentencesOf(text).map(({ clauses }) =>
      heardIn(
        readable(clauses, (clause) => sounds(fold(clause))),
        book(),
      ),
    ),
  );
  const heard = (name: Name) => read.some((found) => found.includes(name));
  if (heard('work')) return 'work';
  return heard('messages') && !heard('list') && text.length <= longestOfMessages ? 'messages' : null;
}

function heardIn(said: string, book: Book<Name>): readonly Name[] {
  const likely = likelyIn(said, book);
  if (likely.length === 0) return [];
  const found = (name: Name, where: string) =>
    likely.filter((line) => line.name === name).flatMap(({ regex }) => allOf(where, regex()));
  const isWork =
    found('work', said).length > 0 && found('work', without(said, found('fine', said))).length > 0;
  const others = (['messages', 'list'] as const).filter((name) => found(name, said).length > 0);
  return isWork ? ['work', ...others] : others;
}

type Reading = { readonly sounds: Sounds; readonly book: () => Book<Name> };

const asWritten: Reading = { sounds: (folded) => folded, book: bookIn([en, ru, uk, el], (word) => word) };
/** The same words, typed in Latin letters. */
const inLatin: readonly Reading[] = [
  [el, soundsLike('el')] as const,
  [ru, soundsLike('ru')] as const,
  [uk, soundsLike('uk')] as const,
].map(([words, sounds]) => ({ sounds, book: bookIn([words], sounds) }));

/** Little words that only English has: what is written in it sounds like nothing else. */
const english = /(?<!\p{L})(?:the|my|and|with|please|you|your|have|from|when|this|dont|not)(?!\p{L})/iu;
const other = /[^\p{Script=Latin}\P{L}]/u;

function readingsOf(text: string): readonly Reading[] {
  return other.test(text) || english.test(text) ? [asWritten] : [asWritten, ...inLatin];
}

/** Read when first asked for. */
function bookIn(lists: readonly StopWords[], sounds: Sounds): () => Book<Name> {
  let made: Book<Name> | undefined;
  return () => {
    made ??= bookOf<Name>(
      lists.flatMap(({ work, fine, messages, list }) => [
        ['work', work] as const,
        ['fine', fine] as const,
        ['messages', messages] as const,
        ['list', list] as const,
      ]),
      (word) => sounds(fold(word)),
    );
    return made;
  };
}
