import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outbound, outboundSchema, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { messageItem } from '#shared/store/message.ts';

/** What comes back from the table: attributes that are undefined are never written. */
function readBack(message: Outbound): Outbound {
  return outboundSchema.parse(JSON.parse(JSON.stringify(messageItem(message))));
}

const words = fc.constantFrom(
  phrase('menu'),
  phrase('booked', booked()),
  phrase('dayFull', { date: '2026-11-23' }),
);

function booked() {
  const visit = {
    ref: 'XAEK37',
    start: 1,
    readyBy: 2,
    services: ['oil'],
    car: 'Octavia',
    stay: 'wait',
  } as const;
  return { ...visit, services: [...visit.services], bring: true };
}

const option = fc.oneof(
  fc.record({
    kind: fc.constant('act' as const),
    label: words,
    action: fc.record({ flow: fc.constant('book'), data: fc.jsonValue() }),
  }),
  fc.record({ kind: fc.constant('link' as const), label: words, url: fc.webUrl() }),
);

const said = fc.record({
  kind: fc.constant('say' as const),
  text: fc.array(words, { minLength: 1, maxLength: 3 }),
  options: fc.array(fc.array(option, { maxLength: 3 }), { maxLength: 3 }),
  card: fc.constantFrom('step', 'last', 'aside', null),
  place: fc.constantFrom('edit', 'new', 'refresh'),
  target: fc.option(fc.string()),
  askContact: fc.option(fc.record({ share: words, skip: words })),
  askLocation: fc.option(words),
  notice: fc.option(fc.constant({ kind: 'message', car: 'Octavia' } as const)),
  brief: fc.boolean(),
  page: fc.nat(),
  slot: fc.constantFrom('card', 'talk', null),
  live: fc.option(fc.string()),
  pinned: fc.boolean(),
  replyTo: fc.option(fc.string()),
  asks: fc.boolean(),
});

const calendar = fc.record({
  kind: fc.constant('calendar' as const),
  ref: fc.string(),
  start: fc.nat(),
  end: fc.nat(),
  title: words,
  notes: words,
  sequence: fc.nat(),
  cancelled: fc.boolean(),
  token: fc.option(fc.string()),
});

const relayed = fc.record({
  kind: fc.constant('relay' as const),
  content: fc.constantFrom(
    { kind: 'text', text: { text: 'It is ready' } } as const,
    { kind: 'contact', phone: '+302310555010', name: 'Maria' } as const,
  ),
  sign: fc.option(words),
  replyTo: fc.option(fc.string()),
  target: fc.option(fc.string()),
});

const message: fc.Arbitrary<Outbound> = fc.oneof(
  said,
  calendar,
  relayed,
  fc.constant({ kind: 'react', target: '40', mark: { emoji: '🙏' } } as const),
  fc.constant<Outbound>({ kind: 'retract', targets: ['40'], text: 'It is ready' }),
  fc.constant({ kind: 'place' } as const),
  fc.constant({ kind: 'silence' } as const),
);

describe('a message in the outbox', () => {
  it('comes back as it was said, whatever it is', () => {
    fc.assert(
      fc.property(message, (given) => {
        expect(readBack(given)).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it('holds of plain words nothing but the words', () => {
    expect(JSON.parse(JSON.stringify(messageItem(say(phrase('menu')))))).toEqual({
      kind: 'say',
      text: [{ key: 'menu' }],
    });
  });
});
