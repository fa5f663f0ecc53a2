import { describe, expect, it } from 'vitest';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { BookingAction } from '#shared/flows/booking/state.ts';
import { at } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Times that an advisor offered: what the customer's tap on one of them does. */

/** The advisors' offer comes in, with a button. */
function offered(person: Neighbour, data: BookingAction): Neighbour {
  const message: Outbound = say(phrase('menu'), [
    [{ kind: 'act', label: phrase('labelSlot', { start: 0 }), action: { flow: 'book', data } }],
  ]);
  const id = `p-${person.rows.length}`;
  person.rows.push({ id, language: 'en', messages: [message] });
  return person;
}

const tuesday = (time: string) => at('2026-11-24', time);
const oil = (start: number): BookingAction => ({ do: 'offered', services: ['oil'], vehicle: null, start });

describe('a time that an advisor offered', () => {
  it('is held by one tap and booked by the next, with the car that is on file', () => {
    const lena = given().person().sends('book').taps('labelService', { id: 'annual' }).says('Octavia 2018');
    lena.taps('labelSlot').taps('labelLeave').says('skip');
    offered(lena, oil(tuesday('11:00'))).taps('labelSlot', { start: 0 });
    expect(lena.heardOf('held')).toMatchObject({ start: tuesday('11:00') });
    lena.taps('labelWait');
    expect(lena.heardOf('booked')).toMatchObject({
      start: tuesday('11:00'),
      services: ['oil'],
      car: 'Octavia',
    });
  });

  it('is kept while the car is asked for', () => {
    const lena = offered(given().person(), oil(tuesday('11:00'))).taps('labelSlot');
    expect(lena.heard).toEqual(['askCar']);
    lena.says('Octavia 2018');
    expect(lena.heardOf('held')).toMatchObject({ start: tuesday('11:00') });
  });

  it('that has gone meanwhile is answered with two others', () => {
    const lena = offered(given().person(), oil(tuesday('03:00')))
      .taps('labelSlot')
      .says('Octavia 2018');
    expect(lena.heard).toContain('slotGone');
    expect(lena.sees.filter(({ label }) => label.key === 'labelSlot')).toHaveLength(2);
  });

  it('for another time of a visit moves it after one question; until then the old time stays', () => {
    const lena = given().person().sends('book').taps('labelService', { id: 'annual' }).says('Octavia 2018');
    lena.taps('labelSlot').taps('labelLeave').says('skip');
    const [visit] = lena.visits;
    offered(lena, { do: 'moveTo', id: visit?.id ?? '', start: tuesday('12:00') }).taps('labelSlot', {
      start: 0,
    });
    expect(lena.heardOf('confirmMove')).toMatchObject({ from: visit?.start, to: tuesday('12:00') });
    expect(lena.visits).toEqual([visit]);
    lena.taps('labelYesMove');
    expect(lena.visits).toMatchObject([{ id: visit?.id, start: tuesday('12:00') }]);
  });

  it('for a visit that was cancelled meanwhile moves nothing', () => {
    const lena = offered(given().person(), { do: 'moveTo', id: 'GONE22', start: tuesday('12:00') });
    expect(lena.taps('labelSlot').heard).toEqual(['visitPast']);
  });
});
