import { describe, expect, it } from 'vitest';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import type { SpokenWish } from '#shared/domain/understood.ts';
import { shown, TUESDAY } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';
import { asks, at, since, tomorrow, wants, weekday } from './understood.ts';

/** What was heard is said, where another thing is asked. It is Monday 23 November 2026, ten o'clock. */

function known(...cars: readonly string[]): Neighbour {
  const person = given().person();
  const vehicles = cars.map((car) => ({ id: car, label: car, short: car }));
  person.conversation = { ...person.conversation, greeted: true };
  person.customer = { ...person.customer, vehicles };
  return person;
}

const held = (...cars: readonly string[]) =>
  wants(known(...cars), { services: ['oil'], days: [tomorrow] }).taps('labelSlot');

describe('what was heard', () => {
  it.each<[string, Partial<SpokenWish>, PhraseKey, object]>([
    [
      'on Friday after five',
      { days: [weekday(5)], time: since(16) },
      'wishHeard',
      { dates: ['2026-11-27'], from: 960 },
    ],
    ['and I will wait', { stay: 'wait' }, 'wishHeard', { stay: 'wait' }],
    ['as soon as you can', { earliest: true }, 'wishHeard', { earliest: true }],
    ['on Sunday', { days: [weekday(7)] }, 'wishClosed', { date: '2026-11-29' }],
    ['at eight in the evening', { time: at(20) }, 'wishCloses', {}],
    ['at five in the morning', { time: at(5) }, 'wishOpens', {}],
  ])('is said where the work is asked: %s', (_, wish, key, args) => {
    const person = wants(known('Octavia'), { intent: 'book', ...wish });
    expect(person.heard[0]).toBe(key);
    expect(person.heard.at(-1)).toBe('askWork');
    expect(person.heardOf(key)).toMatchObject(args);
  });

  it('is said where the car is asked, with the work', () => {
    const person = wants(known(), { services: ['oil'], days: [tomorrow], stay: 'leave' });
    expect(person.heard).toEqual(['wishHeard', 'askCar']);
  });

  it('is said at the times, be it only the way of staying', () => {
    const person = wants(known('Octavia'), { services: ['oil'], days: [tomorrow] });
    expect(asks(person, { stay: 'wait' }).heard).toEqual(['wishHeard', 'times']);
  });

  it('said again it is noted again, and is no riddle', () => {
    const person = wants(known('Octavia'), { intent: 'book', days: [tomorrow] });
    expect(asks(person, { days: [tomorrow] }).heard).toEqual(['wishHeard', 'askWork']);
  });
});

describe('while a time is kept', () => {
  it('another car takes that time', () => {
    const person = held('Golf', 'Octavia');
    const before = person.town.jobs();
    asks(person, { car: { of: 'said', said: 'golf' } });
    expect(person.heard).toEqual(['held']);
    expect(person.heardOf('held')).toMatchObject({ recap: { car: 'Golf' } });
    expect(person.town.jobs()).toEqual(before);
    expect(person.taps('labelLeave').visits).toMatchObject([{ vehicle: { short: 'Golf' } }]);
  });

  it('work that cannot be waited for is said to be so', () => {
    const person = wants(known('Octavia'), { services: ['annual'], days: [tomorrow] }).taps('labelSlot');
    expect(asks(person, { stay: 'wait' }).heard).toEqual(['wishNoWay', 'held']);
  });

  it('an hour that is free stands first, and the other is really another', () => {
    const person = asks(held('Octavia'), { time: at(12) });
    const starts = person.sees.flatMap(({ label }) =>
      label.key === 'labelSlot' ? [shown(label.args.start)] : [],
    );
    expect(starts).toEqual([`${TUESDAY} 12:00`, `${TUESDAY} 14:00`]);
  });

  it('what was said of waiting is not carried into the booking of other work', () => {
    const person = asks(held('Octavia'), { stay: 'wait' });
    wants(person, { intent: 'book', services: ['annual'], days: [tomorrow] });
    expect(person.heard).not.toContain('wishNoWay');
  });
});

describe('a time that is shown', () => {
  it('is meant by "the first one", and not the earliest of all', () => {
    const saturday = wants(known('Octavia'), { services: ['oil'], days: [weekday(6)] });
    wants(saturday, { ordinal: 1, earliest: true });
    expect(saturday.heard.at(-1)).not.toBe('times');
    expect(saturday.conversation.flow?.state).toMatchObject({ step: 'stay' });
  });
});
