import { describe, expect, it } from 'vitest';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';
import { asks, since, wants } from './understood.ts';

/** What is said to a card of a booking that stands there, and what it must not lose. */

function known(): Neighbour {
  const person = given().person('Lena');
  const vehicle = { id: 'o', label: 'Octavia ABC-4821', short: 'Octavia' };
  person.customer = { ...person.customer, vehicles: [vehicle] };
  person.conversation = { ...person.conversation, greeted: true };
  return person;
}

const places: readonly (readonly [string, () => Neighbour])[] = [
  ['the times', () => wants(known(), { services: ['oil'] })],
  ['a kept time and two ways to stay', () => wants(wants(known(), { services: ['oil'] }), { ordinal: 1 })],
  ['the list of work', () => known().sends('book')],
];

describe.each(places)('at %s', (_place, reach) => {
  it.each(['yes', 'no'])('a plain "%s" that answers nothing leaves the booking on the screen', (text) => {
    const lena = reach();
    lena.says(text);
    expect(lena.heard).not.toContain('menu');
    expect(lena.conversation.flow).toMatchObject({ name: 'book' });
  });
});

describe('somebody who was called and has not come yet', () => {
  it('leaves the booking that was begun meanwhile to the bot, word by word', () => {
    const lena = known().says('person');
    wants(lena, { intent: 'book', services: ['oil'] });
    expect(lena.heard).toContain('times');
    asks(lena, { time: since(12) });
    expect(lena.heard).toContain('times');
    asks(lena, { ordinal: 1 });
    expect(lena.conversation.flow).toMatchObject({ name: 'book', state: { step: 'stay' } });
    asks(lena, { stay: 'wait' });
    expect(lena.says('yes').visits).toHaveLength(1);
    expect(lena.case.waitingSince).not.toBeNull();
  });

  it('hears what names no day and no work, where nothing is being booked', () => {
    const lena = known().says('person');
    wants(lena, { time: since(12) });
    expect(lena.heard).not.toContain('times');
  });
});
