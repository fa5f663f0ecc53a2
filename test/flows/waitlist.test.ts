import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Job } from '#shared/domain/day.ts';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { given, type Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** The waiting list: asking for a time that is not free, being asked first come first, and never two for one. */

const TUESDAY = '2026-11-24';

/** A station that does one tyre change a day: one time, which is soon full. */
const small = {
  ...demo,
  hours: {
    ...demo.hours,
    tue: { open: 9 * 60, close: 10 * 60, break: null, only: null },
  },
  rules: { ...demo.rules, onlineShare: 1, sellableShare: 1 },
};

function town(): Town {
  return given(MONDAY, '10:00', small);
}

/** Chooses tyres on Tuesday, and says no more: the time is held for ten minutes. */
function holds(one: Neighbour, plate: string): Neighbour {
  one.sends('book').taps('labelMoreWork').taps('labelService', { id: 'tyres' }).says(`Octavia ${plate}`);
  return one.taps('labelOtherDay').taps('labelDay', { date: TUESDAY }).taps('labelSlot');
}

/** Books tyres on Tuesday. */
function books(one: Neighbour, plate: string): Neighbour {
  return holds(one, plate).taps('labelWait').says('skip').taps('labelConsentYes');
}

/** Asks for tyres, finds Tuesday full, and is put on the list. */
function waits(one: Neighbour, plate: string): Neighbour {
  one.sends('book').taps('labelMoreWork').taps('labelService', { id: 'tyres' });
  if (one.heard.includes('askCar')) one.says(`Golf ${plate}`);
  return one.taps('labelMoreTimes').taps('waitlistLabelJoin');
}

/** Everybody's timers that are due fire, as the tick would bring them, until nothing more is due. */
function tick(all: Town): void {
  for (let round = 0; round < 20; round += 1) {
    const due = all.people.filter((one) => [...one.timers.values()].some(({ dueAt }) => dueAt <= all.now));
    if (due.length === 0) return;
    for (const one of due) one.ticks();
  }
  throw new Error('Timers never come to rest');
}

function asked(all: Town): readonly string[] {
  return all.people.filter(({ heard }) => heard.includes('waitlistOffer')).map(({ name }) => name);
}

describe('the waiting list', () => {
  it('is offered under more times; who joins reads what they wait for, and how long a time would be kept', () => {
    const all = town();
    books(all.person('Anna'), 'ABC-1000');
    const lena = waits(all.person('Lena'), 'XYZ-2000');
    expect(lena.heardOf('waitlistJoined')).toMatchObject({ services: ['tyres'], date: null, minutes: 15 });
    expect(lena.customer.waits).toHaveLength(1);
    expect(all.waitlist.waits).toHaveLength(1);
  });

  it('asks the first one when a visit is cancelled, and only them', () => {
    const all = town();
    const anna = books(all.person('Anna'), 'ABC-1000');
    for (const name of ['Lena', 'Nikos']) waits(all.person(name), `XYZ-${all.people.length}000`);
    anna.taps('labelCancelVisit');
    tick(all);
    expect(asked(all)).toEqual(['Lena']);
  });

  it('books by one tap; who has it leaves the list', () => {
    const all = town();
    const anna = books(all.person('Anna'), 'ABC-1000');
    const lena = waits(all.person('Lena'), 'XYZ-2000');
    anna.taps('labelCancelVisit');
    tick(all);
    lena.taps('waitlistLabelBook');
    expect(lena.heard).toContain('booked');
    expect([lena.customer.waits, all.waitlist.waits, all.waitlist.offered]).toEqual([[], [], []]);
    expect(all.jobs(TUESDAY)).toEqual([expect.objectContaining({ holdUntil: null })]);
  });

  it('offers what somebody else was choosing when they asked, once that one has let it go', () => {
    const all = town();
    holds(all.person('Anna'), 'ABC-1000');
    waits(all.person('Lena'), 'XYZ-2000');
    all.later(9);
    tick(all);
    expect(asked(all)).toEqual([]);
    all.later(2);
    tick(all);
    expect(asked(all)).toEqual(['Lena']);
  });

  it('offers nothing of what was being chosen and is booked', () => {
    const all = town();
    const anna = holds(all.person('Anna'), 'ABC-1000');
    waits(all.person('Lena'), 'XYZ-2000');
    anna.taps('labelWait');
    all.later(60);
    tick(all);
    expect(asked(all)).toEqual([]);
  });

  it('offers what somebody caught at the moment it was freed, once they have let it go', () => {
    const all = town();
    const anna = books(all.person('Anna'), 'ABC-1000');
    waits(all.person('Lena'), 'XYZ-2000');
    anna.taps('labelCancelVisit');
    holds(all.person('Nikos'), 'XYZ-3000');
    tick(all);
    expect(asked(all)).toEqual([]);
    all.later(11);
    tick(all);
    expect(asked(all)).toEqual(['Lena']);
  });

  it('goes to the next one after "not now", and after a quarter of an hour without an answer', () => {
    const all = town();
    const anna = books(all.person('Anna'), 'ABC-1000');
    const [lena, nikos, olena] = ['Lena', 'Nikos', 'Olena'].map((name, index) =>
      waits(all.person(name), `XYZ-${index}000`),
    );
    anna.taps('labelCancelVisit');
    tick(all);
    lena?.taps('waitlistLabelNotNow');
    expect(lena?.heard).toEqual(['waitlistPassed']);
    tick(all);
    expect(nikos?.heard).toContain('waitlistOffer');
    expect(olena?.heard).not.toContain('waitlistOffer');
    all.later(16);
    tick(all);
    expect(olena?.heard).toContain('waitlistOffer');
    nikos?.taps('waitlistLabelBook');
    expect(nikos?.heard).toContain('slotGone');
    olena?.taps('waitlistLabelBook');
    expect(olena?.heard).toContain('booked');
  });

  it('passes over who sleeps, and asks them in the morning if nobody else took it', () => {
    const all = town();
    const anna = books(all.person('Anna'), 'ABC-1000');
    const lena = waits(all.person('Lena'), 'XYZ-2000');
    all.clock(MONDAY, '23:00');
    anna.taps('labelCancelVisit');
    tick(all);
    expect(lena.heard).not.toContain('waitlistOffer');
    expect(all.waitlist.waits).toHaveLength(1);
    expect(all.jobs(TUESDAY)).toEqual([]);
    all.clock(TUESDAY, '08:30');
    tick(all);
    expect(asked(all)).toEqual(all.jobs(TUESDAY).length > 0 ? ['Lena'] : []);
  });

  it('keeps three wishes of one person, not four; each is seen and left', () => {
    const all = town();
    books(all.person('Anna'), 'ABC-1000');
    const lena = waits(all.person('Lena'), 'XYZ-2000');
    for (const id of ['oil', 'annual', 'diag'] as const) {
      lena.sends('book').taps('labelService', { id }).taps('labelMoreTimes').taps('waitlistLabelJoin');
      if (id !== 'diag') expect(lena.heard).toEqual(['waitlistJoined']);
    }
    expect(lena.heard.slice(0, 1)).toEqual(['waitlistMost']);
    lena.taps('waitlistLabelLeave', { number: 2 });
    expect(lena.heard).toEqual(['waitlistLeft']);
    expect(lena.customer.waits).toHaveLength(2);
  });

  it('asks nobody to come with a car that is with us for other work then', () => {
    const all = town();
    const anna = books(all.person('Anna'), 'ABC-1000');
    const lena = waits(all.person('Lena'), 'XYZ-2000');
    const [theirs] = anna.visits;
    if (!theirs) throw new Error('Anna has booked nothing');
    const [golf] = lena.customer.vehicles;
    if (!golf) throw new Error('Lena has named no car');
    lena.customer = {
      ...lena.customer,
      visits: [{ ...theirs, id: 'BATT01', services: ['batt'], vehicle: golf }],
    };
    const nikos = waits(all.person('Nikos'), 'XYZ-3000');
    anna.taps('labelCancelVisit');
    tick(all);
    expect(asked(all)).toEqual(['Nikos']);
    expect(lena.customer.waits).toHaveLength(1);
    expect(nikos.heard).toContain('waitlistOffer');
  });

  it('lets go who booked otherwise', () => {
    const all = town();
    books(all.person('Anna'), 'ABC-1000');
    const lena = waits(all.person('Lena'), 'XYZ-2000');
    lena.taps('labelSlot').taps('labelWait');
    expect(lena.heard).toContain('booked');
    expect([lena.customer.waits, all.waitlist.waits]).toEqual([[], []]);
  });

  it('books a new visit by an old offer whose visit was cancelled, while its time is free', () => {
    const all = town();
    const anna = books(all.person('Anna'), 'ABC-1000');
    const lena = waits(all.person('Lena'), 'XYZ-2000');
    anna.taps('labelCancelVisit');
    tick(all);
    lena.taps('waitlistLabelBook');
    const [first] = lena.visits;
    lena.taps('labelCancelVisit');
    tick(all);
    lena.taps('waitlistLabelBook');
    expect(lena.visits).toHaveLength(1);
    expect(lena.visits[0]).toMatchObject({ start: first?.start });
    expect(lena.visits[0]?.id).not.toBe(first?.id);
    lena.taps('waitlistLabelBook');
    expect(lena.visits).toHaveLength(1);
  });

  it('never gives one time to two, whoever cancels, joins, answers or is silent; first come, first asked', () => {
    const acts = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('join', 'hold', 'cancel', 'take', 'no', 'wait', 'long'),
      ),
      { minLength: 4, maxLength: 24 },
    );
    fc.assert(
      fc.property(acts, (steps) => {
        const all = town();
        books(all.person('Anna'), 'ABC-9000');
        for (let index = 0; index < 4; index += 1) all.person(`P${index}`);
        for (const [who, act] of steps) {
          const one = all.people[who];
          if (!one) continue;
          play(one, who, act, all);
          tick(all);
          checked(all);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function play(one: Neighbour, who: number, act: string, all: Town): void {
  switch (act) {
    case 'join':
      if (one.visits.length === 0 && one.customer.waits.length === 0) waits(one, `XYZ-${who}000`);
      return;
    case 'hold':
      if (live(all).length === 0) holds(all.person('Passer-by'), `IKA-${who}000`);
      return;
    case 'cancel':
      if (one.visits.length > 0) one.taps('labelCancelVisit');
      return;
    case 'take':
      if (one.offers.some(({ label }) => label.key === 'waitlistLabelBook')) one.taps('waitlistLabelBook');
      return;
    case 'no':
      if (one.offers.some(({ label }) => label.key === 'waitlistLabelNotNow'))
        one.taps('waitlistLabelNotNow');
      return;
    case 'wait':
      all.later(5);
      return;
    case 'long':
      all.later(16);
      return;
  }
}

/** What counts on Tuesday: what is booked, and what is held still. */
function live(all: Town): readonly Job[] {
  return all.jobs(TUESDAY).filter(({ holdUntil }) => holdUntil === null || holdUntil > all.now);
}

/** One time: at most one has it, booked or kept; who is asked is the first who was not asked yet. */
function checked(all: Town): void {
  const bay = live(all).filter(({ start }) => start === at(TUESDAY, '09:00', small));
  expect(new Set(bay.map(({ id }) => id)).size).toBeLessThanOrEqual(1);
  const booked = all.people.flatMap(({ visits }) => visits).filter(({ dates }) => dates.includes(TUESDAY));
  expect(booked.length).toBeLessThanOrEqual(1);
  const kept = all.waitlist.offered.filter(
    ({ until, start }) => until > all.now && start < at(TUESDAY, '12:00', small),
  );
  expect(kept.length).toBeLessThanOrEqual(1 - Math.min(1, booked.length));
  for (const { until } of kept) expect(until - all.now).toBeLessThanOrEqual(17 * MINUTE);
}
