import { randomInt } from 'node:crypto';
import type { PhoneAct } from '../phone-api.ts';
import { fromDataUrl, isWebp, pretendVideo, silence } from '../phones/sent-files.ts';
import { ActRefused } from '../phones/types.ts';
import { write, writer } from './act-writer.ts';
import { ApiError } from './errors.ts';
import { fileLimits, keepFile, keepPhoto } from './files.ts';
import { foundEntities } from './incoming-text.ts';
import type { World } from './world.ts';

type Deed<Kind extends PhoneAct['do']> = Extract<PhoneAct, { do: Kind }>;

const captioned = (caption: string) => ({ caption, entities: foundEntities(caption) });

/** Several photos go as one album: each its own message and update, the caption on the first. */
export const sendPhotos = (world: World, deed: Deed<'photos'>): void => {
  const draft = writer(world, deed);
  const album = deed.images.length > 1 ? String(randomInt(10 ** 12, 10 ** 13)) : undefined;
  const sized = deed.images.map((image, index) => photoFiles(world, image, index));
  sized.forEach((files, index) => {
    const caption = index === 0 ? deed.caption : '';
    write(world, { ...draft, album }, { kind: 'photo', files, ...captioned(caption) });
  });
};

export const sendDocument = (world: World, deed: Deed<'document'>): void => {
  const draft = writer(world, deed);
  const upload = { ...fromDataUrl(deed.data), name: deed.name };
  const file = keepFile(world, 'document', upload, { claimed: deed.size });
  write(world, draft, { kind: 'document', file: file.id, ...captioned(deed.caption ?? '') });
};

export const sendVoice = (world: World, deed: Deed<'voice'>): void => {
  const draft = writer(world, deed);
  const upload = { name: 'voice.oga', mime: 'audio/ogg', bytes: silence(deed.seconds) };
  const file = keepFile(world, 'voice', upload, { seconds: deed.seconds });
  write(world, draft, { kind: 'voice', file: file.id, caption: '', entities: [] });
};

/** A round video has no words and lasts at most a minute. */
export const sendVideo = (world: World, deed: Deed<'video'>): void => {
  const draft = writer(world, deed);
  const bytes = deed.data === undefined ? pretendVideo(deed.seconds) : fromDataUrl(deed.data).bytes;
  const upload = { name: 'video.mp4', mime: 'video/mp4', bytes };
  if (!deed.note) {
    const file = keepFile(world, 'video', upload, { width: 640, height: 480, seconds: deed.seconds });
    write(world, draft, { kind: 'video', file: file.id, ...captioned(deed.caption) });
    return;
  }
  if (deed.seconds > 60 || deed.caption !== '')
    throw new ActRefused('A round video has no words and lasts at most a minute.');
  const file = keepFile(world, 'video_note', upload, { width: 384, height: 384, seconds: deed.seconds });
  write(world, draft, { kind: 'video_note', file: file.id });
};

export const sendSticker = (world: World, deed: Deed<'sticker'>): void => {
  const draft = writer(world, deed);
  const upload = { ...fromDataUrl(deed.data), name: 'sticker.webp' };
  if (!isWebp(upload.bytes) || upload.bytes.length > fileLimits.sticker)
    throw new ActRefused('A sticker is a WebP picture of at most 512 KB.');
  const file = keepFile(world, 'sticker', upload, { width: 512, height: 512 });
  write(world, draft, { kind: 'sticker', file: file.id, emoji: deed.emoji });
};

const photoFiles = (world: World, image: string, index: number): string[] => {
  try {
    return keepPhoto(world, { ...fromDataUrl(image), name: `photo_${index + 1}.jpg` }).map((file) => file.id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ActRefused(`Photo ${index + 1} is no JPEG or PNG picture that Telegram takes.`);
  }
};
