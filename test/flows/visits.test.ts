import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import { withStage } from '#shared/domain/visit/life.ts';
import { demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { given, type Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Booked visits: where they stand, cancelling and taking that back, and the reminder of the day before. */

const TUESDAY = '2026-11-24';

/** A visit on Tuesday at 10:00, booked on Monday. */
function visiting(town: Town, name = 'Lena'): Neighbour {
  const lena = town
    .person(name)
    .sends('book')
    .taps('labelService', { id: 'annual' })
    .says('Octavia ABC-4821');
  return lena.taps('labelSlot').taps('labelLeave').says('skip');
}

describe('the status', () => {
  it('of no visit offers to book one', () => {
    const lena = given().person().says('status');
    expect([lena.heard, lena.labels]).toEqual([['noVisits'], ['labelBook']]);
  });

  it('of the only visit is that visit, with what can be done about it', () => {
    const lena = visiting(given()).says('status');
    expect(lena.heard).toEqual(['visitStatus']);
    expect(lena.heardOf('visitStatus')).toMatchObject({
      services: ['annual'],
      car: 'Octavia …4821',
      stay: 'leave',
    });
    expect(lena.labels).toEqual(['labelMove', 'labelCancelVisit']);
  });

  it('of two visits is a list, earliest first; a tap shows the one', () => {
    const lena = visiting(given());
    lena
      .sends('book')
      .taps('labelService', { id: 'oil' })
      .taps('labelSlot')
      .taps('labelLeave')
      .says('status');
    expect(lena.heardOf('visitsList')).toEqual({ count: 2 });
    const rows = lena.sees.flatMap(({ label }) => (label.key === 'labelVisit' ? [label.args.start] : []));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(lena.taps('labelVisit').heardOf('visitStatus')).toMatchObject({ start: rows[0] });
  });

  it('of a visit that is over is none; it became the last time', () => {
    const lena = visiting(given());
    lena.town.clock('2026-11-25', '09:00');
    expect(lena.says('status').heard).toEqual(['noVisits']);
    expect(lena.taps('labelBook').labels).toContain('labelSameAsLast');
  });

  it.each([
    ['waits for a part', 'parts', 'arrived'],
    ['came, and nothing of it is written down', 'arrived', null],
  ] as const)(
    'of a car that %s is told by the answer, and not once more ten minutes later',
    (_how, stage, before) => {
      const lena = visiting(given()).taps('labelConsentYes');
      lena.town.clock(TUESDAY, '10:30');
      const { now } = lena.town;
      const [visit] = lena.visits;
      if (!visit) throw new Error('There is no visit');
      const intake = { mileage: null, fuel: null, photos: [], at: now - MINUTE, by: 'maria' };
      const told = before === null ? null : { stage: before, at: now - 5 * MINUTE };
      const life = { ...visit.life, stage, since: now - MINUTE, told, intake };
      lena.customer = { ...lena.customer, visits: [{ ...visit, life }] };
      expect(lena.says('status').heard).toEqual(['stageNews']);
      lena.town.clock(TUESDAY, '10:41');
      const rows = lena.rows.length;
      lena.ticks();
      expect(lena.rows).toHaveLength(rows);
      expect(lena.visits[0]?.life.told?.stage).toBe(stage);
    },
  );

  it('of a car that is still here after its time: not that, but the visit that is over was the last time', () => {
    const lena = visiting(given());
    const [visit] = lena.visits;
    if (!visit) throw new Error('There is no visit');
    const life = withStage(visit.life, 'working', lena.town.now, 'maria');
    const over = { ...visit, id: 'OTHER1', services: ['tyres'], start: visit.start - MINUTE };
    lena.customer = { ...lena.customer, visits: [{ ...visit, life }, over] };
    lena.town.clock('2026-11-25', '09:00');
    lena.sends('book');
    const same = lena.sees.find(({ label }) => label.key === 'labelSameAsLast');
    expect(same?.label.args).toEqual({ services: ['tyres'] });
  });

  it('of a visit that is going on is still shown', () => {
    const lena = visiting(given());
    lena.town.clock(TUESDAY, '10:30');
    expect(lena.says('status').heard).toEqual(['visitStatus']);
  });
});

describe('on the way to a car that is ready', () => {
  it.each([
    ['while we are open: the keys wait', '16:50', null],
    ['after we closed: the keys wait from the time that we open', '17:40', '2026-11-25T06:30:00Z'],
    ['before we open: from this morning on', '06:10', '2026-11-24T06:30:00Z'],
  ] as const)('%s', (_when, time, opens) => {
    const lena = visiting(given());
    const [visit] = lena.visits;
    if (!visit) throw new Error('There is no visit');
    const life = withStage(visit.life, 'ready', lena.town.now, 'maria');
    lena.customer = { ...lena.customer, visits: [{ ...visit, life }] };
    lena.town.clock(TUESDAY, time);
    lena.says('status').taps('stageLabelCollect');
    expect(lena.heardOf('stageCollect')).toEqual({ opens: opens === null ? null : Date.parse(opens) });
  });
});

describe('a change in the chat', () => {
  it.each([
    ['to the minute of the cut-off', '07:00', 'cancelled', 'chooseNewTime'],
    ['a minute later', '07:01', 'tooLateToChange', 'tooLateToChange'],
    ['during the visit', '10:30', 'tooLateToChange', 'tooLateToChange'],
  ] as const)('%s', (_when, time, cancelling, moving) => {
    const heard = (label: PhraseKey) =>
      visiting(given(MONDAY, '10:00')).town.people[0]?.town.clock(TUESDAY, time).people[0]?.taps(label).heard;
    expect(heard('labelCancelVisit')).toEqual([cancelling]);
    expect(heard('labelMove')).toEqual([moving]);
  });

  it('that came too late changes nothing and calls a person', () => {
    const lena = visiting(given());
    const jobs = lena.town.jobs();
    lena.town.clock(TUESDAY, '09:00');
    lena.taps('labelCancelVisit');
    expect(lena.town.jobs()).toEqual(jobs);
    const request = lena.changes.findLast(({ kind }) => kind === 'request');
    expect(request).toMatchObject({ kind: 'request', request: { reason: 'tooLate' } });
    expect(lena.heardOf('tooLateToChange')).toMatchObject({ phone: demo.phone });
  });

  it('begun in time and ended too late calls a person, and the old time stays', () => {
    const lena = visiting(given());
    const [before] = lena.visits;
    lena.town.clock(TUESDAY, '06:59');
    lena.taps('labelMove').taps('labelSlot').town.later(2);
    expect(lena.taps('labelYesMove').heard).toEqual(['tooLateToChange']);
    expect(lena.visits).toEqual([before]);
    expect(lena.town.jobs().filter(({ holdUntil }) => holdUntil !== null)).toEqual([]);
  });
});

describe('a cancellation', () => {
  it('asks nothing, frees the bay, and is taken back by one tap', () => {
    const lena = visiting(given());
    const before = lena.visits[0];
    lena.taps('labelCancelVisit');
    expect([lena.heard, lena.visits, lena.town.jobs()]).toEqual([['cancelled'], [], []]);
    lena.taps('labelUndo');
    expect(lena.visits[0]).toEqual({ ...before, sequence: expect.any(Number) });
    expect(lena.visits[0]?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect(lena.told.map(({ kind }) => kind)).toEqual(['say', 'calendar']);
  });

  it('is not taken back when somebody else has the time by now', () => {
    const town = given();
    const lena = visiting(town).taps('labelCancelVisit');
    for (const name of ['Anna', 'Nikos', 'Sergey', 'Olena']) visiting(town, name);
    expect(lena.taps('labelUndo').heard).toEqual(['cancelUndoGone']);
    expect(lena.visits).toEqual([]);
  });

  it('of a visit that is gone already says so', () => {
    const lena = visiting(given());
    const cancel = lena.offers.findLast(({ label }) => label.key === 'labelCancelVisit');
    lena.taps('labelCancelVisit').town.later(2);
    expect(lena.tapsOffer(cancel ?? { row: '', option: 0 }).visits).toEqual([]);
    expect(lena.labels).toContain('labelBook');
  });

  it('taken back twice is one visit', () => {
    const lena = visiting(given()).taps('labelCancelVisit').taps('labelUndo');
    lena.town.later(2);
    expect(lena.taps('labelUndo').heard).toEqual(['visitStatus']);
    expect(lena.visits).toHaveLength(1);
  });
});

describe('a move', () => {
  it('keeps the old time until the new one is sure, and then gives it back', () => {
    const town = given();
    const lena = visiting(town);
    const [old] = lena.visits;
    lena.taps('labelMove').taps('labelSlot');
    expect(town.jobs().filter(({ holdUntil }) => holdUntil === null)).toMatchObject([
      { arrival: old?.start },
    ]);
    lena.taps('labelYesMove');
    expect(town.jobs().map(({ arrival }) => arrival)).toEqual([lena.visits[0]?.start]);
    expect(lena.visits[0]).toMatchObject({ id: old?.id, stay: old?.stay });
    expect(lena.visits[0]?.start).not.toBe(old?.start);
  });

  it('given up leaves everything as it was', () => {
    const town = given();
    const lena = visiting(town);
    const [old] = lena.visits;
    lena.taps('labelMove').taps('labelSlot').taps('labelKeepTime');
    expect([lena.heard, lena.visits]).toEqual([['moveDropped'], [old]]);
    expect(town.jobs().every(({ holdUntil }) => holdUntil === null)).toBe(true);
  });

  it('asks for neither phone nor consent again', () => {
    const lena = visiting(given()).taps('labelMove').taps('labelSlot').taps('labelYesMove');
    expect(lena.heard).toEqual(['moved']);
  });
});

describe('the reminder', () => {
  const agreed = (town: Town) => visiting(town).taps('labelConsentYes');
  /** Whether anything is set for before the visit begins: what follows from not coming is not a reminder. */
  const isReminded = ({ timers, customer }: ReturnType<typeof visiting>) =>
    [...timers].some(
      ([key, { dueAt }]) => key.startsWith('clock#') && dueAt < (customer.visits[0]?.start ?? 0),
    );

  it('comes at six in the evening before, once, to whoever wanted it', () => {
    const town = given('2026-11-20', '10:00');
    const lena = town.person().sends('book').taps('labelService', { id: 'annual' }).says('Golf');
    lena.taps('labelOtherDay').taps('labelDay', { date: TUESDAY }).taps('labelSlot').taps('labelLeave');
    lena.says('skip').taps('labelConsentYes');
    town.clock(MONDAY, '17:59');
    expect(lena.ticks().heard).not.toContain('reminder');
    town.clock(MONDAY, '18:00');
    expect(lena.ticks().heard).toEqual(['reminder']);
    expect(isReminded(lena)).toBe(false);
    expect(lena.labels).toEqual(['labelComing', 'labelMove', 'labelCancelVisit']);
    expect(lena.taps('labelComing').heard).toEqual(['reminderThanks', 'visitStatus']);
  });

  it('is not set for a visit within eighteen hours of the booking', () => {
    const town = given(MONDAY, '16:30');
    const lena = town.person().sends('book').taps('labelService', { id: 'oil' }).says('Golf');
    lena.taps('labelSlot').taps('labelLeave').says('skip').taps('labelConsentYes');
    expect(isReminded(lena)).toBe(false);
  });

  it('moves with the visit and goes with it', () => {
    const town = given('2026-11-20', '10:00');
    const lena = agreed(town);
    const due = () =>
      [...lena.timers].flatMap(([key, { dueAt }]) => (key.startsWith('clock#') ? [dueAt] : []));
    const [first] = due();
    lena
      .taps('labelMove')
      .taps('labelOtherDay')
      .taps('labelDay', {}, 5)
      .taps('labelSlot')
      .taps('labelYesMove');
    expect(due()).toHaveLength(1);
    expect(due()[0]).toBeGreaterThan(first ?? 0);
    lena.taps('labelCancelVisit');
    expect(due()).toEqual([]);
    lena.taps('labelUndo');
    expect(due()).toHaveLength(1);
  });

  it('of "stop" is none, and of "undo" there is one again', () => {
    const lena = agreed(given('2026-11-20', '10:00'));
    expect(isReminded(lena)).toBe(true);
    expect(isReminded(lena.says('stop'))).toBe(false);
    expect(isReminded(lena.taps('labelUndo'))).toBe(true);
  });
});
