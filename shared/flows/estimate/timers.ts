import * as z from 'zod';
import type { Change } from '#shared/domain/facts.ts';
import { afterWorkingMinutes } from '#shared/domain/working-time.ts';
import type { Station } from '#shared/station/schema.ts';
import { deskHours } from '../baton/timers.ts';
import type { Proposed } from './lines.ts';

/**
 * The timers of an estimate that waits for an answer. They lie at the address where it was asked (a key), and know the
 * edition they are of: one of an older edition, or of an answered one, is used up without a word.
 */

/** After so many working minutes without an answer one nudge is sent; after as many again the advisor is asked to call. */
export const nudgeMinutes = 45;

export const estimateTimerData = z.object({
  of: z.string(),
  ref: z.string(),
  edition: z.number(),
  /** When it was sent. */
  at: z.number(),
  /** Of the nudge's timer: 1 = nudge, 2 = ask the advisor to call. */
  step: z.int(),
});
export type EstimateTimerData = z.infer<typeof estimateTimerData>;

export const nudgeKey = (ref: string) => `estimate#nudge#${ref}`;
export const expireKey = (ref: string) => `estimate#expire#${ref}`;

/** Where and when an estimate was sent. `chat`: key of the address. */
export type Sent = { readonly chat: string; readonly station: Station; readonly now: number };

/** What is set when an edition is sent; a second edition moves the timers of the first. */
export function estimateTimers(order: Proposed, sent: Sent): readonly Change[] {
  const { of, ref, estimate } = order;
  const data: EstimateTimerData = { of, ref, edition: estimate.edition, at: sent.now, step: 1 };
  return [
    nudgeTimer(data, sent),
    { kind: 'timer', key: expireKey(ref), dueAt: estimate.validUntil, data, chat: sent.chat },
  ];
}

/** The next look at an estimate that nobody has answered. */
export function nudgeTimer(data: EstimateTimerData, { chat, station, now }: Sent): Change {
  const dueAt = afterWorkingMinutes(deskHours(station), now, nudgeMinutes);
  return { kind: 'timer', key: nudgeKey(data.ref), dueAt, data, chat };
}

/** It was answered, or taken back. `chat`: where it was asked. */
export function noEstimateTimers(ref: string, chat: string): readonly Change[] {
  return [nudgeKey(ref), expireKey(ref)].map((key) => ({
    kind: 'timer',
    key,
    dueAt: null,
    data: null,
    chat,
  }));
}
