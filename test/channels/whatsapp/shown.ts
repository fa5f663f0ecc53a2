import { expect } from 'vitest';
import * as z from 'zod';
import type { RenderContext, Rendered } from '#shared/channels/channel.ts';
import { render } from '#shared/channels/whatsapp/render.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { context, text } from '../sample.ts';
import { ids, us } from './payload.ts';

export const person = { channel: 'whatsapp', bot: us.bot, chat: ids.user, thread: '' };

/** Meta's limits, by https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages, written anew for the tests. */
const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((one) => one.trim() === one, 'blanks at the ends');
const line = (most: number) => words(most).refine((one) => !/[\r\n\t]/.test(one), 'several lines');
const distinct = (all: readonly string[]) => new Set(all).size === all.length;

const button = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: line(256), title: line(20) }),
});
const row = z.strictObject({ id: line(200), title: line(24), description: line(72).optional() });
const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    body: z.strictObject({ text: words(1_024) }),
    action: z.strictObject({
      buttons: z
        .array(button)
        .min(1)
        .max(3)
        .refine((all) => distinct(all.map(({ reply }) => reply.title)), 'equal titles')
        .refine((all) => distinct(all.map(({ reply }) => reply.id)), 'equal ids'),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    body: z.strictObject({ text: words(1_024) }),
    action: z.strictObject({
      button: line(20),
      sections: z.tuple([
        z.strictObject({
          rows: z
            .array(row)
            .min(1)
            .max(10)
            .refine((all) => distinct(all.map(({ id }) => id)), 'equal ids'),
        }),
      ]),
    }),
  }),
  z.strictObject({
    type: z.literal('request_contact_info'),
    body: z.strictObject({ text: words(1_024) }),
    action: z.strictObject({ name: z.literal('request_contact_info') }),
  }),
  z.strictObject({
    type: z.literal('location_request_message'),
    body: z.strictObject({ text: words(1_024) }),
    action: z.strictObject({ name: z.literal('send_location') }),
  }),
]);

const caption = words(1_024).optional();
const image = z.strictObject({ caption });
const document = z.strictObject({ caption, filename: line(240) });
const audio = z.strictObject({ voice: z.literal(true).optional() });
const card = z.strictObject({
  name: z.strictObject({ formatted_name: line(1_024), first_name: line(1_024) }),
  phones: z.tuple([z.strictObject({ phone: line(64) })]),
});
const emoji = z.string().refine((one) => [...new Intl.Segmenter().segment(one)].length <= 1, 'two signs');

const head = {
  context: z.strictObject({ message_id: line(512) }).optional(),
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z
    .string()
    .regex(/^\d{5,15}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.\w{1,128}$/)
    .optional(),
};

/** A message as Meta takes it: strict, with every limit. */
export const bodySchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...head,
      type: z.literal('text'),
      text: z.strictObject({ body: words(4_096), preview_url: z.literal(false) }),
    }),
    z.strictObject({ ...head, type: z.literal('interactive'), interactive }),
    z.strictObject({
      ...head,
      type: z.literal('location'),
      location: z.strictObject({
        latitude: z.string().regex(/^-?\d+\.?\d*$/),
        longitude: z.string().regex(/^-?\d+\.?\d*$/),
        name: words(1_000).optional(),
        address: words(1_000).optional(),
      }),
    }),
    z.strictObject({ ...head, type: z.literal('image'), image }),
    z.strictObject({ ...head, type: z.literal('video'), video: image }),
    z.strictObject({ ...head, type: z.literal('document'), document }),
    z.strictObject({ ...head, type: z.literal('audio'), audio }),
    z.strictObject({ ...head, type: z.literal('sticker'), sticker: z.strictObject({}) }),
    z.strictObject({ ...head, type: z.literal('contacts'), contacts: z.tuple([card]) }),
    z.strictObject({
      ...head,
      type: z.literal('reaction'),
      reaction: z.strictObject({ message_id: line(512), emoji }),
    }),
  ])
  .refine(({ to, recipient }) => (to === undefined) !== (recipient === undefined), 'one recipient');

type Thing = 'image' | 'video' | 'document' | 'audio' | 'sticker' | 'contacts' | 'reaction';

/** What a person sees of one message. */
export type Seen = {
  readonly words: string;
  readonly under:
    | 'nothing'
    | 'button'
    | 'list'
    | 'request_contact_info'
    | 'location_request_message'
    | 'map'
    | Thing;
  readonly titles: readonly string[];
  readonly details: readonly string[];
  readonly ids: readonly string[];
};

export function seenOf({ payload }: Rendered): Seen {
  const body = bodySchema.parse(payload.body);
  expect(payload.uploads).toHaveLength(/^(?:image|video|document|audio|sticker)$/.test(body.type) ? 1 : 0);
  const plain = (under: Seen['under'], said = ''): Seen => ({ words: said, under, ...nothing });
  switch (body.type) {
    case 'text':
      return plain('nothing', body.text.body);
    case 'location':
      return plain('map', body.location.name);
    case 'image':
      return plain('image', body.image.caption);
    case 'video':
      return plain('video', body.video.caption);
    case 'document':
      return plain('document', body.document.caption);
    case 'contacts':
      return plain('contacts', body.contacts[0].name.formatted_name);
    case 'reaction':
      return plain('reaction', body.reaction.emoji);
    case 'audio':
    case 'sticker':
      return plain(body.type);
    case 'interactive': {
      const { type, body: said } = body.interactive;
      return { words: said.text, under: type, ...choicesOf(body.interactive) };
    }
  }
}

const nothing = { titles: [], details: [], ids: [] };

function choicesOf(shown: z.output<typeof interactive>): Pick<Seen, 'titles' | 'details' | 'ids'> {
  switch (shown.type) {
    case 'button': {
      const replies = shown.action.buttons.map(({ reply }) => reply);
      return { titles: replies.map(({ title }) => title), details: [], ids: replies.map(({ id }) => id) };
    }
    case 'list': {
      const [{ rows }] = shown.action.sections;
      return {
        titles: rows.map(({ title }) => title),
        details: rows.map(({ description }) => description ?? ''),
        ids: rows.map(({ id }) => id),
      };
    }
    case 'request_contact_info':
    case 'location_request_message':
      return nothing;
  }
}

/** What a person sees of a row, and which of its messages each of them completes. */
export function shown(
  messages: readonly Outbound[],
  where: RenderContext = context,
): readonly (Seen & { readonly completes: readonly number[] })[] {
  return render(messages, person, text, where).map((one) => ({ ...seenOf(one), completes: one.completes }));
}
