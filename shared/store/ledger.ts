import type { Visit } from '#shared/domain/customer.ts';
import type { AgreementKind, PersonRequest } from '#shared/domain/facts.ts';
import type { Language } from '#shared/domain/language.ts';
import { personPk } from './customer.ts';

/** Rows that are only ever added to a person's partition: what was booked, agreed, consented to, asked of a person. */

/** The visit as booked; one row a visit, overwritten by its own later states. */
export function appointmentItem(customer: string, visit: Visit, status: 'booked' | 'cancelled', now: number) {
  return { pk: personPk(customer), sk: `visit#${visit.id}`, ...visit, status, changedAt: now };
}

/**
 * What both sides can quote later: which promise, in which words (the phrase's arguments and the language shown), in
 * answer to which message. Append-only.
 */
export function agreementItem(
  customer: string,
  agreement: { of: string; sequence: number; agreed: AgreementKind; visit: Visit },
  shown: { language: Language; inbound: string },
  now: number,
) {
  return {
    pk: personPk(customer),
    sk: `agreement#${agreement.of}#${String(agreement.sequence).padStart(4, '0')}`,
    agreed: agreement.agreed,
    visit: agreement.visit,
    by: customer,
    at: now,
    ...shown,
  };
}

/** Who agreed to what, when, in which wording and language, by which message. Append-only. */
export function consentItem(
  customer: string,
  consent: { purpose: 'visit'; given: boolean; wording: string },
  shown: { language: Language; inbound: string },
  now: number,
) {
  return { pk: personPk(customer), sk: `consent#${now}#${consent.purpose}`, ...consent, ...shown, at: now };
}

/** Someone waits for a person; open until an advisor answers. */
export function requestItem(request: PersonRequest) {
  return { pk: personPk(request.customer), sk: `request#${request.id}`, ...request, open: true };
}
