import * as z from 'zod';
import { words } from './parts.ts';

const kind = z.enum(['HOME', 'WORK', 'CELL', 'MAIN', 'IPHONE', 'Mobile']).optional();
const word = z.string().max(1024).optional();

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
const contact = z.strictObject({
  name: z
    .strictObject({
      formatted_name: words(1024),
      first_name: word,
      last_name: word,
      middle_name: word,
      prefix: word,
      suffix: word,
    })
    .refine((name) => Object.keys(name).length > 1, 'needs formatted_name and one more part'),
  phones: z
    .array(z.strictObject({ phone: words(64), type: kind, wa_id: z.string().regex(/^\d+$/).optional() }))
    .optional(),
  emails: z.array(z.strictObject({ email: z.email(), type: kind })).optional(),
  urls: z.array(z.strictObject({ url: words(2000), type: kind })).optional(),
  addresses: z
    .array(
      z.strictObject({
        street: word,
        city: word,
        state: word,
        zip: word,
        country: word,
        country_code: word,
        type: kind,
      }),
    )
    .optional(),
  org: z.strictObject({ company: word, department: word, title: word }).optional(),
  birthday: z.iso.date().optional(),
});

export const contactsShape = z.array(contact).min(1).max(257);
