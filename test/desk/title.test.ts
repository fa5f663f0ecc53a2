import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleOf } from '#shared/desk/title.ts';

const car = (short: string) => [{ id: 'c', label: short, short }];

describe('the title of a topic', () => {
  it.each([
    ['Nikos', 'Octavia …4821', 'Nikos · Octavia …4821'],
    ['', 'Octavia …4821', 'Octavia …4821'],
    ['Nikos', '', 'Nikos'],
    ['+30 691 111 1111', 'Golf', 'Golf'],
    ['Nikos (0691) 111-1111', 'Golf', 'Nikos · Golf'],
    ['Ни\u202Eкос\n\tП', 'лада 2014', 'Ни кос П · лада 2014'],
  ])('of %j with %j is %j', (name, short, title) => {
    expect(titleOf({ id: 'telegram/1/2/', name, vehicles: short === '' ? [] : car(short) })).toBe(title);
  });

  it('of somebody of whom nothing is known is a number of our own', () => {
    expect(titleOf({ id: 'telegram/1/2/', name: '', vehicles: [] })).toMatch(/^#[2-9A-Z]{6}$/);
  });

  it('is never empty nor too long, and never shows a number that could be called', () => {
    const digits = fc.stringMatching(/^\+?\d{7,12}$/);
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      digits,
      fc.tuple(fc.string(), digits).map((both) => both.join(' ')),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        const title = titleOf({ id: 'x', name: one, vehicles: car(other) });
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(128);
        expect(title).not.toMatch(/\d[\d\s().-]{5,}\d/);
        expect(title.isWellFormed() || !one.isWellFormed() || !other.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
