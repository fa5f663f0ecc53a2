import { describe, expect, it } from 'vitest';
import type { Address } from '#shared/domain/address.ts';
import { newCase } from '#shared/domain/case.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import { card, type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { FailedRow } from '#shared/flows/delivery.ts';
import { button, verbatim } from '#shared/flows/flow.ts';
import { decide, type Outcome, prepare } from '#shared/flows/step.ts';
import { given, type Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';

type Undelivered = Extract<InboundEvent, { kind: 'undelivered' }>;

const row: FailedRow = {
  messages: [say(verbatim('Your car is ready'))],
  cause: 'person',
  priority: 'answer',
  openUntil: 1_000,
  again: null,
  undelivered: null,
  fates: {},
};

/** Somebody who booked and was written to. */
function owner(): { town: Town; lena: Neighbour } {
  const town = given();
  const lena = town.person('Lena').says('hello').says('book').taps('labelService', {});
  return { town, lena };
}

function inboundOf({ address, town }: Neighbour, event: InboundEvent): Inbound {
  return { id: 'status.1', address, at: town.now, from: null, messageId: null, event };
}

/** What is decided when that message of that row did not arrive. */
function fails(
  who: Neighbour,
  failure: SendFailure,
  more: Partial<FailedRow> & Pick<Partial<Undelivered>, 'already' | 'part'> & { moved?: Address } = {},
): Outcome {
  const { already, part = 0, moved, ...rest } = more;
  const event: Undelivered = {
    kind: 'undelivered',
    row: 'v1',
    part,
    failure,
    ...(already ? { already } : {}),
  };
  const { conversation, customer } = who;
  const known = {
    conversation,
    customer,
    offer: null,
    timer: null,
    failed: { ...row, ...rest },
    home: moved ?? who.address,
    arrived: [],
    case: newCase('c', ''),
  };
  const inbound = inboundOf(who, event);
  const prepared = prepare(inbound, known, who.town.setting());
  return decide(inbound, prepared, who.town.read(prepared.needs));
}

function said(outcome: Outcome, to: 'customer' | 'desk'): readonly Outbound[] {
  return outcome.say.filter((one) => one.to === to).map(({ message }) => message);
}

/** Why the advisors are told that it did not arrive; undefined when they are not. */
function toldWhy(outcome: Outcome): unknown {
  const [line] = said(outcome, 'desk').flatMap((message) => (message.kind === 'say' ? message.text : []));
  return line && 'why' in line.args ? line.args.why : undefined;
}

function changed(outcome: Outcome, kind: Change['kind']): Change | undefined {
  return outcome.changes.find((change) => change.kind === kind);
}

const blocked: SendFailure = { kind: 'blocked', reason: '131026 not on it' };
const closed: SendFailure = { kind: 'windowClosed', reason: '131047' };
const slow: SendFailure = {
  kind: 'throttled',
  retryAfterSeconds: null,
  scope: 'account',
  unasked: false,
};

describe('a message that did not arrive', () => {
  it.each<[string, SendFailure, string]>([
    ['they are not there any more', blocked, 'blocked'],
    ['it is refused', { kind: 'rejected', reason: '131051' }, 'rejected'],
    ['the chat is another one', { kind: 'migrated', chat: '-100' }, 'rejected'],
  ])('because %s: the advisors are told why, and it is not said again', (_label, failure, why) => {
    const { lena } = owner();
    const outcome = fails(lena, failure);
    expect(toldWhy(outcome)).toBe(why);
    expect(outcome.say[0]).toMatchObject({ to: 'desk', priority: 'danger' });
    expect(said(outcome, 'customer')).toEqual([]);
    expect(changed(outcome, 'undelivered')).toMatchObject({ row: 'v1', part: 0 });
  });

  it.each<[string, SendFailure, string]>([
    ['we owe money', { kind: 'unauthorized', reason: '131042', why: 'payment' }, 'payment'],
    ['our account is restricted', { kind: 'unauthorized', reason: '131031', why: 'account' }, 'account'],
    ['our token is refused', { kind: 'unauthorized', reason: '190', why: 'token' }, 'account'],
  ])(
    'because %s: the advisors are told at once, and it is said again when that may be mended',
    (_label, failure, why) => {
      const { lena } = owner();
      const outcome = fails(lena, failure);
      expect(toldWhy(outcome)).toBe(why);
      expect(said(outcome, 'customer')).toMatchObject(row.messages);
      expect(outcome.repeats?.notBefore).toBe(lena.town.now + 3_600_000);
      const second = fails(lena, failure, { again: failure.kind });
      expect([toldWhy(second), said(second, 'customer')]).toEqual(['rejected', []]);
    },
  );

  it('tells the advisors that a person’s words wait their turn where the messenger wants less', () => {
    const { lena } = owner();
    expect(toldWhy(fails(lena, slow, { priority: 'person' }))).toBe('throttled');
    expect(toldWhy(fails(lena, slow))).toBeUndefined();
  });

  it('tells the advisors who it was for, which car, the code, and what a person had written', () => {
    const { lena } = owner();
    lena.customer = {
      ...lena.customer,
      vehicles: [{ id: 'c', label: 'Skoda Octavia', short: 'Octavia …4821' }],
    };
    const [line] = said(fails(lena, blocked), 'desk');
    expect(line).toMatchObject({
      text: [
        {
          key: 'deskUndelivered',
          args: { name: 'Lena', car: 'Octavia …4821', code: '131026', text: 'Your car is ready' },
        },
      ],
    });
  });

  it('quotes nothing of what the bot says by itself', () => {
    const { lena } = owner();
    const [line] = said(fails(lena, blocked, { messages: [say(phrase('menu'))] }), 'desk');
    expect(line).toMatchObject({ text: [{ args: { text: '' } }] });
  });

  it('to somebody who blocked us: nothing unasked is sent until they write', () => {
    const { lena } = owner();
    expect(changed(fails(lena, blocked), 'unreachable')).toBeDefined();
    expect(changed(fails(lena, { kind: 'rejected', reason: '' }), 'unreachable')).toBeUndefined();
  });

  it('because the time to write freely was over: it waits for them, and the sender knows', () => {
    const { lena } = owner();
    const outcome = fails(lena, closed);
    expect(said(outcome, 'customer')).toMatchObject(row.messages);
    expect(outcome.repeats).toMatchObject({ because: 'windowClosed', notBefore: lena.town.now });
    expect(changed(outcome, 'windowShut')).toMatchObject({ until: 1_000 });
    expect(toldWhy(outcome)).toBeUndefined();
  });

  it('and waits for them: the advisors hear of a person’s words, not of the bot’s', () => {
    const { lena } = owner();
    expect(toldWhy(fails(lena, closed, { already: 'held', priority: 'person' }))).toBe('held');
    const bot = fails(lena, closed, { already: 'held' });
    expect([toldWhy(bot), said(bot, 'customer')]).toEqual([undefined, []]);
  });

  it('and waited in vain: the advisors are told', () => {
    const { lena } = owner();
    const outcome = fails(lena, closed, { already: 'givenUp' });
    expect(toldWhy(outcome)).toBe('noAnswer');
    expect(changed(outcome, 'windowShut')).toBeUndefined();
  });

  it.each<[string, SendFailure, number, string]>([
    ['too many were sent', slow, 5, 'rejected'],
    ['too many were sent, and it says how long', { ...slow, retryAfterSeconds: 120 }, 2, 'rejected'],
    ['something went wrong there', { kind: 'ambiguous', reason: '131000' }, 1, 'lost'],
    ['it was away', { kind: 'unreachable', reason: '131016' }, 1, 'unreachable'],
  ])('later, because %s: it is said again after a while, and only once', (_label, failure, minutes, why) => {
    const { lena } = owner();
    const outcome = fails(lena, failure);
    expect(said(outcome, 'customer')).toMatchObject(row.messages);
    expect(outcome.repeats).toEqual({
      because: failure.kind,
      notBefore: lena.town.now + minutes * 60_000,
      cause: 'person',
    });
    const second = fails(lena, failure, { again: failure.kind });
    expect([toldWhy(second), said(second, 'customer')]).toEqual([why, []]);
    const givenUp = fails(lena, failure, { already: 'givenUp' });
    expect([toldWhy(givenUp), said(givenUp, 'customer')]).toEqual([why, []]);
  });

  it('unasked and too often: what a timer said waits an hour', () => {
    const { lena } = owner();
    const outcome = fails(lena, { ...slow, unasked: true }, { cause: 'timer' });
    expect(outcome.repeats).toEqual({
      because: 'throttled',
      notBefore: lena.town.now + 3_600_000,
      cause: 'timer',
    });
  });

  it.each<[string, Partial<FailedRow>]>([
    ['that was decided about', { undelivered: 'blocked' }],
    ['that arrived after all', { fates: { 0: { rung: 2 } } }],
    ['that was read', { fates: { 0: { rung: 3 } } }],
  ])('of a row %s: nothing is done', (_label, more) => {
    const { lena } = owner();
    expect(fails(lena, blocked, more)).toMatchObject({ conversation: null, changes: [], say: [] });
  });

  it('to somebody who has another address by now is said there instead of being reported', () => {
    const { lena } = owner();
    const moved = { ...lena.address, chat: 'GR.1349' };
    const outcome = fails(lena, blocked, { moved, already: 'givenUp' });
    expect(said(outcome, 'customer')).toMatchObject(row.messages);
    expect([toldWhy(outcome), changed(outcome, 'unreachable')]).toEqual([undefined, undefined]);
    expect(toldWhy(fails(lena, blocked, { moved, again: 'blocked' }))).toBe('blocked');
  });

  it('that was only sent so far counts, and so does another one of the row', () => {
    const { lena } = owner();
    expect(toldWhy(fails(lena, blocked, { fates: { 0: { rung: 1 } } }))).toBe('blocked');
    expect(toldWhy(fails(lena, blocked, { fates: { 1: { rung: 3 } } }))).toBe('blocked');
  });

  it('where nobody ever wrote from, such as the advisors’ group: nobody is told', () => {
    const stranger = given().person();
    expect(fails(stranger, blocked)).toMatchObject({ conversation: null, say: [] });
  });

  it('disturbs neither what is in progress nor what is being written nor the count of misses', () => {
    const { lena } = owner();
    const writing = {
      version: lena.conversation.version,
      photos: [],
      others: [],
      words: 'and one more thing',
    };
    lena.conversation = { ...lena.conversation, burst: writing, misses: 1 };
    const { flow, burst, misses, heardAt } = lena.conversation;
    expect(fails(lena, blocked).conversation).toMatchObject({ flow, burst, misses, heardAt });
  });

  it('comes as a new message where it was to change an old one', () => {
    const { lena } = owner();
    const [message] = row.messages;
    if (message?.kind !== 'say') throw new Error('no words');
    const edit: Outbound = { ...message, place: 'edit', target: '77' };
    const [again] = said(fails(lena, slow, { messages: [edit] }), 'customer');
    expect(again).toMatchObject({ place: 'new', target: null });
  });
});

describe('a list that could not hold everything', () => {
  const rows = Array.from({ length: 30 }, (_, index) => [
    button(verbatim(`${index}`), { flow: 'menu', data: { do: 'open' } }),
  ]);
  const offer = { messages: [say(phrase('menu')), card('step', phrase('help'), rows)] };

  function wants(who: Neighbour, event: InboundEvent, known: typeof offer | null = offer): Outcome {
    const { conversation, customer } = who;
    const from = { id: '1', name: 'Lena', language: 'en', phone: null, known: [] };
    const inbound: Inbound = { ...inboundOf(who, event), from };
    const prepared = prepare(
      inbound,
      {
        conversation,
        customer,
        offer: known,
        timer: null,
        home: who.address,
        arrived: [],
        case: newCase('c', ''),
      },
      who.town.setting(),
    );
    return decide(inbound, prepared, who.town.read(prepared.needs));
  }

  it('shows the next part, as the same kind of card, with the same buttons behind it', () => {
    const { lena } = owner();
    const outcome = wants(lena, { kind: 'more', row: 'v1', message: 1, page: 2 });
    expect(said(outcome, 'customer')).toEqual([{ ...offer.messages[1], page: 2 }]);
    expect(outcome.conversation?.flow).toEqual(lena.conversation.flow);
  });

  it.each<[string, typeof offer | null, number]>([
    ['the row is gone', null, 1],
    ['there is no such message', offer, 7],
  ])('says so kindly when %s', (_label, known, message) => {
    const { lena } = owner();
    const outcome = wants(lena, { kind: 'more', row: 'v1', message, page: 1 }, known);
    expect(said(outcome, 'customer')).toMatchObject([{ text: [{ key: 'buttonGone' }] }]);
  });

  it('and the wish to see what waits: both are the person’s words for the time to write freely', () => {
    const { lena } = owner();
    lena.town.later(60);
    for (const event of [
      { kind: 'more', row: 'v1', message: 1, page: 1 },
      { kind: 'show' },
    ] as const satisfies readonly InboundEvent[])
      expect(wants(lena, event).conversation?.heardAt).toBe(lena.town.now);
  });
});
