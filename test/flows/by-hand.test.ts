import { describe, expect, it } from 'vitest';
import { diaryAction } from '#shared/desk/diary/plan.ts';
import type { PastVisit } from '#shared/domain/customer.ts';
import { customerSchema } from '#shared/domain/customer.ts';
import { actionsOf, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { button } from '#shared/flows/flow.ts';
import { Counter } from '#test/desk/diary/counter.ts';
import { at, MONDAY } from '#test/domain/slots/bookings.ts';
import { given, type Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Who was expected twice and did not come: the next visit is requested, and an advisor confirms it. */

const vehicle = { id: 'car', label: 'Octavia ABC-4821', short: 'Octavia …4821' };

/** Somebody whose earlier visits ended so, that many days ago. */
function known(town: Town, ...past: readonly (readonly [Stage, number])[]): Neighbour {
  const person = town.person();
  const ended = past.map(([stage, days], index): PastVisit => {
    const end = town.now - days * 24 * 60 * 60_000;
    return {
      id: `PAST0${index}`,
      start: end,
      end,
      stage,
      services: ['oil'],
      vehicle,
      chat: person.customer.id,
    };
  });
  person.customer = customerSchema.parse({ ...person.customer, vehicles: [vehicle], past: ended });
  return person;
}

function asks(person: Neighbour): Neighbour {
  return person.sends('book').taps('labelService', { id: 'oil' }).taps('labelSlot').taps('labelLeave');
}

const request = (person: Neighbour) => person.changes.find(({ kind }) => kind === 'request');

describe('who did not come twice in six months', () => {
  it('has the time kept, and reads that it is requested and who confirms it by when', () => {
    const town = given();
    const lena = asks(known(town, ['noShow', 100], ['noShow', 20]));
    expect(lena.heard).toEqual(['promiseRequested']);
    expect(lena.visits).toEqual([]);
    expect(lena.heardOf('promiseRequested')).toMatchObject({ advisor: 'maria', car: vehicle.short });
    const [job, ...more] = town.jobs();
    expect([job?.kind, more]).toEqual(['leave', []]);
    expect(job?.holdUntil ?? 0).toBeGreaterThan(town.now + 60 * 60_000);
    expect(request(lena)).toMatchObject({ request: { reason: 'byHand' } });
    expect(lena.timers.size).toBe(0);
  });

  it.each([
    ['by day', '10:00'],
    ['at night', '22:00'],
  ])('writes more %s: it is passed on, and they read who has it', (_when, time) => {
    const lena = asks(known(given(MONDAY, time), ['noShow', 100], ['noShow', 20]));
    lena.says('could you check the brakes too?').waits();
    expect(lena.heard).toEqual(['passedOn']);
    expect(lena.changes).toContainEqual(
      expect.objectContaining({ kind: 'request', request: expect.objectContaining({ reason: 'more' }) }),
    );
  });

  it.each(['status', 'where is my car', 'статус', 'κατάσταση'])(
    'asks "%s" meanwhile: the time that is kept is named, and who confirms it by when',
    (words) => {
      const lena = asks(known(given(), ['noShow', 100], ['noShow', 20]));
      const asked = lena.heardOf('promiseRequested');
      expect(lena.says(words).heard).toEqual(['promiseRequested']);
      expect(lena.heardOf('promiseRequested')).toEqual(asked);
      lena.town.later(45);
      expect(lena.says(words).heardOf('promiseRequested')).not.toEqual(asked);
    },
  );

  it.each(['cancel', 'скасувати', 'ακύρωση'])(
    'writes "%s" meanwhile: an advisor has it, and nobody says that there is no visit',
    (words) => {
      const lena = asks(known(given(), ['noShow', 100], ['noShow', 20])).says(words);
      expect(lena.heard).toEqual(['personCalled']);
      expect(lena.says(words).heard).toEqual(['personCalled']);
    },
  );

  it('keeps it only until a while after the answer was promised', () => {
    const town = given();
    const lena = asks(known(town, ['noShow', 100], ['noShow', 20]));
    const kept = town.jobs()[0]?.holdUntil ?? 0;
    const { by, start } = Object(lena.heardOf('promiseRequested'));
    expect(kept).toBe(Math.min(start, by + 120 * 60_000));
  });

  it.each([
    [
      'one of them is long ago',
      [
        ['noShow', 200],
        ['noShow', 20],
      ],
    ],
    [
      'they came since',
      [
        ['noShow', 60],
        ['noShow', 40],
        ['handedBack', 20],
      ],
    ],
    [
      'the others were cancelled in time',
      [
        ['cancelled', 60],
        ['noShow', 40],
        ['cancelled', 20],
      ],
    ],
  ] as const)('books as everybody where %s', (_what, past) => {
    const lena = asks(known(given(), ...past));
    expect(lena.heard).toContain('booked');
    expect(lena.visits).toHaveLength(1);
  });

  it('books at once what an advisor offered', () => {
    const town = given();
    const lena = known(town, ['noShow', 100], ['noShow', 20]);
    asks(lena);
    const start = at('2026-11-25', '11:00');
    const label = phrase('labelSlot', { start });
    const data = { do: 'offered', services: ['oil'], vehicle, start };
    const messages = [say(phrase('askCar'), [[button(label, { flow: 'book', data })]])];
    lena.rows.push({ id: 'offer', language: 'en', messages });
    lena.tapsOffer({ row: 'offer', option: 0 }).taps('labelLeave');
    expect(lena.visits).toMatchObject([{ start }]);
  });

  it('is booked by one tap of the advisor, in the time and the way that were asked for', () => {
    const town = given();
    const lena = known(town, ['noShow', 100], ['noShow', 20]);
    lena.sends('book').taps('labelService', { id: 'oil' }).taps('labelSlot');
    const leave = lena.sees.find(({ label }) => label.key === 'labelLeave');
    const { outcome } = lena.play({ kind: 'tap', tapId: 'tap', offer: leave ?? null });
    const [confirm] = outcome.say
      .filter(({ to }) => to === 'desk')
      .flatMap(({ message }) => actionsOf(message));
    const counter = new Counter(town.now + 10 * 60_000);
    for (const [date, day] of town.days) counter.days.set(date, day);
    counter.customer = lena.customer;
    counter.does(diaryAction.parse(confirm?.data));
    expect(counter.customer.visits).toMatchObject([
      { services: ['oil'], stay: 'leave', vehicle, desk: { by: 'eleni' } },
    ]);
    const jobs = [...counter.days.values()].flatMap((day) => day.jobs);
    expect(jobs).toMatchObject([{ id: counter.customer.visits[0]?.id, holdUntil: null }]);
  });
});
