import { randomInt } from 'node:crypto';
import type { PhoneAct } from '../phone-api.ts';
import { ActRefused } from '../phones/types.ts';
import { write, writer } from './act-writer.ts';
import { ApiError } from './errors.ts';
import { keepFile, keepPhoto } from './files.ts';
import { foundEntities } from './incoming-text.ts';
import type { Upload } from './params.ts';
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

const fromDataUrl = (url: string): Upload => {
  const [, mime = 'application/octet-stream', encoding, data = ''] =
    /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=-]+)*?(;base64)?,(.*)$/s.exec(url) ?? [];
  const bytes = encoding ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data));
  if (bytes.length === 0) throw new ActRefused('The file is empty or no data URL.');
  return { name: 'file', mime, bytes: new Uint8Array(bytes) };
};

/** Bytes of the size that so many seconds of speech have; nobody listens to them. */
const silence = (seconds: number): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from('OggS'), Buffer.alloc(seconds * 2000)]));
