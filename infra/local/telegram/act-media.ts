import { randomInt } from 'node:crypto';
import type { PhoneAct } from '../phone-api.ts';
import { fromDataUrl, silence } from '../phones/sent-files.ts';
import { ActRefused } from '../phones/types.ts';
import { write, writer } from './act-writer.ts';
import { ApiError } from './errors.ts';
import { keepFile, keepPhoto } from './files.ts';
import { foundEntities } from './incoming-text.ts';
import type { World } from './world.ts';

/** Several photos go as one album: each its own message and update, the caption on the first. */
export const sendPhotos = (world: World, deed: Extract<PhoneAct, { do: 'photos' }>): void => {
  const draft = writer(world, deed);
  const album = deed.images.length > 1 ? String(randomInt(10 ** 12, 10 ** 13)) : undefined;
  const sized = deed.images.map((image, index) => photoFiles(world, image, index));
  sized.forEach((files, index) => {
    const caption = index === 0 ? deed.caption : '';
    write(world, { ...draft, album }, { kind: 'photo', files, caption, entities: foundEntities(caption) });
  });
};

export const sendDocument = (world: World, deed: Extract<PhoneAct, { do: 'document' }>): void => {
  const draft = writer(world, deed);
  const upload = { ...fromDataUrl(deed.data), name: deed.name };
  const file = keepFile(world, 'document', upload, { claimed: deed.size });
  write(world, draft, { kind: 'document', file: file.id, caption: '', entities: [] });
};

export const sendVoice = (world: World, deed: Extract<PhoneAct, { do: 'voice' }>): void => {
  const draft = writer(world, deed);
  const upload = { name: 'voice.oga', mime: 'audio/ogg', bytes: silence(deed.seconds) };
  const file = keepFile(world, 'voice', upload, { seconds: deed.seconds });
  write(world, draft, { kind: 'voice', file: file.id, caption: '', entities: [] });
};

const photoFiles = (world: World, image: string, index: number): string[] => {
  try {
    return keepPhoto(world, { ...fromDataUrl(image), name: `photo_${index + 1}.jpg` }).map((file) => file.id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ActRefused(`Photo ${index + 1} is no JPEG or PNG picture that Telegram takes.`);
  }
};
