import type { Conversation } from '#shared/domain/conversation.ts';
import { cut } from '#shared/domain/cut.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Decision } from '../flow.ts';
import { act, type Call } from '../meant.ts';

/**
 * Words that what is in progress took as its answer and could make nothing of, the second time in a row: a person gets them instead.
 * Words that nothing took are counted where they end (`burst.ts`). `misses`: in a row before this.
 */
export function heardTwice(
  { event }: Inbound,
  { understood }: Pick<Decision<unknown>, 'understood'>,
  misses: number,
): Call | null {
  const isMissed = event.kind === 'text' && understood === false && misses > 0;
  return isMissed ? act('person', { do: 'misunderstood', text: event.text }) : null;
}

/** The conversation remembers the words of a miss until they are read by a person, or something is understood. */
export function withMissed(after: Conversation, before: Conversation, { event }: Inbound): Conversation {
  if (after.misses > 0 && after.misses === before.misses) return after;
  const { missed: _missed, ...rest } = after;
  const words = event.kind === 'text' ? event.text : (before.burst?.words ?? '');
  return after.misses === 0 || words === '' ? rest : { ...rest, missed: cut(words, longest) };
}

/** A miss is remembered by so much of its words. */
const longest = 500;
