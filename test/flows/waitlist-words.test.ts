import { describe, expect, it } from 'vitest';
import { demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { given, type Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** What people on the waiting list write: it reaches the advisors, or shows them what they wait for; nothing is met with a menu. */

const TUESDAY = '2026-11-24';

/** One tyre change a day, and Tuesday's is taken. */
const small = {
  ...demo,
  hours: { ...demo.hours, tue: { open: 9 * 60, close: 10 * 60, break: null, only: null } },
  rules: { ...demo.rules, onlineShare: 1, sellableShare: 1 },
};

function waiting(): { readonly anna: Neighbour; readonly lena: Neighbour; readonly town: Town } {
  const town = given(MONDAY, '10:00', small);
  const anna = town.person('Anna').sends('book').taps('labelMoreWork').taps('labelService', { id: 'tyres' });
  anna.says('Octavia ABC-1000').taps('labelOtherDay').taps('labelDay', { date: TUESDAY });
  anna.taps('labelSlot').taps('labelWait').says('skip').taps('labelConsentYes');
  const lena = town.person('Lena').sends('book').taps('labelMoreWork').taps('labelService', { id: 'tyres' });
  lena.says('Golf XYZ-2000').taps('labelMoreTimes').taps('waitlistLabelJoin');
  return { anna, lena, town };
}

const requested = (one: Neighbour) => one.changes.some(({ kind }) => kind === 'request');

describe('somebody on the waiting list', () => {
  it('is off it when the days that they waited for are over, and is met as anybody else', () => {
    const { lena, town } = waiting();
    town.clock('2026-12-08', '10:00');
    lena.ticks();
    expect([lena.customer.waits, town.waitlist.waits]).toEqual([[], []]);
    expect([...lena.timers.keys()].filter((key) => key.startsWith('waitlist'))).toEqual([]);
  });

  it.each(['I can’t on Tuesday after all', 'earlier would be better'])(
    'writes "%s": an advisor gets it, and they read who answers by when',
    (words) => {
      const { lena } = waiting();
      lena.says(words).waits();
      expect(lena.heard).toEqual(['personCalled']);
      expect(requested(lena)).toBe(true);
    },
  );

  it.each([
    'take me off the waiting list',
    'my waiting list',
    'status',
    'any news?',
    'no',
    'уберите меня из листа ожидания',
    'приберіть мене з листа очікування',
    'βγάλτε με από τη λίστα αναμονής',
  ])('writes "%s": they see what they wait for, and leave it by one tap', (words) => {
    const { lena } = waiting();
    lena.says(words);
    expect([lena.heard, lena.labels]).toEqual([['waitlistEntry'], ['waitlistLabelLeave']]);
    lena.taps('waitlistLabelLeave');
    expect([lena.heard, lena.customer.waits]).toEqual([['waitlistLeft'], []]);
  });

  it.each(['yes', 'ok', 'no', 'my waiting list'])(
    'writes "%s" to a time that is kept for them: it is shown again with its buttons',
    (words) => {
      const { anna, lena, town } = waiting();
      anna.sends('status').taps('labelCancelVisit');
      for (let round = 0; round < 3; round += 1) for (const one of town.people) one.ticks();
      expect(lena.heard).toContain('waitlistOffer');
      lena.says(words);
      expect(lena.heard).toEqual(['waitlistOffer']);
      lena.taps('waitlistLabelBook');
      expect(lena.visits).toHaveLength(1);
    },
  );
});
