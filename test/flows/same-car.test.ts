import { describe, expect, it } from 'vitest';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** A car stands in one place: while it is with us for one visit, it is not expected for another. */

function books(person: Neighbour): Neighbour {
  person.sends('book').taps('labelService', { id: 'annual' }).says('Octavia ABC-4821');
  return person.taps('labelSlot').taps('labelLeave').says('skip');
}

function startsOf({ sees }: Neighbour): readonly number[] {
  return sees.flatMap(({ label }) => (label.key === 'labelSlot' ? [label.args.start] : []));
}

describe('a car that is booked', () => {
  it('is shown no times at which it is with us; another car may come then', () => {
    const lena = books(given().person());
    const [visit] = lena.visits;
    if (!visit) throw new Error('Nothing is booked');
    const meanwhile = () => {
      lena
        .taps('labelService', { id: 'oil' })
        .taps('labelOtherDay')
        .taps('labelDay', { date: visit.dates[0] ?? '' });
      const starts = startsOf(lena);
      expect(starts.length).toBeGreaterThan(2);
      return starts.filter((start) => start >= visit.start && start < visit.readyBy);
    };
    lena.sends('book');
    expect(meanwhile()).toEqual([]);
    lena.sends('book').taps('labelOtherCar').taps('labelNewCar').says('Golf');
    expect(meanwhile()).not.toEqual([]);
  });

  it('otherwise since a time was held for it is asked for another time, and is not booked twice', () => {
    const lena = books(given().person());
    const [visit] = lena.visits;
    if (!visit) throw new Error('Nothing is booked');
    lena.sends('book').taps('labelService', { id: 'oil' });
    const [start = 0] = startsOf(lena);
    lena.taps('labelSlot');
    const moved = { ...visit, start, readyBy: start + 60 * 60_000 };
    lena.customer = { ...lena.customer, visits: [moved] };
    lena.taps('labelWait');
    expect(lena.heard).toContain('slotGone');
    expect(lena.visits).toHaveLength(1);
  });
});
