import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case.ts';
import { at, MONDAY } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Who speaks with a customer: the bot, the bot until a person is there, or a person. */

const minute = 60_000;

/** A person has Lena's talk since they answered her. */
function had(lena: Neighbour, more: Partial<Case> = {}): Neighbour {
  const answered = { by: 'maria', at: lena.town.now };
  lena.case = {
    ...lena.case,
    baton: 'person',
    owner: 'maria',
    waitingSince: null,
    answerBy: null,
    answered,
    ...more,
  };
  return lena;
}

describe('while a person has the talk', () => {
  it.each(['it rattles', 'book', 'menu', 'cancel', 'hello', 'english', '1234 5678'])(
    'the bot is silent to “%s”, and the customer waits',
    (words) => {
      const lena = had(given().person().says('hours'));
      const { outcome } = lena.play({ kind: 'text', text: words });
      expect(outcome.say).toEqual([]);
      expect(outcome.case).toMatchObject({ waitingSince: lena.town.now, alerts: 0 });
    },
  );

  it.each(['thank you', '👍', '🙏🏽'])('“%s” asks for no answer', (words) => {
    const { outcome } = had(given().person().says('hours')).play({ kind: 'text', text: words });
    expect([outcome.say, outcome.case]).toEqual([[], {}]);
  });

  it.each([
    ['status', 'noVisits'],
    ['stop', 'stopped'],
    ['address', 'address'],
    ['hours', 'hours'],
    ['person', 'personCalled'],
    ['call me back', 'caseCallAsk'],
  ])('“%s” is answered all the same', (words, key) => {
    expect(had(given().person().says('menu')).says(words).heard).toContain(key);
  });

  it('the promise names whoever has the talk', () => {
    const lena = had(given().person('Lena', 'el').says('μενού'), { owner: 'eleni' });
    expect(lena.says('άνθρωπος').heardOf('personCalled')).toMatchObject({ advisor: 'eleni' });
  });

  it('files, photos and places are for the person too', () => {
    const lena = had(given().person().says('menu'));
    const file = { id: 'f', bytes: 1, mime: null, name: null };
    for (const event of [
      { kind: 'photo', file, caption: '', album: null },
      { kind: 'file', what: 'voice', file, caption: '' },
      { kind: 'location', latitude: 1, longitude: 2 },
      { kind: 'contact', phone: '+306900000000', own: false },
      { kind: 'unsupported', what: 'poll' },
    ] as const)
      expect(lena.play(event).outcome.say).toEqual([]);
  });

  it('words that were being collected are not answered by the bot afterwards', () => {
    const lena = given().person().says('menu').says('it rattles');
    had(lena);
    expect(lena.waits().conversation.misses).toBe(0);
    expect(lena.rows.at(-1)?.messages.some((one) => one.kind === 'say' && one.text[0]?.key === 'help')).toBe(
      false,
    );
  });

  it('a question of the bot’s from before is not answered by words meant for the person', () => {
    const lena = given().person().sends('book').taps('labelService', { id: 'oil' });
    lena.town.later(1);
    had(lena);
    lena.town.later(1);
    expect(lena.play({ kind: 'text', text: 'Octavia ABC-4821' }).outcome.say).toEqual([]);
  });

  it('a question that they began by a button afterwards is', () => {
    const lena = had(given().person().says('menu'));
    lena.town.later(1);
    lena.sends('book').taps('labelService', { id: 'oil' }).says('Octavia ABC-4821');
    expect(lena.labels).toContain('labelSlot');
  });
});

describe('somebody who was shut out', () => {
  it.each(['person', 'hours', 'anything'])('gets no answer to “%s”', (words) => {
    const lena = given().person().says('menu');
    lena.case = { ...lena.case, blocked: { by: 'maria', reason: 'threats', at: lena.town.now } };
    expect(lena.play({ kind: 'text', text: words }).outcome).toMatchObject({
      say: [],
      changes: [],
      conversation: null,
    });
  });

  it('is reminded of nothing, and no timer of theirs is left', () => {
    const lena = given().person().says('menu');
    lena.case = { ...lena.case, blocked: { by: 'maria', reason: 'threats', at: lena.town.now } };
    lena.timers.set('clock#x', { dueAt: lena.town.now, data: {} });
    lena.ticks();
    expect(lena.timers.size).toBe(0);
  });
});

describe('what is added to a call', () => {
  it('is said to be passed on once in half an hour', () => {
    const lena = given().person().sends('person');
    const heard = (words: string) => {
      lena.says(words);
      const { outcome } = lena.play({ kind: 'quiet', burst: lena.quiet ?? 0 });
      return outcome.say.filter(({ to }) => to === 'customer').length;
    };
    expect(heard('it rattles')).toBe(1);
    lena.town.later(5);
    expect(heard('on the left')).toBe(0);
    lena.town.later(6);
    expect(heard('at the front')).toBe(0);
    expect(lena.case.waitingSince).toBe(at(MONDAY, '10:00'));
    lena.town.later(30);
    expect(heard('anybody there')).toBe(1);
  });

  it('keeps one promise for one wait, whatever is added', () => {
    const lena = given().person().sends('person');
    const by = lena.case.answerBy;
    lena.town.later(10);
    lena.shows('p1').waits();
    lena.taps('reportLabelKind', { kind: 'part' }).taps('reportLabelEnough');
    expect(lena.heardOf('reportRecap')).toMatchObject({ by });
    expect(lena.case).toMatchObject({ answerBy: by, waitingSince: at(MONDAY, '10:00') });
  });

  it('begins a new wait once a person answered', () => {
    const lena = had(given().person().sends('person'));
    lena.case = { ...lena.case, baton: 'bot', owner: null };
    lena.town.later(5);
    expect(lena.says('person').heard).toEqual(['personCalled']);
    expect(lena.case).toMatchObject({ baton: 'waiting', waitingSince: lena.town.now });
  });
});

describe('a call at a time that suits', () => {
  it('“now” is somebody who waits now; the number is asked for where none is known', () => {
    const lena = given().person().says('call me back').taps('caseLabelCallWhen', { when: 'now' });
    expect(lena.heard).toEqual(['caseCallPhone']);
    lena.says('+30 691 111 1111');
    expect(lena.heardOf('caseCallSet')).toMatchObject({ when: 'now', phone: '+306911111111' });
    expect(lena.customer).toMatchObject({ phone: '+306911111111', phoneProven: false });
    expect(lena.case).toMatchObject({
      baton: 'waiting',
      waitingSince: lena.town.now,
      callback: { when: 'now' },
    });
  });

  it('later is no wait before its time, and one by the end of it', () => {
    const lena = given().person().says('menu');
    lena.customer = { ...lena.customer, phone: '+306911111111' };
    const when = '2026-11-24 morning';
    lena.says('call me back').taps('caseLabelCallWhen', { when });
    expect(lena.heardOf('caseCallSet')).toMatchObject({ when, phone: '+306911111111' });
    expect(lena.case).toMatchObject({ baton: 'bot', waitingSince: null, callback: { when } });
    lena.town.clock('2026-11-24', '08:30');
    lena.ticks();
    expect(lena.case).toMatchObject({ waitingSince: lena.town.now, answerBy: at('2026-11-24', '12:00') });
  });

  it('is forgotten once the call was made', () => {
    const lena = given().person().says('menu');
    lena.customer = { ...lena.customer, phone: '+306911111111' };
    lena.says('call me back').taps('caseLabelCallWhen', { when: '2026-11-24 morning' });
    lena.case = { ...lena.case, callback: null };
    lena.town.clock('2026-11-24', '08:30');
    lena.ticks();
    expect(lena.case.waitingSince).toBeNull();
    expect(lena.timers.size).toBe(0);
  });

  it('may do without a number', () => {
    const lena = given()
      .person()
      .says('call me back')
      .taps('caseLabelCallWhen', { when: 'now' })
      .says('skip');
    expect(lena.heardOf('caseCallSet')).toMatchObject({ phone: '' });
  });
});

describe('the alert timers', () => {
  it('of another wait say nothing and are used up', () => {
    const lena = given().person().sends('person');
    for (const key of ['handover#alert', 'handover#promise'])
      lena.timers.set(key, { dueAt: lena.town.now, data: { since: lena.town.now - 5 * minute } });
    lena.timers.set('handover#of another version', { dueAt: lena.town.now, data: null });
    const { outcome } = lena.play({ kind: 'timer', key: 'handover#alert', dueAt: lena.town.now });
    expect([outcome.say, outcome.case]).toEqual([[], {}]);
    lena.ticks();
    expect(lena.timers.size).toBe(0);
  });
});
