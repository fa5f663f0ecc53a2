import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '#shared/channels/whatsapp/render.ts';
import { type Content, type FileContent, fileKinds } from '#shared/domain/content.ts';
import type { Outbound, Relay } from '#shared/domain/outbound.ts';
import { say } from '#shared/domain/outbound.ts';
import type { Mark } from '#shared/domain/rich-text.ts';
import { context, text, words } from '../sample.ts';
import { person, seenOf, shown } from './shown.ts';

const MB = 1024 * 1024;
const stored = (mime: string, bytes = 10) => ({ mime, content: new Uint8Array(bytes) });
const withFiles = {
  ...context,
  files: new Map([
    ['jpeg', stored('image/jpeg')],
    ['png', stored('image/png', 5 * MB)],
    ['large', stored('image/jpeg', 5 * MB + 1)],
    ['heic', stored('image/heic')],
    ['webp', stored('image/webp')],
    ['empty', stored('image/jpeg', 0)],
    ['ogg', stored('audio/ogg; codecs=opus')],
    ['mp3', stored('audio/mpeg')],
    ['mp4', stored('video/mp4')],
    ['pdf', stored('application/pdf')],
    ['zip', stored('application/zip')],
  ]),
};

function relay(content: Content, more: Partial<Relay> = {}): Relay {
  return { kind: 'relay', content, sign: words('Maria'), replyTo: null, target: null, ...more };
}
function said(words: string, marks: readonly Mark[] = []): Content {
  return { kind: 'text', text: { text: words, marks: [...marks] } };
}
type FileFields = Pick<FileContent, 'source' | 'name' | 'caption' | 'album'>;
const file = (
  what: 'photo' | (typeof fileKinds)[number],
  key: string,
  more: Partial<FileFields> = {},
): FileContent => {
  const source = { at: 'store', key } as const;
  const fields = { source, mime: null, name: null, bytes: null, caption: { text: '' }, ...more };
  return what === 'photo' ? { kind: 'photo', ...fields } : { kind: 'file', what, ...fields };
};
const sent = (...messages: readonly Outbound[]) => render(messages, person, text, withFiles);
const bodies = (...messages: readonly Outbound[]) => sent(...messages).map(({ payload }) => payload.body);
const seen = (...messages: readonly Outbound[]) =>
  sent(...messages).map((one) => [seenOf(one).under, seenOf(one).words]);

describe('what an advisor writes', () => {
  it('has their name in bold above it, and their own formatting in WhatsApp’s signs', () => {
    const marks: Mark[] = [{ kind: 'bold', offset: 12, length: 5 }];
    expect(seen(relay(said('It is ready at 5 pm', marks)))).toEqual([
      ['nothing', '*Maria*\nIt is ready *at 5* pm'],
    ]);
    expect(seen(relay(said('2*3*4 = 24'), { sign: null }))).toEqual([['nothing', '2*3*4 = 24']]);
  });

  it('shows which message it answers', () => {
    expect(bodies(relay(said('Yes'), { replyTo: 'wamid.IN' }))).toMatchObject([
      { type: 'text', context: { message_id: 'wamid.IN' } },
    ]);
    expect(bodies(relay(said('Yes')))[0]).not.toHaveProperty('context');
    expect(bodies({ ...say(words('Yes')), replyTo: 'wamid.IN' })).toMatchObject([
      { context: { message_id: 'wamid.IN' } },
    ]);
  });

  it('is not mixed into the message before it where it answers another one', () => {
    const both = bodies(say(words('Thank you')), relay(said('Yes'), { replyTo: 'wamid.IN' }));
    expect(both).toHaveLength(2);
    expect(both[0]).not.toHaveProperty('context');
  });

  it('arrives whole when it is long, in the order it was written', () => {
    const long = 'word '.repeat(2_000).trim();
    const all = seen(relay(said(long), { replyTo: 'wamid.IN' }));
    expect(all).toHaveLength(3);
    expect(
      all
        .map(([, one]) => one)
        .join(' ')
        .split(/\s+/),
    ).toEqual(['*Maria*', ...long.split(' ')]);
  });

  it('being corrected later answers the old words with the new ones, formatting included', () => {
    const marks: Mark[] = [{ kind: 'bold', offset: 0, length: 5 }];
    const real = {
      ...text,
      say: (one: Parameters<typeof text.say>[0]) =>
        one.key === 'relayCorrection' ? `Correction: ${one.args.text}` : text.say(one),
    };
    const [one] = render(
      [relay(said('140 € in all', marks), { target: 'wamid.OUT' })],
      person,
      real,
      withFiles,
    );
    expect(one && seenOf(one).words).toBe('*Maria*\nCorrection: *140 €* in all');
    expect(one?.payload.body).toMatchObject({ context: { message_id: 'wamid.OUT' } });
  });

  it('under a file being corrected comes by itself: the file is there already', () => {
    const photo = file('photo', 'jpeg', { caption: { text: 'The left one' } });
    const [only, ...others] = sent(relay(photo, { target: 'wamid.OUT' }));
    expect(others).toEqual([]);
    expect(only?.payload).toMatchObject({ uploads: [], body: { context: { message_id: 'wamid.OUT' } } });
    expect(only && seenOf(only)).toMatchObject({ under: 'nothing', words: '*Maria*\n«relayCorrection»' });
  });

  it('being taken back is said to be, as an answer to the first of the messages', () => {
    expect(bodies({ kind: 'retract', targets: ['wamid.1', 'wamid.2'], text: '' })).toMatchObject([
      { type: 'text', text: { body: '«relayRetracted»' }, context: { message_id: 'wamid.1' } },
    ]);
  });
});

describe('a file of an advisor', () => {
  it.each([
    ['a photo', file('photo', 'jpeg'), 'image'],
    ['a photo of five megabytes', file('photo', 'png'), 'image'],
    ['a video', file('video', 'mp4'), 'video'],
    ['a round video', file('videoNote', 'mp4'), 'video'],
    ['an animation', file('animation', 'mp4'), 'video'],
    ['a document', file('document', 'pdf'), 'document'],
    ['a picture that came as a document', file('document', 'jpeg'), 'image'],
    ['a sticker that was made a picture', file('sticker', 'jpeg'), 'image'],
  ] as const)('(%s) is shown with the name and the words under it', (_label, content, type) => {
    const captioned = { ...content, caption: { text: 'The old part' } };
    expect(seen(relay(captioned, { replyTo: 'wamid.IN' }))).toEqual([[type, '*Maria*\nThe old part']]);
    expect(bodies(relay(captioned, { replyTo: 'wamid.IN' }))[0]).toMatchObject({
      context: { message_id: 'wamid.IN' },
    });
  });

  it.each([
    ['a voice message', file('voice', 'ogg'), { type: 'audio', audio: { voice: true } }],
    ['a voice message that is no Ogg', file('voice', 'mp3'), { type: 'audio', audio: {} }],
    ['music', file('audio', 'ogg'), { type: 'audio', audio: {} }],
    ['a sticker', file('sticker', 'webp'), { type: 'sticker', sticker: {} }],
  ] as const)(
    '(%s) has its name and words before it, since nothing can stand under it',
    (_l, content, body) => {
      expect(bodies(relay(content))).toMatchObject([{ text: { body: '*Maria*' } }, body]);
      expect(bodies(relay(content, { sign: null }))).toMatchObject([body]);
      const captioned = { ...content, caption: { text: 'Listen' } };
      expect(seen(relay(captioned))[0]).toEqual(['nothing', '*Maria*\nListen']);
    },
  );

  it('goes along with its bytes and its type, and with the name people open it by', () => {
    const name = 'a\\b/c\n.pdf';
    const [one] = sent(relay(file('document', 'pdf', { name })));
    expect(one?.payload.uploads).toEqual([
      { field: 'file', name: 'file', mime: 'application/pdf', content: new Uint8Array(10) },
    ]);
    expect(one?.payload.body).toMatchObject({ document: { filename: 'a b c .pdf' } });
    const filename = (name: string | null) => bodies(relay(file('document', 'pdf', { name })))[0]?.document;
    expect(filename(null)).toMatchObject({ filename: 'file.pdf' });
    expect(filename(`${'x'.repeat(300)}.pdf`)).toMatchObject({ filename: `${'x'.repeat(236)}.pdf` });
    expect(filename('x'.repeat(300))).toMatchObject({ filename: 'x'.repeat(240) });
  });

  it('with more words than fit under it has the rest after it', () => {
    const caption = { text: 'word '.repeat(500).trim() };
    const all = seen(relay(file('photo', 'jpeg', { caption })));
    expect(all.map(([under]) => under)).toEqual(['image', 'nothing']);
    expect(
      all
        .map(([, one]) => one)
        .join(' ')
        .split(/\s+/),
    ).toHaveLength(501);
  });

  it.each([
    ['that is gone', file('photo', 'nowhere')],
    [
      'of another messenger',
      file('photo', '', { source: { at: 'messenger', channel: 'telegram', id: '1' } }),
    ],
    ['that is too large', file('photo', 'large')],
    ['of a type that WhatsApp refuses', file('photo', 'heic')],
    ['of another type that WhatsApp refuses', file('document', 'zip')],
    ['without a byte', file('photo', 'empty')],
  ] as const)('%s is said to be missing, with its words', (_label, content) => {
    const captioned = { ...content, caption: { text: 'The old part' } };
    expect(seen(relay(captioned))).toEqual([['nothing', '*Maria*\n«mediaMissing»\nThe old part']]);
  });

  it('of an album goes by itself, with the name on the first', () => {
    const photo = (album: string, caption = '') =>
      relay(file('photo', 'jpeg', { album, caption: { text: caption } }));
    const album = sent(photo('a', 'All four'), photo('a'), photo('a', 'left'), photo('b'));
    expect(album.map((one) => [seenOf(one).words, one.completes])).toEqual([
      ['*Maria*\nAll four', [0]],
      ['', [1]],
      ['left', [2]],
      ['*Maria*', [3]],
    ]);
  });
});

describe('what else an advisor sends', () => {
  it('a place is a point on the map with its name, below the advisor’s', () => {
    const place: Content = { kind: 'location', latitude: 40.5, longitude: 1e-7, title: 'Pier' };
    expect(bodies(relay(place))).toMatchObject([
      { text: { body: '*Maria*' } },
      { type: 'location', location: { latitude: '40.5', longitude: '0', name: 'Pier' } },
    ]);
  });

  it('a contact is a card with a name and a number', () => {
    const card: Content = { kind: 'contact', phone: '+302310555010', name: '' };
    expect(bodies(relay(card, { sign: null }))).toMatchObject([
      {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: '+302310555010', first_name: '+302310555010' },
            phones: [{ phone: '+302310555010' }],
          },
        ],
      },
    ]);
  });

  it('an emoji under a message is one there, may be sent twice, and can be taken away', () => {
    const react = (mark: Extract<Outbound, { kind: 'react' }>['mark']) =>
      sent({ kind: 'react', target: 'wamid.IN', mark });
    expect(react({ emoji: '👍🏽' })).toMatchObject([
      {
        payload: {
          idempotent: true,
          body: { type: 'reaction', reaction: { message_id: 'wamid.IN', emoji: '👍🏽' } },
        },
        completes: [0],
      },
    ]);
    expect(react(null)[0]?.payload.body).toMatchObject({ reaction: { emoji: '' } });
    expect(react({ emoji: 'ok' })).toEqual([]);
    for (const mark of ['sent', 'delivered', 'read', 'failed', 'note'] as const)
      expect(react(mark)).toEqual([]);
  });
});

describe('whatever is passed on', () => {
  const anyWords = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('φρένα ', '*', '_', '`', '\n', '> ', '😊', 'x'), { maxLength: 2_500 })
      .map((all) => all.join('')),
    fc.string({ unit: fc.constantFrom('я', '😊'), minLength: 4_000, maxLength: 9_000 }),
  );
  const mark: fc.Arbitrary<Mark> = fc.record({
    kind: fc.constantFrom('bold', 'italic', 'underline', 'strike', 'spoiler', 'code', 'quote', 'link'),
    offset: fc.nat(3_000),
    length: fc.integer({ min: 1, max: 3_000 }),
    url: fc.constantFrom('https://x.example/1', `https://x.example/${'y'.repeat(1_500)}`),
  });
  const marks = fc.array(mark, { maxLength: 5 });
  const rich = fc.record({ text: anyWords, marks });
  const content: fc.Arbitrary<Content> = fc.oneof(
    rich.map((text): Content => ({ kind: 'text', text })),
    fc
      .record({
        what: fc.constantFrom('photo' as const, ...fileKinds),
        key: fc.constantFrom(...withFiles.files.keys(), 'nowhere'),
        caption: rich,
        name: fc.option(anyWords),
      })
      .map(({ what, key, caption, name }) => file(what, key, { caption, name })),
    fc
      .record({ latitude: fc.double({ min: -90, max: 90, noNaN: true }), title: anyWords })
      .map(({ latitude, title }): Content => ({ kind: 'location', latitude, longitude: latitude, title })),
    anyWords.map((name): Content => ({ kind: 'contact', phone: '+302310555010', name })),
  );
  const message = fc.record({
    content,
    sign: fc.option(fc.constantFrom('Maria', 'M*ria', '')),
    replyTo: fc.option(fc.constant('wamid.IN')),
    target: fc.option(fc.constant('wamid.OUT')),
  });

  it('keeps every limit of Meta’s, completes once, and loses no letter of the words', () => {
    const bare = (one: string) => one.toWellFormed().replace(/[*_~`>\s…]/gu, '');
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 3 }), (all) => {
        const row = all.map(
          (one): Relay => ({ kind: 'relay', ...one, sign: one.sign === null ? null : words(one.sign) }),
        );
        const found = shown(row, withFiles);
        expect(found.flatMap(({ completes }) => completes)).toEqual([...row.keys()]);
        const read = bare(found.map(({ words }) => words).join(''));
        for (const { content } of row) {
          const own = content.kind === 'text' ? content.text : 'caption' in content ? content.caption : null;
          const free = own?.marks?.every(({ kind }) => kind !== 'link') ?? false;
          if (own && free && !row.some(({ target }) => target !== null))
            expect(read).toContain(bare(own.text));
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
