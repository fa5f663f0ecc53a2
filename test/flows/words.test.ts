import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Neighbour } from './neighbour.ts';
import { type Sentence, wishOf } from './spoken.ts';
import { actionOf, asked, here, leads, met, town, visitor } from './worded.ts';

/** What plain words lead to once they are understood, wherever somebody is. */

const DAY = 24 * 60;

describe('somebody who is in no talk', () => {
  it.each([
    ['i need an oil change', ['book words']],
    ['oil tomorrow', ['book words']],
    ['tomorrow at ten', ['book words']],
    ['move it to friday', ['book words']],
    ['where do i park', ['questions topics']],
    ['how much is an oil change', ['questions topics']],
    ['anything new about my car', ['visits list']],
    ['anything new, and where do i park', ['questions topics', 'visits list']],
    ['oil tomorrow, and where do i park', ['questions topics', 'book words']],
    ['i would like to cancel friday', ['visits list']],
  ] as const)('"%s" leads at once to %j', (text, calls) => {
    expect(leads(met(), text)).toEqual(calls);
  });

  it('takes with a wish all that was said of it', () => {
    expect(actionOf(met(), 'i need an oil change')).toEqual({
      do: 'words',
      wish: wishOf('i need an oil change'),
    });
  });

  it('asks about the work and the days that are named', () => {
    expect(actionOf(met(), 'how much is an oil change')).toMatchObject({
      topics: ['price'],
      services: ['oil'],
    });
    expect(actionOf(met(), 'are you open on friday')).toMatchObject({
      topics: ['hours'],
      days: [{ day: 5 }],
    });
  });

  it.each(['the second one', 'hmm', 'tell me something'])(
    '"%s" means nothing here: it is collected',
    (text) => {
      const lena = met();
      expect(leads(lena, text)).toEqual([]);
      expect(lena.conversation.burst?.words).toBe(text);
    },
  );

  it('is no miss, and a miss before it is forgotten', () => {
    const lena = met().says('hmm').waits();
    expect(lena.conversation.misses).toBe(1);
    lena.says('where do i park').says('hmm').waits();
    expect(lena.heard).toEqual(['help']);
  });
});

describe('a stranger', () => {
  it.each(['i need an oil change', 'where do i park'])(
    'who writes "%s" is greeted in a line, and served',
    (text) => {
      const lena = town().person();
      const [first, ...calls] = leads(lena, text);
      expect(first).toBe('menu meet');
      expect(calls).toHaveLength(1);
      expect(lena.heard[0]).toBe('met');
      expect(lena.told.length).toBeGreaterThan(1);
      expect(lena.conversation.greeted).toBe(true);
    },
  );

  it('is greeted once', () => {
    const lena = town().person().says('where do i park');
    expect(leads(lena, 'oil tomorrow')).toEqual(['book words']);
  });

  it('whose words are not understood is greeted, and nobody is called', () => {
    expect(town().person().says('hmm').waits().heard).toEqual(['greeting']);
  });
});

describe('a sentence in several messages', () => {
  it('is understood once it is quiet', () => {
    const lena = met().says('can i').says('come');
    const { prepared } = lena.says('tomorrow').play({ kind: 'quiet', burst: lena.quiet ?? 0 });
    expect(asked(prepared.calls)).toEqual([]);
    expect(lena.conversation.burst).toBeNull();
    expect(lena.heard).not.toContain('help');
  });

  it('is served with its last message, and what came before is no miss', () => {
    const lena = met().says('i need');
    expect(leads(lena, 'an oil change')).toEqual(['book words']);
    expect(lena.conversation).toMatchObject({ burst: null, misses: 0 });
  });

  it('is not cut into what is understood and what is not', () => {
    const lena = met().says('the engine makes a noise');
    expect(leads(lena, 'oil tomorrow')).toEqual([]);
    expect(lena.waits().heard).toEqual(['help']);
  });

  it('whose files came first is about the files', () => {
    const lena = met().shows('p1');
    expect(leads(lena, 'oil tomorrow')).toEqual([]);
    expect(lena.waits().heard).toContain('reportGot');
  });
});

describe('what comes first', () => {
  // Also where the rest of it is understood.
  it.each([
    ['brakes failed, book tomorrow 9', 'report danger'],
    ['stop the work and book me tomorrow', 'stopWork asked'],
    ['person', 'person call'],
    ['stop', 'settings stop'],
  ])('"%s": %s alone', (text, call) => {
    expect(leads(met(), text)).toEqual([call]);
  });

  it('is danger, also before a wish to stop', () => {
    expect(leads(met(), 'stop the work, the brakes failed')).toEqual(['report danger']);
  });
});

/** Where somebody can be while something is asked of them, and how they got there. */
const places: Readonly<Record<string, () => Neighbour>> = {
  'at the list of work': () => met().sends('book'),
  'at the question for the car': () => met().sends('book').taps('labelService', { id: 'oil' }),
  'at the question what is wrong': () => met().sends('book').taps('labelSomethingElse'),
  'at the times': () => met().sends('book').taps('labelService', { id: 'oil' }).says('Golf'),
  'at a kept time': () =>
    met().sends('book').taps('labelService', { id: 'oil' }).says('Golf').taps('labelSlot'),
  'at the question for the phone': () =>
    met().sends('book').taps('labelService', { id: 'oil' }).says('Golf').taps('labelSlot').taps('labelLeave'),
  'in a report': () => met().shows('p1').waits(),
  'in a report on top of a booking': () =>
    met().sends('book').taps('labelService', { id: 'oil' }).shows('p1').waits(),
  'moving a visit': () => visitor().taps('labelMove'),
  'with a visit': visitor,
  'with a car here': () => here(visitor()),
  'waiting for a person': () => met().says('person'),
};

describe.each(Object.entries(places))('a question %s', (_place, reach) => {
  it('is answered, and what is in progress is where it was', () => {
    const lena = reach();
    const { flow, misses } = lena.conversation;
    expect(leads(lena, 'where do i park')).toEqual(['questions topics']);
    expect(lena.conversation).toMatchObject({ flow, misses, burst: null });
    expect(lena.told.length).toBeGreaterThan(0);
  });
});

describe('an always-word in a sentence that says more', () => {
  it('is taken with what it says', () => {
    expect(actionOf(met(), 'i need an oil change')).toMatchObject({ wish: { services: ['oil'] } });
    expect(leads(met(), 'book')).toEqual(['book open']);
    expect(leads(met(), 'hours')).toEqual(['questions hours']);
  });
});

describe('in a booking', () => {
  it('a wish is an answer, or begins it anew: the booking goes on', () => {
    const lena = met().sends('book');
    const [call] = leads(lena, 'i need an oil change');
    expect(['book text', 'book words']).toContain(call);
    expect(lena.conversation.flow?.name).toBe('book');
  });

  it('a question beside an answer is answered first, then the booking goes on', () => {
    const lena = met().sends('book').taps('labelService', { id: 'oil' }).says('Golf');
    const calls = leads(lena, 'oil tomorrow, and where do i park');
    expect(calls[0]).toBe('questions topics');
    expect(calls[1]).toMatch(/^book/);
    expect(lena.conversation.flow?.name).toBe('book');
  });

  it('"cancel friday" is about the visit that is booked, and the booking is kept', () => {
    const lena = visitor().sends('book').taps('labelService', { id: 'pads' });
    const { flow } = lena.conversation;
    expect(leads(lena, 'i would like to cancel friday')).toEqual(['visits askCancel']);
    expect(lena.conversation.flow).toEqual(flow);
  });

  it('that was left for a day, "move it" means the visit', () => {
    const lena = visitor().sends('book').taps('labelService', { id: 'pads' });
    lena.town.later(DAY);
    expect(leads(lena, 'move it to friday')).toEqual(['book moveWords']);
  });
});

describe('in a report', () => {
  it.each(['how much will it be', 'anything new about my car', 'oil tomorrow'])(
    '"%s" belongs to it',
    (text) => {
      const lena = met().shows('p1').waits();
      expect(leads(lena, text)).toEqual([]);
      const { prepared } = lena.play({ kind: 'quiet', burst: lena.quiet ?? 0 });
      expect(asked(prepared.calls)).toEqual(['report came']);
    },
  );
});

describe('a person', () => {
  it('who has the talk reads all of it, and the bot is silent', () => {
    const lena = met();
    lena.case = { ...lena.case, baton: 'person', answered: { at: lena.town.now, by: 'maria' } };
    lena.town.later(1);
    for (const text of ['i need an oil change', 'where do i park', 'move it to friday'])
      expect(leads(lena, text)).toEqual([]);
    expect(lena.rows.at(-1)?.messages).toEqual([]);
  });

  it('who was called is spared what the bot is sure of, and gets the rest', () => {
    const lena = met().says('person');
    expect(leads(lena, 'i need an oil change')).toEqual(['book words']);
    const anna = met().says('person');
    expect(leads(anna, 'how much will it be')).toEqual([]);
    expect(anna.waits().case.waitingSince).not.toBeNull();
    expect(anna.heard).toEqual(['passedOn']);
    expect(leads(anna, 'oil please')).toEqual([]);
  });

  it('is called at the second miss in a row, with what was said', () => {
    const lena = met().says('hmm').waits().says('well, the thing').waits();
    expect(lena.heard).toEqual(['personCalled']);
    const request = lena.changes.findLast(({ kind }) => kind === 'request');
    expect(request).toMatchObject({ request: { reason: 'misunderstood', text: 'hmm\nwell, the thing' } });
  });
});

describe('words alone', () => {
  it('book, move and cancel nothing, whatever they are and wherever', () => {
    const sentences: readonly Sentence[] = [
      'i need an oil change',
      'oil tomorrow',
      'tomorrow at ten',
      'move it to friday after three',
      'i would like to cancel friday',
      'the second one',
      'pads for my other car',
    ];
    for (const reach of Object.values(places)) {
      const lena = reach();
      const before = lena.visits.map(({ id, start, sequence }) => [id, start, sequence]);
      for (const text of sentences) {
        lena.says(text).waits();
        lena.town.now += MINUTE;
      }
      expect(lena.visits.map(({ id, start, sequence }) => [id, start, sequence])).toEqual(before);
    }
  });
});
