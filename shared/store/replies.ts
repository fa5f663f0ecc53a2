import {
  type Answers,
  answersSchema,
  noAnswers,
  noReplies,
  type Replies,
  repliesSchema,
  withinMs,
} from '#shared/domain/replies.ts';
import { expiry, type Key } from './table.ts';

/** Replies of advisors that look alike, a small item for each kind, gone when none of them counts any more. */
export function repliesKey(bucket: string): Key {
  return { pk: 'S#replies', sk: bucket };
}

export function repliesItem(bucket: string, replies: Replies) {
  const last = Math.max(0, ...replies.said.map(({ at }) => at));
  return { ...repliesKey(bucket), ...replies, expiresAt: expiry(last, withinMs / 1000) };
}

export function repliesFrom(item: unknown): Replies {
  return item === undefined ? noReplies : repliesSchema.parse(item);
}

/** The ready answers that a manager kept, beside those of the station's data. */
export const answersKey: Key = { pk: 'G#desk', sk: 'answers' };

export function answersItem(answers: Answers) {
  return { ...answersKey, ...answers };
}

export function answersFrom(item: unknown): Answers {
  return item === undefined ? noAnswers : answersSchema.parse(item);
}
