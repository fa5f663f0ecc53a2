import type { FileKind } from '#shared/domain/content.ts';
import type { Ignored, InboundEvent } from '#shared/domain/inbound.ts';
import { cutText } from '../cut-text.ts';
import { choiceOf } from './button.ts';
import { messageIdOf } from './id.ts';
import { isSameNumber } from './numbers.ts';
import type { Ids } from './person.ts';
import { readMarks } from './read-marks.ts';
import {
  buttonShape,
  captionShape,
  contactsShape,
  editShape,
  interactiveShape,
  locationShape,
  type MessageHead,
  mediaShape,
  namedShape,
  reactionShape,
  revokeShape,
  textShape,
} from './shapes.ts';

type Content = InboundEvent | Ignored | undefined;
type Reader = (message: MessageHead, sender: Ids, tapId: string) => Content;

/**
 * Every type of message that says something; undefined where a field has a shape nobody has seen yet. An order, the answer
 * to a form and whatever else WhatsApp has or will have is something that the person is told cannot be read.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages
 */
const readers: Readonly<Record<string, Reader>> = {
  text: ({ text }) => wordsOf(textShape.safeParse(text).data?.body),
  interactive: ({ interactive }, _sender, tapId) => {
    const id = interactiveShape.safeParse(interactive).data;
    return id === undefined ? undefined : choiceOf(id, tapId);
  },
  button: ({ button }, _sender, tapId) => {
    const given = buttonShape.safeParse(button).data;
    return given && choiceOf(given.payload, tapId);
  },
  image: ({ image }) => {
    const media = mediaOf(image);
    return media && { kind: 'photo', ...media, album: null };
  },
  document: ({ document }) => fileOf('document', document),
  audio: ({ audio }) => fileOf(mediaShape.safeParse(audio).data?.voice ? 'voice' : 'audio', audio),
  video: ({ video }) => fileOf('video', video),
  sticker: ({ sticker }) => fileOf('sticker', sticker),
  location: ({ location }) => {
    const place = locationShape.safeParse(location).data;
    if (!place) return undefined;
    const { latitude, longitude } = place;
    const title = place.name || place.address;
    return { kind: 'location', latitude, longitude, ...(title === '' ? {} : { title }) };
  },
  contacts: ({ contacts }, sender) => contactOf(contacts, sender),
  /** Somebody opened the chat for the first time, where this is turned on: they are greeted. */
  request_welcome: () => ({ kind: 'command', name: 'start', payload: '' }),
  edit: ({ edit }) => editOf(edit),
  revoke: ({ revoke }) => {
    const messageId = messageIdOf(revokeShape.safeParse(revoke).data?.original_message_id ?? '');
    return messageId === null
      ? { ignored: 'a message taken back that cannot be read' }
      : { kind: 'revoked', messageId };
  },
  reaction: ({ reaction }) => {
    const given = reactionShape.safeParse(reaction).data;
    const messageId = messageIdOf(given?.message_id ?? '');
    if (!given || messageId === null) return { ignored: 'a reaction that cannot be read' };
    return { kind: 'reaction', messageId, emoji: given.emoji.trim().toWellFormed() || null };
  },
};

/** What a person's message says, or why there is nothing in it to handle. `tapId` names the message. Never throws. */
export function contentOf(message: MessageHead, sender: Ids, tapId: string): InboundEvent | Ignored {
  const type = message.type ?? Object.keys(readers).find((one) => Object.hasOwn(message, one)) ?? '';
  const read = Object.hasOwn(readers, type) ? readers[type]?.(message, sender, tapId) : undefined;
  return read ?? { kind: 'unsupported', what: whatOf(message, type) };
}

/** Meta's name of the kind, the more exact one where there are two, or the code of why it was not handed over. */
function whatOf(message: MessageHead, type: string): string {
  const named = namedShape.safeParse(message[type]).data?.type;
  if (named !== undefined) return named;
  const [code] = message.errors;
  if (code !== undefined) return String(code);
  return /^[a-z_]{1,40}$/.test(type) ? type : 'unknown';
}

/** WhatsApp has no commands, but people know them from elsewhere: a lone `/word` is one, anything else is text. */
function wordsOf(text: string | undefined): Content {
  if (text === undefined) return undefined;
  const command = /^\/([a-z]\w{0,31})$/i.exec(text.trim())?.[1];
  return command
    ? { kind: 'command', name: command.toLowerCase(), payload: '' }
    : { kind: 'text', ...readMarks(cutText(text)) };
}

function mediaOf(value: unknown) {
  const media = mediaShape.safeParse(value).data;
  if (!media) return undefined;
  const { id, mime_type: mime, filename: name, caption } = media;
  const { text, ...marked } = readMarks(cutText(caption));
  return { file: { id, bytes: null, mime, name }, caption: text, ...marked };
}

function fileOf(what: FileKind, value: unknown): Content {
  const media = mediaOf(value);
  return media && { kind: 'file', what, ...media };
}

/**
 * Meta vouches for a number only where it answers our request: it then is the sender's, by its digits, or because the
 * sender's number is hidden and the request was the only way to it. A card out of the address book proves nothing.
 */
function contactOf(value: unknown, { number }: Ids): Content {
  for (const card of contactsShape.safeParse(value).data ?? []) {
    for (const phone of card?.phones ?? []) {
      const digits = phone?.wa_id ?? phone?.phone.replace(/\D/g, '').replace(/^00/, '') ?? '';
      if (!/^[1-9]\d{4,14}$/.test(digits)) continue;
      const asked = card?.origin === 'contact_request';
      const own = asked && (number === null || isSameNumber(number, digits));
      const name = card?.name.formatted_name.trim() ?? '';
      return { kind: 'contact', phone: `+${digits}`, own, ...(name === '' ? {} : { name }) };
    }
  }
  return undefined;
}

function editOf(value: unknown): Content {
  const edit = editShape.safeParse(value).data;
  if (!edit) return { ignored: 'an edit that cannot be read' };
  const { text, image, video, document } = edit.message;
  const words =
    textShape.safeParse(text).data?.body ??
    [image, video, document].flatMap((one) => captionShape.safeParse(one).data?.caption ?? [])[0];
  return words !== undefined
    ? { kind: 'edited', messageId: edit.original_message_id, ...readMarks(cutText(words)) }
    : { ignored: 'an edit without words' };
}
