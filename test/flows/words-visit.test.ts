import { describe, expect, it } from 'vitest';
import { noWish, type SpokenWish } from '#shared/domain/understood.ts';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Words about visits that are booked: coming and asking at once, a plain answer to "shall it be cancelled", one visit of several. */

const TUESDAY = '2026-11-24';

/** An oil change on Tuesday at 08:30, for which they wait; it is Tuesday 08:00. */
function awaited(): Neighbour {
  const town = given(MONDAY, '08:35');
  const lena = town.person().sends('book').taps('labelService', { id: 'oil' }).says('Octavia ABC-4821');
  lena.taps('labelOtherDay').taps('labelDay', { date: TUESDAY });
  lena.taps('labelSlot', { start: at(TUESDAY, '08:30', demo) }).taps('labelWait');
  lena.says('skip').taps('labelConsentYes');
  town.clock(TUESDAY, '08:00');
  return lena;
}

function coming({ visits }: Neighbour): unknown {
  return visits[0]?.life.coming?.kind;
}

describe('who says that they come, and asks something', () => {
  it.each([
    ["I'll be there, where do I park?", 'yes'],
    ['Where do I park? I’ll be there.', 'yes'],
    ['running 20 minutes late, where do I park?', 'late'],
    ['буду, где парковаться?', 'yes'],
    ['буду вчасно, де паркуватися?', 'yes'],
    ['θα έρθω, πού παρκάρω;', 'yes'],
  ])('"%s": both are heard', (words, kind) => {
    const lena = awaited().says(words);
    expect(coming(lena)).toBe(kind);
    expect(lena.heard).toContain('questionAnswer');
    expect(lena.conversation.burst).toBeNull();
  });

  it('of a visit that is far off is answered, and nothing is noted', () => {
    const lena = awaited();
    lena.town.clock(MONDAY, '08:40');
    lena.says("I'll be there, where do I park?");
    expect(coming(lena)).toBeUndefined();
    expect(lena.heard).toContain('questionAnswer');
  });
});

describe('after "shall it be cancelled?"', () => {
  const asked = () => {
    const lena = awaited().says('please cancel my visit');
    expect(lena.heard).toContain('visitCancelAsk');
    return lena;
  };

  it('a plain yes is no word that they come: it is asked again, and one tap cancels', () => {
    const lena = asked().says('yes');
    expect(lena.heard).toContain('visitCancelAsk');
    expect(coming(lena)).toBeUndefined();
    expect(lena.says('ok').heard).toContain('visitCancelAsk');
  });

  it('a plain no gives nothing up: the visit is shown', () => {
    const lena = asked().says('no');
    expect(lena.heard).toEqual(['visitStatus']);
    expect(lena.visits).toHaveLength(1);
  });

  it('a yes that comes after something else means what it meant before', () => {
    const lena = asked();
    lena.town.later(1);
    lena.says('where do I park?');
    lena.town.later(1);
    expect(coming(lena.says('yes'))).toBe('yes');
  });
});

describe('one of several visits', () => {
  const two = () => {
    const lena = given().person();
    lena.sends('book').taps('labelService', { id: 'oil' }).says('Octavia ABC-4821').taps('labelSlot');
    lena.taps('labelLeave').says('skip').taps('labelConsentYes');
    lena.sends('book').taps('labelService', { id: 'pads' }).taps('labelOtherCar').taps('labelNewCar');
    lena.says('Golf XYZ-1000').taps('labelSlot').taps('labelLeave');
    expect(lena.visits).toHaveLength(2);
    return lena;
  };
  const says = (lena: Neighbour, wish: Partial<SpokenWish>) => {
    lena.town.understoodOf = () => ({ wish: { ...noWish, ...wish }, asks: [] });
    return lena.play({ kind: 'text', text: 'of one of them' }).prepared.calls[0]?.event;
  };
  const friday = [{ of: 'weekday', day: 5, weeks: 0 } as const];
  const ofGolf = (lena: Neighbour) => lena.visits.find(({ vehicle }) => vehicle.label.startsWith('Golf'))?.id;

  it.each([
    ['its car', { car: { of: 'said', said: 'golf' } }],
    ['its work', { services: ['pads'] }],
    ['both', { car: { of: 'said', said: 'golf' }, services: ['pads'] }],
  ] as const)(
    'is meant by %s',
    (_, { ...wish }: { car?: SpokenWish['car']; services?: readonly string[] }) => {
      const said = { ...wish, services: [...(wish.services ?? [])] };
      const lena = two();
      expect(says(lena, { intent: 'move', days: friday, ...said })).toMatchObject({
        action: { do: 'moveWords', id: ofGolf(lena) },
      });
      const anna = two();
      expect(says(anna, { intent: 'cancel', ...said })).toMatchObject({
        action: { do: 'askCancel', id: ofGolf(anna) },
      });
    },
  );

  it.each([
    ['nothing', {}],
    ['a car that is in none', { car: { of: 'said', said: 'lada' } }],
    ['the car of one and the work of the other', { car: { of: 'said', said: 'golf' }, services: ['oil'] }],
  ] as const)(
    'is asked for where %s is named',
    (_, { ...wish }: { car?: SpokenWish['car']; services?: readonly string[] }) => {
      const said = { ...wish, services: [...(wish.services ?? [])] };
      expect(says(two(), { intent: 'move', days: friday, ...said })).toMatchObject({
        action: { do: 'which' },
      });
      expect(says(two(), { intent: 'cancel', ...said })).toMatchObject({ action: { do: 'list' } });
    },
  );
});
