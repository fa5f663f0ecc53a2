import * as z from 'zod';
import type { Option } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import { button } from '../flow.ts';

const named = {
  vehicle: z.string(),
  services: z.array(z.string()),
  lines: z.array(z.object({ ref: z.string(), line: z.string() })),
};

/** Exactly what a reminder named: services of a car, and lines of estimates that were put off. */
export type Named = z.infer<z.ZodObject<typeof named>>;

export const serviceAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('later'), ...named }),
  z.object({ do: z.literal('never'), ...named }),
]);
export type ServiceAction = z.infer<typeof serviceAction>;

export function act(label: Phrase, data: ServiceAction): Option {
  return button(label, { flow: 'service', data });
}
