import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardOf, type Shown } from '#shared/desk/card.ts';
import type { Case } from '#shared/domain/case.ts';
import { actionsOf } from '#shared/domain/outbound.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { textFor } from '#shared/text/text.ts';
import { caseOf, customerOf, home, now, station } from './given-case.ts';

const shown = (more: Partial<Case> = {}, rest: Partial<Shown> = {}): Shown => ({
  customer: customerOf(),
  case: caseOf(more),
  language: 'en',
  openUntil: null,
  now,
  ...rest,
});
const read = (what: Shown) => {
  const text = textFor('en', station, now);
  return cardOf(what)
    .message.text.map((one) => text.say(one))
    .join('\n');
};
const doing = (what: Shown) =>
  actionsOf(cardOf(what).message).map(({ data }) =>
    data instanceof Object && 'do' in data ? data.do : null,
  );

describe('the pinned card', () => {
  it('tells that somebody is on the waiting list, and nothing of it where nobody is', () => {
    const customer = { ...customerOf(), waits: ['WAITAA', 'WAITBB'] };
    expect(read(shown({}, { customer }))).toContain('On the waiting list for 2 times.');
    expect(read(shown())).not.toContain('waiting list');
  });

  it.each<[string, Partial<Case>, readonly string[]]>([
    ['the bot answers', {}, ['take', 'offer', 'book', 'more']],
    [
      'somebody waits',
      { baton: 'waiting', waitingSince: now },
      ['take', 'noAnswer', 'offer', 'book', 'more'],
    ],
    [
      'a person has it',
      { baton: 'person', owner: 'maria' },
      ['giveBack', 'handOver', 'release', 'offer', 'book', 'more'],
    ],
    [
      'a person has it, and a call is wanted',
      { baton: 'person', waitingSince: now, callback: { when: 'now', at: now } },
      ['noAnswer', 'handOver', 'release', 'offer', 'book', 'callDone', 'more'],
    ],
    ['they are shut out', { blocked: { by: 'maria', reason: 'threats', at: now } }, ['unblock']],
  ])('when %s offers what can be done then', (_when, more, actions) => {
    expect(doing(shown(more))).toEqual(actions);
  });

  it('names the person, their messengers, cars, number and visits', () => {
    const vehicle = { id: 'c', label: 'Octavia', short: 'Octavia …4821' };
    const visit = {
      id: '7K2M4Q',
      start: now + 3_600_000,
      readyBy: now + 7_200_000,
      services: ['oil'],
      vehicle,
      stay: 'wait',
      sequence: 1,
      dates: [],
      chat: home,
      life: freshLife,
    } as const;
    const customer = customerOf({
      phone: '+306911111111',
      vehicles: [vehicle],
      visits: [1, 2, 3, 4].map((one) => ({ ...visit, services: ['oil'], dates: [], id: `7K2M4${one}` })),
      addresses: ['whatsapp/1/2/', home],
    });
    const said = read(shown({}, { customer }));
    for (const part of [
      'Lena · English',
      'Telegram, WhatsApp',
      'Octavia …4821',
      '+306911111111',
      'No. 7K2M43',
      'And 1 more visit',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('7K2M44');
  });

  it('says until when one may write freely, and what goes out after that', () => {
    expect(read(shown({}, { openUntil: now + 5_400_000 }))).toContain('freely until Mon 23 Nov, 11:00');
    expect(read(shown({}, { openUntil: now - 1 }))).toContain('only a short notice');
    expect(read(shown())).not.toContain('freely');
  });

  it('is the same for words within one hour, and another one whenever what it says changes', () => {
    const print = (what: Shown) => cardOf(what).print;
    expect(print(shown({}, { openUntil: now + 60_000 }))).toBe(
      print(shown({}, { openUntil: now + 120_000 })),
    );
    const different: Partial<Case>[] = [
      {},
      { baton: 'waiting', waitingSince: now },
      { baton: 'waiting', waitingSince: now + 1 },
      { baton: 'person', owner: 'maria' },
      { baton: 'person', owner: 'eleni' },
      { undelivered: { why: 'blocked', at: now } },
      { callback: { when: 'now', at: now } },
      { blocked: { by: 'maria', reason: '', at: now } },
    ];
    expect(new Set(different.map((more) => print(shown(more)))).size).toBe(different.length);
    expect(print(shown({ alerts: 2, lastMessageId: '5', nightTold: 'x', version: 9 }))).toBe(print(shown()));
  });

  it('has at most eight buttons, whatever the case', () => {
    const arbitrary = fc.record({
      baton: fc.constantFrom('bot', 'waiting', 'person'),
      owner: fc.option(fc.constant('maria')),
      waitingSince: fc.option(fc.constant(now)),
      callback: fc.option(fc.constant({ when: 'now', at: now })),
      undelivered: fc.option(fc.constant({ why: 'lost', at: now })),
    });
    fc.assert(
      fc.property(arbitrary, (more) => {
        const { message } = cardOf(shown(more));
        expect(message.options.flat().length).toBeLessThanOrEqual(8);
        expect(message.slot).toBe('card');
      }),
    );
  });
});
