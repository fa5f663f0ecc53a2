import type { Order } from '#shared/domain/order/order.ts';
import { planned, type Refusal } from '#shared/domain/order/steps.ts';
import { say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { type DeskDecision, reply, toast } from '../turn.ts';

/** Why something is not done, in plain words with the sums that it is about. */
export function refusedWords(why: Refusal, order: Order): Phrase {
  const agreed = order.agreed?.confirmed === false ? 0 : (order.agreed?.cents ?? 0);
  return phrase('orderRefused', { why, ref: order.ref, agreed, planned: planned(order) });
}

/** As a message, for what was written. */
export function refusedCard(why: Refusal, order: Order): DeskDecision {
  return reply(say(refusedWords(why, order)));
}

/** As the answer to a tap. */
export function refusedToast(why: Refusal, order: Order): DeskDecision {
  return toast(refusedWords(why, order));
}
