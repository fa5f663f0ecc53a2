import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Job } from '#shared/domain/day.ts';
import { applyChanges, confirmJobs, holdJobs, releaseHold } from '#shared/domain/slots/hold.ts';
import type { Slot, Wish } from '#shared/domain/slots/types.ts';
import { violations } from '#shared/domain/slots/violations.ts';
import { at, Book, block, demo, MONDAY, shown, TUESDAY, WEDNESDAY } from './bookings.ts';

const now = at(MONDAY, '10:00');
const oil: Wish = { services: ['oil'], mode: 'any' };
const HOLD = demo.rules.hold * MINUTE;

function slotAt(book: Book, wish: Wish, start: number, moment = now): Slot {
  const slot = book.plan(wish, start, moment);
  if ('kind' in slot) throw new Error(`Refused: ${slot.kind}`);
  return slot;
}

const check = (book: Book, moment: number) => violations(demo, [...book.days.values()], moment);

describe('a held time', () => {
  it.each(['wait', 'leave'] as const)('can be confirmed either way: %s', (mode) => {
    const book = new Book();
    expect(book.hold(slotAt(book, oil, at(TUESDAY, '09:00')), 'h1', now)).toEqual(['wait', 'leave']);
    const confirmed = book.confirm('h1', mode, now + HOLD - 1);
    expect(confirmed).toMatchObject({ kind: 'booked', jobs: [{ kind: mode, holdUntil: null }] });
    expect(book.jobsOf('h1')).toHaveLength(1);
    expect(check(book, now)).toEqual([]);
  });

  it('keeps both ways open even when others book all they can around it', () => {
    const book = new Book();
    book.hold(slotAt(book, oil, at(TUESDAY, '09:00')), 'h1', now);
    for (let count = 0; count < 40; count += 1) {
      const [slot] = book.offers({ services: ['oil'], mode: 'any', days: [TUESDAY] }, now).slots;
      if (slot === undefined || slot.date !== TUESDAY) break;
      book.hold(slot, `o${count}`, now);
      book.confirm(`o${count}`, slot.modes.wait === undefined ? 'leave' : 'wait', now);
    }
    expect(book.confirm('h1', 'leave', now).kind).toBe('booked');
    expect(check(book, now)).toEqual([]);
  });

  it('counts as one arrival and one waiting customer', () => {
    const book = new Book();
    book.hold(slotAt(book, oil, at(TUESDAY, '09:00')), 'h1', now);
    book.book({ services: ['tyres'], mode: 'wait' }, at(TUESDAY, '09:00'), now);
    book.book({ services: ['diag'], mode: 'leave' }, at(TUESDAY, '09:00'), now);
    expect(book.plan(oil, at(TUESDAY, '09:15'), now)).toMatchObject({ kind: 'no-room' });
  });

  it('counts once towards what is sold of the day, though two ways are held', () => {
    // Two oil changes fit into what is sold of this day, and not three.
    const book = new Book({ ...demo, rules: { ...demo.rules, sellableShare: 100 / (2_040 * 0.8) } });
    book.hold(slotAt(book, oil, at(TUESDAY, '09:00')), 'h1', now);
    book.book(oil, at(TUESDAY, '11:00'), now);
    expect(book.plan(oil, at(TUESDAY, '14:00'), now)).toMatchObject({ kind: 'no-room' });
  });

  it('is over at its minute: the time is free and cannot be confirmed', () => {
    const book = new Book();
    const tyres: Wish = { services: ['tyres'], mode: 'wait' };
    book.hold(slotAt(book, tyres, at(TUESDAY, '09:00')), 'h1', now);
    expect(book.plan(tyres, at(TUESDAY, '09:00'), now + HOLD - 1)).toMatchObject({ kind: 'no-room' });
    expect(book.plan(tyres, at(TUESDAY, '09:00'), now + HOLD)).toMatchObject({ modes: { wait: {} } });
    expect(book.confirm('h1', 'wait', now + HOLD)).toEqual({ kind: 'hold-over' });
  });

  it('ends on a whole minute, never sooner than promised', () => {
    const book = new Book();
    const { changes } = holdJobs(slotAt(book, oil, at(TUESDAY, '09:00')), 'h1', now + 12_345);
    expect(changes[0]?.add.map((job) => job.holdUntil)).toEqual([now + MINUTE, now + MINUTE]);
  });

  it('gives way to the next one of the same person', () => {
    const book = new Book();
    book.hold(slotAt(book, oil, at(TUESDAY, '09:00')), 'h1', now);
    book.hold(slotAt(book, oil, at(TUESDAY, '10:00')), 'h1', now);
    expect(new Set(book.jobsOf('h1').map((job) => shown(job.arrival)))).toEqual(
      new Set([`${TUESDAY} 10:00`]),
    );
  });

  it('leaves nothing behind once it is let go or has expired and the day is written again', () => {
    const book = new Book();
    book.hold(slotAt(book, oil, at(TUESDAY, '09:00')), 'h1', now);
    expect(releaseHold([...book.days.values()], 'h1').flatMap((day) => day.jobs)).toEqual([]);
    const later = slotAt(book, oil, at(TUESDAY, '11:00'), now + HOLD);
    book.hold(later, 'h2', now + HOLD);
    expect(book.jobsOf('h1')).toEqual([]);
  });

  it('refuses a way that was never held, and says which were', () => {
    const book = new Book();
    book.hold(slotAt(book, { services: ['diag'], mode: 'any' }, at(TUESDAY, '09:00')), 'h1', now);
    expect(book.confirm('h1', 'wait', now)).toEqual({ kind: 'mode-not-held', modes: ['leave'] });
  });
});

describe('moving a visit', () => {
  it('may use its own old time and keeps it until the new one is confirmed', () => {
    const book = new Book();
    const tyres: Wish = { services: ['tyres'], mode: 'wait' };
    const id = book.book(tyres, at(TUESDAY, '09:00'), now);
    expect(book.plan(tyres, at(TUESDAY, '09:30'), now)).toMatchObject({ kind: 'no-room' });
    const slot = slotAt(book, { ...tyres, excluding: id }, at(TUESDAY, '09:30'));
    book.hold(slot, id, now);
    expect(book.jobsOf(id).map((job) => shown(job.start).slice(11))).toEqual(['09:00', '09:30']);
    expect(check(book, now)).toEqual([]);
    expect(book.plan(tyres, at(TUESDAY, '09:15'), now)).toMatchObject({ kind: 'no-room' });
    book.confirm(id, 'wait', now);
    expect(book.jobsOf(id).map((job) => shown(job.start).slice(11))).toEqual(['09:30']);
  });

  it('leaves the old time as it was when the hold runs out', () => {
    const book = new Book();
    const id = book.book(oil, at(TUESDAY, '09:00'), now, 'wait');
    const before = book.jobsOf(id);
    book.hold(slotAt(book, { ...oil, excluding: id }, at(WEDNESDAY, '09:00')), id, now);
    expect(book.confirm(id, 'wait', now + HOLD).kind).toBe('hold-over');
    expect(releaseHold([...book.days.values()], id).flatMap((day) => day.jobs)).toEqual(before);
  });

  it('goes to another day in one step', () => {
    const book = new Book();
    const id = book.book(oil, at(TUESDAY, '09:00'), now, 'wait');
    book.hold(slotAt(book, { ...oil, excluding: id }, at(WEDNESDAY, '09:00')), id, now);
    const { kind } = book.confirm(id, 'leave', now);
    expect(kind).toBe('booked');
    expect(book.jobsOf(id).map((job) => [shown(job.arrival), job.kind])).toEqual([
      [`${WEDNESDAY} 09:00`, 'leave'],
    ]);
  });
});

describe('work of cars that were left', () => {
  /** Dimitris and bay 3 alone: a left alignment stands at 09:30 and may float until half past twelve. */
  function oneAlignment(): { readonly book: Book; readonly id: string } {
    const book = new Book();
    const id = book.book({ services: ['align'], mode: 'leave' }, at(WEDNESDAY, '09:00'), now);
    return { book, id };
  }

  it('is placed anew within its promise to make room for somebody who waits', () => {
    const { book, id } = oneAlignment();
    const [before] = book.jobsOf(id);
    const slot = slotAt(book, { services: ['align'], mode: 'wait' }, at(WEDNESDAY, '09:15'));
    expect(slot.modes.wait?.moved.map((job) => job.id)).toEqual([id]);
    book.hold(slot, 'h1', now);
    const [after] = book.jobsOf(id);
    expect(after).toEqual({ ...before, start: after?.start, end: after?.end });
    expect(after?.start).toBeGreaterThan(before?.start ?? 0);
    expect(after?.end).toBeLessThanOrEqual(before?.readyBy ?? 0);
    expect(check(book, now)).toEqual([]);
  });

  it('stays where it is when the promise would not hold', () => {
    const { book } = oneAlignment();
    book.add(WEDNESDAY, block(WEDNESDAY, '10:30', '13:00', { bay: 'B3' }));
    expect(book.plan({ services: ['align'], mode: 'wait' }, at(WEDNESDAY, '09:15'), now)).toMatchObject({
      kind: 'no-room',
    });
  });

  it('stays where it is once it has begun, however late its promise', () => {
    const { book, id } = oneAlignment();
    const patient = book.jobsOf(id).map((job) => ({ ...job, readyBy: at(WEDNESDAY, '16:00') }));
    book.write([{ date: WEDNESDAY, version: 1, jobs: patient }]);
    const align: Wish = { services: ['align'], mode: 'wait', by: 'desk' };
    const start = at(WEDNESDAY, '10:00');
    expect(slotAt(book, align, start, at(WEDNESDAY, '09:15')).modes.wait?.moved).toHaveLength(1);
    expect(book.plan(align, start, at(WEDNESDAY, '09:45'))).toMatchObject({ kind: 'no-room' });
  });

  it('stays in its half-day when it is a diagnosis, of which each half-day has its number', () => {
    const book = new Book();
    const id = book.book({ services: ['diag'], mode: 'leave' }, at(WEDNESDAY, '08:30'), now);
    const patient = book.jobsOf(id).map((job) => ({ ...job, readyBy: at(WEDNESDAY, '17:30') }));
    const battery: Wish = { services: ['batt'], mode: 'wait' };
    book.write([{ date: WEDNESDAY, version: 1, jobs: patient }]);
    expect(slotAt(book, battery, at(WEDNESDAY, '09:15')).modes.wait?.moved).toHaveLength(1);
    book.add(WEDNESDAY, block(WEDNESDAY, '10:00', '13:00', { bay: 'B4' }));
    expect(book.plan(battery, at(WEDNESDAY, '09:15'), now)).toMatchObject({ kind: 'no-room' });
  });

  it('stays where it is while it is only held', () => {
    const { book, id } = oneAlignment();
    const held: Job[] = book.jobsOf(id).map((job) => ({ ...job, holdUntil: at(WEDNESDAY, '12:00') }));
    book.write([{ date: WEDNESDAY, version: 1, jobs: held }]);
    const align: Wish = { services: ['align'], mode: 'wait' };
    expect(book.plan(align, at(WEDNESDAY, '09:15'), now)).toMatchObject({ kind: 'no-room' });
  });

  it('holds one way only where two would move the same car twice', () => {
    const { book } = oneAlignment();
    const slot = slotAt(book, { services: ['align'], mode: 'any' }, at(WEDNESDAY, '09:15'));
    const modes = book.hold(slot, 'h1', now);
    expect(modes).toHaveLength(1);
    for (const mode of modes) expect(book.confirm('h1', mode, now).kind).toBe('booked');
    expect(check(book, now)).toEqual([]);
  });
});

describe('a day that is written', () => {
  it('keeps its version for the condition and leaves other days alone', () => {
    const book = new Book();
    const { changes } = holdJobs(slotAt(book, oil, at(TUESDAY, '09:00')), 'h1', now + HOLD);
    const days = [
      { date: TUESDAY, version: 7, jobs: [] },
      { date: WEDNESDAY, version: 3, jobs: [] },
    ];
    const written = applyChanges(days, changes, now);
    expect(written.map((day) => [day.version, day.jobs.length])).toEqual([
      [7, 2],
      [3, 0],
    ]);
    expect(confirmJobs(written, 'h1', 'wait', now)).toMatchObject({
      kind: 'booked',
      days: [{ version: 7 }, { version: 3 }],
    });
  });
});
