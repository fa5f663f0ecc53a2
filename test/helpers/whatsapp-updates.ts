import type { Person, ShownBubble, Updates } from './messenger.ts';
import { idsOf, type WhatsAppIds, type WhatsAppPerson } from './whatsapp-people.ts';

/** Our number at Meta. */
export const ourNumber = '106540352242922';

type Body = {
  readonly object: 'whatsapp_business_account';
  readonly entry: readonly { readonly id: string; readonly changes: readonly unknown[] }[];
};

/** The id of a message as Meta makes them: of this length, so that what is stored and paid for is as in life. */
export function wamidOf(way: 'In' | 'Out', count: number): string {
  return `wamid.HBgMNDQ3MDA3MDAwMDA1FQIAERgSOTdGMjQ2QUVD${way.padStart(3, 'x')}${String(count).padStart(7, '0')}A=`;
}

/** What became of a message of ours, as Meta tells it; `reference` is what went along with the message. */
export type StatusNews = {
  readonly wamid: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly reference: string;
  readonly code?: number;
  /** Epoch milliseconds; now unless told otherwise. */
  readonly at?: number;
};

export type WhatsAppUpdates = { readonly [K in keyof Updates]: (...of: Parameters<Updates[K]>) => Body } & {
  status(news: StatusNews): Body;
  /** They answer one of our messages, or react to it. */
  reply(text: string, to: string, person: Person): Body;
  reaction(emoji: string | null, which: string, person: Person): Body;
  /** The id of the last message that somebody wrote. */
  lastId(): string;
  /** The person has a new number and with it a new id; `old` are the ones before. */
  changed(old: WhatsAppIds, person: WhatsAppPerson): Body;
  /** The same message at another moment (epoch milliseconds), as Meta brings it after an outage of ours. */
  textAt(text: string, person: Person, at: number): Body;
};

/** Several bodies as one: Meta puts up to a thousand changes into a post. */
export function inOneBody(bodies: readonly Body[]): Body {
  const changes = bodies.flatMap(({ entry }) => entry.flatMap((one) => one.changes));
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes }] };
}

/** Bodies as Meta posts them; `now` gives their moments, and `heard` is told when somebody writes (epoch milliseconds). */
export function whatsappUpdatesOf(
  now: () => number,
  heard: (ids: WhatsAppIds, at: number) => void,
): WhatsAppUpdates {
  let count = 0;

  function value(content: Readonly<Record<string, unknown>>): Body {
    const metadata = { display_phone_number: '302310555010', phone_number_id: ourNumber };
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...content } };
    return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
  }

  function message(
    person: Person,
    content: Readonly<Record<string, unknown>>,
    at = now(),
    who: WhatsAppIds = idsOf(person),
  ): Body {
    count += 1;
    const { userId, number } = idsOf(person);
    if (content.type !== 'system') heard(who, at);
    const contact = {
      profile: { name: person.first_name },
      ...(number === null ? {} : { wa_id: number }),
      ...(userId === null ? {} : { user_id: userId }),
    };
    const head = {
      ...(who.number === null ? {} : { from: who.number }),
      ...(who.userId === null ? {} : { from_user_id: who.userId }),
      id: wamidOf('In', count),
      timestamp: secondsOf(at),
    };
    return value({ contacts: [contact], messages: [{ ...head, ...content }] });
  }

  const text = (body: string, person: Person, at = now()) =>
    message(person, { type: 'text', text: { body } }, at);

  const contacts = (phone: string, person: Person, how: object) => {
    const phones = [{ phone, wa_id: phone.replace('+', ''), type: 'CELL' }];
    return message(person, {
      type: 'contacts',
      contacts: [{ name: { formatted_name: person.first_name }, phones, ...how }],
    });
  };

  return {
    text: (words, person) => text(words, person),
    textAt: text,
    command: (words, person) => text(words, person),
    contact: (phone, person) => contacts(phone, person, { origin: 'contact_request' }),
    contactOfAnother: (phone, person) => contacts(phone, person, {}),
    photo: (file, _album, person) =>
      message(person, { type: 'image', image: { id: file, mime_type: 'image/jpeg', sha256: file } }),
    voice: (file, person) =>
      message(person, {
        type: 'audio',
        audio: { id: file, mime_type: 'audio/ogg', sha256: file, voice: true },
      }),
    location: (latitude, longitude, person) =>
      message(person, { type: 'location', location: { latitude, longitude } }),
    tap: (bubble, data, person) => message(person, tapped(bubble, data)),
    reply: (body, to, person) =>
      message(person, { type: 'text', text: { body }, context: { from: ourNumber, id: to } }),
    reaction: (emoji, which, person) =>
      message(person, { type: 'reaction', reaction: { message_id: which, emoji: emoji ?? '' } }),
    lastId: () => wamidOf('In', count),
    changed: (old, person) => {
      const { userId, number } = idsOf(person);
      const system = {
        type: 'user_changed_number',
        body: 'A number was changed',
        ...(number === null ? {} : { wa_id: number }),
        ...(userId === null ? {} : { user_id: userId }),
        ...(old.userId === null ? {} : { previous_user_id: old.userId }),
      };
      return message(person, { type: 'system', system }, now(), old);
    },
    status: ({ wamid, status, reference, code, at = now() }) =>
      value({
        statuses: [
          {
            id: wamid,
            status,
            timestamp: secondsOf(at),
            biz_opaque_callback_data: reference,
            ...(code === undefined ? {} : { errors: [{ code, title: 'Failed', message: 'Failed' }] }),
          },
        ],
      }),
  };
}

function secondsOf(at: number): string {
  return String(Math.floor(at / 1000));
}

/** A row of a list, a button under a message, or a quick reply of a template come back each in its own way. */
function tapped({ id, buttons }: ShownBubble, data: string): Readonly<Record<string, unknown>> {
  const { text: title, by } = buttons.find((button) => button.data === data) ?? { text: '', by: undefined };
  const context = { from: ourNumber, id };
  switch (by) {
    case 'row':
      return {
        type: 'interactive',
        context,
        interactive: { type: 'list_reply', list_reply: { id: data, title } },
      };
    case 'quick reply':
      return { type: 'button', context, button: { payload: data, text: title } };
    default:
      return {
        type: 'interactive',
        context,
        interactive: { type: 'button_reply', button_reply: { id: data, title } },
      };
  }
}
