import * as z from 'zod';
import { delayReasonSchema, promiseSchema } from '#shared/domain/visit/life.ts';

/** Which promise a button is about, and as it stood when the button was shown. */
const which = { visit: z.string(), of: promiseSchema, from: z.number() };

/** What advisors can do with a promise, by buttons (`shared/flows/clock/desk-ways.ts` makes them). */
export const promiseAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('times'), ...which }),
  /** A new time, still without a reason. */
  z.object({ do: z.literal('at'), ...which, to: z.number() }),
  z.object({ do: z.literal('why'), ...which, to: z.number(), reason: delayReasonSchema }),
  z.object({ do: z.literal('stands'), ...which }),
]);
export type PromiseAction = z.infer<typeof promiseAction>;
