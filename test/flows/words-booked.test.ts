import { describe, expect, it } from 'vitest';
import { wishOf } from './spoken.ts';
import { actionOf, here, leads, second, visitor } from './worded.ts';

/** What plain words lead to where a visit is booked, or the car is here. */

describe('with a visit booked', () => {
  it.each([
    ['move it to friday', ['book moveWords']],
    ['i would like to cancel friday', ['visits askCancel']],
    ['oil please', ['book words']],
    ['pads for my other car', ['book words']],
  ] as const)('"%s" leads to %j', (text, calls) => {
    expect(leads(visitor(), text)).toEqual(calls);
  });

  it('is moved with what was said of the new time', () => {
    const lena = visitor();
    const [visit] = lena.visits;
    expect(actionOf(lena, 'move it to friday after three')).toEqual({
      do: 'moveWords',
      id: visit?.id,
      wish: wishOf('move it to friday after three'),
    });
    expect(lena.visits).toEqual([visit]);
  });

  it('a bare day is no wish for another one, and more work for it is for a person', () => {
    expect(visitor().says('tomorrow then').waits().heard).toEqual(['help']);
    const lena = visitor().says('and the pads too');
    expect(lena.waits().heard).toEqual(['personCalled']);
  });

  it('nothing is cancelled by words: the visit is shown, and one tap does it', () => {
    const lena = visitor().says('i would like to cancel friday');
    expect(lena.heard).toEqual(['visitStatus', 'visitCancelAsk']);
    expect(lena.visits).toHaveLength(1);
    expect(lena.taps('labelCancelVisit').visits).toEqual([]);
  });

  it('of several, the one to be moved is asked for, and the new time is not said twice', () => {
    const lena = second(visitor());
    expect(lena.visits).toHaveLength(2);
    lena.says('skip');
    expect(leads(lena, 'move it to friday')).toEqual(['visits which']);
    expect(lena.heard).toEqual(['visitsList']);
    const start = lena.visits[0]?.start;
    if (start === undefined) throw new Error('There is no visit');
    const { prepared } = lena.play({
      kind: 'tap',
      tapId: 't',
      offer: lena.sees.find(({ label }) => label.key === 'labelVisit') ?? null,
    });
    expect(prepared.calls[0]?.event).toMatchObject({
      action: { do: 'moveWords', wish: wishOf('move it to friday') },
    });
  });

  it('"can I come tomorrow" may be about it, or about one more: that is asked, and nothing is said twice', () => {
    const lena = visitor();
    expect(leads(lena, 'can i come tomorrow')).toEqual(['visits which']);
    expect(lena.labels).toEqual(['labelVisit', 'labelBook']);
    lena.taps('labelBook');
    expect(lena.conversation.flow).toMatchObject({ name: 'book', state: { draft: { moving: null } } });
  });

  it('of several, the one to be cancelled is chosen from the list', () => {
    expect(leads(second(visitor()), 'i would like to cancel friday')).toEqual(['visits list']);
  });

  it('near it, "can’t" is told to the advisors as before', () => {
    const lena = visitor();
    lena.town.clock('2026-11-26', '05:00');
    expect(leads(lena, 'can’t, maybe friday')).toEqual(['coming words']);
    expect(leads(lena, 'move it to friday')).toEqual(['coming words']);
  });
});

describe('with their car here', () => {
  it.each([
    'oil please',
    'i need an oil change',
    'book me for today',
    'and the pads too',
    'move it to friday',
  ])('"%s" is about that car: a person reads it', (text) => {
    const lena = here(visitor());
    expect(leads(lena, text)).toEqual([]);
    expect(lena.waits().heard).toEqual(['personCalled']);
    expect(lena.conversation.flow).toBeNull();
  });

  it.each(['how much will it be', 'how much is an oil change'])(
    '"%s" is answered by a person, and not from the list of prices',
    (text) => {
      const lena = here(visitor()).says(text);
      expect(lena.waits().heard).toEqual(['personCalled']);
    },
  );

  it('a price is a person’s also while another visit is being booked', () => {
    const lena = here(visitor()).sends('book').says('how much will it be');
    expect(lena.waits().heard).toEqual(['personCalled']);
  });

  it.each([
    ['anything new about my car', ['visits list']],
    ['can i come tomorrow', ['book words']],
    ['pads for my other car', ['book words']],
  ] as const)('"%s" is served: %j', (text, calls) => {
    expect(leads(here(visitor()), text)).toEqual(calls);
  });
});
