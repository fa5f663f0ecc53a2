import { describe, expect, it } from 'vitest';
import { noWish, type SpokenWish, type Topic } from '#shared/domain/understood.ts';
import type { Neighbour } from './neighbour.ts';
import { spoken } from './spoken.ts';
import { asked, leads, met, second, visitor } from './worded.ts';

/** What a message takes from the one before it: the work of a question, the card of a visit, a question that was stepped over. */

const saturday = { of: 'weekday', day: 6, weeks: 0 } as const;
const friday = { of: 'weekday', day: 5, weeks: 0 } as const;

function says(lena: Neighbour, wish: Partial<SpokenWish> | null, asks: readonly Topic[] = []) {
  lena.town.understoodOf = () => ({ wish: wish && { ...noWish, ...wish }, asks: [...asks] });
  lena.town.later(1);
  const { calls } = lena.play({ kind: 'text', text: 'as understood' }).prepared;
  lena.town.understoodOf = spoken;
  return asked(calls);
}

describe('a move that names work which is not booked', () => {
  it('asks whether the visit is meant or one more, and moves nothing', () => {
    const lena = visitor();
    expect(says(lena, { intent: 'move', services: ['pads'], days: [friday] })).toEqual(['visits which']);
    lena.taps('labelVisit');
    expect(lena.conversation.flow?.state).toMatchObject({ draft: { moving: { id: lena.visits[0]?.id } } });
  });

  it('books it with the other button', () => {
    const lena = visitor();
    says(lena, { intent: 'move', services: ['pads'], days: [friday] });
    lena.taps('questionLabelBook');
    expect(lena.conversation.flow?.state).toMatchObject({ draft: { moving: null, services: ['pads'] } });
  });

  it('goes on at once where it is the work of the visit', () => {
    expect(says(visitor(), { intent: 'move', services: ['oil'], days: [friday] })).toEqual([
      'book moveWords',
    ]);
  });

  it('is a question whether it is cancelled where it is cancelled', () => {
    expect(says(visitor(), { intent: 'cancel', services: ['pads'] })).toEqual(['visits askCancel']);
  });
});

describe('the work of a question', () => {
  const askedPrice = () => {
    const lena = met();
    says(lena, { services: ['oil'] }, ['price']);
    return lena;
  };
  const servicesOf = ({ conversation: { flow } }: Neighbour) => flow?.state;

  it.each([
    ['a wish for a day', { intent: 'book', days: [saturday] }],
    ['a day alone', { days: [saturday] }],
  ] as const)(
    'is that of %s',
    (_, { days, ...wish }: { intent?: 'book'; days: readonly [typeof saturday] }) => {
      const lena = askedPrice();
      says(lena, { ...wish, days: [...days] });
      expect(servicesOf(lena)).toMatchObject({ draft: { services: ['oil'] } });
    },
  );

  it('is that of "book", and of the next question', () => {
    const lena = askedPrice();
    says(lena, null, ['duration']);
    expect(lena.heardOf('questionWork')).toMatchObject({ services: ['oil'] });
    lena.says('book');
    expect(servicesOf(lena)).toMatchObject({ draft: { services: ['oil'] } });
  });

  it('is not that of other work, nor half an hour later', () => {
    const lena = askedPrice();
    says(lena, { intent: 'book', services: ['pads'], days: [saturday] });
    expect(servicesOf(lena)).toMatchObject({ draft: { services: ['pads'] } });
    const late = askedPrice();
    late.town.later(31);
    says(late, { intent: 'book', days: [saturday] });
    expect(servicesOf(late)).toMatchObject({ step: 'work', draft: { services: [] } });
  });

  it('is forgotten once a visit is booked', () => {
    const lena = askedPrice();
    says(lena, { intent: 'book', days: [saturday] });
    lena.says('Octavia ABC-4821').taps('labelSlot').taps('labelLeave');
    expect(lena.visits).toHaveLength(1);
    expect(lena.conversation.workAsked?.services).toEqual([]);
  });
});

describe('right below the card of a visit', () => {
  it('"cancel" is about that one of several', () => {
    const lena = second(visitor()).says('skip').sends('status');
    const [, other] = lena.visits;
    lena.town.later(1);
    lena.taps('labelVisit', { start: other?.start ?? 0 });
    lena.town.later(1);
    expect(leads(lena, 'cancel')).toEqual(['visits askCancel']);
    expect(lena.heardOf('visitStatus')).toMatchObject({ ref: other?.id });
  });

  it('"cancel" leaves a booking that was begun before it', () => {
    const lena = visitor().sends('book').taps('labelService', { id: 'pads' }).sends('status');
    lena.town.later(1);
    expect(leads(lena, 'cancel')).toEqual(['visits askCancel']);
    expect(lena.conversation.flow?.name).toBe('book');
  });
});

describe('after "shall it be cancelled?"', () => {
  it.each(['no, leave it', 'No. Keep it please', 'нет, оставьте', 'ні, залиште', 'όχι, άφησέ το'])(
    '"%s" keeps the visit, and says so',
    (text) => {
      const lena = visitor().says('cancel');
      expect(lena.heard).toContain('visitCancelAsk');
      lena.town.later(1);
      lena.says(text);
      expect(lena.heard).toEqual(['visitStatus']);
      expect(lena.visits).toHaveLength(1);
    },
  );

  it('"no, Friday" is no such answer', () => {
    const lena = visitor().says('cancel');
    lena.town.later(1);
    expect(says(lena, { intent: 'move', days: [friday] })).toEqual(['book moveWords']);
  });
});

describe('at the question for the phone', () => {
  const booked = () =>
    met()
      .sends('book')
      .taps('labelService', { id: 'oil' })
      .says('Octavia ABC-4821')
      .taps('labelOtherDay')
      .taps('labelDay', { date: '2026-11-26' })
      .taps('labelSlot')
      .taps('labelLeave');

  it.each([
    ['a move', { intent: 'move', days: [friday] }],
    ['a day alone', { days: [friday] }],
  ] as const)(
    '%s is served, and the question comes back',
    (_, { days, ...wish }: { intent?: 'move'; days: readonly [typeof friday] }) => {
      const lena = booked();
      expect(lena.heard).toContain('askPhone');
      expect(says(lena, { ...wish, days: [...days] })).toEqual(['book moveWords']);
      lena.taps('labelSlot').says('yes');
      expect(lena.heard).toContain('moved');
      expect(lena.heard).toContain('askPhone');
    },
  );

  it('a number is still a number', () => {
    const lena = booked().says('99 123456');
    expect(lena.heard).toContain('phoneSaved');
  });
});
