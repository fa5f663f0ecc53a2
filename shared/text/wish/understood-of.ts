import type { Understood } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';

/** What a message says of a visit that somebody wants, and what it asks, in any of the languages; null: not surely enough. */
export function understoodOf(_text: string, _station: Station): Understood | null {
  return null;
}
