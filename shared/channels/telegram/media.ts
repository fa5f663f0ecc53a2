import type { FileContent, FileKind } from '#shared/domain/content.ts';
import { fileEndings } from '#shared/domain/file-ending.ts';
import type { RenderContext, Upload } from '../channel.ts';
import { files } from './download.ts';

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

/** The file of a content as it can be sent from here; null where it is not here or Telegram would refuse it. */
export function sendableOf(
  content: FileContent,
  { files: known }: Pick<RenderContext, 'files'>,
): SendableFile | null {
  const kind = content.kind === 'photo' ? 'photo' : content.what;
  const { source } = content;
  if (source.at === 'messenger')
    return source.channel === 'telegram' ? { kind, file: { id: source.id } } : null;
  const stored = known?.get(source.key);
  if (!stored || stored.content.length === 0) return null;
  const mime = stored.mime.split(';')[0]?.trim().toLowerCase() ?? '';
  const as = ([kind, 'document'] as const).find((one) => takes(one, mime, stored.content.length));
  if (!as) return null;
  const upload = { name: nameFor(content, as, mime), mime: typeFor(mime), content: stored.content };
  return { kind: as, file: { upload } };
}

/** What Telegram would not show as what it is goes as a document, which takes anything. */
function takes(kind: MediaKind, mime: string, bytes: number): boolean {
  const rule = files.uploads[kind];
  return rule !== null && bytes <= rule.bytes && (rule.mimes === 'any' || rule.mimes.includes(mime));
}

function typeFor(mime: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(mime) ? mime : 'application/octet-stream';
}

/** A name that no system stumbles over; the sender's own where there is one. */
function nameFor({ name }: FileContent, kind: MediaKind, mime: string): string {
  const own = (name ?? '')
    .replace(/[\p{Cc}\p{Cf}/\\]+/gu, '_')
    .slice(-120)
    .toWellFormed();
  if (own.trim() !== '') return own;
  const ending = fileEndings[mime];
  return ending ? `${kind}.${ending}` : kind;
}
