import type { Address } from './address.ts';

/**
 * The advisors' group, as the rest of the station names it: where rows for the advisors wait, whichever chat the group is
 * now (groups get new ids) and whichever topic a row goes to.
 */
export type Desk = {
  /** Destination of everything that is said there. */
  readonly address: Address;
  /** The chat id that the owner configured; a stored one after a migration wins (`domain/group.ts`). */
  readonly chat: string;
};

/** Whether an address is in a group, where several people write: ids of groups begin with a minus. */
export function isGroup({ chat }: Address): boolean {
  return chat.startsWith('-');
}

/** A note is never sent to a customer: its first signs that are no blanks are two slashes. */
export function isNote(words: string): boolean {
  return /^[\s\p{Cf}]*[/／]{2}/u.test(words);
}

/** The parts of an album are remembered together under this name, by the desk's key. */
export function albumKey(album: string): string {
  return `album.${album}`;
}

/** Stands in the place of rows where an album is a note. */
export const noteMark = 'note';
