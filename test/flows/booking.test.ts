import { describe, expect, it } from 'vitest';
import { station as deployed } from '#shared/station/station.ts';
import { at, demo, MONDAY, shown } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Bookings of every kind of work, as the cards show them. */

function asksFor(person: Neighbour, ...services: readonly string[]): Neighbour {
  person.sends('book').taps('labelMoreWork');
  const [first = '', ...more] = services;
  person.taps('labelService', { id: first });
  if (person.heard.includes('askCar')) person.says('Octavia ABC-4821');
  for (const id of more) {
    person.taps('labelAddWork');
    if (person.labels.includes('labelMoreWork')) person.taps('labelMoreWork');
    person.taps('labelService', { id });
  }
  return person;
}

function starts(person: Neighbour): readonly string[] {
  return person.sees.flatMap(({ label }) => (label.key === 'labelSlot' ? [shown(label.args.start)] : []));
}

describe('work that can be done in one way only', () => {
  it.each([
    ['diag', 'labelLeave'],
    ['discs', 'labelLeave'],
    ['timing', 'labelLeave'],
    ['clutch', 'labelLeave'],
    ['prebuy', 'labelLeave'],
    ['tyres', 'labelWait'],
    ['batt', 'labelWait'],
    ['annual', 'labelLeave'],
  ] as const)('%s is confirmed by the one button %s', (service, label) => {
    const lena = asksFor(given().person(), service).taps('labelSlot');
    expect(lena.labels).toEqual([label, 'labelBack']);
    lena.taps(label);
    expect(lena.visits).toMatchObject([
      { services: [service], stay: label === 'labelWait' ? 'wait' : 'leave' },
    ]);
  });

  it.each(['oil', 'pads', 'noise', 'align', 'ac', 'kteo'])('%s leaves the choice', (service) => {
    const lena = asksFor(given().person(), service).taps('labelSlot');
    expect(lena.labels).toEqual(['labelLeave', 'labelWait', 'labelBack']);
  });
});

describe('a clutch', () => {
  it('takes two days, a night on a parking place, and is asked for five days ahead', () => {
    const town = given();
    const lena = asksFor(town.person(), 'clutch');
    expect(lena.heardOf('times')).toMatchObject({ days: 2, fromCents: 62_000 });
    expect(starts(lena)[0]?.slice(0, 10)).toBe('2026-11-30');
    lena.taps('labelSlot').taps('labelLeave');
    const [visit] = lena.visits;
    expect(visit?.dates).toEqual(['2026-11-30', '2026-12-01']);
    expect(shown(visit?.readyBy ?? 0).slice(0, 10)).toBe('2026-12-01');
    expect(town.jobs('2026-11-30').map(({ bay }) => bay)).toContain('P');
  });

  it('cancelled gives both days back, and taken back takes both again', () => {
    const town = given();
    const lena = asksFor(town.person(), 'clutch').taps('labelSlot').taps('labelLeave');
    lena.taps('labelCancelVisit');
    expect(town.jobs()).toEqual([]);
    lena.taps('labelUndo');
    expect(lena.visits[0]?.dates).toHaveLength(2);
    expect(town.jobs('2026-12-01')).not.toEqual([]);
  });

  it('moved to another week leaves nothing behind', () => {
    const town = given();
    const lena = asksFor(town.person(), 'clutch').taps('labelSlot').taps('labelLeave');
    lena
      .taps('labelMove')
      .taps('labelOtherDay')
      .taps('labelDay', {}, 5)
      .taps('labelSlot')
      .taps('labelYesMove');
    const [visit] = lena.visits;
    const days = [...town.days.values()].filter(({ jobs }) => jobs.length > 0).map(({ date }) => date);
    expect(days.sort()).toEqual(visit?.dates);
    expect(visit?.dates).not.toContain('2026-11-30');
  });
});

describe('a pre-purchase inspection', () => {
  it('stands on two bays, one after the other, under one number', () => {
    const town = given();
    const lena = asksFor(town.person(), 'prebuy').taps('labelSlot').taps('labelLeave');
    const [first, second, ...more] = [...town.jobs()].sort((a, b) => a.start - b.start);
    expect([first?.bay, second?.bay, more.length]).toEqual(['B3', 'B4', 0]);
    expect(first?.id).toBe(lena.visits[0]?.id);
    expect(second?.id).toBe(first?.id);
    expect(second?.start).toBeGreaterThanOrEqual((first?.end ?? 0) + demo.rules.buffer * 60_000);
  });
});

describe('diagnostics, twice a half day', () => {
  it('the third of a morning is done in the afternoon, the fifth of a day on the next', () => {
    const town = given(MONDAY, '18:00');
    const days = ['Nikos', 'Anna', 'Sergey', 'Eleni', 'Olena'].map((name) => {
      const person = asksFor(town.person(name), 'diag').taps('labelSlot').taps('labelLeave');
      return person.visits[0]?.dates[0];
    });
    expect(days).toEqual(['2026-11-24', '2026-11-24', '2026-11-24', '2026-11-24', '2026-11-25']);
    const noon = at('2026-11-24', '12:00');
    const tuesday = town.jobs('2026-11-24').map(({ start }) => start < noon);
    expect(tuesday.sort()).toEqual([false, false, true, true]);
  });
});

describe('Saturday', () => {
  it.each([
    ['oil', true],
    ['tyres', true],
    ['annual', false],
    ['batt', false],
    ['diag', false],
  ])('%s: %s', (service, offered) => {
    const lena = asksFor(given('2026-11-27', '16:00').person(), service);
    const onSaturday = starts(lena).some((start) => start.startsWith('2026-11-28'));
    expect(onSaturday).toBe(offered);
  });
});

describe('the list of work', () => {
  const services = (person: Neighbour) =>
    person.sees.flatMap(({ label }) => (label.key === 'labelService' ? [label.args.id] : []));

  it('fits ten rows for who was here before, too', () => {
    const lena = asksFor(given().person(), 'oil').taps('labelSlot').taps('labelLeave');
    lena.town.later(9 * 24 * 60);
    lena.sends('book');
    expect(lena.labels).toContain('labelSameAsLast');
    expect(lena.labels).toHaveLength(10);
  });

  it('goes on behind "More work" with what was not shown yet', () => {
    const lena = given().person().sends('book');
    const seen = services(lena);
    const more = services(lena.taps('labelMoreWork'));
    expect(more.slice(-seen.length)).toEqual(seen);
    expect(new Set(more).size).toBe(more.length);
  });
});

describe('what is not booked in the chat', () => {
  it('walk-in and remote work is no button', () => {
    const lena = given().person().sends('book').taps('labelMoreWork');
    const offered = lena.sees.flatMap(({ label }) => (label.key === 'labelService' ? [label.args.id] : []));
    expect(offered).not.toContain('punct');
    expect(offered).not.toContain('body');
    expect(offered).toHaveLength(14);
  });
});

describe('a day far ahead', () => {
  it.each(['annual', 'clutch'])('shows its own times for %s', (service) => {
    const lena = asksFor(given().person(), service).taps('labelOtherDay');
    for (const _ of [1, 2, 3]) lena.taps('labelLaterDays');
    const last = lena.sees.findLast(({ label }) => label.key === 'labelDay')?.label;
    const date = last?.key === 'labelDay' ? last.args.date : '';
    lena.taps('labelDay', { date });
    expect(lena.heard).toEqual(['moreTimes']);
    expect(starts(lena).length).toBeGreaterThan(2);
    expect(starts(lena).every((start) => start.startsWith(date))).toBe(true);
    expect(lena.taps('labelSlot').taps('labelLeave').visits[0]?.dates[0]).toBe(date);
  });
});

describe('several kinds of work', () => {
  it('that do not fit into one visit are named: one is kept for now, or a person helps', () => {
    const lena = asksFor(given().person(), 'clutch', 'align');
    expect(lena.heard).toEqual(['separateVisits']);
    expect(lena.labels).toEqual(['labelService', 'labelService', 'labelPerson', 'labelBack']);
    expect(lena.taps('labelService', { id: 'align' }).heardOf('times')).toMatchObject({
      services: ['align'],
    });
  });

  it('are one visit with one price and length', () => {
    const lena = asksFor(given().person(), 'oil', 'pads');
    expect(lena.heardOf('times')).toMatchObject({
      services: ['oil', 'pads'],
      minutes: 120,
      fromCents: 15_500,
    });
  });

  it('chosen by mistake are taken out by the same button', () => {
    const lena = asksFor(given().person(), 'oil', 'pads')
      .taps('labelAddWork')
      .taps('labelService', { id: 'oil' });
    expect(lena.heardOf('times')).toMatchObject({ services: ['pads'] });
  });

  it('the last one taken out leads back to the list, with the car kept', () => {
    const lena = asksFor(given().person(), 'oil').taps('labelAddWork').taps('labelService', { id: 'oil' });
    expect(lena.heard).toEqual(['askWork']);
    expect(lena.heardOf('askWork')).toMatchObject({ car: 'Octavia …4821' });
  });
});

describe('the times', () => {
  it('are the two earliest, then five over three days, then days, then one day', () => {
    const lena = asksFor(given().person(), 'annual');
    const earliest = starts(lena);
    expect(earliest).toHaveLength(2);
    const more = starts(lena.taps('labelMoreTimes'));
    expect(more).toHaveLength(5);
    expect(lena.labels).toHaveLength(10);
    expect(new Set(more.map((start) => start.slice(0, 10))).size).toBe(3);
    expect(more.filter((start) => earliest.includes(start))).toEqual([]);
    lena.taps('labelOtherDay');
    expect(lena.heard).toEqual(['chooseDay']);
    expect(lena.labels.filter((key) => key === 'labelDay')).toHaveLength(7);
    expect(lena.labels).toHaveLength(10);
    lena.taps('labelDay', {}, 4);
    expect(new Set(starts(lena).map((start) => start.slice(0, 10))).size).toBe(1);
    const hours = starts(lena).map((start) => Number(start.slice(11, 13)));
    expect(Math.max(...hours) - Math.min(...hours), 'a morning and an afternoon').toBeGreaterThanOrEqual(4);
    expect(
      Math.max(...hours.slice(1).map((hour, index) => hour - (hours[index] ?? hour))),
      'no gap of half a day',
    ).toBeLessThanOrEqual(3);
  });

  it('of later days go on page by page and begin again after the last', () => {
    const lena = asksFor(given().person(), 'annual').taps('labelOtherDay');
    const dates = () => lena.sees.flatMap(({ label }) => (label.key === 'labelDay' ? [label.args.date] : []));
    const first = dates();
    const seen = new Set(first);
    for (let page = 0; page < 12; page += 1) {
      lena.taps('labelLaterDays');
      if (dates()[0] === first[0]) break;
      for (const date of dates()) {
        expect(seen.has(date)).toBe(false);
        seen.add(date);
      }
    }
    expect(dates()).toEqual(first);
    // Sixty days ahead from 23 November: all open weekdays but the first, without Saturdays and holidays.
    expect(seen.size).toBe(41);
    expect([...seen].some((date) => date === '2026-12-25' || date === '2027-01-06')).toBe(false);
  });

  it('of a day that filled up meanwhile are those of the nearest days, and it is said', () => {
    const town = given('2026-12-23', '17:00');
    const lena = asksFor(town.person(), 'align').taps('labelOtherDay');
    const [first] = lena.sees.filter(({ label }) => label.key === 'labelDay');
    const date = first?.label.key === 'labelDay' ? first.label.args.date : '';
    for (let other = 0; other < 8; other += 1) {
      const anna = asksFor(town.person('Anna'), 'align');
      if (starts(anna)[0]?.startsWith(date)) anna.taps('labelSlot').taps('labelLeave');
    }
    lena.taps('labelDay', { date });
    expect(lena.heard).toEqual(['dayFull', 'times']);
    expect(starts(lena)).toHaveLength(2);
    expect(starts(lena).every((start) => !start.startsWith(date))).toBe(true);
  });

  it('that had gone when they were tapped are replaced, with everything else kept', () => {
    const town = given();
    const lena = asksFor(town.person(), 'batt');
    asksFor(town.person('Anna'), 'batt').taps('labelSlot').taps('labelWait');
    lena.taps('labelSlot');
    expect(lena.heard).toEqual(['slotGone', 'times']);
    expect(lena.taps('labelSlot').taps('labelWait').visits).toMatchObject([{ services: ['batt'] }]);
  });

  it('tapped after they have passed are replaced too', () => {
    const lena = asksFor(given().person(), 'oil');
    lena.town.clock('2026-12-01', '12:00');
    expect(lena.taps('labelSlot').heard).toEqual(['slotGone', 'times']);
    for (const start of starts(lena)) expect(start >= '2026-12-01 12:00').toBe(true);
  });

  it('of a move leave out the time that the visit has', () => {
    const lena = asksFor(given().person(), 'annual').taps('labelSlot').taps('labelLeave');
    const has = shown(lena.visits[0]?.start ?? 0);
    lena.taps('labelMove');
    expect(starts(lena)).toHaveLength(2);
    expect(starts(lena)).not.toContain(has);
    expect(starts(lena.taps('labelMoreTimes'))).not.toContain(has);
  });
});

describe('notice', () => {
  it.each([
    ['oil', 1],
    ['annual', 1],
    ['timing', 14],
  ])('the first time shown for %s can be chosen although %i minutes went by', (service, minutes) => {
    const lena = asksFor(given(MONDAY, '08:30').person(), service);
    lena.town.later(minutes);
    expect(lena.taps('labelSlot').heard).toEqual(['held']);
  });

  it('of a time shown hours ago is judged by now', () => {
    const lena = asksFor(given(MONDAY, '08:30').person(), 'annual');
    lena.town.later(120);
    expect(lena.taps('labelSlot').heard).toEqual(['slotGone', 'times']);
  });

  it('does not keep a cancellation from being taken back', () => {
    const town = given();
    const lena = asksFor(town.person(), 'clutch').taps('labelSlot').taps('labelLeave');
    town.clock('2026-11-29', '20:00');
    lena.taps('labelCancelVisit').taps('labelUndo');
    expect(lena.heard).toContain('cancelUndone');
  });

  it('but a time that has passed does not come back', () => {
    const town = given();
    const lena = asksFor(town.person(), 'clutch')
      .taps('labelSlot')
      .taps('labelLeave')
      .taps('labelCancelVisit');
    town.clock('2026-11-30', '09:00');
    expect(lena.taps('labelUndo').heard).toEqual(['cancelUndoGone']);
  });
});

describe('a kept time', () => {
  it('is confirmed to the last second of its ten minutes, and afterwards while it is free', () => {
    for (const minutes of [9, 10, 11, 50]) {
      const lena = asksFor(given().person(), 'annual').taps('labelSlot');
      lena.town.later(minutes);
      expect(lena.taps('labelLeave').visits).toHaveLength(1);
    }
  });

  it('is shown with the minutes that are left', () => {
    const lena = asksFor(given().person(), 'annual').taps('labelSlot');
    expect(lena.heardOf('held')).toMatchObject({ minutes: 10 });
    lena.town.later(7);
    expect(lena.sends('book').heardOf('held')).toMatchObject({ minutes: 3 });
  });

  it('is nobody else’s, and free again when it ran out', () => {
    const town = given();
    const lena = asksFor(town.person(), 'batt').taps('labelMoreTimes').taps('labelSlot', {}, 2);
    const anna = town.person('Anna');
    asksFor(anna, 'batt');
    const held = lena.heardOf('held');
    expect(starts(anna.taps('labelMoreTimes'))).not.toContain(shown(Object(held).start));
    town.later(11);
    expect(starts(anna.taps('labelEarliest').taps('labelMoreTimes'))).toContain(shown(Object(held).start));
  });
});

describe('a known customer', () => {
  it('is offered the same as last time, for the same car, once the visit is over', () => {
    const lena = asksFor(given().person(), 'oil', 'pads').taps('labelSlot').taps('labelLeave').says('skip');
    lena.town.later(10 * 1_440);
    lena.sends('book');
    expect(lena.labels[0]).toBe('labelSameAsLast');
    expect(lena.taps('labelSameAsLast').heardOf('times')).toMatchObject({
      services: ['oil', 'pads'],
      car: 'Octavia …4821',
    });
  });

  it('is not offered it when part of it is not done any more', () => {
    const lena = asksFor(given().person(), 'oil').taps('labelSlot').taps('labelLeave').says('skip');
    lena.customer = {
      ...lena.customer,
      visits: [],
      last: { services: ['oil', 'gone'], vehicle: 'X', stay: 'wait' },
    };
    expect(lena.sends('book').labels).not.toContain('labelSameAsLast');
  });

  it('with two cars chooses between them or names a third', () => {
    const lena = asksFor(given().person(), 'annual').taps('labelSlot').taps('labelLeave').says('skip');
    lena.sends('book').taps('labelOtherCar').taps('labelNewCar').says('Golf');
    lena.taps('labelService', { id: 'annual' }).taps('labelSlot').taps('labelLeave');
    expect(lena.customer.vehicles.map(({ short }) => short)).toEqual(['Octavia …4821', 'Golf']);
    lena.sends('book').taps('labelOtherCar');
    expect(lena.labels).toEqual(['verbatim', 'verbatim', 'labelNewCar', 'labelBack']);
    lena.taps('verbatim', { text: 'Octavia …4821' });
    expect(lena.heardOf('askWork')).toMatchObject({ car: 'Octavia …4821' });
  });
});

it('the station of these tests is the one that is deployed', () => {
  expect(deployed.id).toBe(demo.id);
});
