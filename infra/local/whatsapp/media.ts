import { createHash, randomBytes } from 'node:crypto';
import { imageOf } from '../phones/image-size.ts';
import type { SentFile } from '../phones/sent-files.ts';
import { GraphError, noSuchObject } from './errors.ts';
import type { Media } from './state.ts';
import { newObjectId, type World } from './world.ts';

/**
 * Media: what the station uploads lives 30 days, what people send 7; an address lives 5 minutes.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
const DAY = 86_400_000;
const MB = 1024 * 1024;
export const mediaLimits = {
  uploadedMs: 30 * DAY,
  receivedMs: 7 * DAY,
  linkMs: 300_000,
  document: 100 * MB,
} as const;

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const office = [
  'application/vnd.ms-excel',
  'application/msword',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];

/** Types that can be uploaded and sent as this kind, and the most bytes of each. */
const kinds = {
  image: { most: 5 * MB, types: ['image/jpeg', 'image/png'] },
  video: { most: 16 * MB, types: ['video/mp4', 'video/3gpp'] },
  audio: { most: 16 * MB, types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'] },
  sticker: { most: 500 * 1024, types: ['image/webp'] },
  document: { most: mediaLimits.document, types: ['text/plain', 'application/pdf', ...office] },
} as const satisfies Record<MediaKind, { most: number; types: readonly string[] }>;

const kindNames: readonly MediaKind[] = ['image', 'video', 'audio', 'sticker', 'document'];
const bare = (mime: string): string => mime.split(';')[0]?.trim().toLowerCase() ?? '';
const takes = (kind: MediaKind, mime: string): boolean =>
  kinds[kind].types.some((type) => type === bare(mime));

/**
 * Keeps what the station uploads.
 * @throws GraphError 100 for a type that is not on the list or too many bytes.
 */
export const upload = (world: World, file: SentFile): Media => {
  const kind = kindNames.find((name) => takes(name, file.mime));
  if (!kind) {
    const list = kindNames.flatMap((name) => kinds[name].types).join(', ');
    throw new GraphError(100, `Param file must be a file with one of the following types: ${list}.`);
  }
  if (file.bytes.length === 0) throw new GraphError(100, 'Param file must not be empty.');
  if (file.bytes.length > kinds[kind].most) {
    throw new GraphError(100, `Param file must be at most ${kinds[kind].most} bytes for ${bare(file.mime)}.`);
  }
  return keepMedia(world, file, mediaLimits.uploadedMs);
};

/** Keeps bytes for so long. @param claimed size in bytes that is told instead of the real one. */
export const keepMedia = (world: World, file: SentFile, lifeMs: number, claimed?: number): Media => {
  const bytes = randomBytes(9).toString('hex');
  world.store.putBytes(bytes, file.bytes);
  const media: Media = {
    id: newObjectId(world),
    bytes,
    mime: file.mime,
    name: file.name,
    size: claimed ?? file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    expiresAt: world.now() + lifeMs,
  };
  world.media.put(media.id, media);
  return media;
};

/** @throws GraphError 100/33 when there is none with this id any more. */
export const mediaOf = (world: World, verb: string, id: string): Media => {
  const media = world.media.get(id);
  if (!media || media.expiresAt <= world.now()) throw noSuchObject(verb, id);
  return media;
};

/** A fresh address of the bytes. */
export const linkTo = (world: World, media: Media): string => {
  const hash = randomBytes(20).toString('base64url');
  const until = world.now() + mediaLimits.linkMs;
  world.links.put(hash, { hash, media: media.id, until });
  return `${world.origin()}/whatsapp_business/attachments/?mid=${media.id}&ext=${Math.floor(until / 1000)}&hash=${hash}`;
};

/** The bytes behind an address; `undefined` = 404: it has expired, or the media was deleted. */
export const download = (world: World, query: URLSearchParams): SentFile | undefined => {
  const link = world.links.get(query.get('hash') ?? '');
  if (!link || link.until <= world.now() || link.media !== query.get('mid')) return undefined;
  const media = world.media.get(link.media);
  const bytes = media ? world.store.bytes(media.bytes) : undefined;
  return media && bytes ? { name: media.name, mime: media.mime, bytes } : undefined;
};

/** What keeps this media from being sent as this kind: details of a 131053, or `undefined`. */
export const mediaProblem = (
  world: World,
  kind: MediaKind,
  media: Media,
  voice = false,
): string | undefined => {
  if (!takes(kind, media.mime)) return `The media is not of a type that can be sent as ${kind}.`;
  if (voice && bare(media.mime) !== 'audio/ogg') return 'A voice message must be Opus in Ogg.';
  const bytes = world.store.bytes(media.bytes) ?? new Uint8Array();
  const most = kind === 'sticker' && !isAnimated(bytes) ? STILL_STICKER : kinds[kind].most;
  if (media.size > most) return `The media is larger than ${most} bytes.`;
  return looksLike(bare(media.mime), bytes)
    ? undefined
    : `The media is not what its type says: ${bare(media.mime)}.`;
};

/** A sticker that does not move may be this long: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/sticker-messages */
const STILL_STICKER = 100 * 1024;

/** Of an extended WebP the first flags say it: https://developers.google.com/speed/webp/docs/riff_container */
const isAnimated = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0;

/** Whether the first bytes fit the type, for types whose first bytes say it. */
const looksLike = (mime: string, bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  switch (mime) {
    case 'image/jpeg':
    case 'image/png':
      return imageOf(bytes)?.mime === mime;
    case 'image/webp':
      return head.startsWith('RIFF') && head.endsWith('WEBP');
    case 'application/pdf':
      return head.startsWith('%PDF');
    case 'audio/ogg':
      return head.startsWith('OggS');
    case 'video/mp4':
    case 'video/3gpp':
    case 'audio/mp4':
      return head.slice(4, 8) === 'ftyp';
    default:
      return true;
  }
};
