import fc from 'fast-check';
import type { Account, RenderContext, Text } from '#shared/channels/channel.ts';
import type { Address } from '#shared/domain/address.ts';
import { type Content, fileKinds, type Source } from '#shared/domain/content.ts';
import { type Option, type Outbound, type Relay, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { RichText } from '#shared/domain/rich-text.ts';

/** A phrase that is shown as it is. */
export function words(text: string): Phrase {
  return phrase('verbatim', { text });
}

export const text: Text = {
  language: 'en',
  say: (one) => (one.key === 'verbatim' ? one.args.text : `«${one.key}»`),
  place: { title: 'Station', address: 'Leof. Nikis 1', latitude: 40.6, longitude: 22.95 },
};

export const person: Address = { channel: 'telegram', bot: '4242', chat: '501', thread: '' };

/** Our account; the token is one that must not show anywhere. */
export const account: Account = {
  bot: '4242',
  token: '4242:AAF-canary-token-canary-token-12345',
  number: '4242',
  webhookSecrets: ['secret'],
  verifyToken: 'verify',
  apiUrl: 'https://messenger.example',
};

/** Files of the station's store, as they are by the time something is rendered. */
export const storedFiles = new Map([
  ['jpeg', { mime: 'image/jpeg', content: Buffer.from('jpeg') }],
  ['pdf', { mime: 'application/pdf', content: Buffer.from('pdf') }],
  ['ogg', { mime: 'audio/ogg', content: Buffer.from('ogg') }],
]);

export const context: RenderContext = {
  row: '01K3WPXA7Q.2',
  now: Date.UTC(2026, 10, 21, 10),
  publicUrl: 'https://station.example',
  files: storedFiles,
};

export function act(label: string): Option {
  return { kind: 'act', label: words(label), action: { flow: 'menu', data: null } };
}

export function link(label: string, url = 'https://station.example/c/abc.ics'): Option {
  return { kind: 'link', label: words(label), url };
}

export const calendar: Extract<Outbound, { kind: 'calendar' }> = {
  kind: 'calendar',
  ref: 'K3WPXA',
  start: Date.UTC(2026, 10, 24, 7),
  end: Date.UTC(2026, 10, 24, 10, 30),
  title: words('Annual service, Octavia'),
  notes: words('Bring the service book'),
  sequence: 2,
  cancelled: false,
  token: 'kT9fZ0Qw3eLm5NxB7vYc2A',
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom('тормоза ', 'φρένα ', 'brake ', '😊', '\n', '\n\n', '👩🏽‍🔧', ' '), {
      maxLength: 3_000,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: fc.constantFrom('я', 'ά', '😊'), minLength: 4_000, maxLength: 9_000 }),
);

const anyOption = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map(act),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((label) => link(label)),
);

const anySay: fc.Arbitrary<Say> = fc
  .record({
    paragraphs: fc.array(anyText, { minLength: 1, maxLength: 4 }),
    options: fc.oneof(
      fc.array(fc.array(anyOption, { maxLength: 12 }), { maxLength: 8 }),
      fc.array(fc.array(anyOption, { minLength: 5, maxLength: 20 }), { minLength: 10, maxLength: 30 }),
    ),
    place: fc.constantFrom('edit' as const, 'new' as const),
    askContact: fc.constantFrom(null, { share: words('Share my number'), skip: words('Skip') }),
    asksLocation: fc.boolean(),
  })
  .map(({ paragraphs, options, place, askContact, asksLocation }) => ({
    ...say(paragraphs.map(words), options),
    place,
    askContact,
    askLocation: asksLocation ? words('Send my location') : null,
  }));

const anyRich = fc
  .tuple(
    anyText,
    fc.array(
      fc.record({
        kind: fc.constantFrom(
          'bold' as const,
          'italic' as const,
          'strike' as const,
          'code' as const,
          'quote' as const,
          'link' as const,
        ),
        offset: fc.nat(5_000),
        length: fc.integer({ min: 1, max: 5_000 }),
        url: fc.constantFrom('https://station.example/a', 'tg://user?id=1'),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([text, marks]): RichText => ({ text, marks }));

const anySource = fc.constantFrom<Source>(
  { at: 'messenger', channel: 'telegram', id: 'AgAC' },
  { at: 'messenger', channel: 'pigeons', id: 'feather' },
  { at: 'store', key: 'jpeg' },
  { at: 'store', key: 'pdf' },
  { at: 'store', key: 'ogg' },
  { at: 'store', key: 'gone' },
);

const anyFile = {
  source: anySource,
  mime: fc.constantFrom(null, 'image/jpeg'),
  name: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 })),
  bytes: fc.constant(null),
  caption: anyRich,
};
const anyAlbum = fc.option(fc.constantFrom('a1', 'a2'));

/** Whatever a person can send. */
export const anyContent: fc.Arbitrary<Content> = fc.oneof(
  anyRich.map((one): Content => ({ kind: 'text', text: one })),
  fc
    .tuple(fc.record(anyFile), anyAlbum)
    .map(([file, album]): Content => ({ kind: 'photo', ...file, ...(album === null ? {} : { album }) })),
  fc.tuple(fc.record(anyFile), anyAlbum, fc.constantFrom(...fileKinds)).map(
    ([file, album, what]): Content => ({
      kind: 'file',
      what,
      ...file,
      ...(album === null ? {} : { album }),
    }),
  ),
  fc
    .record({ latitude: fc.integer({ min: -90, max: 90 }), title: fc.string({ maxLength: 30 }) })
    .map(({ latitude, title }): Content => ({ kind: 'location', latitude, longitude: 20.5, title })),
  fc.string({ maxLength: 30 }).map((name): Content => ({ kind: 'contact', phone: '+306912345678', name })),
);

/** What is passed on, signed or not, new or in the place of something. */
export const anyRelay: fc.Arbitrary<Relay> = fc
  .record({
    content: anyContent,
    signed: fc.boolean(),
    replyTo: fc.constantFrom(null, '7'),
    target: fc.constantFrom(null, null, '40'),
  })
  .map(({ signed, ...rest }) => ({ kind: 'relay', sign: signed ? words('Maria') : null, ...rest }));

/**
 * Messages of every kind, with texts and keyboards far beyond what any messenger takes; shrinking one takes minutes, so
 * properties over them end on the first failure.
 */
export const anyOutbound: fc.Arbitrary<Outbound> = fc.oneof(
  { weight: 8, arbitrary: anySay },
  fc
    .record({ title: anyText, notes: anyText, cancelled: fc.boolean() })
    .map(({ title, notes, cancelled }) => ({
      ...calendar,
      title: words(title),
      notes: words(notes),
      cancelled,
    })),
  { weight: 6, arbitrary: anyRelay },
  fc
    .constantFrom<Extract<Outbound, { kind: 'react' }>['mark']>(null, 'sent', 'failed', { emoji: '👍' })
    .map((mark): Outbound => ({ kind: 'react', target: '40', mark })),
  fc.constant<Outbound>({ kind: 'retract', targets: ['40', '41'], text: 'It is ready' }),
  fc.constant<Outbound>({ kind: 'place' }),
  fc.constant<Outbound>({ kind: 'silence' }),
);
