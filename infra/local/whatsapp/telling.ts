import { webhookError } from './errors.ts';
import type { Item, Message, Person, Template } from './state.ts';
import { secondsOf, type World } from './world.ts';

/** What webhooks say, as https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages words it. */

type Json = Readonly<Record<string, unknown>>;

/** A person who goes by a username is known by their user id alone. */
const contactOf = (person: Person): Json => ({
  profile: { name: person.name, ...(person.numberHidden ? { username: person.username } : {}) },
  ...(person.numberHidden ? {} : { wa_id: person.phone }),
  user_id: person.userId,
});

/** A person's message. @param parts type and content, e.g. `{type: 'text', text: {body}}`. */
export const messageItem = (
  world: World,
  person: Person,
  message: Pick<Message, 'wamid' | 'at' | 'replyTo'>,
  parts: Json,
): Item => {
  const answered = message.replyTo === undefined ? undefined : world.messages.get(message.replyTo);
  const answeredFrom =
    answered?.from === 'person' && !person.numberHidden ? person.phone : world.account.displayPhoneNumber;
  return {
    kind: 'message',
    chat: person.chat,
    wamid: message.wamid,
    contact: contactOf(person),
    message: {
      ...(answered ? { context: { from: answeredFrom, id: answered.wamid } } : {}),
      ...(person.numberHidden ? {} : { from: person.phone }),
      from_user_id: person.userId,
      id: message.wamid,
      timestamp: secondsOf(message.at),
      ...parts,
    },
  };
};

/** A number or a user id changed; no message of the person, so there are no contacts. */
export const systemItem = (world: World, before: Person, after: Person, wamid: string): Item => {
  const hidden = after.numberHidden;
  const [from, to] = hidden ? [before.userId, after.userId] : [before.phone, after.phone];
  return {
    kind: 'message',
    chat: after.chat,
    wamid,
    message: {
      ...(hidden ? {} : { from: before.phone }),
      from_user_id: before.userId,
      id: wamid,
      timestamp: secondsOf(world.now()),
      type: 'system',
      system: {
        body: `User ${after.name} changed from ${from} to ${to}`,
        type: hidden ? 'user_changed_user_id' : 'user_changed_number',
        ...(hidden ? {} : { wa_id: after.phone }),
        user_id: after.userId,
        previous_user_id: before.userId,
      },
    },
  };
};

/** A rung that a message of the station reached. */
export const statusItem = (
  world: World,
  person: Person,
  message: Pick<Message, 'wamid' | 'sent'>,
  name: 'sent' | 'delivered' | 'read',
): Item => ({
  kind: 'status',
  chat: person.chat,
  wamid: message.wamid,
  name,
  contact: contactOf(person),
  status: {
    id: message.wamid,
    status: name,
    timestamp: secondsOf(world.now()),
    ...(person.numberHidden ? {} : { recipient_id: person.phone }),
    recipient_user_id: person.userId,
    ...callbackData(message.sent?.callbackData),
    pricing: {
      billable: message.sent?.billable ?? false,
      pricing_model: 'PMP',
      type: 'regular',
      category: message.sent?.category ?? 'service',
    },
  },
});

/** An accepted message that reached nobody. The person is named as the station named them, and there are no contacts. */
export const failedItem = (
  world: World,
  failure: {
    readonly chat: string;
    readonly wamid: string;
    readonly to: { readonly phone: string } | { readonly userId: string };
    readonly callbackData: string | undefined;
    readonly code: number;
    readonly details: string;
  },
): Item => ({
  kind: 'status',
  chat: failure.chat,
  wamid: failure.wamid,
  name: 'failed',
  status: {
    id: failure.wamid,
    status: 'failed',
    timestamp: secondsOf(world.now()),
    ...('phone' in failure.to
      ? { recipient_id: failure.to.phone }
      : { recipient_user_id: failure.to.userId }),
    ...callbackData(failure.callbackData),
    errors: [webhookError(failure.code, failure.details)],
  },
});

/** Meta looked at a template. */
export const templateItem = (template: Template, event: Template['status']): Item => ({
  kind: 'other',
  field: 'message_template_status_update',
  value: {
    event,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
    reason: event === 'REJECTED' ? 'INVALID_FORMAT' : 'NONE',
    message_template_category: template.category,
  },
});

const callbackData = (data: string | undefined): Json =>
  data === undefined ? {} : { biz_opaque_callback_data: data };
