import * as z from 'zod';

/** How a visit was, as its owner says it, and what of it went wrong. */
export const marks = ['good', 'soso', 'bad'] as const;
export const markSchema = z.enum(marks);
export type Mark = z.infer<typeof markSchema>;

export const ratingReasons = ['price', 'time', 'quality', 'talk', 'other'] as const;
export const ratingReasonSchema = z.enum(ratingReasons);
export type RatingReason = z.infer<typeof ratingReasonSchema>;

/** The answer as it stands. `at`: when it was given first; a change within a day of that is the same answer. */
export const ratingSchema = z.object({
  mark: markSchema,
  reasons: z.array(ratingReasonSchema),
  at: z.number(),
  /** When its mark was given that stands now. */
  markedAt: z.number(),
  /** They said what went wrong in their own words: a person has them. */
  said: z.boolean(),
});
export type Rating = z.infer<typeof ratingSchema>;

/** So long somebody may change their mind, and it counts once. Milliseconds. */
const sameAnswerMs = 24 * 60 * 60_000;

/** The mark as it is given now. Reasons stay with a mark that had some; the first answer keeps its moment. */
export function rated(before: Rating | undefined, mark: Mark, now: number): Rating {
  const reasons = mark === 'good' ? [] : (before?.reasons ?? []);
  return { mark, reasons, at: before?.at ?? now, markedAt: now, said: before?.said ?? false };
}

/** Whether an answer may still be changed at `now`; later the figures stay as they are. */
export function isOpen(before: Rating | undefined, now: number): boolean {
  return before === undefined || now - before.at < sameAnswerMs;
}

/** The same with a reason more, or without it. */
export function withReason(rating: Rating, reason: RatingReason): Rating {
  const chosen = new Set(rating.reasons);
  if (!chosen.delete(reason)) chosen.add(reason);
  return { ...rating, reasons: ratingReasons.filter((one) => chosen.has(one)) };
}
