import type { PhoneAct } from '../phone-api.ts';
import { imageOf } from '../phones/image-size.ts';
import { fromDataUrl, silence } from '../phones/sent-files.ts';
import { ActRefused } from '../phones/types.ts';
import { webhookError } from './errors.ts';
import { keepMedia, linkTo, mediaLimits } from './media.ts';
import type { Media } from './state.ts';
import type { World } from './world.ts';
import { write } from './writing.ts';

/** Photos go one by one: nothing tells that they belong together, and the words stand under the first. */
export const sendPhotos = (world: World, deed: Extract<PhoneAct, { do: 'photos' }>): void => {
  const photos = deed.images.map((image, index) => {
    const file = fromDataUrl(image);
    const mime = imageOf(file.bytes)?.mime;
    if (mime === undefined) throw new ActRefused(`Photo ${index + 1} is no JPEG or PNG picture.`);
    return { ...file, mime, name: `photo_${index + 1}` };
  });
  write(
    world,
    deed.chat,
    photos.map((photo, index) => {
      const media = keepMedia(world, photo, mediaLimits.receivedMs);
      const caption = index === 0 ? deed.caption : '';
      return {
        content: { kind: 'photo', media: media.id, caption },
        parts: { type: 'image', image: { ...captioned(caption), ...told(world, media) } },
      };
    }),
  );
};

export const sendDocument = (world: World, deed: Extract<PhoneAct, { do: 'document' }>): void => {
  const file = { ...fromDataUrl(deed.data), name: deed.name };
  const media = keepMedia(world, file, mediaLimits.receivedMs, deed.size);
  const content = { kind: 'document' as const, media: media.id, name: deed.name, caption: '' };
  const tooLarge = media.size > mediaLimits.document;
  write(world, deed.chat, [
    {
      content,
      parts: tooLarge
        ? {
            type: 'unsupported',
            errors: [webhookError(131052, 'Unable to download the media sent by the user: it is too large.')],
          }
        : { type: 'document', document: { filename: deed.name, ...told(world, media) } },
    },
  ]);
};

export const sendVoice = (world: World, deed: Extract<PhoneAct, { do: 'voice' }>): void => {
  const file = { name: 'voice.ogg', mime: 'audio/ogg; codecs=opus', bytes: silence(deed.seconds) };
  const media = keepMedia(world, file, mediaLimits.receivedMs);
  write(world, deed.chat, [
    {
      content: { kind: 'audio', seconds: deed.seconds },
      parts: { type: 'audio', audio: { ...told(world, media), voice: true } },
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
