import { type Consent, type Consents, type Purpose, purposes } from '#shared/domain/consent.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { clockChange, withoutPastReminders } from '../clock/agenda.ts';
import { answer, button, type Decision, type Turn } from '../flow.ts';

/** What somebody agrees to be written about without asking: the question, the answer, and its record. */

/** The wording that people answer, for each purpose; another wording is another name. */
export const wordings = {
  visit: 'visit-1',
  service: 'service-1',
  offers: 'offers-1',
} as const satisfies Record<Purpose, string>;

/** What is needed of a turn to record an answer. */
export type Answering = Pick<Turn, 'customer' | 'now' | 'language' | 'station' | 'messageId'>;

/**
 * The answer about one purpose, as it is written: the customer's row, the record, and the clocks of visits that it sets or stops.
 * Where the same step changes the customer's row otherwise, give the changed row as `turn.customer`. `given` null: as if it had
 * never been asked.
 */
export function consentChanges(turn: Answering, purpose: Purpose, given: boolean | null): readonly Change[] {
  return changesOf(turn, [[purpose, given === null ? null : consentOf(turn, wordings[purpose], given)]]);
}

/** Several answers at once. Null: as if that one had never been asked. */
export function changesOf(
  turn: Answering,
  answers: readonly (readonly [Purpose, Consent | null])[],
): readonly Change[] {
  const { customer: before, now, station, messageId } = turn;
  const customer: Customer = {
    ...before,
    consents: withAnswers(before.consents, answers),
    visits: before.visits.map((one) => withoutPastReminders(one, station, now)),
  };
  return [
    { kind: 'customer', customer },
    ...answers.map(
      ([purpose, consent]): Change => ({
        kind: 'consent',
        purpose,
        given: consent?.given === true,
        wording: consent?.wording ?? wordings[purpose],
        messageId,
      }),
    ),
    ...customer.visits.flatMap((one) => clockChange(one, { customer, station }, now)),
  ];
}

export function consentOf({ now, language, messageId }: Answering, wording: string, given: boolean): Consent {
  return { given, at: now, wording, language, messageId };
}

function withAnswers(consents: Consents, answers: readonly (readonly [Purpose, Consent | null])[]): Consents {
  const changed = new Map(answers);
  return Object.fromEntries(
    purposes.flatMap((purpose) => {
      const consent = changed.has(purpose) ? changed.get(purpose) : consents[purpose];
      return consent ? [[purpose, consent]] : [];
    }),
  );
}

/** Asked once, where it earns its place: below the first booking or report. No answer counts as "only when I ask". */
export function consentQuestion(lead: readonly Phrase[]): Say {
  return card(
    'aside',
    [...lead, phrase('askConsent')],
    [
      [button(phrase('labelConsentYes'), { flow: 'settings', data: { do: 'consent', given: true } })],
      [button(phrase('labelConsentAsk'), { flow: 'settings', data: { do: 'consent', given: false } })],
      [button(phrase('labelPrivacy'), { flow: 'questions', data: { ask: 'stored' } })],
    ],
  );
}

/** An answer to that question. */
export function consented(given: boolean, turn: Turn): Decision<never> {
  const text = phrase(given ? 'consentYes' : 'consentNo');
  return {
    ...answer(card('aside', text)),
    next: { kind: 'done' },
    changes: consentChanges(turn, 'visit', given),
  };
}
