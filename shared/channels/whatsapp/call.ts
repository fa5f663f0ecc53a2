import type { Address } from '#shared/domain/address.ts';
import type { Payload } from '../channel.ts';

type Reply = { readonly type: 'reply'; readonly reply: { readonly id: string; readonly title: string } };
export type Row = { readonly id: string; readonly title: string; readonly description?: string };

/** What stands under words: up to three buttons, a list, or the request for the person's own number. */
export type Under =
  | { readonly type: 'button'; readonly action: { readonly buttons: readonly Reply[] } }
  | {
      readonly type: 'list';
      readonly action: {
        readonly button: string;
        readonly sections: readonly { readonly rows: readonly Row[] }[];
      };
    }
  | { readonly type: 'request_contact_info'; readonly action: { readonly name: 'request_contact_info' } };

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
        readonly name: string;
        readonly address: string;
      };
    }
  | { readonly type: 'template'; readonly template: Template };

const method = 'messages';
const product = { messaging_product: 'whatsapp' } as const;

/** One message to one person. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
export function messageCall(to: Address, content: Content): Payload {
  const body = { ...product, recipient_type: 'individual', ...recipientOf(to), ...content };
  return { method, body, uploads: [], idempotent: false };
}

/** Marks a message and all before it as read, and shows that we are writing until something comes or 25 s have passed. */
export function readCall(messageId: string): Payload {
  const body = { ...product, status: 'read', message_id: messageId, typing_indicator: { type: 'text' } };
  return { method, body, uploads: [], idempotent: true };
}

/** A number goes into `to`, an id within our business into `recipient`: Meta takes neither in the other's place. */
function recipientOf({ chat }: Address): { readonly to: string } | { readonly recipient: string } {
  return chat.startsWith('tel.') ? { to: chat.slice('tel.'.length) } : { recipient: chat };
}
