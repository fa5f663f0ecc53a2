import * as z from 'zod';

/**
 * Why an advisor is asked to call, since the bot does not write: the person wants to hear only when they ask, rests, has had as many
 * messages as a day may bring, or has no messenger here.
 */
export const callReasons = ['asks', 'quiet', 'cap', 'reach'] as const;
export const callReasonSchema = z.enum(callReasons);
export type CallReason = z.infer<typeof callReasonSchema>;
