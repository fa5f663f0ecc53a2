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
]);

const head = {
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
        name: words(1_000),
        address: words(1_000),
      }),
    }),
  ])
  .refine(({ to, recipient }) => (to === undefined) !== (recipient === undefined), 'one recipient');

/** What a person sees of one message. */
export type Seen = {
  readonly words: string;
  readonly under: 'nothing' | 'button' | 'list' | 'request_contact_info' | 'map';
  readonly titles: readonly string[];
  readonly details: readonly string[];
  readonly ids: readonly string[];
};

export function seenOf({ payload }: Rendered): Seen {
  const body = bodySchema.parse(payload.body);
  switch (body.type) {
    case 'text':
      return { words: body.text.body, under: 'nothing', titles: [], details: [], ids: [] };
    case 'location':
      return { words: body.location.name, under: 'map', titles: [], details: [], ids: [] };
    case 'interactive': {
      const { type, body: said } = body.interactive;
      return { words: said.text, under: type, ...choicesOf(body.interactive) };
    }
  }
}

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
      return { titles: [], details: [], ids: [] };
  }
}

/** What a person sees of a row, and which of its messages each of them completes. */
export function shown(
  messages: readonly Outbound[],
  where: RenderContext = context,
): readonly (Seen & { readonly completes: readonly number[] })[] {
  return render(messages, person, text, where).map((one) => ({ ...seenOf(one), completes: one.completes }));
}
