import type { FileContent, FileKind } from '#shared/domain/content.ts';
import type { RenderContext, Upload } from '../channel.ts';
import { uploadLimits } from './limits.ts';

export type MediaKind = FileKind | 'photo';

/**
 * How each kind goes out: the method and its field, whether words fit under it, and what it may share an album with.
 * https://core.telegram.org/bots/api#sendmediagroup
 */
export const mediaKinds = {
  photo: { method: 'sendPhoto', field: 'photo', captioned: true, album: 'look' },
  video: { method: 'sendVideo', field: 'video', captioned: true, album: 'look' },
  document: { method: 'sendDocument', field: 'document', captioned: true, album: 'document' },
  audio: { method: 'sendAudio', field: 'audio', captioned: true, album: 'audio' },
  animation: { method: 'sendAnimation', field: 'animation', captioned: true, album: null },
  voice: { method: 'sendVoice', field: 'voice', captioned: true, album: null },
  videoNote: { method: 'sendVideoNote', field: 'video_note', captioned: false, album: null },
  sticker: { method: 'sendSticker', field: 'sticker', captioned: false, album: null },
} as const satisfies Record<MediaKind, object>;

/** A file that can be sent: one that Telegram has already, or one that goes along. */
export type SendableFile = {
  readonly kind: MediaKind;
  readonly file: { readonly id: string } | { readonly upload: Omit<Upload, 'field'> };
};

/** Formats that Telegram shows as what they are; everything else goes as a document, which takes anything. */
const formats: Readonly<Record<MediaKind, readonly string[]>> = {
  photo: ['image/jpeg', 'image/png'],
  video: ['video/mp4'],
  videoNote: ['video/mp4'],
  animation: ['video/mp4', 'image/gif'],
  audio: ['audio/mpeg', 'audio/mp4', 'audio/x-m4a'],
  voice: ['audio/ogg', 'audio/mpeg', 'audio/mp4'],
  sticker: ['image/webp'],
  document: [],
};

/** The file of a content as it can be sent from here; null where it is not here or Telegram would refuse it. */
export function sendableOf(
  content: FileContent,
  { files }: Pick<RenderContext, 'files'>,
): SendableFile | null {
  const kind = content.kind === 'photo' ? 'photo' : content.what;
  const { source } = content;
  if (source.at === 'messenger')
    return source.channel === 'telegram' ? { kind, file: { id: source.id } } : null;
  const stored = files?.get(source.key);
  if (!stored || stored.content.length === 0 || stored.content.length > uploadLimits.fileBytes) return null;
  const mime = stored.mime.split(';')[0]?.trim().toLowerCase() ?? '';
  const fits = kind !== 'photo' || stored.content.length <= uploadLimits.photoBytes;
  const as = fits && formats[kind].includes(mime) ? kind : 'document';
  return { kind: as, file: { upload: { name: nameFor(content, as, mime), ...stored } } };
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/3gpp': '3gp',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'application/pdf': 'pdf',
};

/** A name that no system stumbles over; the sender's own where there is one. */
function nameFor({ name }: FileContent, kind: MediaKind, mime: string): string {
  const own = (name ?? '').toWellFormed().replace(/[\p{Cc}\p{Cf}/\\]+/gu, '_');
  if (own.trim() !== '') return own.slice(-120);
  const ending = endings[mime];
  return ending ? `${kind}.${ending}` : kind;
}
