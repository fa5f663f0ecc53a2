import { describe, expect, it } from 'vitest';
import { aboutMessage, type Looking, type Seen, seen } from '#shared/desk/seen.ts';
import type { Counterpart } from '#shared/desk/turn.ts';
import type { Content } from '#shared/domain/content.ts';
import { type Inbound, type InboundEvent, inboundSchema } from '#shared/domain/inbound.ts';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { now } from './given-case.ts';

/** What the topic sees of one thing that a customer did. */

const deskKey = 'telegram/0/desk/';

function inboundOf(event: InboundEvent, channel = 'telegram', replyTo?: string): Inbound {
  return inboundSchema.parse({
    id: 'u1',
    address: { channel, bot: '4242', chat: '501', thread: '' },
    at: now,
    from: { id: '501', name: 'Lena', language: 'en' },
    messageId: '77',
    ...(replyTo === undefined ? {} : { replyTo }),
    event,
  });
}

function look(
  event: InboundEvent,
  more: Partial<Looking> & { channel?: string; replyTo?: string } = {},
): Seen {
  const { channel, replyTo, ...rest } = more;
  return seen({
    inbound: inboundOf(event, channel, replyTo),
    desk: { channel: 'telegram', key: deskKey },
    counterpart: null,
    via: null,
    ...rest,
  });
}

const text = (words: string): InboundEvent => ({ kind: 'text', text: words });
const file = { id: 'f1', bytes: 5_000, mime: null, name: null };
const document = (mime: string | null, name: string | null): InboundEvent => ({
  kind: 'file',
  what: 'document',
  file: { ...file, mime, name },
  caption: 'look',
});
const photo: InboundEvent = { kind: 'photo', file, caption: 'the noise', album: 'a1' };

/** The customer's message stands in the topic as message 900. */
function passed(message: Outbound, more: Partial<Counterpart['row']> = {}): Counterpart {
  const row = {
    sk: 't1',
    messages: [message],
    parts: ['900'],
    source: null,
    born: now,
    waits: false,
    isOver: false,
    ...more,
  };
  return { how: 'passed', destination: deskKey, row };
}
const relayed = (content: Content): Outbound => ({
  kind: 'relay',
  content,
  sign: null,
  replyTo: null,
  target: null,
});
const words = relayed({ kind: 'text', text: { text: 'hello' } });

/** An answer of an advisor, who wrote it as message 800 of the group. */
const answered: Counterpart = {
  how: 'sent',
  destination: 'telegram/4242/501/',
  row: {
    sk: 'p1',
    messages: [words],
    parts: ['60'],
    source: { at: deskKey, messageId: '800' },
    born: now,
    waits: false,
    isOver: false,
  },
};

function only({ pieces }: Seen): Outbound {
  expect(pieces).toHaveLength(1);
  return pieces[0]?.message ?? { kind: 'silence' };
}

describe('what a customer sends', () => {
  it('goes on as it is: words with their formatting', () => {
    const marks = [{ kind: 'bold', offset: 0, length: 5 } as const];
    const view = look({ ...text('hello'), kind: 'text', text: 'hello', marks });
    expect(only(view)).toEqual(relayed({ kind: 'text', text: { text: 'hello', marks } }));
    expect([view.pieces[0]?.carries, view.jobs, view.spoke]).toEqual(['77', [], true]);
  });

  it.each<[string, InboundEvent]>([
    ['a photo', photo],
    ['a voice message', { kind: 'file', what: 'voice', file, caption: '' }],
    ['a video', { kind: 'file', what: 'video', file, caption: '' }],
    ['a round video', { kind: 'file', what: 'videoNote', file, caption: '' }],
    ['a sticker', { kind: 'file', what: 'sticker', file, caption: '' }],
    ['a document', document('application/pdf', 'order.pdf')],
    ['a place', { kind: 'location', latitude: 40.6, longitude: 22.9 }],
    ['a contact', { kind: 'contact', phone: '+306900000000', own: false, name: 'Kostas' }],
  ])('goes on at once in the same messenger: %s', (_what, event) => {
    expect(only(look(event)).kind).toBe('relay');
  });

  it.each<[string, InboundEvent, boolean]>([
    ['a photo', photo, true],
    ['a voice message', { kind: 'file', what: 'voice', file, caption: '' }, true],
    ['a video', { kind: 'file', what: 'video', file, caption: '' }, true],
    ['a document', document('application/pdf', 'order.pdf'), true],
    ['a sticker', { kind: 'file', what: 'sticker', file, caption: '' }, false],
    ['a place', { kind: 'location', latitude: 40.6, longitude: 22.9 }, false],
  ])('is kept as a copy of our own where it shows or says something: %s', (_what, event, isKept) => {
    const { jobs } = look(event);
    const job = { kind: 'fetch', file: { id: 'f1' }, ticket: { of: 'kept', messageId: '77' } };
    expect(jobs).toMatchObject(isKept ? [job] : []);
  });

  it.each<[string, InboundEvent, string]>([
    ['a picture that came as a document', document('image/heic', null), 'telegram'],
    ['a picture that only its name tells', document(null, 'IMG_1.JPG'), 'telegram'],
    ['a photo of another messenger', photo, 'whatsapp'],
    ['a voice message of another messenger', { kind: 'file', what: 'voice', file, caption: '' }, 'whatsapp'],
  ])('is fetched first, and announced: %s', (_what, event, channel) => {
    const view = look(event, { channel });
    const line = only(view);
    expect(line.kind === 'say' && line.text[0]?.key).toBe('mediaPending');
    expect(view.jobs).toMatchObject([{ kind: 'fetch', channel, forChannel: 'telegram', file: { id: 'f1' } }]);
    // The file takes the place of the line: it shares its message with nobody.
    expect(view.pieces[0]?.album).not.toBeNull();
  });

  it('waits for the others of its album, which is nobody else’s', () => {
    const [piece] = look(photo).pieces;
    expect(piece?.album).toBe('telegram/4242/501/ a1');
  });

  it('says from which messenger it came where there are several', () => {
    const via = phrase('caseVia', { channel: 'telegram' });
    expect(only(look(text('hello'), { via }))).toMatchObject({ sign: via });
  });

  it('that cannot be shown is named', () => {
    expect(only(look({ kind: 'unsupported', what: 'poll' }))).toMatchObject({
      text: [{ key: 'caseUnsupported', args: { what: 'poll' } }],
    });
  });

  it.each<InboundEvent>([
    { kind: 'command', name: 'book', payload: '' },
    { kind: 'tap', tapId: '1', offer: null },
    { kind: 'blocked' },
    { kind: 'timer', key: 'k', dueAt: now },
  ])('is nothing by itself: $kind', (event) => {
    expect(look(event)).toEqual({ pieces: [], changes: [], jobs: [], spoke: false });
  });
});

describe('an answer', () => {
  it('to an advisor’s words hangs on them', () => {
    expect(only(look(text('yes'), { replyTo: '60', counterpart: answered }))).toMatchObject({
      replyTo: '800',
    });
  });

  it('to the customer’s own words hangs on them where they stand in the topic', () => {
    expect(only(look(text('I mean this'), { replyTo: '70', counterpart: passed(words) }))).toMatchObject({
      replyTo: '900',
    });
  });

  it('to something unknown stands by itself', () => {
    expect(only(look(text('yes'), { replyTo: '60' }))).toMatchObject({ replyTo: null });
  });
});

describe('an edit', () => {
  const edit = (words: string): InboundEvent => ({ kind: 'edited', messageId: '70', text: words });

  it('changes the topic’s message and says that it did', () => {
    const view = look(edit('hello!'), { counterpart: passed(words) });
    expect(only(view)).toEqual({
      ...relayed({ kind: 'text', text: { text: 'hello!' } }),
      sign: phrase('caseEdited'),
      target: '900',
    });
    expect([view.pieces[0]?.carries, view.spoke]).toEqual(['70', false]);
  });

  it('of a caption keeps the file', () => {
    const source = { at: 'messenger', channel: 'telegram', id: 'f1' } as const;
    const content: Content = {
      kind: 'photo',
      source,
      mime: null,
      name: null,
      bytes: null,
      caption: { text: 'the noise' },
    };
    const message = only(look(edit('no noise'), { counterpart: passed(relayed(content)) }));
    expect(message).toMatchObject({
      target: '900',
      content: { kind: 'photo', source, caption: { text: 'no noise' } },
    });
  });

  it('of what did not go out yet comes instead of it', () => {
    const waiting = passed(words, { parts: [], waits: true });
    const view = look(edit('hello!'), { counterpart: waiting });
    expect(view.changes).toEqual([{ kind: 'withdrawn', destination: deskKey, row: 't1' }]);
    expect(only(view)).toMatchObject({ target: null });
  });

  it('of something unknown is shown all the same', () => {
    expect(only(look(edit('hello!')))).toMatchObject({
      kind: 'relay',
      target: null,
      sign: { key: 'caseEdited' },
    });
  });
});

describe('taking back and reacting', () => {
  it('leaves what stands in the topic, and says that it was deleted', () => {
    const view = look({ kind: 'revoked', messageId: '70' }, { counterpart: passed(words) });
    expect(only(view)).toMatchObject({ text: [{ key: 'caseRevoked' }], replyTo: '900' });
  });

  it('what nobody could read yet never appears', () => {
    const view = look(
      { kind: 'revoked', messageId: '70' },
      { counterpart: passed(words, { parts: [], waits: true }) },
    );
    expect([view.pieces, view.changes.map(({ kind }) => kind)]).toEqual([[], ['withdrawn']]);
  });

  it.each([
    ['❤', { emoji: '❤' }],
    [null, 'read'],
  ] as const)('%s on an answer lies on what the advisor wrote', (emoji, mark) => {
    const view = look({ kind: 'reaction', messageId: '60', emoji }, { counterpart: answered });
    expect(only(view)).toEqual({ kind: 'react', target: '800', mark });
  });

  it('on what the bot said is no news', () => {
    expect(look({ kind: 'reaction', messageId: '60', emoji: '❤' }).pieces).toEqual([]);
    const own = { ...answered, row: { ...answered.row, source: null } };
    expect(look({ kind: 'reaction', messageId: '60', emoji: '❤' }, { counterpart: own }).pieces).toEqual([]);
  });
});

describe('a file that was fetched', () => {
  const [fetching] = look(photo, { channel: 'whatsapp' }).jobs;
  const ticket = fetching?.kind === 'fetch' ? fetching.ticket : undefined;
  const stored = {
    kind: 'stored',
    key: 'k1',
    mime: 'image/jpeg',
    bytes: 9,
    name: null,
    what: 'photo',
  } as const;
  const failed = { kind: 'failed', why: 'tooLarge' } as const;
  const onRecord = {
    messageId: '77',
    address: 'whatsapp/4242/501/',
    key: 'k1',
    mime: 'image/jpeg',
    bytes: 9,
    what: 'photo',
  };
  const pending = say(phrase('mediaPending', { what: 'photo' }));
  const fetched = (outcome: typeof stored | typeof failed): InboundEvent => ({
    kind: 'fetched',
    outcome,
    ticket,
  });

  it('is looked for by the message it came with', () => {
    expect(aboutMessage(inboundOf(fetched(stored)))).toBe('77');
    expect(
      aboutMessage(inboundOf({ kind: 'fetched', outcome: stored, ticket: { of: 'somebody else' } })),
    ).toBeNull();
  });

  it('takes the place of the line that announced it, caption and all', () => {
    const view = look(fetched(stored), { channel: 'whatsapp', counterpart: passed(pending) });
    expect(only(view)).toMatchObject({
      kind: 'relay',
      target: '900',
      content: { kind: 'photo', source: { at: 'store', key: 'k1' }, caption: { text: 'the noise' } },
    });
    expect(view.pieces[0]?.carries).toBe('77');
    expect(view.changes).toMatchObject([{ kind: 'file', file: onRecord }]);
  });

  it('comes instead of the line where that did not go out yet', () => {
    const view = look(fetched(stored), {
      channel: 'whatsapp',
      counterpart: passed(pending, { parts: [], waits: true }),
    });
    expect(only(view)).toMatchObject({ kind: 'relay', target: null });
    expect(view.changes).toMatchObject([
      { kind: 'withdrawn', destination: deskKey, row: 't1' },
      { kind: 'file', file: onRecord },
    ]);
  });

  it('or could not be is said plainly in the same place, with the words that came along', () => {
    const view = look(fetched(failed), { channel: 'whatsapp', counterpart: passed(pending) });
    expect(only(view)).toMatchObject({
      kind: 'say',
      place: 'edit',
      target: '900',
      text: [
        { key: 'mediaFailed', args: { what: 'photo', why: 'tooLarge', bytes: 5_000, whose: 'customer' } },
        { args: { text: 'the noise' } },
      ],
    });
  });

  it('with a ticket of another version is nothing', () => {
    expect(look({ kind: 'fetched', outcome: stored, ticket: { v: 9 } }).pieces).toEqual([]);
  });
});
