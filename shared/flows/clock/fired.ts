import type { CallReason } from '#shared/domain/call-reason.ts';
import type { CaseChange } from '#shared/domain/case.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { type Passage, passage, reasonToCall } from '../automatic.ts';
import type { Outgoing, Turn } from '../flow.ts';
import { tellMs } from './owed.ts';
import { tellingAt } from './quiet.ts';

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
export function mayTell(
  { customer }: Standing,
  worthUntil: number,
  { station, now }: Pick<Turn, 'station' | 'now'>,
  matters = false,
): Passage {
  return passage({ purpose: 'visit', worthUntil, matters }, { customer, station, now });
}

/** Why the owner has to be called before `by`, when the bot may not write then; null: it may, as far as anybody knows now. */
export function whyToCall(
  standing: Standing,
  by: number,
  { station }: Pick<Turn, 'station'>,
  matters: boolean,
): CallReason | null {
  const at = tellingAt(standing.customer, station, by - tellMs);
  const may = mayTell(standing, by, { station, now: at }, matters);
  return may.kind === 'go' ? null : reasonToCall(may);
}
