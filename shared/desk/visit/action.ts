import * as z from 'zod';
import { customerSchema, visitSchema } from '#shared/domain/customer.ts';
import { orderSchema } from '#shared/domain/order/order.ts';
import type { Option } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import { stageSchema } from '#shared/domain/visit/stage.ts';

/** Whose visit a button is of, so that it works in General, too. */
const where = { customer: z.string(), visit: z.string() };

/** What was before a step, so that one tap takes it back. */
const beforeSchema = z.object({
  visit: visitSchema,
  /** Orders that the step changed, as their work was. */
  works: z.array(z.object({ of: z.string(), ref: z.string(), work: orderSchema.shape.work })),
  /** Of a visit that was ended: what was known of its services, and what was done last. */
  known: customerSchema.pick({ last: true, upkeep: true }).exactOptional(),
});
export type Before = z.infer<typeof beforeSchema>;

/** What advisors can do with where a visit is, by buttons. */
export const visitAction = z.discriminatedUnion('do', [
  /** From the pinned card: which visit, and what now? */
  z.object({ do: z.literal('status') }),
  z.object({ do: z.literal('show'), ...where }),
  z.object({ do: z.literal('to'), ...where, stage: stageSchema }),
  /** `at`: when the step was done. */
  z.object({ do: z.literal('undo'), ...where, at: z.number(), before: beforeSchema }),
  z.object({ do: z.literal('fuel'), ...where, fuel: z.int().min(0).max(8) }),
  /** The car is described: its owner is told now. */
  z.object({ do: z.literal('tell'), ...where }),
  /** A photo of its condition was fetched; `card`: the message that shows the intake. */
  z.object({ do: z.literal('photo'), ...where, key: z.string(), card: z.string().nullable() }),
]);
export type VisitAction = z.infer<typeof visitAction>;

export function visitButton(label: Phrase, data: VisitAction): Option {
  return { kind: 'act', label, action: { flow: 'desk.visit', data } };
}
