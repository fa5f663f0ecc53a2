import * as z from 'zod';
import { filename, mediaSource, oneSource, words } from './parts.ts';

/**
 * A template in a message, by shape alone; whether it fits the approved one is templates/fill.ts's question.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/template-messages
 */
const textParameter = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  parameter_name: z.string().optional(),
});

const headerParameter = z.discriminatedUnion('type', [
  textParameter,
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

const index = z
  .union([z.string().regex(/^\d$/, 'must be from 0 to 9'), z.int().min(0).max(9)])
  .transform(Number);

const component = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), parameters: z.array(headerParameter).max(1) }),
  z.strictObject({ type: z.literal('body'), parameters: z.array(textParameter) }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.enum(['quick_reply', 'url']),
    index,
    parameters: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('payload'), payload: words(256) }),
          z.strictObject({ type: z.literal('text'), text: words(2000) }),
        ]),
      )
      .length(1),
  }),
]);

export const templateInMessageShape = z.strictObject({
  name: z.string().min(1).max(512),
  language: z.strictObject({ code: z.string().min(2), policy: z.literal('deterministic').optional() }),
  components: z.array(component).optional(),
});
export type TemplateInMessage = z.infer<typeof templateInMessageShape>;
export type TextParameter = z.infer<typeof textParameter>;
