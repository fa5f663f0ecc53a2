import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Job } from '#shared/domain/day.ts';
import { violations } from '#shared/domain/slots/violations.ts';
import { at, block, demo, MONDAY, SATURDAY, TUESDAY } from './bookings.ts';

const now = at(MONDAY, '10:00');

/** A job that breaks no rule: an oil change of a customer who waits. */
function job(time: string, change: Partial<Job> = {}, date = TUESDAY, minutes = 45): Job {
  const start = at(date, time);
  const end = start + minutes * MINUTE;
  const usual: Job = {
    id: `j${time}`,
    bay: 'B1',
    technician: 'pet',
    service: 'oil',
    kind: 'wait',
    start,
    end,
    arrival: start,
    readyBy: end + 15 * MINUTE,
    holdUntil: null,
  };
  return { ...usual, ...change };
}

const left = (time: string, arrival: string, change: Partial<Job> = {}, minutes = 45) =>
  job(time, { kind: 'leave', arrival: at(TUESDAY, arrival), ...change }, TUESDAY, minutes);

const rulesOn = (date: string, jobs: readonly Job[]) =>
  violations(demo, [{ date, version: 1, jobs }], now).map((violation) => violation.rule);

describe('the independent checker', () => {
  it('finds nothing wrong with an ordinary day', () => {
    expect(rulesOn(TUESDAY, [job('09:00'), job('10:00'), left('11:00', '10:30', { bay: 'B2' })])).toEqual([]);
  });

  it.each<[string, readonly Job[]]>([
    ['bay taken twice', [job('09:00'), job('09:30', { technician: 'kos' })]],
    ['bay taken twice', [job('09:00'), job('09:50', { technician: 'kos' })]],
    ['bay taken twice', [job('09:00'), block(TUESDAY, '09:30', '10:00', { bay: 'B1' })]],
    ['technician taken twice', [job('09:00'), job('09:30', { bay: 'B2' })]],
    ['technician taken twice', [job('09:00'), block(TUESDAY, '09:30', '10:00', { technician: 'pet' })]],
    ['wrong kind of bay', [job('09:00', { bay: 'B5' })]],
    ['technician without the skill', [left('10:00', '09:30', { service: 'diag', bay: 'B4' }, 60)]],
    ['outside the hours', [job('17:00')]],
    ['outside the hours', [job('08:00')]],
    ['in the break', [job('12:30')]],
    ['in the break', [job('13:15')]],
    ['wrong length', [job('09:00', {}, TUESDAY, 60)]],
    ['leg missing', [left('10:00', '09:30', { service: 'prebuy', bay: 'B3', technician: 'gio' }, 90)]],
    ['unknown service', [job('09:00', { service: 'wings' })]],
    [
      'arrival too late for this work',
      [left('10:00', '09:30', { service: 'timing', technician: 'gio' }, 180)],
    ],
    [
      'waiting for work that is left',
      [job('10:00', { service: 'diag', bay: 'B4', technician: 'gio' }, TUESDAY, 60)],
    ],
    ['waiting too long', [job('09:00', { service: 'annual', technician: 'kos' }, TUESDAY, 120)]],
    ['waiting before work', [job('09:00', { arrival: at(TUESDAY, '08:45') })]],
    ['work before reception', [left('09:00', '08:45')]],
    ['promise too early', [left('09:45', '09:15', { readyBy: at(TUESDAY, '10:15') })]],
    ['arrival while closed', [left('09:00', '08:15')]],
    [
      'car in two places',
      [
        job('09:00'),
        job('09:30', {
          id: 'j09:00',
          bay: 'B5',
          service: 'tyres',
          technician: 'kos',
          arrival: at(TUESDAY, '09:00'),
        }),
      ],
    ],
    ['wrong number of days', [left('10:00', '09:30', { service: 'clutch', technician: 'kos' }, 180)]],
    ['no place for the night', [left('10:00', '09:30', { service: 'clutch', technician: 'kos' }, 180)]],
    ['stored under another date', [job('09:00', {}, MONDAY)]],
    [
      'waiting at once',
      [
        job('09:00'),
        job('09:01', { bay: 'B2', technician: 'kos' }),
        job('09:02', { bay: 'B3', technician: 'dim' }),
      ],
    ],
    ['arrivals', ['08:30', '08:40', '08:50', '08:59'].map((time) => left('14:00', time, { id: time }))],
    [
      'diagnostics',
      ['09:00', '10:15', '11:30'].map((time) =>
        left(time, '08:30', { service: 'diag', bay: 'B4', technician: 'gio' }, 60),
      ),
    ],
    [
      'parking',
      ['1', '2', '3', '4', '5', '6', '7'].map((id) =>
        left('17:30', '09:00', { id, bay: 'P', technician: '' }),
      ),
    ],
    ['sold too much', Array.from({ length: 32 }, (_, index) => left('09:00', '08:30', { id: `j${index}` }))],
  ])('sees: %s (%#)', (rule, jobs) => {
    expect(rulesOn(TUESDAY, jobs)).toContain(rule);
  });

  it.each([
    ['closed day', '2026-12-25', 'oil', 'gio'],
    ['closed day', '2026-11-29', 'oil', 'gio'],
    ['not on this weekday', SATURDAY, 'noise', 'dim'],
    ['off shift', SATURDAY, 'oil', 'gio'],
  ])('sees: %s on %s', (rule, date, service, technician) => {
    expect(rulesOn(date, [job('10:00', { service, technician }, date)])).toContain(rule);
  });

  it('lets the alternatives of one visit overlap, and forgets a hold that is over', () => {
    const held = job('09:00', { holdUntil: now + 1 });
    const other = job('09:30', {
      id: 'j09:00',
      kind: 'leave',
      arrival: at(TUESDAY, '09:00'),
      holdUntil: now + 1,
    });
    expect(rulesOn(TUESDAY, [held, other])).toEqual([]);
    expect(rulesOn(TUESDAY, [job('09:00', { holdUntil: now }), job('09:15')])).toEqual([]);
  });
});
