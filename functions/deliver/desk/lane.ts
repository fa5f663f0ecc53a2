import type { Outbound } from '#shared/domain/outbound.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import type { Use } from './pace.ts';

/** What the plan must know of a row, without knowing any topic. */

/** `slot`: a named message, edited in place; `mark`: a reaction; `words`: all else, whose order in its topic holds. */
export type Sort =
  | { readonly kind: 'slot'; readonly slot: 'card' | 'talk' }
  | { readonly kind: 'mark' }
  | { readonly kind: 'words' };

export function sortOf({ messages }: OutboxRow): Sort {
  const [first] = messages;
  if (messages.length === 1 && first?.kind === 'say' && first.slot) return { kind: 'slot', slot: first.slot };
  const marks = messages.length > 0 && messages.every(({ kind }) => kind === 'react');
  return marks ? { kind: 'mark' } : { kind: 'words' };
}

/** Nothing of the row went out, and nothing is known to be under way. */
export function isUntouched({ parts, parked, ambiguous }: OutboxRow): boolean {
  return parts.length === 0 && parked === null && ambiguous === 0;
}

/** Calls that a row makes, as far as can be told before it is rendered. `inPlace`: its slot's message can be edited. */
export function callsOf(row: OutboxRow, inPlace: boolean): { readonly use: Use; readonly count: number } {
  const sort = sortOf(row);
  if (sort.kind === 'mark') return { use: 'mark', count: row.messages.length };
  if (sort.kind === 'slot') return { use: inPlace ? 'edit' : 'post', count: 1 };
  const posts = row.messages.filter((message) => !isEdit(message)).reduce((sum, one) => sum + sizeOf(one), 0);
  const left = Math.max(0, posts - row.parts.length);
  if (posts > 0) return { use: 'post', count: left };
  return { use: 'edit', count: row.messages.filter(isEdit).length };
}

function isEdit(message: Outbound): boolean {
  switch (message.kind) {
    case 'say':
      return message.place === 'edit' && message.target !== null;
    case 'relay':
      return message.target !== null;
    case 'react':
    case 'retract':
    case 'dropTopic':
      return true;
    case 'calendar':
    case 'place':
    case 'silence':
      return false;
  }
}

/** A message holds about this much text, in UTF-16 units; more becomes several. */
const textLength = 4_000;

function sizeOf(message: Outbound): number {
  if (message.kind === 'silence') return 0;
  if (message.kind !== 'relay' || message.content.kind !== 'text') return 1;
  return Math.ceil(Math.max(1, message.content.text.text.length) / textLength);
}
