import { describe, expect, it } from 'vitest';
import { blockJobs } from '#shared/desk/diary/blocks.ts';
import { emptyDay, withJobs } from '#shared/domain/day.ts';
import { demoStation } from '#shared/station/demo.ts';
import { loadStation } from '#shared/station/load.ts';
import { demo } from '#test/domain/slots/bookings.ts';
import { Counter, reads } from './asking.ts';

/** What a question turns out to be about, what advisors changed of the hours, and who answers where the data does not. */

describe('the hours', () => {
  it.each([
    ['2026-11-23', '13:10', 'We are open now, until 17:30. The workshop is back from its break at 13:30.'],
    ['2026-11-23', '07:00', 'We are closed now and open again at 08:30.'],
    ['2026-11-23', '18:00', 'We are closed now and open again tomorrow at 08:30.'],
    ['2026-11-28', '20:00', 'We are closed now and open again on Mon 30 Nov at 08:30.'],
    ['2026-12-24', '14:00', 'We are closed now and open again on Mon 28 Dec at 08:30.'],
  ])('on %s at %s: %s', (date, time, answer) => {
    const town = new Counter(demo, date, time);
    const lena = town.person().sends('start');
    expect(reads(town.asks(lena, ['hours'])).text.split('\n')[0]).toBe(answer);
  });

  it('of a day that advisors closed are none, and those of a day that they closed early are short', () => {
    const town = new Counter();
    const block = (date: string, span: { from: number; to: number } | null, id: string) =>
      town.days.set(
        date,
        withJobs(emptyDay(date), blockJobs(demo, { what: { of: 'station' }, date, span }, id)),
      );
    block('2026-11-24', null, 'BLOCK001');
    block('2026-11-25', { from: 15 * 60, to: 18 * 60 }, 'BLOCK002');
    const lena = town.person().sends('start');
    const tomorrow = { of: 'ahead', days: 1 } as const;
    expect(reads(town.asks(lena, ['hours'], { days: [tomorrow] })).text).toBe(
      'Tue 24 Nov: closed. We open again on Wed 25 Nov at 08:30.',
    );
    const after = { of: 'ahead', days: 2 } as const;
    expect(reads(town.asks(lena, ['hours'], { days: [after] })).text).toMatch(
      /^Wed 25 Nov: a short day, 08:30–15:00\./,
    );
    town.clock('2026-11-24', '10:00');
    expect(reads(town.asks(lena, ['hours'])).text).toMatch(
      /^We are closed now and open again tomorrow at 08:30/,
    );
  });

  it('of a bay that is closed alone are the usual ones', () => {
    const town = new Counter();
    const date = '2026-11-24';
    const jobs = blockJobs(demo, { what: { of: 'bay', bay: 'B1' }, date, span: null }, 'BLOCK001');
    town.days.set(date, withJobs(emptyDay(date), jobs));
    const lena = town.person().sends('start');
    town.asks(lena, ['hours'], { days: [{ of: 'ahead', days: 1 }] });
    expect(reads(lena).text).toMatch(/^Tue 24 Nov: open 08:30–17:30/);
  });
});

describe('what it is about', () => {
  it('is the booking in progress, which stays as it is and is one tap away', () => {
    const town = new Counter();
    const lena = town.person().sends('start').sends('book').taps('labelService', { id: 'pads' });
    const before = lena.conversation.flow;
    town.asks(lena, ['price', 'duration']);
    expect(reads(lena)).toEqual({
      text: 'Front brake pads: from 90 €, about 1 h 15 min.\nYou can wait here or leave the car. Whatever costs more is agreed with you first.',
      buttons: ['Continue', 'This does not help'],
    });
    expect(lena.conversation.flow).toEqual(before);
    expect(lena.taps('labelContinue').heard).toContain('draftKept');
  });

  it('is the visit before them', () => {
    const town = new Counter();
    const lena = town
      .person()
      .sends('start')
      .sends('book')
      .taps('labelService', { id: 'oil' })
      .says('Octavia ABC-4821');
    lena.taps('labelSlot').taps('labelLeave').says('skip').taps('labelConsentYes');
    expect(reads(town.asks(lena, ['bring'])).text).toMatch(/^Please bring the registration paper/);
    expect(reads(town.asks(lena, ['price'])).text).toMatch(/^Oil and filter change: from 65/);
    expect(reads(lena).buttons).toEqual(['Where is my car?', 'This does not help']);
    expect(reads(town.asks(lena, ['price'], { services: ['align'] })).text).toMatch(
      /^Wheel alignment: from 50/,
    );
  });

  it('is chosen from a list, and a tap on it says both price and next step', () => {
    const town = new Counter();
    const lena = town.asks(town.person().sends('start'), ['price']);
    lena.taps('labelService', { id: 'annual' });
    expect(reads(lena)).toEqual({
      text: 'Annual service: from 140 €.\nWhatever costs more is agreed with you first.',
      buttons: ['Book: annual service', 'This does not help'],
    });
  });
});

describe('several questions at once', () => {
  it('are answered by twos in one bubble, and the third is a tap away', () => {
    const town = new Counter();
    const lena = town.asks(town.person().sends('start'), ['payment', 'parking', 'warranty']);
    expect(lena.told).toHaveLength(1);
    expect(lena.heard).toEqual(['questionAnswer', 'questionAnswer']);
    expect(reads(lena).buttons).toEqual(['Warranty', 'Book a visit', 'This does not help']);
    expect(reads(lena.taps('questionLabelTopic')).text).toMatch(/12 months/);
  });
});

describe('who is not helped', () => {
  it('is answered by a person, who reads what was asked', () => {
    const town = new Counter();
    const lena = town.asks(town.person().sends('start'), ['price', 'parking'], { services: ['oil'] });
    const { outcome } = lena.play({
      kind: 'tap',
      tapId: 'tap',
      offer: { row: lena.sees[0]?.row ?? '', option: lena.labels.indexOf('questionLabelUnhelped') },
    });
    expect(lena.heard).toEqual(['questionUnhelped']);
    expect(lena.case.waitingSince).toBe(town.now);
    const desk = outcome.say.filter(({ to }) => to === 'desk').map(({ message }) => message);
    expect(desk).toMatchObject([
      {
        text: [
          { key: 'questionDesk', args: { topics: ['price', 'parking'], services: ['oil'], why: 'unhelped' } },
        ],
      },
    ]);
    expect(outcome.changes).toContainEqual(
      expect.objectContaining({ kind: 'happened', happened: { what: 'unhelped', topic: 'price' } }),
    );
  });

  it('by data that says nothing of it is promised a person, beside what the data does say', () => {
    const { towing: _none, ...answers } = demoStation.answers;
    const town = new Counter(loadStation({ ...demoStation, answers }));
    const lena = town.asks(town.person().sends('start'), ['parking', 'towing']);
    expect(reads(lena)).toEqual({
      text: 'There are six places in the yard; stop at the desk first.\n\nWe have passed on your question (towing): Maria will answer here by 10:30.',
      buttons: ['Call me back', 'Book a visit'],
    });
    expect(lena.case.waitingSince).toBe(town.now);
  });

  it('is promised a person for work that is on no list', () => {
    const town = new Counter();
    const lena = town.asks(town.person().sends('start'), ['services'], { otherWork: true });
    expect(lena.heard).toEqual(['questionPerson']);
  });

  it('is promised a person for work without a price', () => {
    const services = demoStation.services.map((one) =>
      one.id === 'diag' ? { ...one, priceFrom: null } : one,
    );
    const town = new Counter(loadStation({ ...demoStation, services }));
    const lena = town.asks(town.person().sends('start'), ['price'], { services: ['diag'] });
    expect(lena.heard).toEqual(['questionPerson']);
  });
});

describe('an answer that nobody checked for long', () => {
  it('is given all the same, and the advisors read that it was', () => {
    const payment = demoStation.answers.payment;
    if (!payment) throw new Error('The demo says how one pays');
    const answers = {
      ...demoStation.answers,
      payment: { ...payment, reviewed: '2026-01-05', reviewEvery: 180 },
    };
    const town = new Counter(loadStation({ ...demoStation, answers }));
    town.asks(town.person().sends('start'), ['payment']);
    const lena = town.people[0];
    if (!lena) throw new Error('Nobody asked');
    expect(lena.heard).toEqual(['questionAnswer']);
    town.understood = { wish: null, asks: ['payment'] };
    const { outcome } = lena.play({ kind: 'text', text: 'and how do I pay?' });
    expect(outcome.say.filter(({ to }) => to === 'desk')).toMatchObject([
      {
        message: {
          text: [
            { key: 'questionStale', args: { topics: ['payment'], owner: 'maria', since: '2026-07-04' } },
          ],
        },
      },
    ]);
  });
});
