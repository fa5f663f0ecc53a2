import * as z from 'zod';

/**
 * What the bodies of several message types have in common. Everything is strict: a field that the API does not know is
 * refused. Lengths are UTF-16 units, the stricter reading of Meta's "characters".
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */

/** Some text that is more than spaces. */
export const words = (most: number) => z.string().max(most).regex(/\S/, 'must not be empty');

/** An identifier of the sender's own choice. */
export const ownId = (most: number) =>
  words(most).refine((id) => id.trim() === id, 'must not start or end with spaces');

export const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** Media by id or by link: spread into a strict object that is refined by `oneSource`. */
export const mediaSource = {
  id: z.string().regex(/^\d+$/, 'must be a media id').optional(),
  link: webAddress.optional(),
};

/** Arguments of `refine`. */
export const oneSource = [
  (given: { readonly id?: string | undefined; readonly link?: string | undefined }): boolean =>
    (given.id === undefined) !== (given.link === undefined),
  'must have exactly one of id and link',
] as const;

export const caption = z.string().max(1024).optional();
export const filename = z.string().min(1).max(240).optional();

/** `unique` for a superRefine: two equal values of an array are refused at the second one. */
export const unique =
  <T>(value: (item: T) => string, what: string) =>
  (items: readonly T[], context: z.core.$RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      if (seen.has(value(item))) {
        context.addIssue({ code: 'custom', message: `${what} must be unique`, path: [index] });
      }
      seen.add(value(item));
    }
  };
