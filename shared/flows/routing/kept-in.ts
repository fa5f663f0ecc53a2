import type { Conversation } from '#shared/domain/conversation.ts';
import type { Setting } from '../step.ts';

/** A "no" with more behind it is no longer than this. */
const longest = 60;

/**
 * "No, leave it" right after they were asked whether a visit is to be cancelled: a plain no, as long as nothing else is said with
 * it. Pure.
 */
export function keptIn(
  text: string,
  { cancelAsked, heardAt }: Pick<Conversation, 'cancelAsked' | 'heardAt'>,
  {
    wordOf,
    comingOf,
    understoodOf,
    station,
  }: Pick<Setting, 'wordOf' | 'comingOf' | 'understoodOf' | 'station'>,
): 'no' | null {
  if (cancelAsked?.heardAt !== heardAt || text.length > longest) return null;
  const [first = ''] = text.trim().split(/[\s,.!;:]+/u);
  if (wordOf(first) !== 'no' || comingOf(text) !== null) return null;
  const understood = understoodOf(text, station, null);
  if (understood === null) return 'no';
  const { wish, asks } = understood;
  const isElse = wish !== null && (wish.intent !== null || wish.services.length > 0 || wish.days.length > 0);
  return isElse || wish?.time || asks.length > 0 ? null : 'no';
}
