import * as z from 'zod';
import type { PastVisit } from '#shared/domain/customer.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, type Turn, toCustomer } from '../flow.ts';
import { consentChanges } from '../settings/consent.ts';
import { act, pastNamed, withPast } from './action.ts';
import { isWithPerson } from './ask.ts';

/** Whether somebody wants to hear when the next service is due: asked once, of who was content, below their answer. */

export const serviceState = z.object({ step: z.literal('service'), car: z.string() });
export type ServiceState = z.infer<typeof serviceState>;

/** The decision with the question below it, where it was never asked and nothing else is being asked. */
export function withServiceQuestion(
  past: PastVisit,
  decision: Decision<never>,
  turn: Turn,
): Decision<ServiceState> {
  const { customer, conversation, station } = turn;
  const isAsked = customer.consents.service !== undefined || customer.past.some(({ offered }) => offered);
  const recurs = station.services.some(({ again }) => again !== null);
  if (isAsked || !recurs || conversation.flow !== null || isWithPerson(turn)) return decision;
  const car = past.vehicle.short;
  const row = decision.changes.findLast((change) => change.kind === 'customer')?.customer ?? customer;
  const offered = { ...(pastNamed(row, past.id) ?? past), offered: true } as const;
  return {
    ...decision,
    next: { kind: 'at', state: { step: 'service', car } },
    changes: [...decision.changes, { kind: 'customer', customer: withPast(row, offered) }],
    say: [...decision.say, toCustomer(serviceQuestion(car, []))],
  };
}

export function serviceQuestion(car: string, lead: readonly Phrase[]): Say {
  return card(
    'aside',
    [...lead, phrase('feedbackAskService', { car })],
    [
      [
        act(phrase('feedbackLabelServiceYes'), { do: 'service', given: true }),
        act(phrase('feedbackLabelServiceNo'), { do: 'service', given: false }),
      ],
    ],
  );
}

export function serviceAnswered(given: boolean, turn: Turn): Decision<never> {
  const told = card('aside', phrase(given ? 'feedbackServiceYes' : 'feedbackServiceNo'));
  return { ...answer(told), next: { kind: 'done' }, changes: consentChanges(turn, 'service', given) };
}
