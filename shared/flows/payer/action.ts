import * as z from 'zod';
import type { OrderHead } from '#shared/domain/order/order.ts';
import { isOpen } from '#shared/domain/order/steps.ts';
import type { Option } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import { button } from '../flow.ts';

/** For whom the reader answers, by id; null: their own matter. */
const of = z.string().nullable();
const orders = z.array(z.object({ of: z.string(), ref: z.string() }));
/** What somebody was asked to take over: by which code, from whom, in whose place, with which open estimates. */
const request = {
  digits: z.string(),
  of: z.string(),
  was: z.string().nullable(),
  orders,
};
const putOff = { visit: z.string(), lines: z.array(z.object({ ref: z.string(), line: z.string() })) };

export const payerAction = z.discriminatedUnion('do', [
  /** Who answers, and what may be done without asking. */
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('about'), of: z.string() }),
  /** A code for whoever pays. */
  z.object({ do: z.literal('other') }),
  z.object({ do: z.literal('accept'), ...request }),
  z.object({ do: z.literal('refuse'), ...request }),
  z.object({ do: z.literal('askEnd'), of }),
  z.object({ do: z.literal('end'), of, orders }),
  z.object({ do: z.literal('limit'), of }),
  z.object({ do: z.literal('setLimit'), of, to: z.enum(['always', 'sum', 'percent']) }),
  /** What was put off: look at it this time, not this time, never ask again. */
  z.object({ do: z.literal('look'), ...putOff }),
  z.object({ do: z.literal('notNow'), ...putOff }),
  z.object({ do: z.literal('never'), ...putOff }),
]);
export type PayerAction = z.infer<typeof payerAction>;

/** A question that may also be answered in words: "yes" and "no". */
export const payerState = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asked'), name: z.string(), cars: z.array(z.string()), ...request }),
  z.object({ step: z.literal('putOff'), ...putOff }),
]);
export type PayerState = z.infer<typeof payerState>;
export type Asked = Extract<PayerState, { step: 'asked' }>;
export type PutOffAsked = Extract<PayerState, { step: 'putOff' }>;

export function act(label: Phrase, data: PayerAction): Option {
  return button(label, { flow: 'payer', data });
}

/** The estimates that wait for an answer, by what a customer's row carries of them. */
export function openOf(heads: readonly OrderHead[]): { of: string; ref: string }[] {
  return heads.filter(isOpen).map(({ of: whose, ref }) => ({ of: whose, ref }));
}
