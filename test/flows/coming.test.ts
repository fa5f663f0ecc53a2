import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import { withStage } from '#shared/domain/visit/life.ts';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { given, type Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Coming, coming late and not coming: said by buttons and in own words, for a visit on Tuesday. */

const TUESDAY = '2026-11-24';
const agreed = at(TUESDAY, '08:30', demo);

/** An oil change on Tuesday at 08:30, for which they wait; it is Tuesday 08:00. */
function awaited(
  town: Town = given(MONDAY, '08:35'),
  stay: 'labelWait' | 'labelLeave' = 'labelWait',
): Neighbour {
  const lena = town.person().sends('book').taps('labelService', { id: 'oil' }).says('Octavia ABC-4821');
  lena.taps('labelOtherDay').taps('labelDay', { date: TUESDAY });
  lena.taps('labelSlot', { start: agreed }).taps(stay).says('skip').taps('labelConsentYes');
  town.clock(TUESDAY, '08:00');
  return lena;
}

function visitOf(lena: Neighbour) {
  const [visit] = lena.visits;
  if (!visit) throw new Error('There is no visit');
  return visit;
}

describe('a visit that is awaited', () => {
  it.each(['yes', 'ok', 'I’ll be there', 'буду', 'θα έρθω', 'так, буду'])('"%s": they come', (words) => {
    const lena = awaited().says(words);
    expect(lena.heard).toEqual(['reminderThanks', 'visitStatus']);
    expect(visitOf(lena).life.coming).toEqual({ kind: 'yes', at: lena.town.now });
  });

  it('said of one car, it leaves the order of their cars as it was', () => {
    const lena = awaited();
    const [octavia] = lena.customer.vehicles;
    const golf = { id: 'golf', label: 'Golf', short: 'Golf' };
    lena.customer = { ...lena.customer, vehicles: [...(octavia ? [octavia] : []), golf] };
    lena.says('yes');
    expect(lena.customer.vehicles.map(({ short }) => short).at(-1)).toBe('Golf');
  });

  it('of a car that is here by now says where it stands, and offers no other time', () => {
    const lena = awaited();
    lena.town.clock(MONDAY, '18:30');
    lena.ticks();
    const visit = visitOf(lena);
    const life = withStage(visit.life, 'checking', lena.town.now, 'maria');
    lena.customer = { ...lena.customer, visits: [{ ...visit, life }] };
    lena.taps('labelComing');
    expect(lena.heard).toEqual(['stageNews']);
    expect(lena.labels).not.toContain('labelMove');
  });

  it('"ok" once more is only thanked', () => {
    expect(awaited().says('yes').says('ok').heard).not.toContain('visitStatus');
  });

  it('late for the agreed time, without a word how late, is asked how late and not taken for a yes', () => {
    const lena = awaited().says('опоздаю, буду к 8:30');
    expect([lena.heard, visitOf(lena).life.coming]).toEqual([['comingAskLate'], null]);
  });

  it.each([
    ['can’t come', 'neither is awaited', MONDAY],
    ['can’t come on Wednesday', 'it may be the other day of which they speak', TUESDAY],
  ])('with two visits booked "%s" asks which one: %s', (words, _why, today) => {
    const lena = awaited();
    lena.town.clock(MONDAY, '10:00');
    lena.sends('book').taps('labelOtherCar').taps('labelNewCar').says('Golf XYZ-2000');
    lena.taps('labelService', { id: 'oil' }).taps('labelOtherDay').taps('labelDay', { date: '2026-11-25' });
    lena.taps('labelSlot').taps('labelWait');
    lena.town.clock(today, today === MONDAY ? '11:00' : '06:00');
    lena.says(words);
    expect([lena.heard, lena.labels]).toEqual([['visitsList'], ['labelVisit', 'labelVisit']]);
    expect(lena.visits).toHaveLength(2);
  });

  it.each(['cancel', 'отмена', 'скасувати', 'ακύρωση'])(
    '"%s" of a car that is here is heard by a person',
    (words) => {
      const lena = awaited();
      const visit = visitOf(lena);
      const life = withStage(visit.life, 'checking', lena.town.now, 'maria');
      lena.customer = { ...lena.customer, visits: [{ ...visit, life }] };
      expect(lena.says(words).heard).toEqual(['personCalled']);
    },
  );

  it('"no" is asked for another time, and nothing is cancelled by it', () => {
    const lena = awaited();
    lena.town.clock(MONDAY, '18:30');
    lena.ticks();
    lena.says('no');
    expect([lena.heard, lena.labels]).toEqual([['comingCant'], ['labelMove', 'labelCancelVisit']]);
    expect(lena.visits).toHaveLength(1);
  });

  it('ten minutes late is within the grace: the bay is held, nothing moves', () => {
    const lena = awaited();
    const jobs = lena.town.jobs();
    lena.says('late 10 min');
    expect(lena.heardOf('comingHeld')).toMatchObject({ by: agreed + 15 * MINUTE });
    expect(lena.town.jobs()).toEqual(jobs);
    expect(visitOf(lena).life.coming).toMatchObject({ kind: 'late', until: agreed + 10 * MINUTE });
  });

  it('"I’ll be there" after "45 minutes late" means the later time: nobody is released before it', () => {
    const lena = awaited(given(MONDAY, '08:35'), 'labelLeave').says('45 minutes late').says('I’ll be there');
    const until = agreed + 45 * MINUTE;
    expect(lena.heardOf('comingHeld')).toMatchObject({ by: until });
    expect(visitOf(lena).life.coming).toMatchObject({ kind: 'late', until });
  });

  it('late without a figure is asked how late; longer choices stand behind "or more"', () => {
    const lena = awaited().says('running late');
    expect(lena.labels).toEqual(['comingLabelMinutes', 'comingLabelMinutes', 'comingLabelMinutes']);
    lena.taps('comingLabelMinutes', { minutes: 30, open: true });
    expect(lena.labels.slice(0, 4)).toEqual(Array(4).fill('comingLabelMinutes'));
    lena.taps('comingLabelMinutes', { minutes: 45 });
    expect(lena.heard).toEqual(['comingFits']);
  });

  it.each(['15 minutes', '15 минут', '15 хвилин', '15 λεπτά'])(
    '"%s" typed to the question how late answers it as its button does',
    (words) => {
      const lena = awaited().says('running late').says(words);
      expect(lena.heardOf('comingHeld')).toMatchObject({ by: agreed + 15 * MINUTE });
    },
  );

  it('a bare "15 minutes" of who waits for a person is for that person', () => {
    const lena = awaited().says('person').says('15 minutes');
    expect(visitOf(lena).life.coming).toBeNull();
  });

  it.each(['I am here', 'я на месте', 'я вже приїхав', 'είμαι ήδη εκεί'])(
    '"%s" at the door is what the button says: the desk sees it and meets them',
    (words) => {
      const lena = awaited().says(words);
      expect(lena.heard).toEqual(['comingHere']);
      expect(visitOf(lena).life.coming).toMatchObject({ here: true });
    },
  );

  it('"a bit late tomorrow", written before any reminder, is asked how late', () => {
    const lena = awaited();
    lena.town.clock(MONDAY, '12:00');
    expect(lena.says('I’ll be a bit late tomorrow').heard).toEqual(['comingAskLate']);
  });

  it('half an hour late still fits on an empty day: the work moves with them, and so does the promise', () => {
    const lena = awaited();
    const before = visitOf(lena);
    lena.says('опаздываю на полчаса');
    expect(lena.heard).toEqual(['comingFits']);
    const [job] = lena.town.jobs(TUESDAY);
    expect(job).toMatchObject({ arrival: agreed + 30 * MINUTE, start: agreed + 30 * MINUTE });
    expect(visitOf(lena).readyBy).toBe(before.readyBy + 30 * MINUTE);
    const { readyBy: was } = before;
    expect(lena.heardOf('comingFits')).toMatchObject({ moved: true, readyBy: visitOf(lena).readyBy, was });
    expect(lena.labels).toEqual(['comingLabelHere', 'labelMove', 'labelCancelVisit']);
    expect(visitOf(lena).start).toBe(agreed);
  });

  it('too late for the day: no bay is promised, another time is offered, and the desk knows', () => {
    const lena = awaited();
    const jobs = lena.town.jobs();
    lena.says('I will be 9 hours late');
    expect([lena.heard, lena.labels]).toEqual([['comingNeeded'], ['labelMove', 'labelCancelVisit']]);
    expect(lena.town.jobs()).toEqual(jobs);
  });

  it('too late to be done while they wait: they hear that, and when it is ready if they leave the car', () => {
    const town = given(MONDAY, '10:00');
    const lena = town.person().sends('book').taps('labelService', { id: 'oil' }).says('Octavia ABC-4821');
    lena.taps('labelSlot').taps('labelWait').says('skip').taps('labelConsentYes');
    // At 14:45 the bay has other work; that is not why it would not be done over lunch.
    const other = town.person().sends('book').taps('labelService', { id: 'oil' }).says('Golf XYZ-1234');
    other.taps('labelSlot', {}, 1).taps('labelWait');
    lena.says('опоздаю минут на 20');
    expect(lena.heardOf('comingNeeded')).toMatchObject({ next: null, readyBy: expect.any(Number) });
    expect(lena.labels[0]).toBe('comingLabelLeave');
  });

  it('who is there already is not released: the desk can say that they arrived by one tap', () => {
    const lena = awaited().says('late 10 min').taps('comingLabelHere');
    expect(lena.heard).toEqual(['comingHere']);
    expect(visitOf(lena).life.coming).toMatchObject({ kind: 'late', until: lena.town.now + 60 * MINUTE });
  });

  it('who comes after all, when the bay was given free, is met by a person and not by a form', () => {
    const lena = awaited();
    lena.town.clock(TUESDAY, '08:45');
    lena.ticks();
    lena.town.clock(TUESDAY, '09:00');
    lena.ticks();
    expect(lena.visits).toEqual([]);
    lena.taps('comingLabelHere');
    expect(lena.heard).toEqual(['comingHere']);
    const asked = lena.changes.flatMap((change) => (change.kind === 'request' ? [change.request] : []));
    expect(asked).toMatchObject([{ reason: 'asked' }]);
  });

  it.each([
    ['Извините, задержалась! Стою у ворот', 'comingHere'],
    ['вибачте, я вже під воротами', 'comingHere'],
    ['σας είπα ότι θα αργήσω, είμαι απ’ έξω', 'comingHere'],
    ['sorry, nobody opens the gate for me', 'personCalled'],
  ])('after a visit that was missed today "%s" is met by a person: %s', (words, heard) => {
    const lena = awaited();
    lena.town.clock(TUESDAY, '08:45');
    lena.ticks();
    lena.town.clock(TUESDAY, '09:00');
    lena.ticks();
    lena.says(words).waits();
    expect(lena.heard).toEqual([heard]);
    const asked = lena.changes.flatMap((change) => (change.kind === 'request' ? [change.request] : []));
    expect(asked).toHaveLength(1);
  });

  it('who waits for our answer is not told that we missed each other, as long as an advisor can still look', () => {
    const lena = awaited().says('I can’t, maybe friday');
    const { readyBy } = visitOf(lena);
    lena.town.clock(TUESDAY, '09:05');
    lena.ticks();
    expect(lena.visits).toHaveLength(1);
    lena.town.now = readyBy - MINUTE;
    lena.ticks();
    expect(lena.visits).toEqual([]);
  });

  it('what nobody understands around a visit goes to a person at once, not to a menu', () => {
    const lena = awaited().says('my wife brings it with the red trailer').waits();
    expect(lena.heard).toEqual(['personCalled']);
    const asked = lena.changes.flatMap((change) => (change.kind === 'request' ? [change.request] : []));
    expect(asked).toMatchObject([
      { reason: 'misunderstood', text: 'my wife brings it with the red trailer' },
    ]);
  });

  it('cannot come, maybe Friday: the times of Friday are offered as a move', () => {
    const lena = awaited();
    lena.town.clock(MONDAY, '18:30');
    lena.says("can't, maybe friday");
    const starts = lena.sees.flatMap(({ label }) => (label.key === 'labelSlot' ? [label.args.start] : []));
    expect(starts.length).toBeGreaterThan(1);
    for (const start of starts) expect(start).toBeGreaterThan(at('2026-11-27', '08:00', demo));
    lena.taps('labelSlot').taps('labelYesMove');
    expect(lena.visits).toHaveLength(1);
    expect(visitOf(lena).dates).toEqual(['2026-11-27']);
  });
});
