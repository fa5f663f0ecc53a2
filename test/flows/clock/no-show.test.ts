import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import { at, demo } from '#test/domain/slots/bookings.ts';
import { type Booking, until, Workday } from './workday.ts';

/** The car does not come: nobody loses their bay who was not asked where they are. */

const day = '2026-11-24';
const early = at(day, '08:30');
const noon = at(day, '12:00');

function booked(change: Partial<Booking> = {}): Workday {
  const afternoon = at('2026-11-23', '15:00');
  return new Workday({
    start: early,
    readyBy: noon,
    agreed: true,
    quietHours: null,
    booked: afternoon,
    ...change,
  });
}

describe('a visit at half past eight, booked the afternoon before, to which nobody comes', () => {
  it('is not reminded of in the night; the question comes first, and the bay is free a while after it', () => {
    const visit = until(booked(), at(day, '08:45'));
    expect(visit.of('reminder')).toEqual([]);
    expect(visit.of('promiseExpected')).toHaveLength(1);
    expect(until(visit, at(day, '08:59')).visit).not.toBeNull();
    expect(until(visit, at(day, '09:00')).visit).toBeNull();
  });

  it('is asked about late after everything stood still, and has as long to answer', () => {
    const visit = booked();
    visit.now = at(day, '09:20');
    visit.fires();
    expect(visit.of('promiseExpected')).toHaveLength(1);
    expect(until(visit, at(day, '09:34')).visit).not.toBeNull();
    expect(until(visit, at(day, '09:35')).visit).toBeNull();
  });
});

describe('somebody who said that they are late, and is later still', () => {
  it('is not asked to the minute: the time that they named has its grace, and the bay is theirs until they could answer', () => {
    const visit = until(booked(), at(day, '08:20'));
    visit.comesLate(at(day, '09:00'));
    until(visit, at(day, '09:14'));
    expect(visit.of('promiseExpected')).toEqual([]);
    until(visit, at(day, '09:29'));
    expect(visit.of('promiseExpected')).toHaveLength(1);
    expect(visit.of('promiseDeskReleased')).toEqual([]);
    until(visit, at(day, '09:31'));
    expect(visit.of('promiseDeskReleased')).toHaveLength(1);
  });

  it('is asked about the time that they named, and not about the one that we had agreed to leave', () => {
    const visit = until(booked(), at(day, '08:20'));
    visit.comesLate(at(day, '09:00'));
    until(visit, at(day, '09:20'));
    expect(visit.of('promiseExpected')).toMatchObject([{ args: { start: at(day, '09:00') } }]);
    expect(visit.of('promiseDeskExpected')).toMatchObject([{ args: { start: at(day, '09:00') } }]);
  });
});

describe('somebody who cannot be asked', () => {
  it.each([
    ['since they want to hear only when they ask', booked({ agreed: false }), 'asks'],
    ['in their quiet hours', booked({ quietHours: { from: 22 * 60, to: 11 * 60 } }), 'quiet'],
  ] as const)('%s keeps the bay until an advisor says, or the car was to be ready', (_why, visit, why) => {
    until(visit, at(day, '11:49'));
    expect(visit.visit?.life.stage).toBe('booked');
    expect(visit.of('promiseDeskExpected')).toMatchObject([{ args: { call: why } }]);
    expect(until(visit, at(day, '11:50')).visit).toBeNull();
  });
});

describe('somebody whose evening is quiet', () => {
  it('is reminded before it begins, where the morning would be too late', () => {
    const ahead = early - 72 * 60 * MINUTE;
    const visit = booked({ quietHours: { from: 17 * 60, to: 9 * 60 }, booked: ahead });
    until(visit, early - MINUTE);
    expect(visit.of('reminder').map((one) => one.at)).toEqual([at('2026-11-23', '16:50')]);
    expect(demo.rules.visits.remindAt).toBe(18 * 60);
  });
});
