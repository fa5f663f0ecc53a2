import type { Customer } from '#shared/domain/customer.ts';
import { type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, type Turn } from '../flow.ts';
import type { SettingsState } from './action.ts';
import { isFree } from './cars.ts';
import { consentQuestion } from './consent.ts';

/** What follows the first booking, one question at a time: the phone, then whether the bot may write by itself. */
export function afterBooking(customer: Customer): {
  readonly next: Decision<never>['next'] | null;
  readonly ask: readonly Say[];
} {
  if (customer.phone === null && !customer.consents.visit) {
    return { next: { kind: 'hand', flow: 'settings', state: { step: 'phone' } }, ask: [phoneQuestion()] };
  }
  if (customer.consents.visit) return { next: null, ask: [] };
  return { next: { kind: 'hand', flow: 'settings', state: { step: 'consent' } }, ask: [consentQuestion([])] };
}

export function phoneQuestion(lead: readonly Phrase[] = []): Say {
  const askContact = { share: phrase('labelSharePhone'), skip: phrase('labelSkip') };
  return { ...say([...lead, phrase('askPhone')]), askContact };
}

export function phoneShared(phone: string, own: boolean, turn: Turn): Decision<SettingsState> {
  return own ? phoneKept(phone, true, turn) : answer(phoneQuestion([phrase('phoneNotYours')]));
}

export function phoneKept(phone: string, phoneProven: boolean, turn: Turn): Decision<SettingsState> {
  const kept = { kind: 'customer', customer: { ...turn.customer, phone, phoneProven } } as const;
  return { ...thenConsent(phrase('phoneSaved'), turn), changes: [kept] };
}

export function phoneSkipped(turn: Turn): Decision<SettingsState> {
  return thenConsent(phrase('phoneSkipped'), turn);
}

/** The consent question follows once the phone is settled, unless there is no visit to ask about, or something else is being asked. */
function thenConsent(text: Phrase, turn: Turn): Decision<SettingsState> {
  const { consents, visits } = turn.customer;
  if (consents.visit || visits.length === 0 || !isFree(turn))
    return { ...answer(say(text)), next: { kind: 'done' } };
  return { ...answer(consentQuestion([text])), next: { kind: 'at', state: { step: 'consent' } } };
}
