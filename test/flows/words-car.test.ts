import { describe, expect, it } from 'vitest';
import { maybeCar } from '#shared/domain/car-named.ts';
import type { SpokenWish } from '#shared/domain/understood.ts';
import { shown } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';
import { asks, at, since, wants, weekday } from './understood.ts';

/** Words where the bot asks which car it is: what is said of the time is no car's name. It is Monday 23 November 2026. */

const asked = () => {
  const person = given().person('Lena');
  person.conversation = { ...person.conversation, greeted: true };
  return wants(person, { services: ['oil'], days: [weekday(3)] });
};

function times(person: Neighbour): readonly string[] {
  return person.sees.flatMap(({ label }) => (label.key === 'labelSlot' ? [shown(label.args.start)] : []));
}

function car({ conversation: { flow } }: Neighbour): unknown {
  return JSON.stringify(flow?.state ?? null).match(/"vehicle":(null|\{[^}]*\})/u)?.[1];
}

describe('where the car is asked for', () => {
  it.each<[string, Partial<SpokenWish>]>([
    ['after five', { time: since(17) }],
    ['around three', { time: at(15) }],
    ['ok the second', { ordinal: 2 }],
    ['a bit later', { otherTimes: true }],
  ])('%s is no car', (words, wish) => {
    expect(car(asks(asked(), wish, words))).toBe('null');
  });

  it('a long sentence that names no car is none, and the car is asked for again', () => {
    expect(car(asked().says('what if we come at 4 instead'))).toBe('null');
  });

  it.each(['octavia 2018', 'bmw x3', 'a blue one, the old fabia', 'Great Wall', 'Mazda 3', 'KBX 4821'])(
    '%s is a car',
    (words) => {
      expect(car(asked().says(words))).not.toBe('null');
    },
  );

  it('a bare figure may be one', () => {
    const figure: Partial<SpokenWish> = { ordinal: 9, time: at(9) };
    expect(car(asks(asked(), figure, '9'))).not.toBe('null');
  });

  it('a question is none', () => {
    expect(maybeCar('octavia 2018?')).toBe(false);
  });
});

describe('a weekday after a whole week', () => {
  it('is of that week', () => {
    const person = asked().says('octavia 2018');
    const nextWeek = asks(person, { days: [{ of: 'week', weeks: 1 }] }, 'next week');
    const tuesday = asks(nextWeek, { days: [weekday(2)] }, 'tuesday');
    expect(times(tuesday).every((start) => start.startsWith('2026-12-01'))).toBe(true);
    expect(times(tuesday)).toHaveLength(2);
  });

  it('is the next one where the week has only today', () => {
    const person = asked().says('octavia 2018');
    const thisWeek = asks(person, { days: [{ of: 'week', weeks: 0 }] }, 'this week');
    const monday = asks(thisWeek, { days: [weekday(1)] }, 'monday then');
    expect(times(monday).every((start) => start.startsWith('2026-11-30'))).toBe(true);
    expect(times(monday)).toHaveLength(2);
  });
});
