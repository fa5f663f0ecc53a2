import { describe, expect, it } from 'vitest';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** What each kind of message means in each state of a talk. */

const states = {
  'a new talk': (lena: Neighbour) => lena,
  'the list of work': (lena: Neighbour) => lena.sends('book'),
  'the question for the car': (lena: Neighbour) => lena.sends('book').taps('labelService', { id: 'oil' }),
  'the question what is wrong': (lena: Neighbour) => lena.sends('book').taps('labelSomethingElse'),
  'the times': (lena: Neighbour) => states['the question for the car'](lena).says('Golf'),
  'a kept time': (lena: Neighbour) => states['the times'](lena).taps('labelSlot'),
  'the question for the phone': (lena: Neighbour) => states['a kept time'](lena).taps('labelLeave'),
} as const;
type State = keyof typeof states;

const text = (said: string): InboundEvent => ({ kind: 'text', text: said });
const command = (name: string): InboundEvent => ({ kind: 'command', name, payload: '' });
const file = { id: 'f1', bytes: 1, mime: null, name: null };

/** The phrases of the answer; the same in every state unless a state is named. */
type Meaning = { readonly [S in State]?: readonly PhraseKey[] } & {
  readonly everywhere?: readonly PhraseKey[];
};
const meanings: readonly (readonly [string, InboundEvent, Meaning])[] = [
  ['"person"', text('person'), { everywhere: ['personCalled'] }],
  ['"stop"', text('stop'), { everywhere: ['stopped'] }],
  ['"menu"', text('menu'), { everywhere: ['menu'] }],
  ['"help"', text('help'), { everywhere: ['help'] }],
  ['"address"', text('address'), { everywhere: ['address'] }],
  ['"hours"', text('hours'), { everywhere: ['hours'] }],
  ['"language"', text('language'), { everywhere: ['askLanguage'] }],
  ['"status"', text('status'), { everywhere: ['noVisits'], 'the question for the phone': ['visitStatus'] }],
  [
    '"back"',
    text('back'),
    {
      everywhere: ['nothingToGoBack'],
      'the list of work': ['draftDropped'],
      'the question for the car': ['askWork'],
      'the question what is wrong': ['askWork'],
      'the times': ['askWork'],
      'a kept time': ['times'],
    },
  ],
  [
    '"cancel"',
    text('cancel'),
    {
      everywhere: ['draftDropped'],
      'a new talk': ['noVisits'],
      'the question for the phone': ['visitStatus', 'visitCancelAsk'],
    },
  ],
  [
    '"book"',
    text('book'),
    {
      everywhere: ['askWork'],
      'the question for the car': ['draftKept', 'askCar'],
      'the question what is wrong': ['askProblem'],
      'the times': ['draftKept', 'times'],
      'a kept time': ['draftKept', 'held'],
    },
  ],
  [
    '/start',
    command('start'),
    {
      everywhere: ['greeting'],
      'the question for the car': ['draftKept', 'askCar'],
      'the times': ['draftKept', 'times'],
      'a kept time': ['draftKept', 'held'],
    },
  ],
  ['/menu', command('menu'), { everywhere: ['menu'] }],
  ['a command of nobody', command('constructor'), { everywhere: ['help'] }],
  [
    'a place on the map',
    { kind: 'location', latitude: 40, longitude: 22 },
    { everywhere: ['locationReceived'] },
  ],
  ['a poll', { kind: 'unsupported', what: 'poll' }, { everywhere: ['unsupported'] }],
  ['a voice message', { kind: 'file', what: 'voice', file, caption: '' }, { everywhere: ['fileReceived'] }],
  [
    'their own number',
    { kind: 'contact', phone: '+306900000001', own: true },
    { everywhere: ['phoneSaved'], 'the question for the phone': ['phoneSaved', 'askConsent'] },
  ],
  [
    'somebody else’s number',
    { kind: 'contact', phone: '+306900000001', own: false },
    { everywhere: ['unsupported'], 'the question for the phone': ['phoneNotYours', 'askPhone'] },
  ],
  ['a button of nobody', { kind: 'tap', tapId: 't', offer: null }, { everywhere: ['buttonGone'] }],
  [
    'a button beyond the last',
    { kind: 'tap', tapId: 't', offer: { row: 'v00000001', option: 99 } },
    { everywhere: ['buttonGone'] },
  ],
];

describe.each(Object.entries(states))('at %s', (state, reach) => {
  it.each(meanings)('%s is answered', (_what, event, meaning) => {
    const lena = reach(given().person());
    const wanted = Object.entries(meaning).find(([name]) => name === state)?.[1] ?? meaning.everywhere;
    lena.does(event);
    if (event.kind === 'file') lena.waits();
    expect(lena.heard).toEqual(wanted);
  });
});

describe('words that are no always-word', () => {
  it.each([
    ['a new talk', ['greeting']],
    ['the list of work', ['helpInStep', 'askWork']],
    ['the times', ['helpInStep', 'times']],
    ['a kept time', ['helpInStep', 'held']],
    ['the question for the phone', ['helpInStep', 'askPhone']],
  ] as const)('at %s are collected and then met with help', (state, phrases) => {
    const lena = states[state](given().person());
    const rows = lena.rows.length;
    lena.says('hmm').says('let me see');
    expect(lena.rows).toHaveLength(rows);
    expect(lena.waits().heard).toEqual(phrases);
  });

  it.each([
    ['the question for the car', 'times'],
    ['the question what is wrong', 'requested'],
  ] as const)('at %s are the answer', (state, phrase) => {
    expect(states[state](given().person()).says('Skoda').heard).toContain(phrase);
  });

  it('call a person the second time in a row, and not when something was understood in between', () => {
    const lena = given().person().sends('start');
    lena.says('hmm').waits().says('status').says('hmm').waits();
    expect(lena.heard).toEqual(['help']);
    expect(lena.says('well').waits().heard).toEqual(['personCalled']);
    expect(lena.says('hmm').waits().heard).toEqual(['passedOn']);
  });
});

describe('"yes", "no" and "skip"', () => {
  it.each(['skip', 'no', 'пропустить', 'όχι', 'ні'])('"%s" skips the phone number', (word) => {
    const lena = states['the question for the phone'](given().person());
    expect(lena.says(word).heard).toEqual(['phoneSkipped', 'askConsent']);
  });

  it.each(['yes', 'skip', 'ok'])(
    '"%s" where nothing was asked is met with the menu, and is no miss',
    (word) => {
      const lena = given().person().sends('start');
      expect(lena.says(word).heard).toEqual(['menu']);
      expect(lena.conversation.misses).toBe(0);
    },
  );

  it.each([
    ['yes', 'consentYes'],
    ['да', 'consentYes'],
    ['όχι', 'consentNo'],
  ] as const)('"%s" answers the question about messages', (word, phrase) => {
    const lena = states['the question for the phone'](given().person()).says('skip');
    expect(lena.says(word).heard).toEqual([phrase]);
  });

  it.each(['yes', 'skip'])('"%s" names no car', (word) => {
    const lena = states['the question for the car'](given().person());
    expect(lena.says(word).heard).toEqual(['askCar']);
  });
});

describe('courtesies', () => {
  it('"hello" of a stranger is greeted, and of someone in the middle brings the question back', () => {
    expect(given().person().says('добрый день').heard).toEqual(['greeting']);
    expect(states['the times'](given().person()).says('hello').heard).toEqual(['draftKept', 'times']);
  });

  it.each(['thanks', 'спасибо', 'дякую', 'ευχαριστώ'])('"%s" calls nobody', (word) => {
    const lena = given().person().sends('start').says(word);
    expect(lena.heard).toEqual(['welcome']);
    expect(lena.says(word).heard).toEqual(['welcome']);
  });
});

describe('a phone number typed by hand', () => {
  it('is kept as one that nobody vouched for', () => {
    const lena = states['the question for the phone'](given().person()).says('+30 691 234 5678');
    expect(lena.heard).toEqual(['phoneSaved', 'askConsent']);
    expect(lena.customer).toMatchObject({ phone: '+306912345678', phoneProven: false });
  });
});

describe('"stop" and taking it back', () => {
  it('leaves the choice as it was before: never asked stays never asked', () => {
    const lena = given().person().sends('start').says('stop').taps('labelUndo');
    expect(lena.customer.consents).toEqual({});
  });

  it('does not say that messages are on where they were not', () => {
    const asker = states['the question for the phone'](given().person()).says('skip').says('no');
    expect(asker.says('stop').taps('labelUndo').heard).toEqual(['consentNo']);
    const follower = states['the question for the phone'](given().person()).says('skip').says('yes');
    expect(follower.says('stop').taps('labelUndo').heard).toEqual(['resumed']);
  });
});

describe('photos', () => {
  it.each(Object.entries(states))(
    'at %s open a report together, and what was in progress waits beneath',
    (state, reach) => {
      const lena = reach(given().person());
      const { flow } = lena.conversation;
      lena.shows('p1', 'p2', 'p3').waits();
      expect(lena.heard).toEqual(['reportGot', 'reportAskKind']);
      expect(lena.heardOf('reportGot')).toMatchObject({ photos: 3 });
      const before = state === 'the question what is wrong' ? null : flow;
      expect(lena.conversation.flow).toMatchObject({ name: 'report', state: { ask: 'kind', before } });
      lena.says('cancel');
      expect(lena.conversation.flow).toEqual(before);
    },
  );

  it('more than thirty at a time are answered once, and thirty are counted', () => {
    const lena = given().person();
    const flood = Array.from({ length: 40 }, (_, index) => `p${index}`);
    for (const [index, photo] of flood.entries()) {
      if (index % 20 === 19) lena.town.later(1);
      lena.shows(photo);
    }
    expect(lena.waits().heardOf('reportGot')).toMatchObject({ photos: 30 });
  });

  it('with words before a tap: the photos first, then what was tapped', () => {
    const lena = given().person().sends('menu');
    lena.shows('p1').says('it leaks').taps('labelHours');
    expect(lena.heard).toEqual(['reportGot', 'reportAskKind', 'hours']);
  });
});

describe('a quiet end', () => {
  it('that was overtaken by more words means nothing', () => {
    const lena = given().person().says('one');
    const first = lena.quiet;
    lena.says('two');
    const rows = lena.rows.length;
    expect(lena.waits(first).rows).toHaveLength(rows);
    expect(lena.waits().heard).toEqual(['greeting']);
  });

  it('after a tap answered everything means nothing', () => {
    const lena = given().person().sends('menu').says('one');
    const { quiet } = lena;
    lena.taps('labelHours');
    const rows = lena.rows.length;
    expect(lena.waits(quiet).rows).toHaveLength(rows);
  });
});

describe('what needs no answer', () => {
  it.each([
    { kind: 'edited', messageId: '1', text: 'book' },
    { kind: 'blocked' },
    { kind: 'unblocked' },
  ] as const)('$kind changes nothing in the talk', (event) => {
    const lena = states['a kept time'](given().person());
    const before = lena.conversation;
    const { outcome } = lena.play(event);
    expect(outcome.say).toEqual([]);
    expect(lena.conversation).toEqual(before);
  });

  it('but who lets the bot in again is reachable again', () => {
    const { outcome } = given().person().play({ kind: 'unblocked' });
    expect(outcome.changes).toEqual([{ kind: 'reachable' }]);
  });
});

describe('cards', () => {
  it('change in place after a tap on them, and come anew after words', () => {
    const lena = given().person().sends('book').taps('labelService', { id: 'oil' });
    expect(lena.told[0]).toMatchObject({ place: 'edit' });
    lena.says('Golf');
    expect(lena.told[0]).toMatchObject({ place: 'new', target: null });
  });

  it('come anew after a tap on a message that is no card', () => {
    const lena = given().person().sends('menu').taps('labelBook');
    expect(lena.told[0]).toMatchObject({ place: 'new', target: null, card: 'step' });
  });
});
