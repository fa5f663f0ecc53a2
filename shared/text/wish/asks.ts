import type { SpokenWish, Topic } from '#shared/domain/understood.ts';
import type { Said } from './marks.ts';
import type { Pieces } from './pieces.ts';
import { saidOf, says } from './reading.ts';

/** What a message asks, and whether it wants a visit beside that. Pure. */

/** What is asked, in the order of the words. */
export function asksIn({ pieces, asks }: Pieces, wish: SpokenWish): Topic[] {
  const isOnly =
    wish.intent === null && wish.time === null && !wish.earliest && !wish.sameAsLast && wish.stay === null;
  const asking = new Set(pieces.filter((piece) => says(piece, 'asking')).map(({ sentence }) => sentence));
  const topics = pieces.flatMap((piece): readonly Topic[] => {
    const asked = piece.said.flatMap((said) => (said.is === 'asks' ? [said.topic] : []));
    // "Do you work on Sundays", "do you work on Golfs".
    if (asked.includes('hours') && wish.days.length > 0 && wish.services.length === 0) return ['hours'];
    if (asked[0]) return [asked[0]];
    const named = saidOf(piece, 'names');
    if (!named) return [];
    return isOnly || asks[piece.sentence] === true || asking.has(piece.sentence) ? [named.topic] : [];
  });
  // "Do you do alignment on Tuesday?" wants it on Tuesday; "do you have parking?" asks about parking alone.
  const isWanted = wish.services.length > 0 && (wish.days.length > 0 || wish.time !== null);
  const asked = new Set(topics);
  if (isWanted || asked.size > 1) asked.delete('services');
  return [...asked];
}

/** "How much to get my oil changed": the words of a booking in the clause of the question, and no day or hour. */
export function isOnlyAsked({ pieces }: Pieces, wish: SpokenWish): boolean {
  if (
    wish.intent !== 'book' ||
    wish.days.length > 0 ||
    wish.time !== null ||
    wish.earliest ||
    wish.stay !== null
  )
    return false;
  const asked = new Set(pieces.filter((piece) => says(piece, 'asks', 'names')).map(({ clause }) => clause));
  return pieces.every((piece) => !says(piece, 'book') || asked.has(piece.clause));
}

/** A visit is wanted in a sentence of its own, beside the question: "Oil on Friday after five. How much is it?" */
export function isSaidApart({ pieces }: Pieces, wish: SpokenWish): boolean {
  if (wish.services.length === 0 && !wish.sameAsLast) return false;
  const sentences = new Set(pieces.map(({ sentence }) => sentence));
  return [...sentences].some((sentence) => {
    const own = pieces.filter((piece) => piece.sentence === sentence);
    const has = (...names: readonly Said['is'][]) => own.some((piece) => says(piece, ...names));
    return (
      !has('asks', 'names') &&
      has('service', 'sameAsLast') &&
      has('ahead', 'weekday', 'after', 'at', 'earliest', 'morning', 'afternoon', 'evening', 'weekend')
    );
  });
}
