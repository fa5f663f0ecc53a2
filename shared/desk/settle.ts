import type { Case, CaseChange, Waiter } from '#shared/domain/case.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Say } from '#shared/domain/outbound.ts';
import { timerChanges } from '#shared/flows/baton/timers.ts';
import type { Station } from '#shared/station/schema.ts';
import { cardOf } from './card.ts';

export type Settling = {
  readonly station: Station;
  /** The customer as this step leaves them. */
  readonly customer: Customer;
  /** The language in which the customer is answered. */
  readonly language: Language;
  /** Until when we may write freely to where they wrote last; null: for ever. */
  readonly openUntil: number | null;
  readonly now: number;
  /** Somebody said something in this step, the customer or an advisor. */
  readonly spoke: boolean;
  /** There is no desk: nobody waits in a list, no timer runs, no card is shown. */
  readonly noDesk?: boolean;
  /** The case was changed elsewhere in this step or is to be shown whatever it was (a topic was built anew). */
  readonly showCard?: boolean;
};

/** A case after a decision, and everything that follows: its write, who waits, the timers, the card where it changed. */
export type Settled = {
  readonly case: Case;
  readonly changes: readonly Change[];
  readonly card: Say | null;
};

/**
 * What becomes of a case when `change` is decided. Both sides of the desk use it, so that a case, the list of those who
 * wait, the timers and the card never tell different things.
 */
export function settle(before: Case, change: CaseChange, around: Settling): Settled {
  const { customer, language, openUntil, now } = around;
  const next = withoutPastDanger({ ...before, ...change });
  const { message, print } = cardOf({ customer, case: next, language, openUntil, now });
  if (around.noDesk) return { case: next, changes: changed(before, next), card: null };
  const after: Case = { ...next, card: print };
  return {
    case: after,
    changes: [
      ...changed(before, after),
      ...waiterChanges(before, after, customer),
      ...timerChanges(before, after, around),
    ],
    card: print !== before.card || around.showCard ? message : null,
  };
}

/** Somebody answered whoever was in danger, or said that no answer is needed: it is theirs to judge from there. */
function withoutPastDanger(next: Case): Case {
  return next.waitingSince === null && next.danger !== null ? { ...next, danger: null } : next;
}

function changed(before: Case, after: Case): readonly Change[] {
  const isSame = before.version > 0 && JSON.stringify(before) === JSON.stringify(after);
  return isSame ? [] : [{ kind: 'case', case: after }];
}

function waiterChanges(before: Case, after: Case, customer: Customer): readonly Change[] {
  const [was, is] = [waiterOf(before, customer), waiterOf(after, customer)];
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  return [{ kind: 'waiter', customer: after.customer, waiter: is }];
}

/** How `/open` lists somebody who waits; null for somebody who does not. */
export function waiterOf(known: Case, { name, vehicles }: Customer): Waiter | null {
  const { customer, waitingSince, answerBy, owner, blocked } = known;
  if (waitingSince === null || blocked !== null) return null;
  const car = vehicles.at(-1)?.short ?? '';
  return { customer, name, car, since: waitingSince, by: answerBy, owner };
}
