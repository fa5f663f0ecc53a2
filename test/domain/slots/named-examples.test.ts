import { describe, expect, it } from 'vitest';
import type { Wish } from '#shared/domain/slots/types.ts';
import { loadStation } from '#shared/station/load.ts';
import { pylaiaTyres } from '#shared/station/pylaia.ts';
import { at, Book, block, demo, MONDAY, SATURDAY, shown, TUESDAY, WEDNESDAY } from './bookings.ts';

const now = at(MONDAY, '10:00');
const wish = (services: string | readonly string[], rest: Partial<Wish> = {}): Wish => ({
  services: typeof services === 'string' ? [services] : services,
  mode: 'any',
  ...rest,
});

describe('the two times offered', () => {
  it.each<[string, Wish, readonly string[]]>([
    ['oil as soon as possible, two hours ahead', wish('oil'), [`${MONDAY} 12:00`, `${MONDAY} 12:15`]],
    [
      'oil tomorrow after five: the last of that day and the first of the next',
      wish('oil', { notBefore: at(TUESDAY, '17:00') }),
      [`${TUESDAY} 16:45`, `${WEDNESDAY} 08:30`],
    ],
    [
      'oil tomorrow evening, said as part of the day',
      wish('oil', { days: [TUESDAY], partOfDay: 'evening' }),
      [`${TUESDAY} 16:45`, `${WEDNESDAY} 08:30`],
    ],
    ['oil in any evening', wish('oil', { partOfDay: 'evening' }), [`${MONDAY} 16:45`, `${TUESDAY} 08:30`]],
    [
      'oil tomorrow afternoon',
      wish('oil', { days: [TUESDAY], partOfDay: 'afternoon' }),
      [`${TUESDAY} 12:00`, `${TUESDAY} 12:15`],
    ],
    [
      'oil at about twenty past eleven',
      wish('oil', { near: at(WEDNESDAY, '11:20') }),
      [`${WEDNESDAY} 11:15`, `${WEDNESDAY} 11:30`],
    ],
    [
      'oil tomorrow at about six',
      wish('oil', { near: at(TUESDAY, '18:00') }),
      [`${TUESDAY} 16:45`, `${WEDNESDAY} 08:30`],
    ],
    ['annual service with a day of notice', wish('annual'), [`${TUESDAY} 10:00`, `${TUESDAY} 10:15`]],
    [
      'annual service on a Saturday: the next weekday instead',
      wish('annual', { days: [SATURDAY] }),
      ['2026-11-30 08:30', '2026-11-30 08:45'],
    ],
    ['oil on a Saturday', wish('oil', { days: [SATURDAY] }), [`${SATURDAY} 09:00`, `${SATURDAY} 09:15`]],
    [
      'tyres on a Sunday: the Monday after',
      wish('tyres', { days: ['2026-11-29'] }),
      ['2026-11-30 08:30', '2026-11-30 08:45'],
    ],
    [
      'oil today once two days are named and one is full of time',
      wish('oil', { days: [MONDAY, WEDNESDAY] }),
      [`${MONDAY} 12:00`, `${MONDAY} 12:15`],
    ],
    [
      'timing belt: parts first, then only mornings by 08:30',
      wish('timing'),
      ['2026-11-27 08:30', '2026-11-30 08:30'],
    ],
    ['clutch: five days ahead, two days of work', wish('clutch'), ['2026-11-30 08:30', '2026-11-30 08:45']],
  ])('%s', (_, asked, expected) => {
    expect(new Book().times(asked, now)).toEqual(expected);
  });

  it.each([
    ['after closing', wish('oil', { notBefore: at(TUESDAY, '17:00') }), 'after-closing'],
    ['Saturday work that is not done on Saturdays', wish('annual', { days: [SATURDAY] }), 'not-that-day'],
    ['a Sunday', wish('oil', { days: ['2026-11-29'] }), 'day-closed'],
    ['a day before the notice is over', wish('annual', { days: [MONDAY] }), 'too-soon'],
    ['a puncture, which is for walking in', wish('punct'), 'not-booked-online'],
    ['a body estimate, which is made from photos', wish('body'), 'not-booked-online'],
    ['work that does not exist', wish('wings'), 'unknown-service'],
    ['no work at all', wish([]), 'unknown-service'],
    ['waiting for two hours of work', wish('annual', { mode: 'wait' }), 'mode-not-possible'],
    ['leaving a car for a tyre change', wish('tyres', { mode: 'leave' }), 'mode-not-possible'],
    ['tyres in a visit of two days', wish(['clutch', 'tyres']), 'separate-visits'],
  ] as const)('says why not as asked: %s', (_, asked, kind) => {
    expect(new Book().offers(asked, now).note?.kind).toBe(kind);
  });

  it('are the same whatever was asked before: the search keeps nothing', () => {
    const book = new Book();
    const first = book.offers(wish('oil'), now);
    book.offers(wish('annual'), now);
    expect(book.offers(wish('oil'), now)).toEqual(first);
  });
});

describe('the hours of the station', () => {
  it.each([
    ['the last oil change of a day ends at closing', 'oil', TUESDAY, '16:45', 'wait', true],
    ['a quarter of an hour later it would not', 'oil', TUESDAY, '17:00', 'wait', false],
    ['work may end at the start of the break', 'tyres', TUESDAY, '12:15', 'wait', true],
    ['but not cross it', 'tyres', TUESDAY, '12:30', 'wait', false],
    ['nor start in it', 'tyres', TUESDAY, '13:15', 'wait', false],
    ['it goes on after it', 'tyres', TUESDAY, '13:30', 'wait', true],
    ['a car may be left during the break, the desk being open', 'oil', TUESDAY, '13:15', 'leave', true],
    ['a half day ends at 13:00', 'oil', '2026-12-24', '12:15', 'wait', true],
    ['and not later', 'oil', '2026-12-24', '12:30', 'wait', false],
    ['nor in the afternoon', 'oil', '2026-12-24', '14:00', 'wait', false],
    ['Christmas is closed', 'oil', '2026-12-25', '10:00', 'wait', false],
    ['the day after, a Saturday, too', 'oil', '2026-12-26', '10:00', 'wait', false],
    ['nobody comes before opening', 'oil', TUESDAY, '08:15', 'wait', false],
    ['nor between the quarters', 'oil', TUESDAY, '09:05', 'wait', false],
    ['a timing belt is left by 08:30', 'timing', '2026-11-30', '08:30', 'leave', true],
    ['not at 08:45', 'timing', '2026-11-30', '08:45', 'leave', false],
    ['alignment needs Dimitris, who is off on Mondays', 'align', '2026-11-30', '10:00', 'wait', false],
    ['and is there on Tuesdays', 'align', '2026-12-01', '10:00', 'wait', true],
    ['bookings open sixty days ahead', 'oil', '2027-01-22', '10:00', 'wait', true],
    ['not further', 'oil', '2027-01-23', '10:00', 'wait', false],
  ] as const)('%s', (_, service, date, time, mode, possible) => {
    const slot = new Book().plan(wish(service, { mode }), at(date, time), now);
    expect('kind' in slot).toBe(!possible);
  });

  it('keeps opening hours by the wall clock on the days around a clock change', () => {
    const autumn = at('2027-10-25', '10:00');
    const [saturday, monday] = ['2027-10-30', '2027-11-01'].map((day) => {
      const [slot] = new Book().offers(wish('oil', { days: [day] }), autumn).slots;
      return slot === undefined ? 'none' : new Date(slot.start).toISOString();
    });
    expect([saturday, monday]).toEqual(['2027-10-30T06:00:00.000Z', '2027-11-01T06:30:00.000Z']);
  });

  it('waits for parts on open days only', () => {
    const [first] = new Book().times(wish('timing'), at('2026-12-23', '09:00'));
    // 24 December is a half day, 25-27 are closed: the third open day is Tuesday the 29th.
    expect(first).toBe('2026-12-29 08:30');
  });
});

describe('what a booked visit takes', () => {
  it('promises a waiting customer the end of the work and fifteen minutes, never after closing', () => {
    const book = new Book();
    const [early] = book.jobsOf(book.book(wish('oil'), at(TUESDAY, '09:00'), now, 'wait'));
    const [late] = book.jobsOf(book.book(wish('oil'), at(TUESDAY, '16:45'), now, 'wait'));
    expect([early, late].map((job) => shown(job?.readyBy ?? 0))).toEqual([
      `${TUESDAY} 10:00`,
      `${TUESDAY} 17:30`,
    ]);
  });

  it('takes in an annual service left at nine and promises it for half past twelve', () => {
    const book = new Book();
    const [job] = book.jobsOf(book.book(wish('annual'), at(TUESDAY, '09:00'), at('2026-11-20', '10:00')));
    expect([job?.start, job?.readyBy].map((time) => shown(time ?? 0))).toEqual([
      `${TUESDAY} 09:30`,
      `${TUESDAY} 12:30`,
    ]);
  });

  it('pauses a timing belt over the break, on one bay and with one technician', () => {
    const book = new Book();
    const jobs = book.jobsOf(book.book(wish('timing'), at('2026-11-30', '08:30'), now));
    expect(jobs.map((job) => [shown(job.start), shown(job.end), job.technician])).toEqual([
      ['2026-11-30 09:00', '2026-11-30 13:00', 'gio'],
      ['2026-11-30 13:30', '2026-11-30 14:30', 'gio'],
    ]);
    expect(new Set(jobs.map((job) => job.bay)).size).toBe(1);
  });

  it('reserves two days and a night for a clutch', () => {
    const book = new Book();
    const jobs = book.jobsOf(book.book(wish('clutch'), at('2026-11-30', '08:30'), now));
    expect(jobs.map((job) => [job.bay === 'P', shown(job.start), shown(job.end)])).toEqual([
      [false, '2026-11-30 09:00', '2026-11-30 13:00'],
      [false, '2026-11-30 13:30', '2026-11-30 17:30'],
      [true, '2026-11-30 17:30', '2026-12-01 00:00'],
      [false, '2026-12-01 08:30', '2026-12-01 13:00'],
      [false, '2026-12-01 13:30', '2026-12-01 17:30'],
    ]);
    expect(new Set(jobs.filter((job) => job.bay !== 'P').map((job) => job.bay + job.technician)).size).toBe(
      1,
    );
  });

  it('lets a clutch of Friday stand over the week-end', () => {
    const book = new Book();
    const jobs = book.jobsOf(book.book(wish('clutch'), at('2026-12-04', '08:30'), now));
    const nights = jobs.filter((job) => job.bay === 'P').map((job) => shown(job.start));
    expect(nights).toEqual(['2026-12-04 17:30', '2026-12-05 00:00', '2026-12-06 00:00']);
    expect(shown(Math.max(...jobs.map((job) => job.end)))).toBe('2026-12-07 17:30');
  });

  it('does not tear a clutch apart over the holidays', () => {
    const before = at('2027-07-26', '10:00');
    expect(new Book().plan(wish('clutch'), at('2027-08-06', '08:30'), before)).toMatchObject({
      kind: 'no-room',
    });
  });

  it('gives each day of a clutch its share of the work', () => {
    const book = new Book();
    expect(book.plan(wish('clutch'), at('2026-12-01', '13:30'), now)).toMatchObject({ modes: { leave: {} } });
    expect(book.plan(wish('clutch'), at('2026-12-01', '13:45'), now)).toMatchObject({ kind: 'no-room' });
    const short = new Book({ ...demo, halfDays: [{ date: '2026-12-02', close: 660 }] });
    expect(short.plan(wish('clutch'), at('2026-12-01', '08:30'), now)).toMatchObject({ kind: 'no-room' });
  });

  it('takes two bays one after the other for an inspection before a purchase', () => {
    const book = new Book();
    const jobs = book.jobsOf(book.book(wish('prebuy'), at(WEDNESDAY, '09:00'), now));
    expect(jobs.map((job) => [job.bay, shown(job.start), shown(job.end)])).toEqual([
      ['B3', `${WEDNESDAY} 09:30`, `${WEDNESDAY} 10:30`],
      ['B4', `${WEDNESDAY} 10:45`, `${WEDNESDAY} 11:15`],
    ]);
  });

  it('does two services of one bay in one go, and two of different bays with one buffer', () => {
    const book = new Book();
    const same = book.jobsOf(book.book(wish(['oil', 'annual']), at(WEDNESDAY, '09:00'), now));
    expect(same.map((job) => [job.service, shown(job.start).slice(11), shown(job.end).slice(11)])).toEqual([
      ['oil', '09:30', '10:15'],
      ['annual', '10:15', '12:15'],
    ]);
    expect(new Set(same.map((job) => job.bay + job.technician)).size).toBe(1);
    const two = book.jobsOf(book.book(wish(['oil', 'tyres'], { mode: 'wait' }), at(WEDNESDAY, '14:00'), now));
    expect(two.map((job) => [job.service, shown(job.start).slice(11), shown(job.end).slice(11)])).toEqual([
      ['oil', '14:00', '14:45'],
      ['tyres', '15:00', '15:45'],
    ]);
  });

  it('gives the technician of the last visit first, and keeps the narrow skills free otherwise', () => {
    const book = new Book();
    const [usual] = book.jobsOf(book.book(wish('oil'), at(TUESDAY, '09:00'), now));
    const [again] = book.jobsOf(
      book.book(wish('oil', { preferTechnician: 'dim' }), at(WEDNESDAY, '09:00'), now),
    );
    expect([usual?.technician, again?.technician]).toEqual(['pet', 'dim']);
  });
});

describe('the limits of a day', () => {
  it('keeps a quarter of an hour between two jobs on one bay', () => {
    const book = new Book();
    book.book(wish('tyres'), at(TUESDAY, '09:00'), now);
    const next = book.times(wish('tyres', { notBefore: at(TUESDAY, '09:00') }), now);
    expect(next[0]).toBe(`${TUESDAY} 10:00`);
  });

  it('has two customers waiting at once and no third', () => {
    const book = new Book();
    book.book(wish('oil'), at(TUESDAY, '09:00'), now, 'wait');
    book.book(wish('tyres'), at(TUESDAY, '09:00'), now, 'wait');
    expect(book.plan(wish('batt'), at(TUESDAY, '09:00'), now)).toMatchObject({ kind: 'no-room' });
    expect(book.plan(wish('batt'), at(TUESDAY, '10:00'), now)).toMatchObject({ modes: { wait: {} } });
  });

  it('receives three customers in any half hour and no fourth', () => {
    const book = new Book();
    for (const service of ['oil', 'kteo', 'diag'])
      book.book(wish(service), at(WEDNESDAY, '09:15'), now, 'leave');
    for (const time of ['09:00', '09:15', '09:30']) {
      expect(book.plan(wish('annual'), at(WEDNESDAY, time), now)).toMatchObject({ kind: 'no-room' });
    }
    expect(book.plan(wish('annual'), at(WEDNESDAY, '09:45'), now)).toMatchObject({ modes: { leave: {} } });
  });

  it('takes two diagnostics each half-day and places the third in the afternoon', () => {
    const book = new Book();
    for (const time of ['08:30', '09:00']) book.book(wish('diag'), at(TUESDAY, time), now);
    const third = book.jobsOf(book.book(wish('diag'), at(TUESDAY, '09:30'), now));
    expect(shown(third[0]?.start ?? 0)).toBe(`${TUESDAY} 13:30`);
  });

  it('sells the online share of what the shifts allow, and no minute more', () => {
    // Four on shift for 8.5 hours: 2,040 minutes, of which a tenth and of that 80% are 163: two visits of 75.
    const book = new Book({ ...demo, rules: { ...demo.rules, sellableShare: 0.1 } });
    const visit = wish(['oil', 'batt'], { mode: 'leave' });
    for (const time of ['08:30', '10:00']) book.book(visit, at(TUESDAY, time), at('2026-11-20', '10:00'));
    expect(book.plan(visit, at(TUESDAY, '14:00'), now)).toMatchObject({ kind: 'no-room' });
    expect(book.plan({ ...visit, by: 'desk' }, at(TUESDAY, '14:00'), now)).toMatchObject({
      modes: { leave: {} },
    });
  });

  it('has a place for the night for each car that stays, and refuses the next', () => {
    const small = { ...demo, parking: 1 };
    const book = new Book(small);
    book.book(wish('clutch'), at('2026-12-01', '08:30'), now);
    expect(book.plan(wish('clutch'), at('2026-12-01', '08:45'), now)).toMatchObject({ kind: 'no-room' });
    expect(book.plan(wish('clutch'), at('2026-12-03', '08:45'), now)).toMatchObject({ modes: { leave: {} } });
  });

  it('leaves a blocked bay and an absent technician alone, to the minute', () => {
    const book = new Book();
    book.add(TUESDAY, block(TUESDAY, '14:00', '15:00', { bay: 'B5' }));
    expect(book.plan(wish('tyres'), at(TUESDAY, '14:15'), now)).toMatchObject({ kind: 'no-room' });
    expect(book.plan(wish('tyres'), at(TUESDAY, '15:00'), now)).toMatchObject({ modes: { wait: {} } });
    book.add(WEDNESDAY, block(WEDNESDAY, '00:00', '24:00', { technician: 'gio' }));
    expect(book.plan(wish('diag'), at(WEDNESDAY, '09:00'), now)).toMatchObject({ kind: 'no-room' });
  });
});

describe('the shifts of the people', () => {
  it('end work with them, though the station is open longer', () => {
    const early = { from: 510, to: 900 };
    const technicians = demo.technicians.map((person) =>
      person.id === 'dim' ? { ...person, shifts: { ...person.shifts, tue: early } } : person,
    );
    const book = new Book({ ...demo, technicians });
    const align = wish('align', { mode: 'wait' });
    const asked = at('2026-12-01', '14:00');
    expect(book.plan(align, asked, now)).toMatchObject({
      modes: { wait: { readyBy: at('2026-12-01', '15:15') } },
    });
    expect(book.plan(align, at('2026-12-01', '14:15'), now)).toMatchObject({ kind: 'no-room' });
  });
});

describe('a second station', () => {
  const pylaia = loadStation(pylaiaTyres);

  it('has its own hours, bays and rules', () => {
    const book = new Book(pylaia);
    const tyres = wish('tyres');
    expect(book.times(tyres, now)).toEqual([`${MONDAY} 11:00`, `${MONDAY} 11:15`]);
    expect(book.times(wish('tyres', { notBefore: at(SATURDAY, '18:30') }), now)).toEqual([
      `${SATURDAY} 18:15`,
      '2026-11-30 09:00',
    ]);
    expect(book.offers(wish('oil'), now).note).toEqual({ kind: 'unknown-service', service: 'oil' });
  });
});
