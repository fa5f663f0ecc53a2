import { describe, expect, it } from 'vitest';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Lists do not change in place everywhere: an earlier one can be tapped while something else is going on. */

function offered(person: Neighbour, id: string): { readonly row: string; readonly option: number } {
  const [found] = person.sees.filter(({ label }) => label.key === 'labelService' && label.args.id === id);
  return found ?? { row: '', option: 0 };
}

describe('a list of services from before', () => {
  it('adds nothing to a visit whose time is being changed: it begins a visit of its own', () => {
    const lena = given().person();
    lena.sends('book');
    const annual = offered(lena, 'annual');
    lena.taps('labelService', { id: 'oil' }).says('Golf').taps('labelSlot').taps('labelLeave').says('skip');
    lena.taps('labelMove').tapsOffer(annual);
    expect(lena.heardOf('times')).toMatchObject({ services: ['annual'] });
    lena.taps('labelSlot').taps('labelLeave');
    expect(lena.visits.map(({ services }) => services).toSorted()).toEqual([['annual'], ['oil']]);
  });

  it('also works where the visit that was being moved is cancelled by now', () => {
    const lena = given().person();
    lena.sends('book');
    const annual = offered(lena, 'annual');
    lena.taps('labelService', { id: 'oil' }).says('Golf').taps('labelSlot').taps('labelLeave').says('skip');
    lena.taps('labelMove').taps('labelCancelVisit').tapsOffer(annual);
    expect(lena.heard).toEqual(['times']);
  });

  it('keeps a service that is tapped there once more', () => {
    const lena = given().person();
    lena.sends('book');
    const oil = offered(lena, 'oil');
    lena.tapsOffer(oil).says('Golf');
    lena.town.later(5);
    lena.tapsOffer(oil);
    expect(lena.heardOf('times')).toMatchObject({ services: ['oil'], car: 'Golf' });
  });
});

describe('who comes back to the times', () => {
  it('is not told the same work and car twice', () => {
    const lena = given().person();
    lena.sends('book').taps('labelService', { id: 'oil' }).says('Golf');
    lena.town.later(9 * 24 * 60);
    lena.sends('start');
    expect(lena.heardOf('draftKept')).toEqual({ services: [], car: null });
    expect(lena.heardOf('times')).toMatchObject({ services: ['oil'], car: 'Golf' });
  });
});
