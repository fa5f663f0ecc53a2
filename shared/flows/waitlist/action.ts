import * as z from 'zod';
import { vehicleSchema } from '#shared/domain/customer.ts';
import { heldSchema } from './held.ts';

/**
 * One round of offering what is free on these dates: who was asked already, and from when somebody of them may be asked after all
 * (their quiet hours end); null: nobody.
 */
export const roundSchema = z.object({
  dates: z.array(z.string()),
  /** What was freed (instants); null: somewhere on these dates. */
  span: z.object({ from: z.number(), to: z.number() }).nullable().default(null),
  passed: z.array(z.string()).default([]),
  again: z.number().nullable().default(null),
  /** Those who only slept. */
  slept: z.array(z.string()).default([]),
});
export type Round = z.infer<typeof roundSchema>;

/** A time kept for somebody of the list, as their timers and buttons carry it. */
export const keptSchema = z.object({
  /** The wish's id. */
  wait: z.string(),
  start: z.number(),
  /** Until when it is kept. */
  until: z.number(),
  /** Station dates whose day items carry the hold. */
  dates: z.array(z.string()),
  readyIfWaiting: z.number().nullable(),
  readyIfLeft: z.number().nullable(),
  round: roundSchema,
});
export type Kept = z.infer<typeof keptSchema>;

export const waitlistActionSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('join'),
    services: z.array(z.string()),
    vehicle: vehicleSchema,
    moving: z.string().nullable(),
    date: z.string().nullable(),
    until: z.string(),
    shown: z.array(z.number()),
    /** What was held when these were shown. */
    held: z.array(heldSchema).default([]),
  }),
  z.object({ do: z.literal('list') }),
  z.object({ do: z.literal('leave'), id: z.string() }),
  z.object({ do: z.literal('notNow'), kept: keptSchema }),
]);
export type WaitlistAction = z.infer<typeof waitlistActionSchema>;
