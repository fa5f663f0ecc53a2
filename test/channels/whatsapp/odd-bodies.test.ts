import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '#shared/channels/whatsapp/parse.ts';
import { inboundSchema } from '#shared/domain/inbound.ts';
import { ids, message, payload, payloadNames, post, us } from './payload.ts';

function read(...fields: readonly object[]) {
  return parse(post({ messages: fields.map((one) => message(one)) }), us);
}

describe('bodies that are no post of ours', () => {
  const bodies: readonly (readonly [string, Buffer, string])[] = [
    ['nothing at all', Buffer.alloc(0), 'not JSON'],
    ['half a body', payload('text').subarray(0, 100), 'not JSON'],
    ['gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'not JSON'],
    ['a form', Buffer.from('a=1&b=2'), 'not JSON'],
    [
      '100,000 nested lists',
      Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)),
      'not a post of a webhook',
    ],
    ['null', Buffer.from('null'), 'not a post of a webhook'],
    ['a list of posts', Buffer.from(`[${payload('text')}]`), 'not a post of a webhook'],
    ['nothing that says what it is', Buffer.from('{}'), 'another object'],
    ['an object whose name is no name', Buffer.from('{"object":"Иван +30 691"}'), 'another object'],
    ['no entry', Buffer.from('{"object":"whatsapp_business_account"}'), 'nothing in it'],
    [
      'an entry that is none',
      Buffer.from('{"object":"whatsapp_business_account","entry":[7]}'),
      'an entry that cannot be read',
    ],
    [
      'an entry without changes',
      Buffer.from('{"object":"whatsapp_business_account","entry":[{"id":"1"}]}'),
      'nothing in it',
    ],
    [
      'a change that is none',
      Buffer.from('{"object":"whatsapp_business_account","entry":[{"changes":[null]}]}'),
      'a change that cannot be read',
    ],
    [
      'a change without a value',
      Buffer.from('{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages"}]}]}'),
      'a change that cannot be read',
    ],
    ['a field whose name is no name', post({}, 'Иван +30 691'), 'another field'],
    ['a change of ours with nothing in it', post({ messages: 'none', statuses: {} }), 'nothing in it'],
    [
      'a change that names no number',
      Buffer.from(
        '{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[]}}]}]}',
      ),
      'of another number',
    ],
  ];
  it.each(bodies)('%s is let go with a reason', (_label, body, reason) => {
    const [only, ...rest] = parse(body, us);
    expect(rest).toEqual([]);
    expect([reason, 'not JSON']).toContain(only && 'ignored' in only ? only.ignored : 'handled');
  });

  it('are let go where our own number is not known', () => {
    expect(parse(payload('text'), { bot: '', number: '' })).toEqual([{ ignored: 'of another number' }]);
  });
});

describe('bodies with odd details', () => {
  it('are read behind a byte order mark', () => {
    const body = Buffer.concat([Buffer.from('\ufeff'), payload('text')]);
    expect(parse(body, us)).toEqual(parse(payload('text'), us));
  });

  it('are read alike whether letters are escaped or not', () => {
    const plain = Buffer.from(JSON.stringify(JSON.parse(payload('text').toString())));
    expect(plain.equals(payload('text'))).toBe(false);
    expect(parse(plain, us)).toEqual(parse(payload('text'), us));
  });

  it('lose only the message that cannot be read, and keep the order of the others', () => {
    const messages = [message({ id: '1' }), null, 7, message({ id: '' }), message({ id: '2' })];
    const unread = { ignored: 'a message that cannot be read' };
    expect(parse(post({ messages }), us)).toMatchObject([{ id: '1' }, unread, unread, unread, { id: '2' }]);
  });

  it('of 1,000 changes are read whole and in order', () => {
    const changes = Array.from({ length: 1_000 }, (_, index) => ({
      field: 'messages',
      value: {
        metadata: { phone_number_id: us.number },
        messages: [message({ id: `wamid.${index}`, text: { body: `text ${index}` } })],
      },
    }));
    const body = { object: 'whatsapp_business_account', entry: [{ changes }] };
    const found = parse(Buffer.from(JSON.stringify(body)), us);
    expect(
      found.map((one) => ('event' in one && one.event.kind === 'text' ? one.event.text : 'lost')),
    ).toEqual(changes.map((_, index) => `text ${index}`));
  });

  it('keep the number’s id where it comes as something else than a text out of the way', () => {
    const value = { metadata: { phone_number_id: 106540352242922 }, messages: [message()] };
    expect(parse(post(value), us)).toEqual([{ ignored: 'of another number' }]);
  });

  it('have a moment of 0 where it cannot be read, and may have it as a number', () => {
    for (const timestamp of [null, 'yesterday', '-5', '99999999999999', 1.5, undefined])
      expect(read({ timestamp })).toMatchObject([{ at: 0 }]);
    expect(read({ timestamp: 1_795_000_000 })).toMatchObject([{ at: 1_795_000_000_000 }]);
  });

  it('with ids that are too long or have odd characters keep them apart by their hash', () => {
    const long = 'w'.repeat(121);
    const found = read({ id: long }, { id: `${long}x` }, { id: 'wamid.ё' }, { id: 'w'.repeat(120) });
    const keys = found.map((one) => ('event' in one ? one.id : ''));
    expect(new Set(keys).size).toBe(4);
    expect(keys.map((id) => /^(?:[0-9a-f]{64}|w{120})$/.test(id))).toEqual([true, true, true, true]);
    expect(found).toMatchObject([
      { messageId: long },
      { messageId: `${long}x` },
      { messageId: null },
      { messageId: 'w'.repeat(120) },
    ]);
    expect(read({ id: long })).toEqual(found.slice(0, 1));
  });

  it('keep a text up to 8,000 units and cut a longer one visibly, never inside an emoji', () => {
    const kept = 'я'.repeat(8_000);
    expect(read({ text: { body: kept } })).toMatchObject([{ event: { text: kept } }]);
    const cut = `${'a'.repeat(7_999)} […]`;
    expect(read({ text: { body: `${'a'.repeat(7_999)}😊 and more` } })).toMatchObject([
      { event: { text: cut } },
    ]);
  });

  it.each([
    ['text', { text: { body: 5 } }],
    ['text', { text: { body: '' } }],
    ['text', { text: null }],
    ['image', { type: 'image', image: { mime_type: 'image/jpeg' } }],
    ['image', { type: 'image', image: { id: '../../me' } }],
    ['audio', { type: 'audio', audio: 'x' }],
    ['location', { type: 'location', location: { latitude: 91, longitude: 0 } }],
    ['location', { type: 'location', location: { latitude: 'north', longitude: '0' } }],
    ['contacts', { type: 'contacts', contacts: [] }],
    ['contacts', { type: 'contacts', contacts: [{ phones: [{ phone: 'none' }] }, null] }],
    ['interactive', { type: 'interactive', interactive: null }],
    ['button_reply', { type: 'interactive', interactive: { type: 'button_reply', button_reply: null } }],
    ['unknown', { type: 'Иван' }],
    ['unknown', { type: 'toString' }],
    ['unknown', { type: undefined, text: undefined }],
    ['constructor', { type: 'constructor' }],
  ])('tell the person that we cannot read it (%s, %j)', (what, fields) => {
    expect(read(fields)).toMatchObject([{ event: { kind: 'unsupported', what } }]);
  });

  it('treat a slash that is not all of a command as words', () => {
    for (const body of ['/', '/ book', '//', '/book now', '/12/24', '/помощь', 'book /now']) {
      expect(read({ text: { body } })).toMatchObject([{ event: { kind: 'text', text: body } }]);
    }
  });

  it('offer nothing by ids that this product did not write', () => {
    const odd = ['', '1', '1.', '1.a', '1..0', '2.a.0', '1.a.-1', '1.a.1e3', '1.a b.0', '1.я.0', 'SHOW'];
    for (const id of odd) {
      const interactive = { type: 'button_reply', button_reply: { id, title: 'x' } };
      expect(read({ type: 'interactive', interactive })).toMatchObject([
        { event: { kind: 'tap', offer: null } },
      ]);
    }
  });

  it('do not pollute anything by names such as __proto__', () => {
    const body = post({ messages: [message()] }).toString();
    parse(Buffer.from(body.replace('"messaging_product"', '"__proto__":{"polluted":1},"x"')), us);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('any body at all', () => {
  it('is never thrown at: random bytes and random JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json()), (body) => check(Buffer.from(body))),
      { numRuns: 500 },
    );
  });

  it('is never thrown at: messages and statuses of every kind filled with anything', () => {
    const kinds = [
      'text',
      'interactive',
      'button',
      'image',
      'audio',
      'location',
      'contacts',
      'edit',
      'system',
    ];
    const content = fc.tuple(
      fc.constantFrom(...kinds),
      fc.jsonValue(),
      fc.dictionary(fc.string(), fc.jsonValue()),
    );
    const odd = content.map(([type, value, rest]) => message({ ...rest, type, [type]: value }));
    const statuses = fc.array(
      fc.oneof(fc.jsonValue(), fc.record({ id: fc.string(), errors: fc.jsonValue() })),
    );
    fc.assert(
      fc.property(fc.array(odd), statuses, fc.jsonValue(), (messages, some, contacts) => {
        check(post({ messages, statuses: some, contacts }));
      }),
      { numRuns: 1_000 },
    );
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

/** At least one outcome, each of them a reason in our own words or something the queue's reader will take. */
function check(body: Buffer): void {
  const outcomes = parse(body, us);
  expect(outcomes.length).toBeGreaterThan(0);
  for (const one of outcomes) {
    if ('ignored' in one) expect(one.ignored).toMatch(/^[a-z_A-Z:'0-9 ]{3,100}$/);
    else if ('receipt' in one) expect(one.destination).toBe(`whatsapp/${us.bot}/${ids.user}/`);
    else {
      expect(inboundSchema.safeParse(one).error).toBeUndefined();
      expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(200_000);
    }
  }
}

/** Replaces the n-th value inside, counted through the whole tree. */
function withValueAt(body: unknown, place: number, value: unknown): unknown {
  let total = 0;
  JSON.stringify(body, (_key, one) => {
    total += 1;
    return one;
  });
  let left = place % total;
  return JSON.parse(
    JSON.stringify(body, (key, old) => {
      if (key === '') return old;
      left -= 1;
      return left === -1 ? value : old;
    }),
  );
}
