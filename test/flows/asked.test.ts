import { describe, expect, it } from 'vitest';
import { askedIn } from '#shared/flows/booking/state.ts';

const draft = { id: 'a1', services: [], vehicle: null, moving: null };

describe('what a booking asks while somebody writes', () => {
  it.each([
    ['work', { step: 'work', draft, all: false }],
    ['car', { step: 'car', draft }],
    ['car', { step: 'whichCar', draft }],
    ['time', { step: 'time', draft, view: { of: 'earliest' } }],
    [null, { step: 'problem', draft }],
    [null, { step: 'gone' }],
  ])('is %s', (asked, state) => {
    expect(askedIn({ name: 'book', state })).toBe(asked);
  });

  it('is nothing in another flow, or in none', () => {
    expect(askedIn({ name: 'report', state: { step: 'work', draft, all: false } })).toBeNull();
    expect(askedIn(null)).toBeNull();
  });
});
