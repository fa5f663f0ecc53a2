import * as z from 'zod';
import { inboundSchema } from './inbound.ts';
import { eraseJobSchema } from './job.ts';

/** What is put aside for seconds or minutes: an inbound (the end of a burst), the wake of a destination, a round of an erasure. */
export const laterSchema = z.discriminatedUnion('kind', [
  z.object({ v: z.literal(1), kind: z.literal('inbound'), inbound: inboundSchema }),
  z.object({ v: z.literal(1), kind: z.literal('wake'), destination: z.string(), id: z.string() }),
  z.object({ v: z.literal(1), kind: z.literal('erase'), job: eraseJobSchema }),
]);
export type Later = z.infer<typeof laterSchema>;

/** A wake of one destination. It carries nothing: the outbox rows are the truth. */
export const wakeSchema = z.object({ v: z.literal(1), destination: z.string() });
export type Wake = z.infer<typeof wakeSchema>;
