import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Payload } from '#shared/channels/channel.ts';
import { render } from '#shared/channels/telegram/render.ts';
import type { Content } from '#shared/domain/content.ts';
import { type Outbound, type Relay, say } from '#shared/domain/outbound.ts';
import { act, anyOutbound, anyRelay, context, person, text, words } from '../sample.ts';

const topic = { ...person, chat: '-1002000000001', thread: '77' };
const source = { at: 'messenger', channel: 'telegram', id: 'AgAC' } as const;
const file = { source, mime: null, name: null, bytes: null } as const;
const maria = { sign: words('Maria') };
const bold = { type: 'bold', offset: 0, length: 5 };

function relay(content: Content, rest: Partial<Relay> = {}): Relay {
  return { kind: 'relay', content, sign: null, replyTo: null, target: null, ...rest };
}

function photo(caption: string, rest: object): Content {
  return { kind: 'photo', ...file, caption: { text: caption }, ...rest };
}

function fileOf(what: 'video' | 'document' | 'audio'): Content {
  return { kind: 'file', what, ...file, caption: { text: '' }, album: 'a' };
}

function shown(messages: readonly Outbound[], to = person): readonly Payload[] {
  return render(messages, to, text, context).map(({ payload }) => payload);
}

describe('an album', () => {
  const of = (album: string, caption = '', rest: object = {}) => relay(photo(caption, { album, ...rest }));

  it('is one call, with the name on the first and each picture’s own words', () => {
    const stored = { source: { at: 'store', key: 'jpeg' } };
    const album = [
      { ...of('a', 'front'), ...maria, replyTo: '88' },
      { ...of('a', 'rear', stored), ...maria },
      { ...relay(fileOf('video')), ...maria },
    ];
    const rendered = render(album, topic, text, context);
    expect(rendered).toMatchObject([
      {
        payload: {
          method: 'sendMediaGroup',
          body: {
            message_thread_id: 77,
            reply_parameters: { message_id: 88 },
            media: [
              { type: 'photo', media: 'AgAC', caption: 'Maria\nfront', caption_entities: [bold] },
              { type: 'photo', media: 'attach://file1', caption: 'rear' },
              { type: 'video', media: 'AgAC' },
            ],
          },
          uploads: [{ field: 'file1' }],
          idempotent: false,
        },
        completes: [0, 1, 2],
      },
    ]);
  });

  it('is no album alone, of two albums, of kinds that do not go together, or around something else', () => {
    const methods = (messages: readonly Outbound[]) => shown(messages).map(({ method }) => method);
    const paper = relay(fileOf('document'));
    const sound = relay(fileOf('audio'));
    expect(methods([of('a')])).toEqual(['sendPhoto']);
    expect(methods([of('a'), of('b')])).toEqual(['sendPhoto', 'sendPhoto']);
    expect(methods([of('a'), paper, sound])).toEqual(['sendPhoto', 'sendDocument', 'sendAudio']);
    expect(methods([paper, paper])).toEqual(['sendMediaGroup']);
    expect(methods([of('a'), say(words('And'), [[act('Yes')]]), of('a')])).toEqual([
      'sendPhoto',
      'sendMessage',
      'sendPhoto',
    ]);
    expect(methods([of('a'), { ...of('a'), target: '40' }])).toEqual(['sendPhoto', 'editMessageMedia']);
  });

  it('of more than ten is several', () => {
    const rendered = render(
      Array.from({ length: 21 }, () => of('a')),
      person,
      text,
      context,
    );
    expect(rendered.map(({ payload: { method }, completes }) => [method, completes.length])).toEqual([
      ['sendMediaGroup', 10],
      ['sendMediaGroup', 10],
      ['sendPhoto', 1],
    ]);
  });

  it('of which one picture is missing says so and shows the others', () => {
    const gone = of('a', '', { source: { at: 'store', key: 'gone' } });
    expect(shown([of('a'), of('a'), gone]).map(({ method }) => method)).toEqual([
      'sendMediaGroup',
      'sendMessage',
    ]);
  });

  it('leaves the count of a row’s buttons as it is', () => {
    const row = [of('a'), of('a'), say(words('Which?'), [[act('One')]]), say(words('And?'), [[act('Two')]])];
    expect(JSON.stringify(shown(row).map(({ body }) => body))).toContain('1.01K3WPXA7Q.2.1');
  });
});

const entity = z.object({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  url: z.string().optional(),
});
const bodyShape = z.looseObject({
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  media: z.unknown().optional(),
});

describe('whatever is passed on', () => {
  it('keeps to every limit of Telegram', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyRelay, anyOutbound), { maxLength: 5 }), (messages) => {
        for (const { body } of shown(messages, topic)) {
          check(bodyShape.parse(body));
          const media = z.union([bodyShape, z.array(bodyShape)]).safeParse(body.media).data ?? [];
          if (Array.isArray(media) && media.length > 0) expect(media.length).toBeGreaterThan(1);
          for (const one of Array.isArray(media) ? media : [media]) check(one);
        }
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('is complete with its last call, each message once and in order', () => {
    fc.assert(
      fc.property(fc.array(anyRelay, { maxLength: 6 }), (messages) => {
        const complete = render(messages, person, text, context).flatMap(({ completes }) => completes);
        expect(complete).toEqual([...messages.keys()]);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

function check({ text, entities, caption, caption_entities }: z.infer<typeof bodyShape>): void {
  for (const [words, marks, most] of [
    [text, entities, 4_096],
    [caption, caption_entities, 1_024],
  ] as const) {
    if (words === undefined) continue;
    expect(words.trim()).not.toBe('');
    expect(words.length).toBeLessThanOrEqual(most);
    expect(words.isWellFormed()).toBe(true);
    for (const { offset, length, url } of marks ?? []) {
      const before = words.slice(0, offset);
      const inside = words.slice(offset, offset + length);
      expect(inside).toHaveLength(length);
      expect(before.isWellFormed() && inside.isWellFormed()).toBe(true);
      expect(url ?? 'https:').toMatch(/^https?:/);
    }
  }
}
