import { cut } from '#shared/domain/cut.ts';

/** Longest text that is kept of one message, UTF-16 units: twice what messengers let a person write. */
const longestText = 8_000;

/** Cuts what no person can have typed, with a visible mark. */
export function cutText(text: string): string {
  return text.length <= longestText ? text : `${cut(text, longestText)} […]`;
}
