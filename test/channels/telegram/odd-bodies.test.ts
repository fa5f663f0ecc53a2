import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageKinds, updateKinds } from '#shared/channels/telegram/kinds.ts';
import { parse } from '#shared/channels/telegram/parse.ts';
import { inboundSchema } from '#shared/domain/inbound.ts';
import { payload, payloadNames } from './payload.ts';

const account = { bot: '4242' };

function read(body: unknown) {
  return parse(Buffer.from(JSON.stringify(body)), account);
}

function textOf(text: unknown, rest: object = {}) {
  const person = { id: 501, is_bot: false, first_name: 'Anna' };
  const message = { message_id: 11, from: person, chat: { id: 501, type: 'private' }, date: 1_795_000_000 };
  return { update_id: 7, message: { ...message, text, ...rest } };
}

describe('bodies that are no update', () => {
  const bodies: readonly (readonly [string, Buffer, string])[] = [
    ['nothing at all', Buffer.alloc(0), 'not JSON'],
    ['half a body', payload('text').subarray(0, 100), 'not JSON'],
    ['gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'not JSON'],
    ['a form', Buffer.from('a=1&b=2'), 'not JSON'],
    ['100,000 nested lists', Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)), 'not an update'],
    ['a list of updates', Buffer.from(`[${payload('text')}]`), 'not an update'],
    ['null', Buffer.from('null'), 'not an update'],
    ['an update without its number', Buffer.from('{"message":{"text":"hi"}}'), 'not an update'],
    ['a number that is no whole number', Buffer.from('{"update_id":1.5}'), 'not an update'],
    ['an update of no kind', Buffer.from('{"update_id":5}'), 'unknown kind of update'],
    [
      'a message that is null',
      Buffer.from('{"update_id":5,"message":null}'),
      'unknown kind of update: message',
    ],
    [
      'a message without a chat',
      Buffer.from('{"update_id":5,"message":{"text":"hi"}}'),
      'a message without a chat',
    ],
    [
      'a tap without a person',
      Buffer.from('{"update_id":5,"callback_query":{"id":"1"}}'),
      'a tap that cannot be read',
    ],
    [
      'a kind whose name is no name',
      Buffer.from('{"update_id":5,"Иван +30 691":{}}'),
      'unknown kind of update',
    ],
  ];
  it.each(bodies)('%s is ignored with a reason', (_label, body, reason) => {
    const [only, ...rest] = parse(body, account);
    expect(rest).toEqual([]);
    expect([reason, 'not JSON']).toContain(only && 'ignored' in only ? only.ignored : 'handled');
  });
});

describe('bodies with odd details', () => {
  it('are read behind a byte order mark', () => {
    const body = Buffer.concat([Buffer.from('\ufeff'), payload('text')]);
    expect(parse(body, account)).toEqual(parse(payload('text'), account));
  });

  it('are read with letters that are not UTF-8, which show as replacement marks', () => {
    const body = Buffer.from(JSON.stringify(textOf('brake-X-noise')).replace('X', '\xff'), 'latin1');
    expect(parse(body, account)).toMatchObject([{ event: { text: 'brake-\ufffd-noise' } }]);
  });

  it('are read where null stands for what is not there', () => {
    const nulls = { caption: null, photo: null, from: null, sender_chat: null, media_group_id: null };
    expect(read(textOf('hi', nulls))).toMatchObject([{ event: { kind: 'text', text: 'hi' } }]);
  });

  it('that are our own are not answered, even where nothing says that we are a bot', () => {
    expect(read(textOf('Booked', { from: { id: 4242 } }))).toEqual([{ ignored: 'sent by a bot' }]);
  });

  it('take the person from the private chat where no sender is named', () => {
    const chat = { id: 501, type: 'private', first_name: 'Anna' };
    expect(read(textOf('hi', { from: undefined, chat }))).toMatchObject([
      { from: { id: '501', name: 'Anna', language: null } },
    ]);
  });

  it('take the place of a venue from inside it', () => {
    const venue = { title: 'Pier', address: '', location: { latitude: 1, longitude: 2 } };
    expect(read(textOf(undefined, { venue }))).toMatchObject([
      { event: { kind: 'location', latitude: 1, longitude: 2 } },
    ]);
    expect(read(textOf(undefined, { venue: { title: 'Pier' } }))).toMatchObject([
      { event: { what: 'venue' } },
    ]);
  });

  it('are read without a type of the chat: people have positive numbers', () => {
    expect(read(textOf('hi', { chat: { id: 501 } }))).toMatchObject([{ event: { text: 'hi' } }]);
    expect(read(textOf('hi', { chat: { id: -501 } }))).toMatchObject([{ ignored: expect.any(String) }]);
  });

  it('keep a text up to 8,000 units and cut a longer one visibly, never inside an emoji', () => {
    const kept = 'я'.repeat(8_000);
    expect(read(textOf(kept))).toMatchObject([{ event: { text: kept } }]);
    expect(read(textOf('a'.repeat(8_001)))).toMatchObject([{ event: { text: `${'a'.repeat(8_000)} […]` } }]);
    const cut = `${'a'.repeat(7_999)} […]`;
    expect(read(textOf(`${'a'.repeat(7_999)}😊 and more`))).toMatchObject([{ event: { text: cut } }]);
  });

  it('count as not readable by us, and the person is told, where a field has another shape', () => {
    expect(read(textOf({ runs: [] }))).toMatchObject([{ event: { kind: 'unsupported', what: 'text' } }]);
    expect(read(textOf(undefined, { photo: [] }))).toMatchObject([{ event: { what: 'photo' } }]);
    expect(read(textOf(undefined, { voice: { duration: 3 } }))).toMatchObject([{ event: { what: 'voice' } }]);
    expect(read(textOf(undefined, { contact: { phone_number: 'none' } }))).toMatchObject([
      { event: { what: 'contact' } },
    ]);
  });

  it('have a moment of 0 where the date is none', () => {
    for (const date of [null, 'yesterday', -5])
      expect(read(textOf('hi', { date }))).toMatchObject([{ at: 0 }]);
  });

  it('keep the sender’s own moment, also one of next year or of last week', () => {
    for (const date of [1_000, 4_000_000_000]) {
      expect(read(textOf('hi', { date }))).toMatchObject([{ at: date * 1_000 }]);
    }
  });

  it('treat a slash that starts no command as words', () => {
    for (const text of ['/', '/ book', '//', '/12/24', '/помощь', 'book /now']) {
      expect(read(textOf(text))).toMatchObject([{ event: { kind: 'text', text } }]);
    }
  });

  it('do not pollute anything by names such as __proto__', () => {
    parse(
      Buffer.from('{"update_id":1,"__proto__":{"polluted":1},"message":{"__proto__":{"polluted":1}}}'),
      account,
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(read({ update_id: 1, constructor: {} })).toMatchObject([{ ignored: expect.any(String) }]);
  });
});

describe('any body at all', () => {
  it('is never thrown at: random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => check(Buffer.from(bytes))),
      { numRuns: 500 },
    );
  });

  it('is never thrown at: random JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => check(Buffer.from(json))),
      { numRuns: 500 },
    );
  });

  it('is never thrown at: updates and messages of every kind filled with anything', () => {
    const chat = fc.record({ id: fc.integer(), type: fc.constantFrom('private', 'group', '') });
    const content = fc.tuple(fc.constantFrom(...Object.keys(messageKinds)), fc.jsonValue());
    const message = fc
      .tuple(chat, content, fc.jsonValue(), fc.jsonValue())
      .map(([where, [kind, value], from, date]) => ({ chat: where, from, date, [kind]: value }));
    const update = fc
      .tuple(fc.nat(), fc.constantFrom(...Object.keys(updateKinds)), fc.oneof(message, fc.jsonValue()))
      .map(([id, kind, value]) => ({ update_id: id, [kind]: value }));
    fc.assert(
      fc.property(update, (body) => check(Buffer.from(JSON.stringify(body)))),
      { numRuns: 2_000 },
    );
  });

  it('with a date beyond every clock counts as one of unknown date', () => {
    const [found] = read(textOf('x', { date: 1.797693134862316e305 }));
    expect(found).toMatchObject({ at: 0 });
  });

  it('is never thrown at: recorded bodies with one value replaced by anything', () => {
    const mutated = fc
      .tuple(fc.constantFrom(...payloadNames), fc.nat(), fc.jsonValue())
      .map(([name, place, value]) => withValueAt(JSON.parse(payload(name).toString()), place, value));
    fc.assert(
      fc.property(mutated, (body) => check(Buffer.from(JSON.stringify(body)))),
      { numRuns: 3_000 },
    );
  });
});

/** One outcome, which is a reason or something the queue's reader will take. */
function check(body: Buffer): void {
  const outcomes = parse(body, account);
  expect(outcomes).toHaveLength(1);
  for (const one of outcomes) {
    if ('ignored' in one) expect(one.ignored).toMatch(/^[a-z_A-Z:' ]{3,80}$/);
    else {
      expect(inboundSchema.safeParse(one).error).toBeUndefined();
      expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(200_000);
    }
  }
}

/** Replaces the n-th value inside, counted through the whole tree. */
function withValueAt(body: unknown, place: number, value: unknown): unknown {
  const total = count(body);
  let left = place % total;
  return JSON.parse(
    JSON.stringify(body, (key, old) => {
      if (key === '') return old;
      left -= 1;
      return left === -1 ? value : old;
    }),
  );
}

function count(body: unknown): number {
  let total = 0;
  JSON.stringify(body, (_key, value) => {
    total += 1;
    return value;
  });
  return total;
}
