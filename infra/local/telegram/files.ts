import { randomBytes } from 'node:crypto';
import { imageOf } from '../phones/image-size.ts';
import { isWebp } from '../phones/sent-files.ts';
import { badRequest } from './errors.ts';
import { isUpload, type Upload } from './params.ts';
import type { StoredFile } from './state.ts';
import type { World } from './world.ts';

/**
 * Files: uploads of at most 50 MB (photos 10 MB), downloads of at most 20 MB through a link that lives an hour.
 * https://core.telegram.org/bots/api#sending-files
 */
const MB = 1024 * 1024;
export const fileLimits = {
  upload: 50 * MB,
  photo: 10 * MB,
  sticker: 512 * 1024,
  download: 20 * MB,
  linkMs: 3_600_000,
} as const;

type Kind = StoredFile['kind'];

const prefixes = {
  photo: 'AgACAgIAAxkB',
  document: 'BQACAgIAAxkB',
  voice: 'AwACAgIAAxkB',
  video: 'BAACAgIAAxkB',
  animation: 'CgACAgIAAxkB',
  audio: 'CQACAgIAAxkB',
  video_note: 'DQACAgIAAxkB',
  sticker: 'CAACAgIAAxkB',
} as const;

/** Keeps new bytes. @param claimed size in bytes that is told instead of the real one. */
export const keepFile = (
  world: World,
  kind: Kind,
  upload: Upload,
  details: Partial<Pick<StoredFile, 'width' | 'height' | 'seconds'>> & {
    readonly claimed?: number | undefined;
  } = {},
): StoredFile => {
  const bytes = randomBytes(9).toString('hex');
  world.store.putBytes(bytes, upload.bytes);
  return keep(world, kind, {
    bytes,
    size: details.claimed ?? upload.bytes.length,
    name: upload.name,
    mime: upload.mime,
    width: details.width ?? 0,
    height: details.height ?? 0,
    seconds: details.seconds ?? 0,
  });
};

const keep = (world: World, kind: Kind, rest: Omit<StoredFile, 'id' | 'uniqueId' | 'kind'>): StoredFile => {
  const file: StoredFile = {
    id: `${prefixes[kind]}${randomBytes(30).toString('base64url')}`,
    uniqueId: `AQAD${randomBytes(8).toString('base64url')}`,
    kind,
    ...rest,
  };
  world.files.put(file.id, file);
  return file;
};

/**
 * A photo in its sizes, smallest first, as Telegram offers them. Both sizes share the bytes of the original: the small
 * one only claims to be smaller.
 * @throws ApiError IMAGE_PROCESS_FAILED, PHOTO_INVALID_DIMENSIONS or "file is too big".
 */
export const keepPhoto = (world: World, upload: Upload): readonly StoredFile[] => {
  if (upload.bytes.length > fileLimits.photo) throw badRequest('file is too big for a photo');
  const image = imageOf(upload.bytes);
  if (!image) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = image;
  const thin = Math.max(width, height) / Math.max(1, Math.min(width, height));
  if (width === 0 || height === 0 || width + height > 10_000 || thin > 20)
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  const full = keepFile(world, 'photo', { ...upload, mime: image.mime }, { width, height });
  const scale = 90 / Math.max(width, height);
  if (scale >= 1) return [full];
  const { id: _id, uniqueId: _uniqueId, kind: _kind, ...rest } = full;
  const small = keep(world, 'photo', {
    ...rest,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    size: Math.min(full.size, 1500),
  });
  return [small, full];
};

/** What a file parameter means: fresh bytes (also `attach://name` in an album), or a file Telegram already has. */
export const fileOf = (
  world: World,
  kind: Kind,
  value: unknown,
  uploads: Readonly<Record<string, Upload>>,
): Upload | StoredFile => {
  if (isUpload(value)) return checkedUpload(kind, value);
  if (typeof value !== 'string' || value === '') throw badRequest(`there is no ${kind} in the request`);
  if (value.startsWith('attach://')) {
    const upload = uploads[value.slice('attach://'.length)];
    if (!upload) throw badRequest(`there is no ${kind} in the request`);
    return checkedUpload(kind, upload);
  }
  // This Telegram has no way out into the internet: a URL cannot be fetched.
  if (/^https?:\/\//i.test(value)) throw badRequest('Failed to get HTTP URL content');
  const file = world.files.get(value);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  if (file.kind !== kind) throw badRequest(`can't use file of type ${titled(file.kind)} as ${titled(kind)}`);
  return file;
};

const checkedUpload = (kind: Kind, upload: Upload): Upload => {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  if (upload.bytes.length > fileLimits.upload) throw badRequest('file is too big');
  if (kind === 'sticker' && !isWebp(upload.bytes)) throw badRequest('wrong file type');
  if (kind === 'sticker' && upload.bytes.length > fileLimits.sticker)
    throw badRequest('STICKER_FILE_INVALID');
  return upload;
};

/** `video_note` → `VideoNote`: as the server names kinds in its refusals and its methods. */
export const titled = (kind: Kind): string =>
  kind
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** File ids of a photo in rising size, of any other kind a single one. */
export const fileIds = (
  world: World,
  kind: Kind,
  source: Upload | StoredFile,
  details: Partial<Pick<StoredFile, 'width' | 'height' | 'seconds'>> = {},
): readonly string[] => {
  if (!isUpload(source)) return [source.id];
  if (kind === 'photo') return keepPhoto(world, source).map((file) => file.id);
  return [keepFile(world, kind, source, details).id];
};
