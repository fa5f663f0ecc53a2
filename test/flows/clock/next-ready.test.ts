import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { nextReady } from '#shared/flows/clock/ready.ts';
import { at, demo } from '#test/domain/slots/bookings.ts';
import { Workday } from './workday.ts';

/** The time that the bot gives by itself, where an advisor gave none; the station shuts at half past five. */

const day = '2026-11-24';

function promised(time: string, change: Partial<Visit> = {}): Visit {
  const start = at(day, '14:30');
  const { visit } = new Workday({
    start,
    readyBy: at(day, time),
    agreed: true,
    quietHours: null,
    booked: start - 72 * 60 * MINUTE,
  });
  if (!visit) throw new Error('There is no visit');
  return { ...visit, ...change };
}

function given(visit: Visit): string {
  return new Date(nextReady(visit, demo, visit.readyBy - 10 * MINUTE)).toISOString();
}

describe('the new time of a promise that nobody kept or moved', () => {
  it('is an hour later, where the day has that hour', () => {
    expect(given(promised('15:30', { stay: 'wait' }))).toBe('2026-11-24T14:30:00.000Z');
  });

  it('is the end of this day for who waits at the station, and the next morning for who left the car', () => {
    expect(given(promised('16:20', { stay: 'wait' }))).toBe('2026-11-24T15:15:00.000Z');
    expect(given(promised('16:20', { stay: 'leave' })).slice(0, 10)).toBe('2026-11-25');
  });

  it('is the next morning for them, too, where hardly anything of the day is left', () => {
    expect(given(promised('17:00', { stay: 'wait' })).slice(0, 10)).toBe('2026-11-25');
  });
});
