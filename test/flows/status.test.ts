import { describe, expect, it } from 'vitest';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** "Where is my car?": what is booked, and what became of it since. */

const TUESDAY = '2026-11-24';
const half = at(TUESDAY, '08:30', demo);

/** An oil change on Tuesday at 08:30; it is eight o'clock. */
function awaited(): Neighbour {
  const town = given(MONDAY, '08:35');
  const lena = town.person().sends('book').taps('labelService', { id: 'oil' }).says('Octavia ABC-4821');
  lena.taps('labelOtherDay').taps('labelDay', { date: TUESDAY });
  lena.taps('labelSlot', { start: half }).taps('labelLeave').says('skip').taps('labelConsentYes');
  town.clock(TUESDAY, '08:00');
  return lena;
}

describe('the status of a visit', () => {
  it('says by when they are expected once they said that they are late', () => {
    const lena = awaited().says('late 20 min').says('status');
    expect(lena.heard).toEqual(['visitStatus', 'stageLate']);
    expect(lena.heardOf('stageLate')).toEqual({ by: half + 20 * 60_000 });
    expect(lena.heardOf('visitStatus')).toMatchObject({ start: half });
  });

  it('says nothing of that to who stands at the desk already', () => {
    const lena = awaited().says('late 20 min').taps('labelMove');
    lena.says('status').taps('comingLabelLate').taps('comingLabelMinutes').taps('comingLabelHere');
    expect(lena.says('status').heard).toEqual(['visitStatus']);
  });
});
