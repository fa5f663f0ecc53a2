import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Report, reportKinds } from '#shared/domain/report.ts';
import { MONDAY } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** A defect as people tell it: by photos, taps, words and voice, in any order, or not to the end. */

const file = { id: 'f1', bytes: 1, mime: null, name: null };
const voice = { kind: 'file', what: 'voice', file, caption: '' } as const;

/** Lena has sent one photo and is asked what it is about. */
const begun = (lena: Neighbour = given().person()) => lena.shows('p1').waits();
const known = (lena: Neighbour): Report | undefined => [...lena.town.reports.values()].at(-1);

/** A person has the talk since they answered. */
function had(lena: Neighbour): Neighbour {
  const answered = { by: 'maria', at: lena.town.now };
  lena.case = { ...lena.case, baton: 'person', owner: 'maria', waitingSince: null, answerBy: null, answered };
  return lena;
}

describe('the questions about a defect', () => {
  it.each([
    ['lamp', ['reportAskColour', 'reportAskDrive', 'reportAskMoment', 'reportAskShot', 'reportAskShot']],
    ['noise', ['reportAskDrive', 'reportAskMoment', 'reportAskPlace', 'reportAskShot']],
    ['leak', ['reportAskDrive', 'reportAskShot', 'reportAskShot', 'reportAskShot']],
    ['body', ['reportAskDrive', ...Array<string>(4).fill('reportAskShot')]],
    ['tyre', ['reportAskDrive', 'reportAskPlace', ...Array<string>(3).fill('reportAskShot')]],
    ['start', ['reportAskMoment', 'reportAskShot']],
    ['part', ['reportAskShot', 'reportAskShot', 'reportAskShot']],
    ['other', ['reportAskDrive', 'reportAskMoment', 'reportAskPlace', 'reportAskShot']],
  ] as const)('of the kind “%s” fit it, one a message, and each can be skipped', (kind, asked) => {
    const lena = begun().taps('reportLabelKind', { kind });
    const heard: string[] = [];
    while (!lena.heard.includes('reportRecap')) {
      heard.push(...lena.heard.filter((key) => key !== 'reportGot'));
      expect(lena.heard.filter((key) => key.startsWith('reportAsk'))).toHaveLength(1);
      lena.taps('labelSkip');
    }
    expect(heard).toEqual(asked);
    expect(lena.heardOf('reportRecap')).toMatchObject({ kind, photos: 1, ref: known(lena)?.id });
  });

  it('ask which car only of somebody who has several', () => {
    const lena = given().person();
    const car = (id: string) => ({ id, label: id, short: id });
    lena.customer = { ...lena.customer, vehicles: [car('Golf'), car('Yaris')] };
    begun(lena).taps('reportLabelKind', { kind: 'leak' });
    expect(lena.heard).toEqual(['reportAskCar']);
    lena.taps('verbatim', { text: 'Golf' });
    expect(known(lena)).toMatchObject({ car: 'Golf' });
  });

  it('end when there are pictures enough, and ask for no sound that was sent', () => {
    const lena = given().person().shows('1', '2', '3', '4', '5', '6').waits();
    lena.taps('reportLabelKind', { kind: 'leak' }).taps('reportLabelDrive', { drive: 'badly' });
    expect(lena.heard).toEqual(['reportRecap', 'askConsent']);
    const other = begun(given().person()).taps('reportLabelKind', { kind: 'noise' });
    for (let asked = 0; asked < 3; asked += 1) other.does(voice).waits();
    expect(other.heard).toEqual(['reportRecap', 'askConsent']);
    expect(other.heardOf('reportRecap')).toMatchObject({ voices: 3 });
  });

  it('take three short lines as one answer', () => {
    const lena = begun().says('it rattles').says('in front').says('when cold').waits();
    expect(lena.heard).toEqual(['reportAskDrive']);
    expect(known(lena)).toMatchObject({ kind: 'other', words: 'it rattles\nin front\nwhen cold' });
  });

  it('go on to the picture after those that came', () => {
    const lena = begun().taps('reportLabelKind', { kind: 'tyre' }).says('skip').says('skip');
    expect(lena.heardOf('reportAskShot')).toEqual({ shot: 'sidewall' });
    lena.shows('p2', 'p3').waits();
    expect(lena.heardOf('reportAskShot')).toEqual({ shot: 'damage' });
  });

  it('let one go back, and cancel', () => {
    const lena = begun()
      .taps('reportLabelKind', { kind: 'noise' })
      .taps('reportLabelDrive', { drive: 'badly' });
    expect(lena.says('back').heard).toEqual(['reportAskDrive']);
    expect(lena.says('cancel').heard).toEqual(['reportDropped']);
    expect(lena.conversation.flow).toBeNull();
    expect(lena.timers.size).toBe(0);
    expect(lena.case.waitingSince).toBeNull();
  });

  it('take a late tap as what it says, and pass the report on anew', () => {
    const lena = begun();
    lena.town.later(6);
    expect(lena.ticks().heard).toEqual(['reportRecap']);
    lena.taps('reportLabelKind', { kind: 'start' });
    expect(lena.heard).toEqual(['reportAskMoment']);
    expect(known(lena)).toMatchObject({ kind: 'start', passedAt: null });
  });

  it('a photo that joins just before a tap changes no older card beside the answer', () => {
    const lena = begun().shows('p2').taps('reportLabelKind', { kind: 'leak' });
    expect(lena.heard).toEqual(['reportAskDrive']);
    expect(known(lena)).toMatchObject({ photos: 2 });
  });

  it('a second “That’s all” shows the recap again and tells the advisors nothing new', () => {
    const lena = begun().taps('reportLabelKind', { kind: 'part' }).taps('reportLabelEnough');
    lena.town.later(3);
    const before = lena.changes.filter(({ kind }) => kind === 'request').length;
    expect(lena.taps('reportLabelEnough').heard).toEqual(['reportRecap']);
    expect(lena.changes.filter(({ kind }) => kind === 'request')).toHaveLength(before);
  });
});

describe('a report that is left', () => {
  it('is passed on once, with a line for the advisors; whatever was begun meanwhile goes on', () => {
    const lena = begun().taps('reportLabelKind', { kind: 'leak' }).sends('book');
    const { flow } = lena.conversation;
    lena.town.later(6);
    const [key, timer] = [...lena.timers][0] ?? ['', { dueAt: 0 }];
    const { outcome } = lena.play({ kind: 'timer', key, dueAt: timer.dueAt });
    const lines = outcome.say.map(({ to, message }) => [to, message.kind === 'say' && message.text[0]?.key]);
    expect(lines).toEqual([
      ['customer', 'reportRecap'],
      ['desk', 'reportLine'],
    ]);
    expect(lena.conversation.flow).toEqual(flow);
  });

  it('while a person has the talk is told to them alone', () => {
    const lena = had(begun());
    lena.town.later(6);
    const [key, timer] = [...lena.timers][0] ?? ['', { dueAt: 0 }];
    const { outcome } = lena.play({ kind: 'timer', key, dueAt: timer.dueAt });
    expect(outcome.say.map(({ to }) => to)).toEqual(['desk']);
  });

  it('before anything was told is nothing', () => {
    const lena = given().person().sends('menu').taps('labelProblem');
    lena.town.later(6);
    lena.ticks();
    expect(lena.conversation.flow).toBeNull();
    expect(lena.changes.filter(({ kind }) => kind === 'report' || kind === 'request')).toEqual([]);
  });
});

describe('while a person has the talk', () => {
  it('a photo goes to them without a word of the bot, and is counted', () => {
    const lena = had(begun());
    const { outcome } = lena.play({ kind: 'photo', file, caption: '', album: null });
    expect(outcome.say).toEqual([]);
    expect(known(lena)).toMatchObject({ photos: 2 });
    expect(lena.customer.reports).toHaveLength(1);
  });
});

describe('a file that could not be had', () => {
  const content = {
    kind: 'file',
    what: 'video',
    source: { at: 'messenger', channel: 'whatsapp', id: 'f1' },
    mime: null,
    name: null,
    bytes: null,
    caption: { text: '' },
  };
  const failed = (why: 'gone' | 'tooLarge' | 'unreachable' | 'damaged' | 'unknownType', of: string) =>
    ({
      kind: 'fetched',
      outcome: { kind: 'failed', why },
      ticket: { of, messageId: '1', replyTo: null, content },
    }) as const;

  it.each([
    ['gone', 'again'],
    ['unreachable', 'again'],
    ['damaged', 'again'],
    ['tooLarge', 'tooLarge'],
    ['unknownType', 'unknownType'],
  ] as const)('(%s) is told with what helps, once for all that came with it', (why, helps) => {
    const lena = begun();
    const { flow } = lena.conversation;
    lena.does(failed(why, 'customer'));
    expect(lena.heardOf('reportUnread')).toEqual({ what: 'video', why: helps });
    const { outcome } = lena.play(failed(why, 'customer'));
    expect(outcome.say).toEqual([]);
    expect(lena.conversation.flow).toEqual(flow);
    lena.town.later(5);
    expect(lena.does(failed(why, 'customer')).heard).toEqual(['reportUnread']);
  });

  it('is no matter of the customer where the advisors have it all the same', () => {
    const { outcome } = begun().play(failed('tooLarge', 'kept'));
    expect(outcome.say).toEqual([]);
  });

  it('leaves alone what is being collected', () => {
    const lena = given().person().shows('p1');
    lena.does(failed('gone', 'customer'));
    expect(lena.conversation.burst?.photos).toEqual(['p1']);
  });
});

describe('danger', () => {
  it.each([
    ['written', { kind: 'text', text: 'my brakes do not work' }],
    ['below a photo', { kind: 'photo', file, caption: 'my brakes do not work', album: null }],
    ['in other words of an older message', { kind: 'edited', messageId: '1', text: 'my brakes do not work' }],
  ] as const)('%s is heard before anything else, in any state', (_how, event) => {
    const states = [
      given().person(),
      given().person().sends('book'),
      given(MONDAY, '03:00').person().sends('book').taps('labelSomethingElse'),
      begun().taps('reportLabelKind', { kind: 'noise' }),
      had(given().person().sends('person')),
    ];
    for (const lena of states) {
      const { outcome } = lena.play(event);
      const [first, ...others] = outcome.say.filter(({ to }) => to === 'customer');
      expect(others).toEqual([]);
      expect(first).toMatchObject({ priority: 'danger', message: { text: [{ key: 'reportDanger' }] } });
      expect(outcome.say.map(({ to, priority }) => `${to} ${priority}`)).toContain('general danger');
      expect(lena.case).toMatchObject({ danger: { kind: 'brakes' }, waitingSince: expect.any(Number) });
    }
  });

  it('takes along what was just being collected', () => {
    const lena = given().person().shows('p1', 'p2');
    lena.says('the car is on fire');
    expect(lena.heard).toEqual(['reportDanger']);
    expect(known(lena)).toMatchObject({ photos: 2, danger: 'smoke', words: 'the car is on fire' });
    expect(lena.conversation.burst).toBeNull();
  });

  it('that is worse than the one before is said at once', () => {
    const lena = given().person().says('my brakes do not work').says('the car is on fire');
    expect(lena.heard).toEqual(['reportDanger']);
    expect(lena.says('the engine is smoking').heard).not.toContain('reportDanger');
  });

  it('wants to know where they stand, and thanks for it', () => {
    const lena = given().person().says('my brakes do not work');
    expect(lena.told[0]).toMatchObject({ askLocation: { key: 'reportLabelLocation' } });
    const { outcome } = lena.play({ kind: 'location', latitude: 40.6, longitude: 22.9 });
    expect(lena.heard).toEqual(['reportPlaceSeen']);
    expect(outcome.say.every(({ priority }) => priority === 'danger')).toBe(true);
  });

  it('is heard also of somebody who writes without end', () => {
    const lena = given().person();
    for (let count = 0; count < 40; count += 1) lena.says('status');
    expect(lena.says('my brakes do not work').heard).toEqual(['reportDanger']);
  });

  it('invites nobody to drive here', () => {
    const lena = begun()
      .taps('reportLabelKind', { kind: 'lamp' })
      .taps('reportLabelColour', { colour: 'red' });
    expect(lena.labels).toEqual(['caseLabelCallMe']);
    expect(lena.conversation.flow).toBeNull();
  });
});

describe('whatever the answers are', () => {
  it('a report ends after a few of them, and the advisors read all of it', () => {
    const answers = fc.constantFrom('tap', 'skip', 'words', 'photo', 'voice', 'back');
    fc.assert(
      fc.property(
        fc.constantFrom(...reportKinds),
        fc.array(answers, { minLength: 40, maxLength: 40 }),
        (kind, steps) => {
          const lena = begun().taps('reportLabelKind', { kind });
          let photos = 1;
          let backs = 0;
          for (const step of steps) {
            if (lena.conversation.flow?.name !== 'report') break;
            const isBack = step === 'back' && backs < 3;
            if (step === 'photo') photos += 1;
            if (isBack) backs += 1;
            if (step === 'skip' || (step === 'back' && !isBack)) lena.says('skip');
            else if (isBack) lena.says('back');
            else if (step === 'words') lena.says('a word').waits();
            else if (step === 'photo') lena.shows('more').waits();
            else if (step === 'voice') lena.does(voice).waits();
            else {
              const offer = lena.offers.at(-2);
              if (offer) lena.tapsOffer(offer);
            }
          }
          if (lena.conversation.flow?.name === 'report') lena.says('cancel');
          expect(known(lena)?.photos).toBe(photos);
          expect(known(lena)?.passedAt).not.toBeNull();
          expect(lena.timers.size).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
