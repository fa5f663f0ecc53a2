import type { FileContent } from '#shared/domain/content.ts';
import { cut } from '#shared/domain/cut.ts';
import { type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { plain, type RichText } from '#shared/domain/rich-text.ts';
import type { RenderContext, Text, Upload } from '../channel.ts';
import type { Media } from './call.ts';
import { filenameLength, type MediaKind, media } from './limits.ts';
import type { Shown } from './pieces.ts';
import { captionAnd, richShown } from './words.ts';
import { joinedRich } from './write-marks.ts';

type File = { readonly mime: string; readonly content: Uint8Array };

/**
 * A person's file with the sender's name and its words under it, as far as they fit, the rest after it; before it where
 * nothing may stand under it. A file that is not in the station's store, or that WhatsApp would refuse, is said to be missing.
 */
export function fileShown(
  content: FileContent,
  sign: RichText,
  replyTo: string | null,
  { text, files }: { readonly text: Text; readonly files: RenderContext['files'] },
): readonly Shown[] {
  const file = content.source.at === 'store' ? files?.get(content.source.key) : undefined;
  const kind = file && kindOf(content, file);
  if (!file || !kind) {
    const missing = plain(text.say(phrase('mediaMissing', { what: whatOf(content) })));
    return richShown(joinedRich(joinedRich(sign, '\n', missing), '\n', content.caption), replyTo);
  }
  const words = joinedRich(sign, '\n', content.caption);
  const upload: Upload = { field: 'file', name: 'file', mime: file.mime, content: file.content };
  const shown = (caption: string): Shown => ({
    kind: 'thing',
    content: mediaOf(kind, content, file, caption),
    upload,
    replyTo,
  });
  if (!media[kind].captions) return [...richShown(words, null), shown('')];
  const [caption, ...rest] = captionAnd(words);
  return [shown(caption), ...rest];
}

/** As what a file is sent: as what it is, or else as another kind that takes it; null where there is none. */
function kindOf(content: FileContent, { mime, content: bytes }: File): MediaKind | null {
  const kinds: readonly MediaKind[] = [wantedKind(content), 'image', 'video', 'audio', 'document'];
  const type = mime.split(';')[0]?.trim().toLowerCase();
  const takes = (kind: MediaKind) =>
    media[kind].types.some((one) => one === type) && bytes.length > 0 && bytes.length <= media[kind].bytes;
  return kinds.find(takes) ?? null;
}

function wantedKind(content: FileContent): MediaKind {
  if (content.kind === 'photo') return 'image';
  switch (content.what) {
    case 'voice':
    case 'audio':
      return 'audio';
    case 'video':
    case 'videoNote':
    case 'animation':
      return 'video';
    case 'document':
    case 'sticker':
      return content.what;
  }
}

function mediaOf(kind: MediaKind, content: FileContent, { mime }: File, words: string): Media {
  const caption = words === '' ? {} : { caption: words };
  switch (kind) {
    case 'image':
      return { type: 'image', image: caption };
    case 'video':
      return { type: 'video', video: caption };
    case 'document':
      return { type: 'document', document: { ...caption, filename: filenameOf(content.name, mime) } };
    case 'audio': {
      // Only Opus in Ogg is played as a voice message: https://developers.facebook.com/docs/whatsapp/cloud-api/messages/audio-messages
      const isVoice = content.kind === 'file' && content.what === 'voice' && /^audio\/ogg\b/i.test(mime);
      return { type: 'audio', audio: isVoice ? { voice: true } : {} };
    }
    case 'sticker':
      return { type: 'sticker', sticker: {} };
  }
}

/** The name that the person sees, without what no name holds; a long one keeps its ending, by which phones open it. */
function filenameOf(given: string | null, mime: string): string {
  const name = (given ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}/\\]+/gu, ' ')
    .trim();
  if (name === '') return `file${endings[mime] ?? ''}`;
  const ending = /\.[\w-]{1,12}$/.exec(name)?.[0] ?? '';
  return name.length <= filenameLength
    ? name
    : `${cut(name.slice(0, -ending.length || undefined), filenameLength - ending.length)}${ending}`;
}

const endings: Readonly<Record<string, string>> = { 'application/pdf': '.pdf', 'text/plain': '.txt' };

/** What is said to be missing: whatever moves is a video. */
function whatOf(content: FileContent): PhraseArgs['mediaMissing']['what'] {
  if (content.kind === 'photo') return 'photo';
  return content.what === 'videoNote' || content.what === 'animation' ? 'video' : content.what;
}
