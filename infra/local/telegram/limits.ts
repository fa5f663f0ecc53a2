import * as z from 'zod';

/**
 * How fast a bot may write. Telegram publishes no exact numbers ("about one message per second in a chat, short bursts
 * tolerated, 20 per minute in a group, about 30 per second overall": https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 * The simulator's numbers, on the strict side of that:
 * - a private chat earns one message a second and may have saved up 5; an album is let in whole and leaves a debt;
 * - a group takes 20 in any 60 s, all topics together, each photo of an album counted;
 * - edits are counted apart from new messages, with the same numbers;
 * - 30 in any second over all chats;
 * - a call during retry_after is refused again and lengthens the wait by 5 s, up to an hour.
 */
export const limits = {
  burst: 5,
  perSecond: 1,
  groupPerMinute: 20,
  overallPerSecond: 30,
  lengthenedBySeconds: 5,
  longestSeconds: 3600,
} as const;

export const rateShape = z.object({
  /** Messages left to send at once in a private chat; below zero after an album. */
  saved: z.number(),
  at: z.number(),
  /** Times of what was let in, while they count. */
  recent: z.array(z.number()),
  /** Refusals last until then (ms on the station's clock). */
  bannedUntil: z.number(),
});
export type Rate = z.infer<typeof rateShape>;

export type RateRule = 'private' | 'group' | 'overall';

/** The rate after one call, and how many seconds the caller must wait (0 = let in). */
export type Judged = { readonly rate: Rate; readonly retryAfter: number; readonly insideBan: boolean };

/** Judges one call that brings `cost` messages. Pure: time is an argument. */
export const judge = (before: Rate | undefined, rule: RateRule, cost: number, now: number): Judged => {
  const rate = before ?? { saved: limits.burst, at: now, recent: [], bannedUntil: 0 };
  if (rate.bannedUntil > now) {
    const until = Math.min(
      rate.bannedUntil + limits.lengthenedBySeconds * 1000,
      now + limits.longestSeconds * 1000,
    );
    return { rate: { ...rate, bannedUntil: until }, retryAfter: seconds(until - now), insideBan: true };
  }
  return rule === 'private' ? judgeBucket(rate, cost, now) : judgeWindow(rate, rule, cost, now);
};

/** A rate that refuses everything for so many seconds, as after an injected 429. */
export const banned = (before: Rate | undefined, retryAfter: number, now: number): Rate => ({
  ...(before ?? { saved: limits.burst, at: now, recent: [] }),
  bannedUntil: Math.max(before?.bannedUntil ?? 0, now + retryAfter * 1000),
});

const judgeBucket = (rate: Rate, cost: number, now: number): Judged => {
  const earned = (Math.max(0, now - rate.at) / 1000) * limits.perSecond;
  const saved = Math.min(limits.burst, rate.saved + earned);
  if (saved >= 1) return { rate: { ...rate, saved: saved - cost, at: now }, retryAfter: 0, insideBan: false };
  const retryAfter = seconds(((1 - saved) / limits.perSecond) * 1000);
  return {
    rate: { ...rate, saved, at: now, bannedUntil: now + retryAfter * 1000 },
    retryAfter,
    insideBan: false,
  };
};

const judgeWindow = (rate: Rate, rule: 'group' | 'overall', cost: number, now: number): Judged => {
  const [span, most] = rule === 'group' ? [60_000, limits.groupPerMinute] : [1000, limits.overallPerSecond];
  const recent = rate.recent.filter((at) => at > now - span);
  if (recent.length < most) {
    const added = Array.from({ length: cost }, () => now);
    return { rate: { ...rate, recent: [...recent, ...added] }, retryAfter: 0, insideBan: false };
  }
  const frees = recent[recent.length - most] ?? now;
  const retryAfter = seconds(frees + span - now);
  // The overall limit answers, but bans nobody: senders to other chats cannot know of it yet.
  const bannedUntil = rule === 'group' ? now + retryAfter * 1000 : rate.bannedUntil;
  return { rate: { ...rate, recent, bannedUntil }, retryAfter, insideBan: false };
};

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
