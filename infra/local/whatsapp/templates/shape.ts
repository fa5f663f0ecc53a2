import * as z from 'zod';
import { webAddress, words } from '../requests/parts.ts';

/**
 * A template as it is handed in for approval.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 */

const namedExample = z.array(z.strictObject({ param_name: z.string(), example: words(1024) }));

const headerText = z.strictObject({
  type: z.literal('HEADER'),
  format: z.literal('TEXT'),
  text: words(60),
  example: z
    .strictObject({
      header_text: z.array(words(1024)).optional(),
      header_text_named_params: namedExample.optional(),
    })
    .optional(),
});

const headerMedia = z.strictObject({
  type: z.literal('HEADER'),
  format: z.enum(['IMAGE', 'VIDEO', 'DOCUMENT']),
  /** Handle of a resumable upload. */
  example: z.strictObject({ header_handle: z.array(words(4096)).length(1) }),
});

const body = z.strictObject({
  type: z.literal('BODY'),
  text: words(1024),
  example: z
    .strictObject({
      body_text: z
        .array(z.array(words(1024)))
        .length(1)
        .optional(),
      body_text_named_params: namedExample.optional(),
    })
    .optional(),
});

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('QUICK_REPLY'), text: words(25) }),
  z.strictObject({
    type: z.literal('URL'),
    text: words(25),
    url: webAddress,
    example: z.array(webAddress).length(1).optional(),
  }),
  z.strictObject({
    type: z.literal('PHONE_NUMBER'),
    text: words(25),
    phone_number: z.string().regex(/^\+?\d{5,20}$/, 'must be a phone number'),
  }),
]);

export const componentShape = z.discriminatedUnion('type', [
  z.discriminatedUnion('format', [headerText, headerMedia]),
  body,
  z.strictObject({ type: z.literal('FOOTER'), text: words(60) }),
  z.strictObject({ type: z.literal('BUTTONS'), buttons: z.array(button).min(1).max(10) }),
]);
export type Component = z.infer<typeof componentShape>;

export const newTemplateShape = z.strictObject({
  name: z
    .string()
    .max(512)
    .regex(/^[a-z0-9_]+$/, 'may hold only a-z, 0-9 and _'),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'must be a language code'),
  category: z.enum(['UTILITY', 'MARKETING']),
  parameter_format: z.enum(['POSITIONAL', 'NAMED']).optional(),
  allow_category_change: z.boolean().optional(),
  components: z.array(componentShape).min(1),
});
export type NewTemplate = z.infer<typeof newTemplateShape>;
