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
