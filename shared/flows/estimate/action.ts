import * as z from 'zod';
import { choiceSchema } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Option } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import { button } from '../flow.ts';

/** Which edition of which order a button is of. A button of an older edition never agrees to a newer one. */
const where = { of: z.string(), ref: z.string(), edition: z.int() };

/** What people can do with an estimate. Words ("what did we agree") come as actions too. */
export const estimateAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('all'), ...where }),
  /** Line by line; `page` where the lines are more than one card holds. */
  z.object({ do: z.literal('some'), ...where, page: z.int().min(0).default(0) }),
  /** One line in a message of its own. */
  z.object({ do: z.literal('line'), ...where, line: z.string() }),
  /** Which line shall be another one, where each has a message of its own. */
  z.object({ do: z.literal('change'), ...where }),
  z.object({ do: z.literal('pick'), ...where, ...choiceSchema.shape }),
  /** `said`: what the person saw when they confirmed (`saidOf`); something else by now is asked anew. */
  z.object({ do: z.literal('confirm'), ...where, said: z.string() }),
  z.object({ do: z.literal('question'), ...where, line: z.string().nullable().default(null) }),
  /** The work order as a document; `number` of an agreement, null: the latest one, or the estimate as it stands. */
  z.object({ do: z.literal('document'), ...where, number: z.int().nullable().default(null) }),
  /** The estimate as it stands now. */
  z.object({ do: z.literal('show'), ...where }),
  /** To an agreement that an advisor recorded, by its number. */
  z.object({ do: z.literal('right'), ...where, number: z.int() }),
  z.object({ do: z.literal('notSo'), ...where, number: z.int() }),

  /** "What did we agree": the newest agreements; `page` 1 and on: older ones. */
  z.object({ do: z.literal('agreed'), page: z.int().min(0).default(0) }),
  z.object({ do: z.literal('lastDocument') }),
  /** A question that came with photos or by voice, with what was written to it. */
  z.object({ do: z.literal('asked'), files: z.array(z.string()), text: z.string() }),
  /** A plain yes or no: what waits is shown. */
  z.object({ do: z.literal('waiting') }),
  /** The word AGREE, as a whole message. */
  z.object({ do: z.literal('sign') }),
]);
export type EstimateAction = z.infer<typeof estimateAction>;

type Acts = Extract<EstimateAction, { ref: string }>;
/** What a button adds to the estimate it is of. */
type Added<A extends Acts = Acts> = A extends Acts ? Omit<A, 'of' | 'ref' | 'edition'> : never;

/** Makes the buttons of one edition of one order. */
export function actsOf({ of, ref }: Pick<Order, 'of' | 'ref'>, edition: number) {
  return (label: Phrase, data: Added): Option =>
    button(label, { flow: 'estimate', data: { ...data, of, ref, edition } });
}
