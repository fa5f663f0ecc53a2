import { describe, expect, it } from 'vitest';
import type { Language } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { at, MONDAY, shown } from '#test/domain/slots/bookings.ts';
import { given } from './given.ts';

/** A person in one step: who answers, and by when. */

describe('"person"', () => {
  it.each([
    ['in hours', MONDAY, '10:00', '2026-11-23 10:30', true],
    ['in the workshop’s break', MONDAY, '13:10', '2026-11-23 13:40', true],
    ['five minutes before closing', MONDAY, '17:25', '2026-11-24 09:00', true],
    ['at night', MONDAY, '03:00', '2026-11-23 09:00', false],
    ['on Saturday evening', '2026-11-28', '19:00', '2026-11-30 09:00', false],
    ['on the eve of a long holiday', '2026-12-24', '16:00', '2026-12-28 09:00', false],
  ])('%s promises a time that is true', (_when, date, time, by, open) => {
    const lena = given(date, time).person().says('person');
    expect(lena.heardOf('personCalled')).toMatchObject({ by: at(by.slice(0, 10), by.slice(11)), open });
    const [change] = lena.changes.filter(({ kind }) => kind === 'request');
    expect(change).toMatchObject({
      request: { reason: 'asked', answerBy: at(by.slice(0, 10), by.slice(11)) },
    });
    expect(shown(at(date, time)) < by).toBe(true);
  });

  it.each([
    ['ru', 'Мария'],
    ['el', 'Μαρία'],
    ['en', 'Maria'],
    ['uk', 'Марія'],
  ] as const)(
    'is answered by someone who speaks %s, named in the language of whoever reads it',
    (language: Language, advisor) => {
      const lena = given().person('Lena', language).says('menu').sends('person');
      expect(lena.heardOf('personCalled')).toMatchObject({ advisor: 'maria' });
      const by = at(MONDAY, '10:30');
      const promise = phrase('personCalled', { advisor: 'maria', by, open: true, phone: '' });
      expect(textFor(language, station, by).say(promise)).toContain(advisor);
    },
  );

  it('at a station without that language is answered all the same', () => {
    const town = given();
    const [first] = town.station.advisors;
    const alone = given(MONDAY, '10:00', {
      ...town.station,
      advisors: first ? [{ ...first, languages: ['el'] }] : [],
    });
    expect(alone.person('Anna', 'ru').sends('person').heardOf('personCalled')).toMatchObject({
      advisor: 'maria',
    });
  });

  it('tells the advisors who asks, about which car, and what was said', () => {
    const town = given();
    const lena = town
      .person('Lena')
      .sends('book')
      .taps('labelService', { id: 'annual' })
      .says('Octavia ABC-4821');
    lena.taps('labelSlot').taps('labelLeave').says('skip').sends('book').taps('labelSomethingElse');
    const { outcome } = lena.play({ kind: 'text', text: 'a noise at the front' });
    const [desk] = outcome.say.filter(({ to }) => to === 'desk');
    expect(desk).toMatchObject({
      priority: 'person',
      message: {
        text: [
          {
            key: 'deskRequest',
            args: { name: 'Lena', car: 'Octavia …4821', reason: 'problem', text: 'a noise at the front' },
          },
        ],
      },
    });
  });

  it('tells the advisors, after the second miss, the booking in progress and both things that were said', () => {
    const lena = given().person('Lena').sends('book').taps('labelService', { id: 'annual' });
    const first = 'Nobody told my brother about that';
    const second = 'He would rather ask your boss';
    lena.says('Octavia ABC-4821').says(first).waits();
    lena.says(second);
    const { outcome } = lena.play({ kind: 'quiet', burst: lena.conversation.burst?.version ?? 0 });
    const [said] = outcome.changes.flatMap((change) =>
      change.kind === 'request' ? [change.request.text] : [],
    );
    expect(said).toBe(`${first}\n${second}`);
    const [desk] = outcome.say.filter(({ to }) => to === 'desk');
    expect(desk).toMatchObject({
      message: {
        text: [
          { key: 'deskRequest', args: { reason: 'misunderstood' } },
          { key: 'deskBooking', args: { services: ['annual'], car: 'Octavia …4821', start: null } },
        ],
      },
    });
  });

  it('says no more than a thousand letters to the advisors, whole ones', () => {
    const lena = given().person().sends('book').taps('labelSomethingElse');
    const { outcome } = lena.play({ kind: 'text', text: `x${'🚗'.repeat(700)}` });
    const [request] = outcome.changes.flatMap((change) =>
      change.kind === 'request' ? [change.request] : [],
    );
    expect(request?.text.length).toBeLessThanOrEqual(1_000);
    expect(request?.text.isWellFormed()).toBe(true);
  });

  it('is not lost where no advisors’ group is set up', () => {
    const lena = given().person().sends('person');
    expect(lena.changes.map(({ kind }) => kind)).toContain('request');
    expect(lena.heard).toEqual(['personCalled']);
  });
});

describe('the time by which an answer is promised', () => {
  it('is not put off by words that only add to the call, nor by asking again', () => {
    const lena = given().person().sends('person');
    const by = lena.conversation.answerBy;
    expect(lena.heardOf('personCalled')).toMatchObject({ by });
    lena.town.later(5);
    expect(lena.sends('person').heardOf('personCalled')).toMatchObject({ by });
    lena.town.later(10);
    expect(lena.says('it rattles').waits().heardOf('passedOn')).toMatchObject({ by });
  });

  it('is a new one once the old one has passed', () => {
    const lena = given().person().sends('person');
    const by = lena.conversation.answerBy;
    lena.town.later(25);
    lena.says('it rattles').waits();
    lena.town.later(25);
    expect(lena.says('hello? anybody?').waits().heard).toEqual(['passedOn']);
    expect(lena.conversation.answerBy).toBeGreaterThan(by);
  });
});

describe('a thumb up', () => {
  it.each(['👍', '👍🏽', '🙏 🙏', '❤️'])('%s calls nobody', (nod) => {
    const lena = given().person().sends('person').says(nod).waits();
    expect(lena.heard).toEqual(['welcome']);
  });

  it('is no answer where one was asked for', () => {
    const lena = given().person().sends('book').says('👍').waits();
    expect(lena.heard).toEqual(['helpInStep', 'askWork']);
  });
});

describe('words in a burst', () => {
  it('keep whole letters when there are too many of them', () => {
    const lena = given().person().sends('start');
    for (const _ of [1, 2, 3]) lena.says(`x${'🚗'.repeat(400)}`);
    expect(lena.conversation.burst?.words.isWellFormed()).toBe(true);
    expect(lena.conversation.burst?.words.length).toBeLessThanOrEqual(1_000);
  });
});
