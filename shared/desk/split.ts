import { addressKey } from '#shared/domain/address.ts';
import { isNote } from '#shared/domain/desk.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { DeskTurn } from './turn.ts';

/**
 * Apps send a long text as several messages, and only the first begins with the slashes of a note: the others would go to
 * the customer. So a note of such a length is remembered, and what the same person writes in the same breath is its rest.
 */

/** Apps cut at 4,096 UTF-16 units at most, some a little earlier, at a blank. */
const longNote = 3_500;
/** The parts are sent one right after the other; the messenger's clock counts whole seconds. Milliseconds. */
const sameBreathMs = 3_000;

/** Under this name a long note is remembered; null for what is no text of a person. */
export function splitKey({ event, from, address }: Inbound): string | null {
  return event.kind === 'text' && from ? `split.${address.thread}.${from.id}` : null;
}

/** Whether these words are a note, or the rest of one; and what is remembered for the next. */
export function noteIn(
  inbound: Inbound,
  split: string | null,
  { desk }: Pick<DeskTurn, 'desk'>,
): { readonly isRest: boolean; readonly changes: readonly Change[] } {
  const { event, at } = inbound;
  const key = splitKey(inbound);
  if (event.kind !== 'text' || key === null) return { isRest: false, changes: [] };
  const isRest = split !== null && Math.abs(at - Number(split)) <= sameBreathMs;
  if (event.text.length < longNote || !(isRest || isNote(event.text))) return { isRest, changes: [] };
  const place = addressKey(desk.address);
  return { isRest, changes: [{ kind: 'passed', at: place, messageId: key, to: place, row: String(at) }] };
}
