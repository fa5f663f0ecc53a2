import type { Address } from '#shared/domain/address.ts';
import type { Content, FileContent, FileKind } from '#shared/domain/content.ts';
import type { Relay } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import type { Payload, RenderContext, Text } from '../channel.ts';
import { call, fileCall, inputMedia } from './call.ts';
import { limits } from './limits.ts';
import { captionFields, captionOf, signed, splitMarked, textFields, underneath } from './marked.ts';
import { mediaKinds, type SendableFile, sendableOf } from './media.ts';
import { messageIn, noPreview, replyTo, targetOf } from './target.ts';

export type Files = Pick<RenderContext, 'files'>;

/** What a person wrote or sent, passed on: the calls that show it, under the name of who wrote it where that is asked. */
export function renderRelay(message: Relay, to: Address, text: Text, files: Files): readonly Payload[] {
  const sign = signOf(message, text);
  const { content } = message;
  switch (content.kind) {
    case 'text':
      return renderWords(signed(sign, content.text), message, to);
    case 'photo':
    case 'file': {
      const file = sendableOf(content, files);
      if (message.target !== null) return renderEdit(message, content, file, to, text);
      return file
        ? renderFile(file, signed(sign, content.caption), message, to)
        : renderWords(signed(sign, missing(content, text)), message, to);
    }
    case 'location':
      return underSign(sign, message, to, (where) => locationCall(content, where));
    case 'contact': {
      const first_name = content.name.toWellFormed().trim() || content.phone;
      return underSign(sign, message, to, (where) =>
        call('sendContact', { ...where, phone_number: content.phone, first_name }),
      );
    }
  }
}

export function signOf({ sign }: Relay, text: Text): string {
  return sign ? text.say(sign) : '';
}

/** In the place of a file that is not here: plain words, and what was written with it. */
function missing(content: FileContent, text: Text): RichText {
  const what = content.kind === 'photo' ? 'photo' : namedAs[content.what];
  return underneath(text.say(phrase('mediaMissing', { what })), content.caption);
}

const namedAs = {
  voice: 'voice',
  video: 'video',
  videoNote: 'video',
  audio: 'audio',
  animation: 'video',
  document: 'document',
  sticker: 'sticker',
} as const satisfies Record<FileKind, string>;

/** Words, in place where they replace a message; what does not fit there follows below. */
export function renderWords(
  words: RichText,
  { replyTo: answered, target }: Pick<Relay, 'replyTo' | 'target'>,
  to: Address,
): readonly Payload[] {
  const [first = { text: '' }, ...rest] = splitMarked(words, limits.textLength);
  const old = messageIn(to, target);
  return [
    old
      ? call('editMessageText', { ...old, ...noPreview, ...textFields(first) })
      : call('sendMessage', { ...targetOf(to), ...replyTo(answered), ...noPreview, ...textFields(first) }),
    ...rest.map((part) => call('sendMessage', { ...targetOf(to), ...noPreview, ...textFields(part) })),
  ];
}

const alone = { replyTo: null, target: null } as const;

/** What follows a picture whose words are longer than a caption. */
export function renderRest(rest: RichText, to: Address): readonly Payload[] {
  return rest.text.trim() === '' ? [] : renderWords(rest, alone, to);
}

function renderFile(file: SendableFile, words: RichText, message: Relay, to: Address): readonly Payload[] {
  if (!mediaKinds[file.kind].captioned) {
    const before = words.text.trim() === '' ? [] : renderWords(words, { ...message, target: null }, to);
    const answer = before.length === 0 ? replyTo(message.replyTo) : {};
    return [...before, fileCall(file, { ...targetOf(to), ...answer })];
  }
  const { caption, rest } = captionOf(words);
  const where = { ...targetOf(to), ...replyTo(message.replyTo) };
  return [fileCall(file, { ...where, ...captionFields(caption) }), ...renderRest(rest, to)];
}

/**
 * A message that is replaced by a file: the file where Telegram can put it there, the words under it where only they can
 * have changed (a voice, a file that is not here any more), else it comes anew below.
 */
function renderEdit(
  message: Relay,
  content: FileContent,
  file: SendableFile | null,
  to: Address,
  text: Text,
): readonly Payload[] {
  const old = messageIn(to, message.target);
  const words = signed(signOf(message, text), content.caption);
  const { caption, rest } = captionOf(words);
  const input = file && inputMedia(file, 'file0', captionFields(caption));
  if (old && input)
    return [call('editMessageMedia', { ...old, media: input.media }, input.uploads), ...renderRest(rest, to)];
  const wordsOnly = content.caption.text !== '' && (file === null || file.kind === 'voice');
  if (old && wordsOnly)
    return [call('editMessageCaption', { ...old, ...captionFields(caption) }), ...renderRest(rest, to)];
  return file
    ? renderFile(file, words, message, to)
    : renderWords(signed(signOf(message, text), missing(content, text)), message, to);
}

type Where = Parameters<typeof locationCall>[1];

/** Kinds without words of their own come below the name of who sent them. */
function underSign(
  sign: string,
  message: Relay,
  to: Address,
  show: (where: Where) => Payload,
): readonly Payload[] {
  if (sign.trim() === '') return [show({ ...targetOf(to), ...replyTo(message.replyTo) })];
  const name = renderWords(signed(sign, { text: '' }), { ...message, target: null }, to);
  return [...name, show(targetOf(to))];
}

/** A named place is a venue; its second line is where it is, since Telegram wants one. */
function locationCall(
  { latitude, longitude, title }: Extract<Content, { kind: 'location' }>,
  where: ReturnType<typeof targetOf> & ReturnType<typeof replyTo>,
): Payload {
  const name = title?.toWellFormed().trim() ?? '';
  return name === ''
    ? call('sendLocation', { ...where, latitude, longitude })
    : call('sendVenue', {
        ...where,
        latitude,
        longitude,
        title: name,
        address: `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
      });
}
