import type { PhoneAct } from '../phone-api.ts';
import { imageOf } from '../phones/image-size.ts';
import { fromDataUrl, isWebp, pretendVideo, silence } from '../phones/sent-files.ts';
import { ActRefused } from '../phones/types.ts';
import { webhookError } from './errors.ts';
import { keepMedia, linkTo, mediaLimits } from './media.ts';
import type { Media } from './state.ts';
import type { World } from './world.ts';
import { answeredBy, write } from './writing.ts';

type Deed<Kind extends PhoneAct['do']> = Extract<PhoneAct, { do: Kind }>;

/** Photos go one by one: nothing tells that they belong together, and the words stand under the first. */
export const sendPhotos = (world: World, deed: Deed<'photos'>): void => {
  const photos = deed.images.map((image, index) => {
    const file = fromDataUrl(image);
    const mime = imageOf(file.bytes)?.mime;
    if (mime === undefined) throw new ActRefused(`Photo ${index + 1} is no JPEG or PNG picture.`);
    return { ...file, mime, name: `photo_${index + 1}` };
  });
  const replyTo = answeredBy(world, deed);
  write(
    world,
    deed.chat,
    photos.map((photo, index) => {
      const media = keepMedia(world, photo, mediaLimits.receivedMs);
      const caption = index === 0 ? deed.caption : '';
      return {
        content: { kind: 'photo', media: media.id, caption },
        parts: { type: 'image', image: { ...captioned(caption), ...told(world, media) } },
        replyTo: index === 0 ? replyTo : undefined,
      };
    }),
  );
};

export const sendDocument = (world: World, deed: Deed<'document'>): void => {
  const file = { ...fromDataUrl(deed.data), name: deed.name };
  const media = keepMedia(world, file, mediaLimits.receivedMs, deed.size);
  const { caption = '' } = deed;
  const content = { kind: 'document' as const, media: media.id, name: deed.name, caption };
  const tooLarge = media.size > mediaLimits.document;
  write(world, deed.chat, [
    {
      content,
      parts: tooLarge
        ? {
            type: 'unsupported',
            errors: [webhookError(131052, 'Unable to download the media sent by the user: it is too large.')],
          }
        : {
            type: 'document',
            document: { ...captioned(caption), filename: deed.name, ...told(world, media) },
          },
      replyTo: answeredBy(world, deed),
    },
  ]);
};

export const sendVoice = (world: World, deed: Deed<'voice'>): void => {
  const file = { name: 'voice.ogg', mime: 'audio/ogg; codecs=opus', bytes: silence(deed.seconds) };
  const media = keepMedia(world, file, mediaLimits.receivedMs);
  write(world, deed.chat, [
    {
      content: { kind: 'audio', seconds: deed.seconds, media: media.id, voice: true, name: file.name },
      parts: { type: 'audio', audio: { ...told(world, media), voice: true } },
      replyTo: answeredBy(world, deed),
    },
  ]);
};

/** The app makes every video small enough. A round one is told as any other. */
export const sendVideo = (world: World, deed: Deed<'video'>): void => {
  if (deed.note && (deed.seconds > 60 || deed.caption !== ''))
    throw new ActRefused('A round video has no words and lasts at most a minute.');
  const bytes = deed.data === undefined ? pretendVideo(deed.seconds) : fromDataUrl(deed.data).bytes;
  const media = keepMedia(world, { name: 'video.mp4', mime: 'video/mp4', bytes }, mediaLimits.receivedMs);
  const { seconds, note, caption } = deed;
  write(world, deed.chat, [
    {
      content: { kind: 'video', media: media.id, seconds, note, caption },
      parts: { type: 'video', video: { ...captioned(caption), ...told(world, media) } },
      replyTo: answeredBy(world, deed),
    },
  ]);
};

export const sendSticker = (world: World, deed: Deed<'sticker'>): void => {
  const { bytes } = fromDataUrl(deed.data);
  if (!isWebp(bytes)) throw new ActRefused('A sticker is a WebP picture.');
  const media = keepMedia(world, { name: 'sticker.webp', mime: 'image/webp', bytes }, mediaLimits.receivedMs);
  write(world, deed.chat, [
    {
      content: { kind: 'sticker', media: media.id, emoji: deed.emoji },
      parts: { type: 'sticker', sticker: { ...told(world, media), animated: false } },
      replyTo: answeredBy(world, deed),
    },
  ]);
};

const captioned = (caption: string) => (caption === '' ? {} : { caption });

/** A webhook gives the hash in base64 where the API gives it in hex, and often the first address. */
const told = (world: World, media: Media) => ({
  mime_type: media.mime,
  sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
  id: media.id,
  ...(world.strikes('mediaUrl') ? { url: linkTo(world, media) } : {}),
});
