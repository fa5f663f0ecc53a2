import { emptyWaitlist, type Waitlist, waitlistSchema } from '#shared/domain/waitlist.ts';
import type { Key } from './table.ts';

/** The waiting list of the station: one compact item with a version, so that two steps never give one time to two people. */
export const waitlistKey: Key = { pk: 'W#list', sk: 'waitlist' };

export function waitlistItem(list: Waitlist) {
  return { ...waitlistKey, ...list };
}

/** The list as stored, or an empty one that nobody wrote yet. */
export function waitlistFrom(item: unknown): Waitlist {
  return item === undefined ? emptyWaitlist : waitlistSchema.parse(item);
}
