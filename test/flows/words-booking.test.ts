import { describe, expect, it } from 'vitest';
import type { SpokenWish } from '#shared/domain/understood.ts';
import { MONDAY, SATURDAY, shown, TUESDAY, WEDNESDAY } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';
import { asks, at, between, date, since, today, tomorrow, until, wants, weekday } from './understood.ts';

/** Bookings by words, as the cards show them. It is Monday 23 November 2026, ten o'clock. */

const THURSDAY = '2026-11-26';

function times(person: Neighbour): readonly string[] {
  return person.sees.flatMap(({ label }) => (label.key === 'labelSlot' ? [shown(label.args.start)] : []));
}

/** Somebody whose car is known. */
function known(town = given(), name = 'Lena'): Neighbour {
  const person = withCar(town.person(name), 'Octavia ABC-4821');
  person.conversation = { ...person.conversation, greeted: true };
  return person;
}

function withCar(person: Neighbour, car: string): Neighbour {
  person.customer = {
    ...person.customer,
    vehicles: [...person.customer.vehicles, { id: car, label: car, short: car.split(' ')[0] ?? car }],
  };
  return person;
}

describe('a wish in words', () => {
  it('that leaves everything open shows the two times that the buttons show', () => {
    const byButtons = known().sends('book').taps('labelService', { id: 'oil' });
    const byWords = wants(known(), { services: ['oil'] });
    expect(byWords.heard).toEqual(byButtons.heard);
    expect(times(byWords)).toEqual(times(byButtons));
    expect(byWords.labels).toEqual(byButtons.labels);
  });

  it('for one day shows times that the buttons show for it', () => {
    const buttons = known().sends('book').taps('labelService', { id: 'oil' }).taps('labelOtherDay');
    const byButtons = times(buttons.taps('labelDay', { date: WEDNESDAY }));
    const byWords = times(wants(known(), { services: ['oil'], days: [weekday(3)] }));
    expect(byWords[0]).toBe(byButtons[0]);
    expect(byWords).toHaveLength(2);
    expect(byWords.every((start) => start.startsWith(WEDNESDAY))).toBe(true);
  });

  it.each<[string, Partial<SpokenWish>, readonly string[], string | null]>([
    ['tomorrow', { days: [tomorrow] }, [`${TUESDAY} 08:30`, `${TUESDAY} 10:30`], null],
    [
      'tomorrow in the morning',
      { days: [tomorrow], time: until(12) },
      [`${TUESDAY} 08:30`, `${TUESDAY} 10:30`],
      null,
    ],
    [
      'tomorrow in the afternoon',
      { days: [tomorrow], time: since(12) },
      [`${TUESDAY} 12:00`, `${TUESDAY} 14:30`],
      null,
    ],
    [
      'tomorrow after five',
      { days: [tomorrow], time: since(17) },
      [`${TUESDAY} 16:45`, `${WEDNESDAY} 08:30`],
      'wishAfterClosing',
    ],
    ['any day after six', { time: since(18) }, [`${MONDAY} 16:45`, `${TUESDAY} 08:30`], 'wishAfterClosing'],
    [
      'tomorrow at six',
      { days: [tomorrow], time: at(18) },
      [`${TUESDAY} 16:45`, `${WEDNESDAY} 08:30`],
      'wishAfterClosing',
    ],
    ['tomorrow at ten', { days: [tomorrow], time: at(10) }, [`${TUESDAY} 10:00`, `${TUESDAY} 12:00`], null],
    ['at ten, whatever day', { time: at(10) }, [`${TUESDAY} 10:00`, `${WEDNESDAY} 10:00`], null],
    [
      'tomorrow at ten past ten',
      { days: [tomorrow], time: at(10 + 1 / 6) },
      [`${TUESDAY} 10:00`, `${TUESDAY} 10:15`],
      'wishNotAt',
    ],
    [
      'tomorrow at seven',
      { days: [tomorrow], time: at(7) },
      [`${TUESDAY} 08:30`, `${TUESDAY} 08:45`],
      'wishOpens',
    ],
    [
      'tomorrow before eight',
      { days: [tomorrow], time: until(8) },
      [`${TUESDAY} 08:30`, `${WEDNESDAY} 08:30`],
      'wishOpens',
    ],
    [
      'tomorrow between three and four',
      { days: [tomorrow], time: between(15, 16) },
      [`${TUESDAY} 15:00`, `${TUESDAY} 15:45`],
      null,
    ],
    [
      'Wednesday or Thursday after three',
      { days: [weekday(3), weekday(4)], time: since(15) },
      [`${WEDNESDAY} 15:00`, `${THURSDAY} 15:00`],
      null,
    ],
    ['on Sunday', { days: [weekday(7)] }, ['2026-11-30 08:30', '2026-11-30 10:30'], 'wishClosed'],
    ['on Saturday', { days: [weekday(6)] }, [`${SATURDAY} 09:00`, `${SATURDAY} 11:15`], null],
    [
      'not today and not tomorrow',
      { notDays: [today, tomorrow] },
      [`${WEDNESDAY} 08:30`, `${WEDNESDAY} 12:45`],
      null,
    ],
    [
      'next week, not on Monday',
      { days: [{ of: 'week', weeks: 1 }], notDays: [weekday(1)] },
      ['2026-12-01 08:30', '2026-12-01 12:45'],
      null,
    ],
    ['on the first of March', { days: [date(1, 3)] }, ['2027-01-15 08:30', '2027-01-15 10:30'], 'wishTooFar'],
    ['as early as possible', { earliest: true }, [`${MONDAY} 12:00`, `${MONDAY} 14:30`], null],
  ])('oil %s', (_, wish, expected, why) => {
    const person = wants(known(), { services: ['oil'], ...wish });
    expect([person.heard.filter((key) => key.startsWith('wish')), times(person)]).toEqual([
      why ? [why] : [],
      expected,
    ]);
  });

  it.each<[string, Partial<SpokenWish>, string]>([
    ['brakes on Saturday', { services: ['pads'], days: [weekday(6)] }, 'wishOnly'],
    ['an annual service today', { services: ['annual'], days: [today] }, 'wishTooSoon'],
    [
      'a timing belt on Friday afternoon',
      { services: ['timing'], days: [weekday(5)], time: since(13) },
      'wishComesBy',
    ],
    ['brakes at the weekend', { services: ['pads'], days: [{ of: 'weekend', weeks: 0 }] }, 'wishOnly'],
    ['an annual service that is waited for', { services: ['annual'], stay: 'wait' }, 'wishNoWay'],
  ])('is met with the nearest and why: %s', (_, wish, why) => {
    const person = wants(known(), wish);
    expect(person.heard[0]).toBe(why);
    expect(times(person).length).toBeGreaterThan(0);
  });

  it('for a day that filled up says so, and the waiting list stands there', () => {
    const town = given(MONDAY, '08:00');
    for (let cars = 0; cars < 30; cars += 1) {
      const other = asks(known(town, 'Anna'), {
        intent: 'book',
        services: ['align'],
        days: [tomorrow],
        earliest: true,
      });
      if (other.heard.includes('dayFull')) {
        expect(other.labels).toContain('waitlistLabelJoin');
        return;
      }
      other.taps('labelSlot').taps('labelLeave');
    }
    throw new Error('The day never filled up');
  });
});

describe('what is missing', () => {
  it('is asked one thing at a time, and what was said is kept', () => {
    const lena = given().person();
    wants(lena, { days: [tomorrow], time: since(14), stay: 'wait' });
    expect(lena.heard).toContain('askWork');
    asks(lena, { services: ['oil'] });
    expect(lena.heard).toContain('askCar');
    lena.says('octavia 2018');
    expect(lena.heard).toEqual(['times']);
    expect(lena.heardOf('times')).toMatchObject({ fit: 'fitting' });
    expect(times(lena)).toEqual([`${TUESDAY} 14:00`, `${TUESDAY} 16:00`]);
    lena.taps('labelSlot');
    expect(lena.heardOf('held')).toMatchObject({
      recap: { services: ['oil'], fromCents: 6_500, said: 'wait' },
    });
    expect(lena.labels).toEqual(['labelWait', 'labelLeave', 'labelBack']);
    expect(lena.visits).toEqual([]);
    expect(lena.says('yes').visits).toMatchObject([{ services: ['oil'], stay: 'wait' }]);
  });

  it('is no car that was named by somebody new', () => {
    const lena = wants(given().person(), { services: ['oil'], car: { of: 'said', said: 'golf 2015' } });
    expect(lena.heardOf('times')).toMatchObject({ car: 'Golf' });
  });

  it.each([
    ['the make of another alphabet', { of: 'said', said: 'шкода' } as const, 'Octavia'],
    ['the other one', { of: 'other' } as const, 'Octavia'],
    ['the last one', { of: 'said', said: 'golf' } as const, 'Golf'],
  ])('with two cars: %s', (_, car, expected) => {
    const person = withCar(withCar(given().person(), 'Octavia ABC-4821'), 'Golf XYZ-1111');
    expect(wants(person, { services: ['oil'], car }).heardOf('times')).toMatchObject({ car: expected });
  });

  it('is which car, where we do not know the one that is named', () => {
    const person = wants(known(), { services: ['oil'], car: { of: 'said', said: 'bmw' }, days: [tomorrow] });
    expect(person.heard).toEqual(['wishWhichCar', 'wishHeard', 'askWhichCar']);
    person.taps('labelNewCar').says('BMW 320d');
    expect(person.heardOf('times')).toMatchObject({ car: 'BMW 320d' });
    expect(times(person)[0]).toBe(`${TUESDAY} 08:30`);
  });

  it('is what the work is, where it is none of the list', () => {
    const person = wants(known(), { otherWork: true, days: [tomorrow] });
    expect(person.heard).toEqual(['wishHeard', 'askWork']);
    asks(person, { otherWork: true });
    expect(person.heard).toEqual(['askProblem']);
    person.taps('labelBookDiagnostics');
    expect(times(person)[0]?.startsWith(TUESDAY)).toBe(true);
  });
});

describe('work that is not booked in the chat', () => {
  it('a puncture is come with at any time', () => {
    const person = wants(known(), { services: ['punct'], days: [today] });
    expect(person.heardOf('wishWalkIn')).toEqual({ services: ['punct'], fromCents: 1_500 });
    expect(person.labels).toEqual(['labelAddress', 'labelBook']);
  });

  it('a dent is looked at in photos', () => {
    const person = wants(known(), { services: ['body'] });
    expect(person.heard).toEqual(['wishRemote']);
    expect(person.labels).toEqual(['labelProblem', 'labelBook']);
  });

  it('beside other work it is said, and the other work goes on', () => {
    const person = wants(known(), { services: ['oil', 'punct'], days: [tomorrow] });
    expect(person.heard).toEqual(['wishWalkIn', 'times']);
    expect(person.heardOf('times')).toMatchObject({ services: ['oil'] });
  });

  it('leaves a booking in progress where it is', () => {
    const person = wants(known(), { services: ['oil'], days: [tomorrow] }).taps('labelSlot');
    asks(person, { services: ['punct'] });
    expect(person.labels).toEqual(['labelAddress', 'labelContinue']);
    expect(person.taps('labelContinue').heard).toContain('held');
  });
});

describe('words at the times', () => {
  const shows = () => wants(known(), { services: ['oil'], days: [tomorrow] });

  it.each<[string, Partial<SpokenWish>, string]>([
    ['the first one', { ordinal: 1 }, `${TUESDAY} 08:30`],
    ['the other one, the second', { ordinal: 2, car: { of: 'other' } }, `${TUESDAY} 10:30`],
    ['the second', { ordinal: 2 }, `${TUESDAY} 10:30`],
    ['the last', { ordinal: -1 }, `${TUESDAY} 10:30`],
    ['10:30', { time: at(10.5) }, `${TUESDAY} 10:30`],
    ['tomorrow 8:30', { days: [tomorrow], time: at(8.5) }, `${TUESDAY} 08:30`],
    ['the first one, I will wait', { ordinal: 1, stay: 'wait' }, `${TUESDAY} 08:30`],
  ])('a shown time that is named is kept at once: %s', (_, wish, expected) => {
    const person = asks(shows(), wish);
    expect(person.heard).toEqual(['held']);
    expect(shown(heldStart(person))).toBe(expected);
    expect(person.visits).toEqual([]);
  });

  it.each<[string, Partial<SpokenWish>, readonly string[]]>([
    ['make it ten', { time: at(10) }, [`${TUESDAY} 10:00`, `${TUESDAY} 12:00`]],
    ['a bare 10', { ordinal: 10, time: at(10) }, [`${TUESDAY} 10:00`, `${TUESDAY} 12:00`]],
    ['Thursday instead', { days: [weekday(4)] }, [`${THURSDAY} 08:30`, `${THURSDAY} 10:30`]],
    ['after three', { time: since(15) }, [`${TUESDAY} 15:00`, `${TUESDAY} 16:45`]],
  ])('another time is looked for: %s', (_, wish, expected) => {
    expect(times(asks(shows(), wish))).toEqual(expected);
  });

  it('a bare figure that is a place and an hour is asked back', () => {
    const person = wants(known(), { services: ['oil'], time: at(11), days: [weekday(3), weekday(4)] });
    expect(times(person)).toEqual([`${WEDNESDAY} 11:00`, `${THURSDAY} 11:00`]);
    asks(person, { time: at(11) });
    expect(person.heard[0]).toBe('wishWhich');
    expect(asks(person, { ordinal: 2 }).heard).toEqual(['held']);
  });

  it('a place that the card does not have is asked back', () => {
    expect(asks(shows(), { ordinal: 5 }).heard[0]).toBe('wishWhich');
  });

  it('"later" shows more, then other days, and one of them can be named', () => {
    const person = asks(shows(), { otherTimes: true });
    expect(person.heard).toEqual(['moreTimes']);
    expect(times(person).every((start) => start.startsWith(TUESDAY))).toBe(true);
    asks(person, { otherTimes: true });
    expect(person.heard).toEqual(['chooseDay']);
    asks(person, { days: [weekday(4)] });
    expect(times(person).every((start) => start.startsWith(THURSDAY))).toBe(true);
    expect(times(person).length).toBeGreaterThan(2);
  });

  it.each<[string, Partial<SpokenWish>, object]>([
    ['no, brake pads', { services: ['pads'] }, { services: ['pads'] }],
    ['and the brake pads too', { services: ['pads'], adds: true }, { services: ['oil', 'pads'] }],
  ])('changes the work and keeps the day: %s', (_, wish, expected) => {
    const person = wants(known(), { services: ['oil'], days: [weekday(4)] });
    asks(person, wish);
    expect(person.heardOf('times')).toMatchObject(expected);
    expect(times(person).every((start) => start.startsWith(THURSDAY))).toBe(true);
  });

  it('changes the car and keeps work and day', () => {
    const person = withCar(withCar(given().person(), 'Octavia ABC-4821'), 'Golf XYZ-1111');
    wants(person, { services: ['oil'], days: [weekday(4)] });
    asks(person, { car: { of: 'said', said: 'octavia' } });
    expect(person.heardOf('times')).toMatchObject({ car: 'Octavia', services: ['oil'] });
    expect(times(person)[0]).toBe(`${THURSDAY} 08:30`);
  });

  it('the button of the earliest times sets aside what was said, other days keep the hours', () => {
    const person = wants(known(), { services: ['oil'], time: since(15) });
    person.taps('labelOtherDay').taps('labelDay', { date: WEDNESDAY });
    expect(times(person).every((start) => start.slice(11) >= '15:00')).toBe(true);
    expect(times(person.taps('labelEarliest'))[0]).toBe(`${MONDAY} 12:00`);
  });
});

describe('words while a time is kept', () => {
  const held = () => wants(known(), { services: ['oil'], days: [tomorrow] }).taps('labelSlot');

  it('"I will wait" books nothing: it is asked once more, with that first, and a plain yes is enough', () => {
    const person = asks(held(), { stay: 'wait' });
    expect(person.heard).toEqual(['held']);
    expect(person.labels[0]).toBe('labelWait');
    expect(person.visits).toEqual([]);
    expect(person.says('yes').visits).toMatchObject([{ stay: 'wait' }]);
  });

  it.each<[string, Partial<SpokenWish>, string]>([
    ['Thursday instead', { days: [weekday(4)] }, `${THURSDAY} 08:30`],
    ['make it ten', { time: at(10) }, `${TUESDAY} 10:00`],
    ['no, brake pads', { services: ['annual'] }, `${TUESDAY} 10:00`],
  ])('what was kept is given back, and new times are shown: %s', (_, wish, expected) => {
    const person = held();
    expect(person.town.jobs()).not.toEqual([]);
    asks(person, wish);
    expect(times(person)[0]).toBe(expected);
    expect(person.town.jobs()).toEqual([]);
  });

  it('the same time said once more stays kept', () => {
    const person = asks(held(), { days: [tomorrow], time: at(8.5) });
    expect(person.heard).toEqual(['held']);
    expect(person.town.jobs()).not.toEqual([]);
  });
});

describe('limits by words are those by buttons', () => {
  it('a fourth open visit is arranged by a person', () => {
    const person = known();
    for (const day of [2, 3, 4])
      wants(person, { services: ['oil'], days: [weekday(day)] })
        .taps('labelSlot')
        .taps('labelWait');
    expect(person.visits).toHaveLength(3);
    expect(wants(person, { services: ['oil'], days: [weekday(5)] }).heard).toContain('limitReached');
  });
});

describe('a visit that is moved by words', () => {
  it('is shown times of the day that was named, and moved by a tap only', () => {
    const person = wants(known(), { services: ['oil'], days: [tomorrow] })
      .taps('labelSlot')
      .taps('labelWait')
      .taps('labelMove');
    asks(person, { intent: 'move', days: [weekday(4)], time: since(12) });
    expect(times(person)[0]).toBe(`${THURSDAY} 12:00`);
    asks(person, { ordinal: 1 });
    expect(person.heard).toEqual(['confirmMove']);
    expect(shown(person.visits[0]?.start ?? 0)).toBe(`${TUESDAY} 08:30`);
    expect(shown(person.taps('labelYesMove').visits[0]?.start ?? 0)).toBe(`${THURSDAY} 12:00`);
  });
});

function heldStart(person: Neighbour): number {
  const said = person.heardOf('held');
  return typeof said === 'object' && said !== null && 'start' in said ? Number(said.start) : 0;
}
