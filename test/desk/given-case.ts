import { type Case, newCase } from '#shared/domain/case.ts';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';

/** A customer at the demo station, on Monday 23 November 2026 at 10:00, and what the desk knows of them. */

export const now = at(MONDAY, '10:00');
export const home = 'telegram/4242/501/';
export const station = demo;

export function customerOf(more: Partial<Customer> = {}): Customer {
  return { ...newCustomer(home, 'Lena'), version: 1, ...more };
}

export function caseOf(more: Partial<Case> = {}): Case {
  return { ...newCase(home, home), version: 1, ...more };
}

export const around = {
  station,
  customer: customerOf(),
  language: 'en',
  openUntil: null,
  now,
  spoke: false,
} as const;
