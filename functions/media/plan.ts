import type { ChannelFiles, ShownAs } from '#shared/channels/channel.ts';
import type { Fetched } from '#shared/domain/job.ts';
import { isPicture, type PictureType } from './type-of.ts';

export type Refusal = Extract<Fetched, { kind: 'failed' }>['why'];

/** What is done with a file: written anew as a picture, in at most so many bytes; passed on as it is; refused. */
export type Plan =
  | {
      readonly kind: 'picture';
      readonly from: PictureType;
      readonly as: 'photo' | 'sticker';
      readonly bytes: number;
    }
  | { readonly kind: 'asIs'; readonly what: ShownAs; readonly mime: string }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** As what a file may be shown, the first way that the receiver takes. Pictures are not here: they are written anew. */
const ways: Readonly<Record<ShownAs, readonly ShownAs[]>> = {
  photo: ['document'],
  voice: ['voice', 'audio', 'document'],
  video: ['video', 'document'],
  videoNote: ['videoNote', 'video', 'document'],
  audio: ['audio', 'document'],
  animation: ['animation', 'video', 'document'],
  sticker: ['document'],
  document: ['document', 'video', 'audio'],
};

/** Decides by what the file is (`mime`, by its bytes), what it was sent as, and what the receiver takes. */
export function planFor(
  file: { readonly mime: string | null; readonly bytes: number; readonly what: ShownAs },
  uploads: ChannelFiles['uploads'],
): Plan {
  const { mime, bytes, what } = file;
  if (mime === null) return { kind: 'refused', why: 'unknownType' };
  if (isPicture(mime)) return picturePlan(mime, what, uploads);
  let tooLarge = false;
  for (const way of ways[what]) {
    const rule = uploads[way];
    if (rule === null || (rule.mimes !== 'any' && !rule.mimes.includes(mime))) continue;
    if (bytes <= rule.bytes) return { kind: 'asIs', what: way, mime };
    tooLarge = true;
  }
  return { kind: 'refused', why: tooLarge ? 'tooLarge' : 'unknownType' };
}

/** A sticker stays one where the receiver has them; every other picture is a photo, whatever it was sent as. */
function picturePlan(from: PictureType, what: ShownAs, { sticker, photo }: ChannelFiles['uploads']): Plan {
  if (what === 'sticker' && sticker) return { kind: 'picture', from, as: 'sticker', bytes: sticker.bytes };
  return photo
    ? { kind: 'picture', from, as: 'photo', bytes: photo.bytes }
    : { kind: 'refused', why: 'unknownType' };
}
