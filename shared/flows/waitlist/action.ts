import * as z from 'zod';
import { vehicleSchema } from '#shared/domain/customer.ts';
import { keptSchema } from '#shared/domain/waitlist.ts';
import { heldSchema } from './held.ts';

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
