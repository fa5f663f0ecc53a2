import { cut } from '#shared/domain/cut.ts';
import type { MissTopic } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { saidOf, says } from './reading.ts';

/** Longer words are looked at only so far: what somebody writes about stands at the beginning. */
const longest = 400;

/**
 * What words that were not understood are about, for the owner's figures: as far as single words of any language tell it. What is
 * asked tells more than what is only named; work that is named is a visit.
 */
export function missTopicOf(text: string, station: Station): MissTopic {
  const { pieces } = piecesOf(cut(text, longest), station);
  const topic = pieces.map((piece) => saidOf(piece, 'asks')?.topic ?? null).find((one) => one !== null);
  const named = pieces.map((piece) => saidOf(piece, 'names')?.topic ?? null).find((one) => one !== null);
  return topic ?? named ?? (pieces.some(isOfVisit) ? 'visit' : 'other');
}

function isOfVisit(piece: Piece): boolean {
  return says(piece, 'service', 'book', 'move', 'cancel', 'otherWork', 'sameAsLast');
}
