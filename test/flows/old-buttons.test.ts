import { describe, expect, it } from 'vitest';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Buttons stay on the phone for ever; what they do is judged by what is true when they are tapped. */

function books(person: Neighbour, service = 'annual'): Neighbour {
  person.sends('book').taps('labelService', { id: service });
  if (person.heard.includes('askCar')) person.says('Octavia ABC-4821');
  person.taps('labelSlot').taps('labelLeave');
  if (person.heard.includes('askPhone')) person.says('skip');
  return person;
}

describe('the most visits that one person may have', () => {
  it('are not exceeded through the buttons of an earlier booking', () => {
    const lena = given().person();
    for (const _ of [1, 2, 3]) books(lena);
    lena.taps('labelService', { id: 'oil' });
    expect(lena.heard).toEqual(['limitReached']);
    expect(lena.visits).toHaveLength(3);
  });

  it('are not exceeded by taking a cancellation back', () => {
    const lena = given().person();
    for (const _ of [1, 2, 3]) books(lena);
    lena.says('status').taps('labelVisit').taps('labelCancelVisit');
    books(lena, 'align').taps('labelUndo');
    expect(lena.heard).toEqual(['limitReached']);
    expect(lena.visits).toHaveLength(3);
  });
});

describe('a kept time', () => {
  const heldAfter = (then: (lena: Neighbour) => Neighbour) => {
    const town = given();
    const lena = books(town.person());
    lena.sends('book').taps('labelService', { id: 'oil' }).taps('labelSlot');
    const held = () => town.jobs().filter(({ holdUntil }) => holdUntil !== null);
    expect(held()).not.toEqual([]);
    then(lena);
    return held();
  };

  it('is given back at once when the person moves another visit instead', () => {
    expect(heldAfter((lena) => lena.taps('labelMove'))).toEqual([]);
  });

  it.each(["can't, maybe friday", "can't make it, friday instead"])(
    'is given back at once by "%s", which is about the visit that is booked',
    (words) => {
      expect(heldAfter((lena) => lena.says(words))).toEqual([]);
      expect(heldAfter((lena) => lena.says('well, the red one').says(words))).toEqual([]);
    },
  );

  it('is given back at once when a report lies on top of it', () => {
    expect(heldAfter((lena) => lena.shows('p1').waits().says("can't, maybe friday"))).toEqual([]);
  });

  it('is given back at once when the person starts anew', () => {
    expect(
      heldAfter((lena) => {
        lena.town.later(20);
        lena.sends('start');
        lena.taps('labelSlot');
        return lena.taps('labelStartAnew');
      }),
    ).toEqual([]);
  });

  it('is not confirmed by a button that was shown under another time', () => {
    const lena = given().person();
    lena.sends('book').taps('labelService', { id: 'oil' }).says('Golf').taps('labelSlot');
    const [old] = lena.sees.filter(({ label }) => label.key === 'labelLeave');
    lena.taps('labelBack').taps('labelSlot', {}, 1);
    lena.tapsOffer(old ?? { row: '', option: 0 });
    expect(lena.visits).toEqual([]);
    expect(lena.heard).toContain('held');
    expect(lena.taps('labelLeave').visits).toHaveLength(1);
  });
});

describe('a button tapped twice', () => {
  it('books once; tapped again later it shows the visit', () => {
    const lena = given().person();
    lena.sends('book').taps('labelService', { id: 'oil' }).says('Golf').taps('labelSlot');
    const [leave] = lena.sees.filter(({ label }) => label.key === 'labelLeave');
    const again = leave ?? { row: '', option: 0 };
    lena.tapsOffer(again).tapsOffer(again);
    expect(lena.told).toEqual([]);
    lena.town.later(2);
    expect(lena.tapsOffer(again).heard).toEqual(['visitStatus']);
    expect(lena.visits).toHaveLength(1);
    expect(lena.shares('+306900000001').customer.phone).toBe('+306900000001');
  });
});

describe('a card of a booking that is over', () => {
  it.each(['labelSlot', 'labelMoreTimes', 'labelLeave'] as const)(
    'says so when its %s is tapped',
    (label) => {
      const lena = given().person();
      lena.sends('book').taps('labelService', { id: 'oil' }).says('Golf');
      if (label === 'labelLeave') lena.taps('labelSlot');
      const old = lena.sees.find((offer) => offer.label.key === label) ?? { row: '', option: 0 };
      lena.says('cancel').sends('book');
      expect(lena.tapsOffer(old).heard).toEqual(['buttonGone', 'askWork']);
    },
  );
});

describe('a visit that is being moved', () => {
  it('and cancelled meanwhile is not booked again by the last tap of the move', () => {
    const town = given();
    const lena = books(town.person());
    lena.taps('labelMove').taps('labelSlot');
    lena.taps('labelCancelVisit');
    lena.taps('labelYesMove');
    expect(lena.heard).toEqual(['visitPast']);
    expect(lena.visits).toEqual([]);
    expect(town.jobs()).toEqual([]);
  });

  it('cancelled and taken back meanwhile is moved as it stands now', () => {
    const lena = books(given().person());
    lena.taps('labelMove').taps('labelCancelVisit').taps('labelUndo');
    lena.taps('labelSlot').taps('labelYesMove');
    expect(lena.visits[0]?.sequence).toBeGreaterThan(3);
    expect(lena.heard).toContain('moved');
  });
});

describe('a cancellation', () => {
  it('is taken back by an older button too, and every agreement has a number of its own', () => {
    const lena = books(given().person());
    lena.taps('labelCancelVisit');
    const [first] = lena.sees.filter(({ label }) => label.key === 'labelUndo');
    lena.taps('labelUndo').taps('labelCancelVisit');
    lena.tapsOffer(first ?? { row: '', option: 0 });
    expect(lena.visits[0]?.sequence).toBeGreaterThan(4);
    expect(lena.heard).toContain('cancelUndone');
  });

  it('taken back while a move of it was held books the old time, not the held one', () => {
    const lena = books(given().person());
    const start = lena.visits[0]?.start;
    lena.taps('labelMove').taps('labelOtherDay').taps('labelDay', {}, 3).taps('labelSlot');
    lena.taps('labelCancelVisit').taps('labelUndo');
    expect(lena.visits).toMatchObject([{ start }]);
    const arrivals = lena.town.jobs().map(({ arrival }) => arrival);
    expect(arrivals).toContain(start);
  });
});
