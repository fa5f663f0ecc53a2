import type { Person } from '#shared/domain/customer.ts';
import type { Choice, EstimateLine } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Proposal } from '#shared/domain/order/propose.ts';
import { draftOf, newOrder, type OrderStep, propose } from '#shared/domain/order/steps.ts';

/** Orders for tests: Nikos' Octavia, whose costs Nikos answers himself unless a test says otherwise. */

export const noon = Date.parse('2026-11-23T10:00:00Z');
export const day = 24 * 60 * 60_000;
export const nikos: Person = { id: 'telegram/4242/501/', formerly: [] };
export const anna: Person = { id: 'whatsapp/1061/GR.1/', formerly: [] };

export function line(id: string, name: string, ...prices: readonly number[]): EstimateLine {
  const options = prices.map((price, index) => ({
    name: index === 0 ? name : `${name} ${index}`,
    parts: null,
    work: null,
    price,
  }));
  return { id, options, urgency: null, months: null, reason: '', photos: [] };
}

export function proposal(lines: readonly EstimateLine[], more: Partial<Proposal> = {}): Proposal {
  const fixed = { by: 'maria', at: noon, note: '', ready: null, answerBy: null, validUntil: noon + 12 * day };
  return { ...fixed, lines: [...lines], ...more };
}

/** Pads 96.00, discs 148.00, wipers 24.00. */
export const brakes = [
  line('1', 'Front pads', 9600),
  line('2', 'Front discs', 14_800),
  line('3', 'Wipers', 2400),
];

export const empty = newOrder({
  ref: 'K7M2QP',
  of: nikos.id,
  car: 'Octavia …4821',
  vehicle: 'a',
  visit: 'V1',
  currency: 'EUR',
  vatPercent: 24,
  allowance: null,
});

/** The order after a step that is done; a refusal fails the test. */
export function done(step: OrderStep): Order {
  if (step.kind === 'refused') throw new Error(`Refused: ${step.why}`);
  return step.order;
}

export function why(step: OrderStep): string {
  return step.kind === 'refused' ? step.why : 'done';
}

/** An edition that waits for its answer. */
export function asked(lines = brakes, order: Order = empty, allowance: Order['allowance'] = null): Order {
  const drafted = done(draftOf(order, proposal(lines)));
  return done(propose(drafted, { edition: drafted.editions, at: noon, who: null, allowance }));
}

/** `yes`, `later` and `no` to the lines in their order. */
export function words(...says: readonly Choice['says'][]): Choice[] {
  return says.map((one, index) => ({ line: String(index + 1), says: one, option: 0 }));
}

/** Who answers the edition that stands. */
export function by(order: Order, who = nikos, at = noon) {
  return { edition: order.estimate?.edition ?? 0, at, who };
}
