import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWall } from '#shared/domain/clock.ts';
import { type Purpose, purposes } from '#shared/domain/consent.ts';
import { customerSchema, newCustomer } from '#shared/domain/customer.ts';
import { loudFrom, passage } from '#shared/flows/automatic.ts';
import { demo } from '#test/domain/slots/bookings.ts';

/** The gate of automatic messages: consent, quiet hours, caps, staleness. */

const DAY = 24 * 60 * 60_000;
const span = fc.record({ from: fc.integer({ min: 0, max: 1_439 }), to: fc.integer({ min: 0, max: 1_439 }) });
/** Any minute of two years, so that clocks change in it. */
const instant = fc
  .integer({ min: 0, max: 2 * 365 * 1_440 })
  .map((minute) => Date.parse('2026-01-01T00:00:00Z') + minute * 60_000);

function person(given: readonly Purpose[], quietHours: { from: number; to: number } | null = null) {
  const agreed = { given: true, at: 1, wording: 'x', language: 'en', messageId: null };
  return customerSchema.parse({
    ...newCustomer('1', 'Lena'),
    quietHours,
    consents: Object.fromEntries(given.map((purpose) => [purpose, agreed])),
  });
}

function isQuiet(at: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const { minute } = toWall(at, demo.zone);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

describe('the gate', () => {
  it('opens only for whoever agreed to that purpose', () => {
    const noon = Date.parse('2026-11-24T10:00:00Z');
    for (const purpose of purposes) {
      const others = purposes.filter((one) => one !== purpose);
      const ask = (given: readonly Purpose[]) =>
        passage({ purpose, worthUntil: noon + DAY }, { customer: person(given), station: demo, now: noon });
      expect(ask(others)).toEqual({ kind: 'drop', why: 'consent' });
      expect(ask([purpose]).kind).toBe('go');
    }
  });

  it('never opens in quiet hours, and what waits may go when they end, in every week of the year', () => {
    fc.assert(
      fc.property(instant, fc.option(span), (now, hours) => {
        const customer = person(['visit'], hours);
        const quiet = hours ?? demo.rules.quietHours;
        const may = passage(
          { purpose: 'visit', worthUntil: now + 3 * DAY },
          { customer, station: demo, now },
        );
        if (may.kind === 'go') expect(isQuiet(now, quiet)).toBe(false);
        if (may.kind === 'wait') {
          expect(may.until).toBeGreaterThan(now);
          expect(isQuiet(may.until, quiet)).toBe(false);
          expect(loudFrom(customer, demo, may.until)).toBe(may.until);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps to the caps over any times, and forgets after a month what it counted', () => {
    const { visitPerDay, servicePerMonth } = demo.rules.caps;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 * 24 * 60 }), { maxLength: 60 }), (gaps) => {
        let customer = person(['visit', 'service']);
        let now = Date.parse('2026-11-24T10:00:00Z');
        const went: { purpose: Purpose; at: number }[] = [];
        for (const [index, gap] of gaps.entries()) {
          now += gap * 60_000;
          const purpose = index % 3 === 0 ? 'service' : 'visit';
          const may = passage({ purpose, worthUntil: now + DAY }, { customer, station: demo, now });
          if (may.kind !== 'go') continue;
          customer = may.customer;
          went.push({ purpose, at: now });
          const last = (of: Purpose, ms: number) =>
            went.filter((one) => one.purpose === of && one.at > now - ms).length;
          expect(last('visit', DAY)).toBeLessThanOrEqual(visitPerDay);
          expect(last('service', 31 * DAY)).toBeLessThanOrEqual(servicePerMonth);
          expect(customer.written.every(({ at }) => at > now - 31 * DAY)).toBe(true);
        }
      }),
    );
  });

  it('keeps the last two messages of a day for what matters: a car that is ready, a promise with another time', () => {
    const noon = Date.parse('2026-11-24T10:00:00Z');
    const { visitPerDay } = demo.rules.caps;
    const written = (count: number) =>
      Array.from({ length: count }, () => ({ purpose: 'visit' as const, at: noon - 60_000 }));
    const ask = (count: number, matters: boolean) =>
      passage(
        { purpose: 'visit', worthUntil: noon + DAY, matters },
        { customer: { ...person(['visit']), written: written(count) }, station: demo, now: noon },
      );
    expect(ask(visitPerDay - 3, false).kind).toBe('go');
    expect(ask(visitPerDay - 2, false)).toEqual({ kind: 'drop', why: 'cap' });
    expect(ask(visitPerDay - 1, true).kind).toBe('go');
    expect(ask(visitPerDay, true)).toEqual({ kind: 'drop', why: 'cap' });
  });

  it('drops what is worth nothing any more, or would be when the night is over', () => {
    const night = Date.parse('2026-11-24T01:00:00Z');
    const customer = person(['visit']);
    const ask = (worthUntil: number) =>
      passage({ purpose: 'visit', worthUntil }, { customer, station: demo, now: night });
    expect(ask(night)).toEqual({ kind: 'drop', why: 'stale' });
    expect(ask(night + 60 * 60_000)).toEqual({ kind: 'drop', why: 'stale' });
    expect(ask(night + DAY).kind).toBe('wait');
  });
});
