import { station } from '#shared/station/station.ts';

const day = 24 * 60 * 60;
const { talkDays, fileDays, reportDays } = station.keep;

/**
 * How long rows stay, in seconds; the days stand in the station's data. Dedupe must outlive every redelivery (Meta retries for 7
 * days, Telegram for 24 hours); the transcript and the outbox are that record, and old buttons are answered for as long as their
 * row is there.
 */
export const keep = {
  transcript: talkDays * day,
  outbox: talkDays * day,
  /** Nobody answers a message that is older. */
  counterpart: Math.min(60, talkDays) * day,
  /** As long as old buttons are on the phone. */
  tombstone: talkDays * day,
  file: fileDays * day,
  report: reportDays * day,
} as const;
