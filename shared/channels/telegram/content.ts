import type { FileRef, InboundEvent } from '#shared/domain/inbound.ts';
import { cutText } from '../cut-text.ts';
import { nameOf } from './group-news.ts';
import { kindOf, type MessageOutcome, messageKinds } from './kinds.ts';
import { marksOf } from './marks.ts';
import {
  contactShape,
  fileShape,
  locationShape,
  type MessageHead,
  photoShape,
  type TelegramFile,
} from './shapes.ts';

/** What a person's message says, or why there is nothing in it to handle. Never throws. */
export function contentOf(message: MessageHead): InboundEvent | { readonly ignored: string } {
  const kind = kindOf(messageKinds, message);
  if (kind === undefined) return { kind: 'unsupported', what: 'unknown' };
  const outcome = messageKinds[kind];
  if (outcome === 'service') return { ignored: `service message: ${kind}` };
  // A field of a shape nobody has seen yet: the person is told that it could not be read, not left waiting.
  return read(outcome, message, message[kind]) ?? { kind: 'unsupported', what: kind };
}

function read(
  outcome: Exclude<MessageOutcome, 'service'>,
  message: MessageHead,
  value: unknown,
): InboundEvent | undefined {
  switch (outcome) {
    case 'text':
      return typeof value === 'string' ? wordsOf(value, message) : undefined;
    case 'photo': {
      const file = largest(value);
      return file && { kind: 'photo', file, ...captionOf(message), album: message.media_group_id };
    }
    case 'voice':
    case 'video':
    case 'videoNote':
    case 'animation':
    case 'audio':
    case 'sticker':
    case 'document': {
      const file = fileShape.safeParse(value).data;
      const album = message.media_group_id === null ? {} : { album: message.media_group_id };
      return file && { kind: 'file', what: outcome, file: refOf(file), ...captionOf(message), ...album };
    }
    case 'contact':
      return contact(value, message.from?.id);
    case 'location':
      return location(value);
    case 'unsupported':
      return undefined;
  }
}

/** `/start payload`, also with the bot's name as groups write it; anything else is text. */
function wordsOf(text: string, { entities }: MessageHead): InboundEvent {
  const command = /^\/([a-z]\w{0,31})(?:@\w{1,64})?(?:\s+(.*))?$/is.exec(text);
  if (!command?.[1]) return { kind: 'text', text: cutText(text), ...marksOf(entities, cutText(text)) };
  return {
    kind: 'command',
    name: command[1].toLowerCase(),
    payload: cutText(command[2] ?? '').trim(),
  };
}

function captionOf({ caption: whole, caption_entities }: MessageHead) {
  const caption = cutText(whole);
  return { caption, ...marksOf(caption_entities, caption) };
}

function largest(value: unknown): FileRef | undefined {
  const sizes = photoShape.safeParse(value).data ?? [];
  let best: (typeof sizes)[number] = null;
  for (const size of sizes) {
    if (size && (best === null || size.width * size.height >= best.width * best.height)) best = size;
  }
  return best ? { id: best.file_id, bytes: best.file_size, mime: 'image/jpeg', name: null } : undefined;
}

function refOf(file: TelegramFile): FileRef {
  return { id: file.file_id, bytes: file.file_size, mime: file.mime_type, name: file.file_name };
}

/** Telegram leaves out the plus, people's address books put in blanks; the sender's own number carries their own id. */
function contact(value: unknown, sender: number | undefined): InboundEvent | undefined {
  const given = contactShape.safeParse(value).data;
  const digits = given?.phone_number.replace(/\D/g, '') ?? '';
  if (!given || digits.length < 5 || digits.length > 15) return undefined;
  const name = nameOf(given);
  return {
    kind: 'contact',
    phone: `+${digits}`,
    own: sender !== undefined && given.user_id === sender,
    ...(name === '' ? {} : { name }),
  };
}

function location(value: unknown): InboundEvent | undefined {
  const place = locationShape.safeParse(value).data;
  if (!place) return undefined;
  const { latitude, longitude } = place;
  const title = typeof place.title === 'string' ? place.title : '';
  return { kind: 'location', latitude, longitude, ...(title === '' ? {} : { title }) };
}
