import { describe, expect, it } from 'vitest';
import { mirror } from '#shared/desk/mirror.ts';
import { type Ground, rowsOf } from '#shared/desk/rows.ts';
import type { DeskSay } from '#shared/desk/turn.ts';
import { type Address, addressKey } from '#shared/domain/address.ts';
import { newCase } from '#shared/domain/case.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { Other } from '#shared/domain/facts.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Outgoing } from '#shared/flows/flow.ts';
import { newConversation } from '#shared/store/conversation.ts';
import { given } from '#test/flows/given.ts';
import { caseOf, customerOf, home, now } from './given-case.ts';

/** What is said at the desk to or about somebody else than the topic's own customer. */

const desk = { address: { channel: 'telegram', bot: '0', chat: 'desk', thread: '' }, chat: '-1002000000001' };
const whatsapp: Address = { channel: 'whatsapp', bot: '1061', chat: 'GR.1', thread: '' };
const dayMs = 24 * 60 * 60_000;
const [me, topic] = [
  customerOf(),
  { chat: desk.chat, thread: '77', title: 'Lena', slots: {}, last: null, rebuilt: 0 },
];
const car = { id: 'a', label: 'Skoda Octavia ABC-4821', short: 'Octavia …4821' };

const anna: Other = {
  customer: {
    ...newCustomer(addressKey(whatsapp), 'Anna'),
    version: 2,
    approvesFor: [{ customer: me.id, name: 'Lena' }],
  },
  case: newCase(addressKey(whatsapp), addressKey(whatsapp)),
  home: whatsapp,
  language: 'uk',
  heardAt: now - 60_000,
};

const ground: Ground = {
  now,
  id: 'ABC234',
  desk,
  language: 'en',
  thread: topic.thread,
  windowAt: ({ channel }) => (channel === 'whatsapp' ? dayMs : null),
  about: {
    customer: { ...me, vehicles: [car] },
    case: caseOf(),
    home: { channel: 'telegram', bot: '4242', chat: '501', thread: '' },
    conversation: newConversation(me.id, 'el'),
    openUntil: null,
    editableMs: null,
    calendar: 'file',
    topic,
    elsewhere: [],
  },
  here: addressKey({ ...desk.address, chat: desk.chat, thread: topic.thread }),
  tapId: null,
};

function one(more: Partial<DeskSay> = {}): DeskSay {
  return { to: 'customer', priority: 'person', message: say(phrase('menu')), ...more };
}

const rows = (...said: DeskSay[]) => rowsOf({ say: said }, ground);

describe('an advisor’s words', () => {
  it('to somebody else go to their home, in their language and window, about the car of the topic', () => {
    expect(rows(one({ of: anna }))).toMatchObject([
      {
        destination: addressKey(whatsapp),
        language: 'uk',
        openUntil: now - 60_000 + dayMs,
        car: 'Octavia …4821',
        source: null,
      },
    ]);
  });

  it('to both are a row each, which never meet', () => {
    const made = rows(one({ of: anna }), one({ of: anna }), one(), one({ of: anna }));
    expect(
      made.map(({ destination, language, messages }) => [destination, language, messages.length]),
    ).toEqual([
      [addressKey(whatsapp), 'uk', 2],
      [home, 'el', 1],
      [addressKey(whatsapp), 'uk', 1],
    ]);
    expect(new Set(made.map(({ sk }) => sk)).size).toBe(3);
  });

  it('about somebody else stand in that one’s topic', () => {
    expect(
      rows(one({ to: 'topic', of: anna }), one({ to: 'topic' })).map(({ topic: at }) => at),
    ).toMatchObject([
      { of: 'customer', customer: anna.customer.id },
      { of: 'customer', customer: me.id },
    ]);
  });

  it('never reach who was shut out; the topic still hears of it', () => {
    const shut = { ...anna, case: { ...anna.case, blocked: { by: 'maria', reason: 'threats', at: 1 } } };
    const made = rows(one({ of: shut }), one({ to: 'topic', of: shut }), one());
    expect(made.map(({ destination }) => destination)).toEqual([addressKey(desk.address), home]);
  });
});

describe('what a person’s step says', () => {
  it('about somebody else stands in that one’s topic, in the language of who has them, and nothing of it in their own', () => {
    const lena = given().person();
    const played = lena.play({ kind: 'text', text: 'hours' });
    const line: Outgoing = { to: 'desk', priority: 'person', message: say(phrase('unlinked')), of: anna };
    const seen = mirror({
      inbound: played.inbound,
      home: lena.address,
      customer: lena.customer,
      case: newCase(lena.customer.id, addressKey(lena.address)),
      conversation: lena.conversation,
      offered: [],
      counterpart: null,
      outcome: {
        ...played.outcome,
        say: [...played.outcome.say, line, { ...line, to: 'customer' }],
      },
      other: null,
      station: lena.town.station,
      desk,
      now: lena.town.now,
      openUntil: null,
      topicUrl: null,
    });
    const about = seen.rows.filter(
      ({ messages: [message] }) => message?.kind === 'say' && message.text[0]?.key === 'unlinked',
    );
    expect(about).toMatchObject([
      { destination: addressKey(desk.address), topic: { customer: anna.customer.id, title: 'Anna' } },
    ]);
    const own = seen.rows.filter((row) => !about.includes(row));
    expect(own.length).toBeGreaterThan(1);
    for (const row of own) expect(row.topic).toMatchObject({ customer: lena.customer.id });
    const talk = JSON.stringify(own.map(({ messages }) => messages));
    expect(talk).not.toContain('unlinked');
  });
});
