import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '#shared/desk/diary/commands.ts';
import type { DiaryAction, Plan } from '#shared/desk/diary/plan.ts';
import { overrideReasons } from '#shared/domain/phrases/diary-booking.ts';
import { violations } from '#shared/domain/slots/violations.ts';
import { at, demo, MONDAY, TUESDAY } from '#test/domain/slots/bookings.ts';
import { Counter } from './counter.ts';

/** Booking in a customer's place: what needs a reason, and what can never happen without one. */

const car = { id: 'car1', label: 'Octavia ABC-4821', short: 'Octavia …4821' };

function planned(id: string, services: string[], change: Partial<Plan> = {}): Plan {
  const customer = 'telegram/4242/501/';
  return { aim: 'book', id, customer, name: 'Lena', phone: '', services, car, walkin: false, ...change };
}

function stay(
  plan: Plan,
  time: string,
  how: Partial<Extract<DiaryAction, { do: 'stay' }>> = {},
): DiaryAction {
  return { do: 'stay', ...plan, start: at(TUESDAY, time), stay: 'leave', squeezed: false, ...how };
}

const given = () => new Counter(at(MONDAY, '10:00'));
const broken = (counter: Counter) => violations(demo, [...counter.days.values()], counter.now);

describe('a booking in the customer’s place', () => {
  it('within the rules is done by one button, tells the customer and clears the wait', () => {
    const counter = given().does(stay(planned('AAAAAA', ['oil']), '11:00'));
    expect(counter.customer.visits).toMatchObject([{ id: 'AAAAAA', desk: { by: 'eleni', override: null } }]);
    expect(counter.last.say.map(({ to }) => to)).toEqual(['customer', 'customer', 'here']);
    expect(counter.last.case).toMatchObject({ waitingSince: null, answered: { by: 'eleni' } });
  });

  it('takes them off the waiting list for that work, and for nothing else', () => {
    const counter = given();
    const wait = (id: string, service: string, until: string) => ({
      id,
      customer: counter.customer.id,
      chat: counter.customer.id,
      services: [service],
      car: car.id,
      moving: null,
      date: null,
      until,
      shown: [],
      at: counter.now,
    });
    const waits = [wait('WAIT01', 'oil', '2026-12-05'), wait('WAIT02', 'tyres', '2026-12-05')];
    counter.waitlist = { version: 3, waits, offered: [] };
    counter.customer = { ...counter.customer, waits: ['WAIT01', 'WAIT02'] };
    counter.does(stay(planned('AAAAAA', ['oil']), '11:00'));
    expect(counter.waitlist.waits.map(({ id }) => id)).toEqual(['WAIT02']);
    expect(counter.customer.waits).toEqual(['WAIT02']);
    expect(counter.customer.visits).toHaveLength(1);
  });

  it('tapped twice is booked once', () => {
    const counter = given().does(stay(planned('AAAAAA', ['oil']), '11:00'));
    counter.does(stay(planned('AAAAAA', ['oil']), '12:00'));
    expect(counter.last.changes).toEqual([]);
    expect(counter.customer.visits).toHaveLength(1);
  });

  it('of a walk-in asks for no reason, since they are here; on record it stands all the same', () => {
    const plan = planned('AAAAAA', ['oil'], { customer: null, name: 'Giorgos', walkin: true });
    const counter = given().does(stay(plan, '11:00', { start: at(MONDAY, '10:15') }), 'general');
    const made = counter.owners.get('AAAAAA');
    expect(made).toMatchObject({ id: 'desk/0/AAAAAA/', name: 'Giorgos', phoneProven: false });
    expect(made?.visits[0]?.desk?.override).toEqual({ rule: 'notice', reason: 'here' });
  });

  it('of somebody without a messenger, made in a topic, is not the topic’s customer’s', () => {
    const plan = planned('AAAAAA', ['oil'], { customer: null, name: 'Giorgos' });
    const counter = given().does(stay(plan, '11:00'), 'topic');
    expect(counter.customer.visits).toEqual([]);
    expect(counter.last.say.filter(({ to }) => to === 'customer')).toEqual([]);
    expect(counter.owners.get('AAAAAA')?.name).toBe('Giorgos');
  });

  it.each([
    ['oil', 'Lena'],
    ['', 'Lena'],
    ['oil Giorgos', 'Giorgos'],
  ])(
    'of a walk-in in a topic is for the person of the topic, unless another is named: "%s"',
    (words, name) => {
      const turn = new Counter(at(MONDAY, '10:00')).turn('topic');
      const written = read('walkin', words, turn);
      const customer = name === 'Lena' ? 'telegram/4242/501/' : null;
      expect(written).toMatchObject({ plan: { walkin: true, name, customer } });
    },
  );

  it('of several days cannot be squeezed in', () => {
    const counter = given().does({ do: 'at', ...planned('AAAAAA', ['clutch']), start: at(TUESDAY, '17:00') });
    expect(counter.keys).toContain('diaryTight');
    expect(counter.buttons).not.toContainEqual(expect.objectContaining({ squeezed: true }));
  });

  it('again after a cancellation has a number of its own in the ledger', () => {
    const counter = given().does(stay(planned('AAAAAA', ['oil']), '11:00'));
    const numbers = () =>
      counter.last.changes.flatMap((change) => (change.kind === 'agreement' ? [change.visit.sequence] : []));
    const [booked] = numbers();
    counter.does({ do: 'cancelNow', customer: counter.customer.id, visit: 'AAAAAA' });
    const [cancelled] = numbers();
    counter.does(stay(planned('AAAAAA', ['oil']), '11:00'));
    const [again] = numbers();
    expect([booked, cancelled, again]).toEqual([...new Set([booked, cancelled, again])].sort());
    expect(again).toBeDefined();
  });
});

const service = fc.constantFrom(...demo.services.map(({ id }) => id));
/** Mostly what people ask for, at times that are offered; now and then anything. */
const usual = fc.constantFrom('oil', 'tyres', 'diag', 'noise', 'batt', 'punct').map((id) => [id]);
const quarter = fc.integer({ min: 34, max: 66 }).map((at) => at * 15);
const step = fc.record({
  services: fc.oneof(
    { weight: 5, arbitrary: usual },
    { weight: 1, arbitrary: fc.uniqueArray(service, { minLength: 1, maxLength: 2 }) },
  ),
  minute: fc.oneof(
    { weight: 6, arbitrary: quarter },
    { weight: 1, arbitrary: fc.integer({ min: 7 * 60, max: 19 * 60 }) },
  ),
  date: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(MONDAY, TUESDAY) },
    { weight: 1, arbitrary: fc.constantFrom('2026-11-28', '2026-11-29', '2026-12-25') },
  ),
  stay: fc.constantFrom('wait' as const, 'leave' as const),
});
const startOf = ({ date, minute }: { date: string; minute: number }) => at(date, '00:00') + minute * 60_000;

describe('whatever advisors tap', () => {
  it('without a reason no rule is ever broken', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const counter = given();
        steps.forEach((one, index) => {
          const plan = planned(`V${index}`, one.services);
          counter.does(stay(plan, '00:00', { start: startOf(one), stay: one.stay }));
          expect(broken(counter)).toEqual([]);
        });
        for (const { desk } of counter.customer.visits) expect(desk?.override).toBeNull();
      }),
      { numRuns: 15 },
    );
  });

  it('with a reason nobody is in two places at once, unless it was squeezed in; what was set aside is on record', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const counter = given();
        steps.forEach((one, index) => {
          const plan = planned(`V${index}`, one.services);
          const reason = overrideReasons[index % overrideReasons.length] ?? 'other';
          const start = startOf(one);
          counter.does({ do: 'done', ...plan, start, stay: one.stay, squeezed: false, reason });
        });
        const hard = broken(counter).filter(({ rule }) => !soft.includes(rule));
        expect(hard).toEqual([]);
        for (const { rule, ids } of broken(counter))
          expect(
            ids.some((id) => counter.customer.visits.find((visit) => visit.id === id)?.desk?.override),
            rule,
          ).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('squeezed in it is always with a reason, on one day, and nothing else is moved', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 30 }), (steps) => {
        const counter = given();
        steps.forEach((one, index) => {
          const before = [...counter.days.values()].flatMap(({ jobs }) => jobs);
          const plan = planned(`V${index}`, one.services);
          const start = startOf(one);
          const how = { start, stay: one.stay, squeezed: true } as const;
          counter.does(stay(plan, '00:00', how));
          expect(counter.last.changes).toEqual([]);
          counter.does({ do: 'done', ...plan, ...how, reason: 'urgent' });
          const after = [...counter.days.values()].flatMap(({ jobs }) => jobs);
          expect(after.filter(({ id }) => id !== plan.id)).toEqual(before);
          for (const visit of counter.customer.visits) expect(visit.desk?.override?.reason).toBe('urgent');
        });
      }),
      { numRuns: 15 },
    );
  });
});

/** Rules that an advisor may set aside without taking a bay or a person twice. */
const soft = ['arrivals', 'waiting at once', 'diagnostics', 'sold too much'];
