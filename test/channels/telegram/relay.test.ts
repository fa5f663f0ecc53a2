import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Payload } from '#shared/channels/channel.ts';
import { render } from '#shared/channels/telegram/render.ts';
import { type Content, type FileKind, fileKinds } from '#shared/domain/content.ts';
import type { Outbound, Relay } from '#shared/domain/outbound.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import { context, person, storedFiles, text, words } from '../sample.ts';

const topic = { ...person, chat: '-1002000000001', thread: '77' };
const ours = { at: 'messenger', channel: 'telegram', id: 'AgAC' } as const;
const file = { source: ours, mime: null, name: null, bytes: null } as const;

function relay(content: Content, rest: Partial<Relay> = {}): Relay {
  return { kind: 'relay', content, sign: null, replyTo: null, target: null, ...rest };
}

function photo(caption = '', rest: object = {}): Content {
  return { kind: 'photo', ...file, caption: { text: caption }, ...rest };
}

function fileOf(what: FileKind, caption = '', rest: object = {}): Content {
  return { kind: 'file', what, ...file, caption: { text: caption }, ...rest };
}

function shown(
  messages: Outbound | readonly Outbound[],
  to = person,
  files = storedFiles,
): readonly Payload[] {
  const all = 'kind' in messages ? [messages] : messages;
  return render(all, to, text, { ...context, files }).map(({ payload }) => payload);
}

const maria = { sign: words('Maria') };
const bold = { type: 'bold', offset: 0, length: 5 };

describe('words of a person', () => {
  const rich: RichText = {
    text: '😊 final price',
    marks: [
      { kind: 'bold', offset: 3, length: 5 },
      { kind: 'link', offset: 9, length: 5, url: 'https://station.example/p' },
    ],
  };

  it('keep their formatting, without any markup language', () => {
    expect(shown(relay({ kind: 'text', text: rich }))).toEqual([
      {
        method: 'sendMessage',
        body: {
          chat_id: 501,
          link_preview_options: { is_disabled: true },
          text: '😊 final price',
          entities: [
            { type: 'bold', offset: 3, length: 5 },
            { type: 'text_link', offset: 9, length: 5, url: 'https://station.example/p' },
          ],
        },
        uploads: [],
        idempotent: false,
      },
    ]);
  });

  it('stand under the name of who wrote them', () => {
    expect(shown(relay({ kind: 'text', text: rich }, maria))[0]?.body).toMatchObject({
      text: 'Maria\n😊 final price',
      entities: [bold, { offset: 9, length: 5 }, { offset: 15, length: 5 }],
    });
  });

  it('answer the message they answered, in the topic they belong to', () => {
    const [only] = shown(relay({ kind: 'text', text: rich }, { replyTo: '88' }), topic);
    expect(only?.body).toMatchObject({
      chat_id: -1_002_000_000_001,
      message_thread_id: 77,
      reply_parameters: { message_id: 88, allow_sending_without_reply: true },
    });
    expect(shown(relay({ kind: 'text', text: rich }, { replyTo: 'wamid.x' }))[0]?.body).not.toHaveProperty(
      'reply_parameters',
    );
  });

  it('replace what they corrected', () => {
    const [only] = shown(relay({ kind: 'text', text: rich }, { ...maria, target: '40', replyTo: '7' }));
    expect(only).toMatchObject({
      method: 'editMessageText',
      body: { chat_id: 501, message_id: 40, text: 'Maria\n😊 final price', entities: [bold, {}, {}] },
      idempotent: true,
    });
  });

  it('too many for one message go on in the next, formatting and all, and the first answers', () => {
    const text = 'слово '.repeat(1_000).trim();
    const marks = [{ kind: 'italic' as const, offset: 0, length: text.length }];
    const bodies = shown(relay({ kind: 'text', text: { text, marks } }, { replyTo: '88' })).map(
      ({ body }) => body,
    );
    expect(bodies.map(({ text }) => text).join('')).toBe(text);
    for (const { entities, text } of bodies)
      expect(entities).toEqual([{ type: 'italic', offset: 0, length: String(text).length }]);
    expect(bodies.map((body) => 'reply_parameters' in body)).toEqual([true, false]);
  });

  it('never name or call anybody by a hidden link', () => {
    const url = 'tg://user?id=777';
    const marks = [{ kind: 'link' as const, offset: 0, length: 2, url }];
    expect(JSON.stringify(shown(relay({ kind: 'text', text: { text: 'hi', marks } })))).not.toContain('tg:');
  });
});

describe('a file of a person', () => {
  const sent: readonly (readonly [FileKind | 'photo', string, string])[] = [
    ['photo', 'sendPhoto', 'photo'],
    ['video', 'sendVideo', 'video'],
    ['document', 'sendDocument', 'document'],
    ['audio', 'sendAudio', 'audio'],
    ['animation', 'sendAnimation', 'animation'],
    ['voice', 'sendVoice', 'voice'],
    ['videoNote', 'sendVideoNote', 'video_note'],
    ['sticker', 'sendSticker', 'sticker'],
  ];

  it('has a way for every kind', () => {
    expect(sent.map(([kind]) => kind).sort()).toEqual(['photo', ...fileKinds].sort());
  });

  it.each(sent)('that Telegram has goes at once by its id: %s', (kind, method, field) => {
    const content = kind === 'photo' ? photo() : fileOf(kind);
    expect(shown(relay(content, { replyTo: '88' }), topic)).toEqual([
      {
        method,
        body: {
          chat_id: -1_002_000_000_001,
          message_thread_id: 77,
          reply_parameters: { message_id: 88, allow_sending_without_reply: true },
          [field]: 'AgAC',
        },
        uploads: [],
        idempotent: false,
      },
    ]);
  });

  it.each(sent.slice(0, 6))('has the name and the words under it: %s', (kind, method) => {
    const content = kind === 'photo' ? photo('the left one') : fileOf(kind, 'the left one');
    expect(shown(relay(content, maria))).toMatchObject([
      { method, body: { caption: 'Maria\nthe left one', caption_entities: [bold] } },
    ]);
  });

  it.each(sent.slice(6))('that takes no words has the name before it: %s', (kind, method) => {
    const content = kind === 'photo' ? photo() : fileOf(kind);
    expect(shown(relay(content, { ...maria, replyTo: '88' }))).toMatchObject([
      {
        method: 'sendMessage',
        body: { text: 'Maria', entities: [bold], reply_parameters: { message_id: 88 } },
      },
      { method, body: { chat_id: 501 } },
    ]);
  });

  it('with more words than fit under it shows where they were cut and goes on below', () => {
    const caption = 'слово '.repeat(400).trim();
    const [picture, rest, ...more] = shown(relay(photo(caption), maria));
    expect(more).toEqual([]);
    const above = z.string().parse(picture?.body.caption);
    expect(above.length).toBeLessThanOrEqual(1_024);
    expect(above.endsWith(' …')).toBe(true);
    const whole = `${above.slice(0, -2)} ${String(rest?.body.text)}`;
    expect(whole.replace(/\s+/g, ' ')).toBe(`Maria ${caption}`);
  });

  it('out of the station’s store goes along with the call', () => {
    const stored = { source: { at: 'store', key: 'jpeg' }, name: 'a/b\r\n.jpg' };
    expect(shown(relay(photo('look', stored)))).toMatchObject([
      {
        method: 'sendPhoto',
        body: { chat_id: 501, caption: 'look' },
        uploads: [{ field: 'photo', name: 'a_b_.jpg', mime: 'image/jpeg', content: Buffer.from('jpeg') }],
      },
    ]);
    const unnamed = { source: { at: 'store', key: 'ogg' } };
    expect(shown(relay(fileOf('voice', '', unnamed)))[0]?.uploads).toMatchObject([{ name: 'voice.ogg' }]);
  });

  it('of a format that Telegram does not show goes as a document', () => {
    const stored = { source: { at: 'store', key: 'pdf' } };
    for (const content of [photo('', stored), fileOf('video', '', stored), fileOf('sticker', '', stored)])
      expect(shown(relay(content))).toMatchObject([
        { method: 'sendDocument', uploads: [{ field: 'document' }] },
      ]);
    const large = new Map([['big', { mime: 'image/jpeg', content: Buffer.alloc(11 * 1024 * 1024) }]]);
    const photoOf = relay(photo('', { source: { at: 'store', key: 'big' } }));
    expect(shown(photoOf, person, large)).toMatchObject([{ method: 'sendDocument' }]);
  });

  it.each([
    ['is gone from the store', { at: 'store', key: 'gone' }],
    ['is only with another messenger', { at: 'messenger', channel: 'pigeons', id: 'feather' }],
  ])('that %s is said to be missing, and its words are kept', (_label, source) => {
    const content = photo('the left one', { source });
    expect(shown(relay(content, { ...maria, replyTo: '88' }))).toMatchObject([
      {
        method: 'sendMessage',
        body: { text: 'Maria\n«mediaMissing»\n\nthe left one', reply_parameters: { message_id: 88 } },
      },
    ]);
  });
});

describe('a file in the place of a message', () => {
  it('is put there, also where there were only words', () => {
    const stored = { source: { at: 'store', key: 'jpeg' } };
    expect(shown(relay(photo('look', stored), { ...maria, target: '40' }))).toMatchObject([
      {
        method: 'editMessageMedia',
        body: {
          chat_id: 501,
          message_id: 40,
          media: { type: 'photo', media: 'attach://file0', caption: 'Maria\nlook', caption_entities: [bold] },
        },
        uploads: [{ field: 'file0' }],
        idempotent: true,
      },
    ]);
    expect(shown(relay(fileOf('document', 'v2'), { target: '40' }))[0]?.body).toMatchObject({
      media: { type: 'document', media: 'AgAC', caption: 'v2' },
    });
  });

  it('that cannot be put there comes anew below', () => {
    for (const what of ['sticker', 'videoNote', 'voice'] as const)
      expect(shown(relay(fileOf(what), { target: '40' })).map(({ method }) => method)).toEqual([
        expect.stringMatching(/^send/),
      ]);
  });

  it('leaves the file alone where only the words under it can have changed', () => {
    const gone = { source: { at: 'store', key: 'gone' } };
    for (const content of [fileOf('voice', 'listen'), photo('the right one', gone)])
      expect(shown(relay(content, { target: '40' }))).toMatchObject([
        { method: 'editMessageCaption', body: { message_id: 40, caption: expect.any(String) } },
      ]);
  });
});

describe('places and contacts', () => {
  const point = { kind: 'location', latitude: 40.5936, longitude: 22.9505 } as const;

  it('are shown as such, a named place as a venue', () => {
    expect(shown(relay(point))).toMatchObject([{ method: 'sendLocation', body: { latitude: 40.5936 } }]);
    expect(shown(relay({ ...point, title: 'Pier' }))).toMatchObject([
      { method: 'sendVenue', body: { title: 'Pier', address: '40.59360, 22.95050' } },
    ]);
    expect(shown(relay({ kind: 'contact', phone: '+491515550101', name: ' ' }))).toMatchObject([
      { method: 'sendContact', body: { phone_number: '+491515550101', first_name: '+491515550101' } },
    ]);
  });

  it('come below the name of who sent them', () => {
    expect(shown(relay(point, { ...maria, replyTo: '88' }))).toMatchObject([
      { method: 'sendMessage', body: { text: 'Maria', reply_parameters: { message_id: 88 } } },
      { method: 'sendLocation' },
    ]);
  });
});

describe('marks on messages', () => {
  it.each([
    ['sent', '👌'],
    ['delivered', '👍'],
    ['read', '👀'],
    ['failed', '💔'],
    ['note', '✍'],
  ] as const)('%s is %s', (mark, emoji) => {
    expect(shown({ kind: 'react', target: '40', mark })).toEqual([
      {
        method: 'setMessageReaction',
        body: { chat_id: 501, message_id: 40, reaction: [{ type: 'emoji', emoji }] },
        uploads: [],
        idempotent: true,
      },
    ]);
  });

  it('are people’s own emoji where Telegram has them, whatever their colour', () => {
    const emojis = (emoji: string) =>
      shown({ kind: 'react', target: '40', mark: { emoji } }).map(({ body }) => body.reaction);
    expect(emojis('❤️')).toEqual([[{ type: 'emoji', emoji: '❤' }]]);
    expect(emojis('👍🏽')).toEqual([[{ type: 'emoji', emoji: '👍' }]]);
    expect(emojis('🤷🏻‍♀️')).toEqual([[{ type: 'emoji', emoji: '🤷‍♀' }]]);
    expect(emojis('🚗')).toEqual([]);
  });

  it('are taken away again', () => {
    expect(shown({ kind: 'react', target: '40', mark: null })[0]?.body).toMatchObject({ reaction: [] });
  });
});

describe('messages taken back', () => {
  it('are deleted together, a hundred at a time', () => {
    const targets = Array.from({ length: 130 }, (_, index) => String(index + 1));
    const calls = shown({ kind: 'retract', targets, text: '' });
    expect(calls.map(({ method, idempotent }) => [method, idempotent])).toEqual([
      ['deleteMessages', true],
      ['deleteMessages', true],
    ]);
    expect(calls.flatMap(({ body }) => body.message_ids)).toEqual(targets.map(Number));
    expect(shown({ kind: 'retract', targets: ['wamid.x'], text: '' })).toEqual([]);
  });
});
