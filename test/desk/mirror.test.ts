import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mirrored, mirror } from '#shared/desk/mirror.ts';
import { addressKey } from '#shared/domain/address.ts';
import { type Case, newCase } from '#shared/domain/case.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import { priorities } from '#shared/domain/outbound.ts';
import { given } from '#test/flows/given.ts';
import { eventsOf, type Moment, moment } from '#test/flows/life.ts';
import type { Neighbour, Played } from '#test/flows/neighbour.ts';

/** The mirror over the real flows: what people do in any order, and what the topic sees of it. */

const desk = { address: { channel: 'telegram', bot: '0', chat: 'desk', thread: '' }, chat: '-1002000000001' };

/** Somebody whose every step is mirrored, with the case as it is stored. */
class Mirror {
  readonly lena: Neighbour;
  case: Case;

  constructor(lena = given().person()) {
    this.lena = lena;
    this.case = newCase(lena.customer.id, addressKey(lena.address));
  }

  does(event: InboundEvent): Mirrored & { readonly played: Played } {
    const { lena } = this;
    const { customer, conversation } = lena;
    this.lena.case = this.case;
    const offered = event.kind === 'tap' ? lena.rows.find(({ id }) => id === event.offer?.row) : undefined;
    const played = lena.play(event);
    const seen = mirror({
      inbound: played.inbound,
      home: lena.address,
      customer,
      case: this.case,
      conversation,
      offered: offered?.messages ?? [],
      counterpart: null,
      outcome: played.outcome,
      other: null,
      station: lena.town.station,
      desk,
      now: lena.town.now,
      openUntil: null,
      topicUrl: null,
    });
    const stored = seen.changes.findLast((change) => change.kind === 'case');
    if (stored?.kind === 'case') this.case = { ...stored.case, version: stored.case.version + 1 };
    if (seen.conversation) lena.conversation = { ...lena.conversation, talk: seen.conversation.talk };
    return { ...seen, played };
  }

  says(text: string) {
    return this.does({ kind: 'text', text });
  }
}

const keysOf = ({ rows }: Mirrored) =>
  rows.map(({ messages: [message] }) =>
    message?.kind === 'say' ? (message.slot ?? message.text[0]?.key) : message?.kind,
  );

describe('the first words of somebody', () => {
  it('make a topic with what they wrote, what the bot said and the card; a greeting makes none', () => {
    const talk = new Mirror();
    const start = talk.does({ kind: 'command', name: 'start', payload: '' });
    expect([start.rows, start.changes]).toEqual([[], []]);
    const hours = talk.says('hours');
    expect(keysOf(hours)).toEqual(['relay', 'caseTalk', 'card']);
    expect(hours.rows.map(({ topic }) => topic)).toEqual(
      Array(3).fill({ of: 'customer', customer: talk.lena.customer.id, title: 'Lena' }),
    );
    expect(hours.rows.map(({ priority }) => priority)).toEqual(['mirror', 'mirror', 'answer']);
    expect(hours.changes.filter(({ kind }) => kind === 'passed')).toMatchObject([
      { messageId: hours.played.inbound.messageId, row: hours.rows[0]?.sk },
    ]);
    expect(keysOf(talk.says('hours'))).toEqual(['relay', 'caseTalk']);
  });

  it('that call a person are urgent, with the call below them', () => {
    const talk = new Mirror();
    const seen = talk.says('person');
    expect(keysOf(seen)).toEqual(['relay', 'deskRequest', 'caseTalk', 'card']);
    expect(seen.rows.slice(0, 2).map(({ priority }) => priority)).toEqual(['person', 'person']);
    expect(talk.case).toMatchObject({ baton: 'waiting', alerts: 0 });
    expect(seen.changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['case', 'waiter', 'timer']));
  });
});

describe('who has the talk', () => {
  it('hears all of it, and the bot nothing is said of', () => {
    const talk = new Mirror();
    talk.says('person');
    talk.case = { ...talk.case, baton: 'person', owner: 'maria', waitingSince: null, answerBy: null };
    const seen = talk.says('and the price');
    expect(keysOf(seen)).toEqual(['relay', 'card']);
    expect(seen.rows.map(({ language }) => language)).toEqual(['el', 'el']);
    expect(talk.case.waitingSince).toBe(talk.lena.town.now);
  });

  it('hears nothing of somebody who was shut out, and they hear nothing', () => {
    const talk = new Mirror();
    talk.says('hours');
    talk.case = { ...talk.case, blocked: { by: 'maria', reason: 'threats', at: 1 } };
    for (const event of [
      { kind: 'text', text: 'person' },
      { kind: 'command', name: 'book', payload: '' },
    ] as const) {
      const seen = talk.does(event);
      expect([seen.rows, seen.changes, seen.played.outcome.say]).toEqual([[], [], []]);
    }
  });
});

describe('taps', () => {
  it('are one line that grows, until words come in between', () => {
    const talk = new Mirror();
    const line = (seen: Mirrored) =>
      seen.rows.flatMap(({ messages: [message] }) => {
        const [first] = message?.kind === 'say' ? message.text : [];
        return first?.key === 'caseTalk' ? first.args.trail.map(({ key }) => key) : [];
      });
    talk.does({ kind: 'command', name: 'book', payload: '' });
    const [offer] = talk.lena.sees;
    if (!offer) throw new Error('Nothing is offered');
    const tap = talk.does({ kind: 'tap', tapId: '1', offer });
    expect(line(tap)).toEqual(['verbatim', 'labelService']);
    expect(tap.rows[0]?.messages[0]).toMatchObject({ slot: 'talk' });
    const car = talk.says('Octavia ABC-4821');
    expect(line(car)).toEqual([]);
    expect(car.rows[1]?.messages[0]).toMatchObject({ slot: null });
  });
});

describe('whatever people do', () => {
  it('is seen once, in order, in their own topic; nothing they send is lost', () => {
    const life = fc.array(moment, { minLength: 5, maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(life, (moments: readonly Moment[]) => {
        const talk = new Mirror();
        for (const one of moments)
          for (const event of eventsOf(one, talk.lena, 'Nomen car ABC-4821')) holds(talk, event);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  }, 60_000);
});

const sent = ['text', 'photo', 'file', 'location', 'contact', 'unsupported'];

function holds(talk: Mirror, event: InboundEvent): void {
  const before = talk.case;
  const seen = talk.does(event);
  const names = seen.rows.map(({ sk }) => sk);
  expect(new Set(names).size).toBe(names.length);
  expect([...names].sort()).toEqual(names);
  const carried = seen.rows.filter(({ source }) => source !== null);
  if (sent.includes(event.kind)) expect(seen.rows.length, `${event.kind} is not seen`).toBeGreaterThan(0);
  if (['text', 'photo', 'location', 'contact'].includes(event.kind)) expect(carried).toHaveLength(1);
  for (const { topic, priority, destination } of seen.rows) {
    expect(destination).toBe('telegram/0/desk/');
    expect(priorities[priority]).toBeDefined();
    if (topic?.of === 'customer') expect(topic.customer).toBe(talk.lena.customer.id);
  }
  const cases = seen.changes.filter(({ kind }) => kind === 'case');
  expect(cases.length).toBeLessThanOrEqual(1);
  // Somebody who waits goes on waiting, whatever the bot says.
  if (before.waitingSince !== null && event.kind !== 'timer')
    expect(talk.case.waitingSince).toBe(before.waitingSince);
}
