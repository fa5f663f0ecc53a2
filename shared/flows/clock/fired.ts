import type { CaseChange } from '#shared/domain/case.ts';
import { hasAgreed } from '#shared/domain/consent.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { passage } from '../automatic.ts';
import type { Outgoing, Turn } from '../flow.ts';
import { tellMs } from './owed.ts';
import { isLoud, tellingAt } from './quiet.ts';

/** What an item of a visit's clock is given, and what it leads to. */

/** The visit and its owner as the items before it left them. */
export type Standing = { readonly visit: Visit; readonly customer: Customer };

export type Around = { readonly turn: Turn; readonly facts: Facts };

/**
 * `done`: it is done, and so it stands; `visit` null: it is over. `held`: not before that moment (epoch milliseconds); then it is
 * due again.
 */
export type Fired =
  | {
      readonly kind: 'done';
      readonly visit: Visit | null;
      readonly customer: Customer;
      readonly changes?: readonly Change[];
      readonly say?: readonly Outgoing[];
      readonly case?: CaseChange;
    }
  | { readonly kind: 'held'; readonly until: number };

/** An item that leads to nothing more. */
export function quietly(standing: Standing): Fired {
  return { kind: 'done', ...standing };
}

/** Whether the owner may be told now, in words about this visit. */
export function mayTell({ customer }: Standing, worthUntil: number, { station, now }: Turn) {
  return passage({ purpose: 'visit', worthUntil }, { customer, station, now });
}

/** Owners who want to hear only when they ask, or rest when it matters, are called. `by`: when they have to know. */
export function isToCall({ customer }: Standing, by: number, { station }: Turn): boolean {
  const at = tellingAt(customer, station, by - tellMs);
  return !hasAgreed(customer.consents, 'visit') || !isLoud(customer, station, at);
}
