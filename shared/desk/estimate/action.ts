import * as z from 'zod';
import { choiceSchema } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Option } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';

/** Of which order a button is; `edition`: of which version of it, so that an older one never does anything to a newer. */
const where = { of: z.string(), ref: z.string(), edition: z.int() };
const how = z.enum(['phone', 'desk']);

/** What advisors can do with estimates and work orders by buttons. */
export const estimateAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('send'), ...where }),
  z.object({ do: z.literal('discard'), ...where }),
  /** What is agreed joins the draft, which leaves it out. */
  z.object({ do: z.literal('keep'), ...where }),
  /** The draft is done without asking, within what the owner allows. */
  z.object({ do: z.literal('within'), ...where }),
  /** What was agreed by phone or at the desk; `choices`: as far as it was tapped. */
  z.object({ do: z.literal('record'), ...where, how, choices: z.array(choiceSchema).default([]) }),
  z.object({ do: z.literal('recorded'), ...where, how, choices: z.array(choiceSchema) }),
  z.object({ do: z.literal('shown'), ...where }),
  z.object({ do: z.literal('withdraw'), ...where }),
  z.object({ do: z.literal('call'), ...where }),
  z.object({ do: z.literal('answered'), ...where }),
  z.object({ do: z.literal('work'), ...where, to: z.enum(['start', 'stop', 'done']) }),
  /** A photo of the draft was fetched (`photos.ts`). `line`: null where none was named; `preview`: the message that shows the draft. */
  z.object({
    do: z.literal('photo'),
    ...where,
    line: z.string().nullable(),
    key: z.string(),
    preview: z.string().nullable(),
  }),
]);
export type EstimateAction = z.infer<typeof estimateAction>;
export type Where = { readonly of: string; readonly ref: string; readonly edition: number };

/** What a button adds to the order that it is of. */
type Added<A extends EstimateAction = EstimateAction> = A extends EstimateAction
  ? Omit<z.input<typeof estimateAction> & { do: A['do'] }, keyof Where>
  : never;

/** Makes the buttons of one edition of one order. */
export function actsOf({ of, ref }: Pick<Order, 'of' | 'ref'>, edition: number) {
  return (label: Phrase, data: Added): Option => ({
    kind: 'act',
    label,
    action: { flow: 'desk.estimate', data: { ...data, of, ref, edition } },
  });
}
