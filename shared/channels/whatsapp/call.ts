import type { Address } from '#shared/domain/address.ts';
import type { Payload, Upload } from '../channel.ts';

type Reply = { readonly type: 'reply'; readonly reply: { readonly id: string; readonly title: string } };
export type Row = { readonly id: string; readonly title: string; readonly description?: string };

/** What stands under words: up to three buttons, a list, or the request for the person's own number or place. */
export type Under =
  | { readonly type: 'button'; readonly action: { readonly buttons: readonly Reply[] } }
  | {
      readonly type: 'list';
      readonly action: {
        readonly button: string;
        readonly sections: readonly { readonly rows: readonly Row[] }[];
      };
    }
  | { readonly type: 'request_contact_info'; readonly action: { readonly name: 'request_contact_info' } }
  | { readonly type: 'location_request_message'; readonly action: { readonly name: 'send_location' } };

type TextParameter = { readonly type: 'text'; readonly text: string };
type PayloadParameter = { readonly type: 'payload'; readonly payload: string };

/** A prepared notice: its name, its language, the facts in its words, and what its quick replies bring back. */
export type Template = {
  readonly name: string;
  readonly language: { readonly code: string };
  readonly components: readonly (
    | { readonly type: 'body'; readonly parameters: readonly TextParameter[] }
    | {
        readonly type: 'button';
        readonly sub_type: 'quick_reply';
        readonly index: string;
        readonly parameters: readonly PayloadParameter[];
      }
  )[];
};

type Captioned = { readonly caption?: string };

/** A file; `send` adds the id under which it was brought there. */
export type Media =
  | { readonly type: 'image'; readonly image: Captioned }
  | { readonly type: 'video'; readonly video: Captioned }
  | { readonly type: 'document'; readonly document: Captioned & { readonly filename: string } }
  | { readonly type: 'audio'; readonly audio: { readonly voice?: true } }
  | { readonly type: 'sticker'; readonly sticker: Readonly<Record<string, never>> };

/** What is sent, of the kinds that we send. Degrees are texts, as in Meta's own examples. */
export type Content =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: false } }
  | {
      readonly type: 'interactive';
      readonly interactive: Under & { readonly body: { readonly text: string } };
    }
  | {
      readonly type: 'location';
      readonly location: {
        readonly latitude: string;
        readonly longitude: string;
        readonly name?: string;
        readonly address?: string;
      };
    }
  | Media
  | {
      readonly type: 'contacts';
      readonly contacts: readonly [
        {
          /** Meta wants one more part of the name beside the whole of it. */
          readonly name: { readonly formatted_name: string; readonly first_name: string };
          readonly phones: readonly [{ readonly phone: string }];
        },
      ];
    }
  | { readonly type: 'template'; readonly template: Template };

const method = 'messages';
const product = { messaging_product: 'whatsapp' } as const;

/** What comes along with a message: the one that it answers, and a file that is brought there first. */
export type Along = { readonly replyTo?: string | null; readonly upload?: Upload | null };

/** One message to one person. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
export function messageCall(to: Address, content: Content, { replyTo, upload }: Along = {}): Payload {
  const context = replyTo ? { context: { message_id: replyTo } } : {};
  const body = { ...headTo(to), ...context, ...content };
  return { method, body, uploads: upload ? [upload] : [], idempotent: false };
}

/** An emoji under a message, or none any more (''). The same one twice shows once. */
export function reactionCall(to: Address, messageId: string, emoji: string): Payload {
  const body = { ...headTo(to), type: 'reaction', reaction: { message_id: messageId, emoji } };
  return { method, body, uploads: [], idempotent: true };
}

/** Marks a message and all before it as read, and shows that we are writing until something comes or 25 s have passed. */
export function readCall(messageId: string): Payload {
  const body = { ...product, status: 'read', message_id: messageId, typing_indicator: { type: 'text' } };
  return { method, body, uploads: [], idempotent: true };
}

function headTo(to: Address) {
  return { ...product, recipient_type: 'individual', ...recipientOf(to) } as const;
}

/** A number goes into `to`, an id within our business into `recipient`: Meta takes neither in the other's place. */
function recipientOf({ chat }: Address): { readonly to: string } | { readonly recipient: string } {
  return chat.startsWith('tel.') ? { to: chat.slice('tel.'.length) } : { recipient: chat };
}
