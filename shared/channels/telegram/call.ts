import type { ApiMethods, InputMedia } from '@grammyjs/types';
import type { Payload, Upload } from '../channel.ts';
import { type MediaKind, mediaKinds, type SendableFile } from './media.ts';

type Methods = ApiMethods<never>;
export type Method =
  | 'sendMessage'
  | 'sendVenue'
  | 'sendLocation'
  | 'sendContact'
  | 'sendMediaGroup'
  | (typeof mediaKinds)[MediaKind]['method']
  | 'editMessageText'
  | 'editMessageCaption'
  | 'editMessageMedia'
  | 'editMessageReplyMarkup'
  | 'deleteMessages'
  | 'setMessageReaction'
  | 'answerCallbackQuery'
  | 'createForumTopic'
  | 'editForumTopic'
  | 'reopenForumTopic'
  | 'deleteForumTopic'
  | 'pinChatMessage'
  | 'unpinChatMessage';
type Arguments<M extends Method> = Parameters<Methods[M]>[0];

/** Where calling twice shows nothing twice. */
const idempotent = {
  sendMessage: false,
  sendVenue: false,
  sendLocation: false,
  sendContact: false,
  sendMediaGroup: false,
  sendPhoto: false,
  sendVideo: false,
  sendDocument: false,
  sendAudio: false,
  sendAnimation: false,
  sendVoice: false,
  sendVideoNote: false,
  sendSticker: false,
  editMessageText: true,
  editMessageCaption: true,
  editMessageMedia: true,
  editMessageReplyMarkup: true,
  deleteMessages: true,
  setMessageReaction: true,
  answerCallbackQuery: true,
  createForumTopic: false,
  editForumTopic: true,
  reopenForumTopic: true,
  deleteForumTopic: true,
  pinChatMessage: true,
  unpinChatMessage: true,
} as const satisfies Record<Method, boolean>;

/** One call of the Bot API; a field that the method does not take does not compile. */
export function call<M extends Exclude<Method, (typeof mediaKinds)[MediaKind]['method']>>(
  method: M,
  body: Arguments<M>,
  uploads: readonly Upload[] = [],
): Payload {
  return { method, body: { ...body }, uploads, idempotent: idempotent[method] };
}

/** What every method that sends a file takes beside the file. */
type Beside = Omit<Arguments<'sendPhoto'>, 'photo'>;

/** A file that is sent, by its id at Telegram or along with the call. https://core.telegram.org/bots/api#sending-files */
export function fileCall({ kind, file }: SendableFile, beside: Beside): Payload {
  const { method, field } = mediaKinds[kind];
  const [body, uploads] =
    'id' in file ? [{ ...beside, [field]: file.id }, []] : [{ ...beside }, [{ field, ...file.upload }]];
  return { method, body, uploads, idempotent: idempotent[method] };
}

/** Files that are shown together; which kinds may stand in one album is for the caller to know. */
export function albumCall(
  beside: Omit<Arguments<'sendMediaGroup'>, 'media'>,
  media: readonly InputMedia<never>[],
  uploads: readonly Upload[],
): Payload {
  return {
    method: 'sendMediaGroup',
    body: { ...beside, media },
    uploads,
    idempotent: idempotent.sendMediaGroup,
  };
}

type Caption = Pick<InputMedia<never>, 'caption' | 'caption_entities'>;
/** Kinds that an album or an edit may hold. */
type InputKind = 'photo' | 'video' | 'document' | 'audio' | 'animation';

/**
 * A file as albums and edits name it, and the upload it refers to: `attach://<field>`. Null for kinds that they do not
 * take. https://core.telegram.org/bots/api#inputmedia
 */
export function inputMedia(
  { kind, file }: SendableFile,
  field: string,
  caption: Caption,
): { readonly media: InputMedia<never>; readonly uploads: readonly Upload[] } | null {
  if (!isInputKind(kind)) return null;
  return 'id' in file
    ? { media: { type: kind, media: file.id, ...caption }, uploads: [] }
    : {
        media: { type: kind, media: `attach://${field}`, ...caption },
        uploads: [{ field, ...file.upload }],
      };
}

function isInputKind(kind: MediaKind): kind is InputKind {
  return kind !== 'voice' && kind !== 'videoNote' && kind !== 'sticker';
}
