import type { Change, PersonRequest } from '#shared/domain/facts.ts';
import type { Language } from '#shared/domain/language.ts';
import { personPk } from './customer.ts';
import { keep } from './keep.ts';
import { expiry } from './table.ts';

/** Rows of a person's partition that nothing is read from on a message's way: what was agreed, consented to, asked of a person, and how visits went. */

/** In which language it was shown, and which message it answers. */
type Shown = { readonly language: Language; readonly inbound: string };

/**
 * One agreement about a visit: which, in what state the visit is from now on, who, when, and the wording shown (the
 * phrase's arguments and language). Append-only; the row with the highest sequence is the appointment as it stands.
 */
export function agreementItem(
  customer: string,
  { agreed, visit, by }: Pick<Extract<Change, { kind: 'agreement' }>, 'agreed' | 'visit' | 'by'>,
  shown: Shown,
  now: number,
) {
  const sequence = String(visit.sequence).padStart(4, '0');
  return {
    pk: personPk(customer),
    sk: `visit#${visit.id}#${sequence}`,
    agreed,
    visit,
    by: by ?? customer,
    at: now,
    ...shown,
  };
}

/** How a visit went that is over: its stages, its promises, the car as it came. */
export function overItem(
  { customer, visit, stage }: Omit<Extract<Change, { kind: 'over' }>, 'kind'>,
  now: number,
) {
  return { pk: personPk(customer), sk: `over#${visit.id}`, visit, stage, at: now };
}

/** Who agreed to what, when, in which wording and language, by which message. Append-only. */
export function consentItem(
  customer: string,
  consent: Pick<Extract<Change, { kind: 'consent' }>, 'purpose' | 'given' | 'wording' | 'messageId'>,
  shown: Shown,
  now: number,
) {
  const { purpose, given, wording, messageId } = consent;
  const sk = `consent#${now}#${purpose}`;
  return { pk: personPk(customer), sk, purpose, given, wording, messageId, ...shown, at: now };
}

/** Someone waits for a person; open until an advisor answers. What they wrote is kept as long as the talk. */
export function requestItem(request: PersonRequest) {
  const key = { pk: personPk(request.customer), sk: `request#${request.id}` };
  return { ...key, ...request, open: true, expiresAt: expiry(request.at, keep.transcript) };
}
