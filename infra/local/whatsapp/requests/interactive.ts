import * as z from 'zod';
import { filename, mediaSource, oneSource, ownId, unique, webAddress, words } from './parts.ts';

/**
 * Interactive messages. Bodies stay at 1,024 also for lists, where Meta's pages disagree.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages
 */
const MOST_ROWS = 10;

const textHeader = z.strictObject({ type: z.literal('text'), text: words(60) });
const header = z.discriminatedUnion('type', [
  textHeader,
  z.strictObject({
    type: z.literal('image'),
    image: z.strictObject({ ...mediaSource }).refine(...oneSource),
  }),
  z.strictObject({
    type: z.literal('video'),
    video: z.strictObject({ ...mediaSource }).refine(...oneSource),
  }),
  z.strictObject({
    type: z.literal('document'),
    document: z.strictObject({ ...mediaSource, filename }).refine(...oneSource),
  }),
]);
const body = z.strictObject({ text: words(1024) });
const footer = z.strictObject({ text: words(60) });

const buttons = z.strictObject({
  type: z.literal('button'),
  header: header.optional(),
  body,
  footer: footer.optional(),
  action: z.strictObject({
    buttons: z
      .array(
        z.strictObject({
          type: z.literal('reply'),
          reply: z.strictObject({ id: ownId(256), title: words(20) }),
        }),
      )
      .min(1)
      .max(3)
      .superRefine(unique(({ reply }) => reply.title, 'Button title'))
      .superRefine(unique(({ reply }) => reply.id, 'Button id')),
  }),
});

const section = z.strictObject({
  title: words(24).optional(),
  rows: z
    .array(z.strictObject({ id: ownId(200), title: words(24), description: z.string().max(72).optional() }))
    .min(1),
});

const list = z.strictObject({
  type: z.literal('list'),
  header: textHeader.optional(),
  body,
  footer: footer.optional(),
  action: z.strictObject({
    button: words(20),
    sections: z
      .array(section)
      .min(1)
      .max(10)
      .refine(
        (sections) => sections.flatMap(({ rows }) => rows).length <= MOST_ROWS,
        `Total row count exceed max allowed count: ${MOST_ROWS}`,
      )
      .refine(
        (sections) => sections.length === 1 || sections.every(({ title }) => title !== undefined),
        'Section title is required when there is more than one section',
      )
      .superRefine((sections, context) =>
        unique(({ id }: { id: string }) => id, 'Row id')(
          sections.flatMap(({ rows }) => rows),
          context,
        ),
      ),
  }),
});

const link = z.strictObject({
  type: z.literal('cta_url'),
  header: header.optional(),
  body,
  footer: footer.optional(),
  action: z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: words(20), url: webAddress }),
  }),
});

const asksLocation = z.strictObject({
  type: z.literal('location_request_message'),
  body,
  action: z.strictObject({ name: z.literal('send_location') }),
});

const asksContact = z.strictObject({
  type: z.literal('request_contact_info'),
  body,
  action: z.strictObject({ name: z.literal('request_contact_info') }),
});

export const interactiveShape = z.discriminatedUnion('type', [
  buttons,
  list,
  link,
  asksLocation,
  asksContact,
]);
export type Interactive = z.infer<typeof interactiveShape>;
