import * as z from 'zod';
import { badRequest } from '../errors.ts';
import { fileLimits } from '../files.ts';
import { text } from '../params.ts';
import type { StoredFile } from '../state.ts';
import { type Method, method } from './method.ts';

const folders = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  video: 'videos',
  animation: 'animations',
  audio: 'music',
  video_note: 'video_notes',
  sticker: 'stickers',
} as const;
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'audio/ogg': 'oga',
  'video/mp4': 'mp4',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'application/pdf': 'pdf',
  'text/calendar': 'ics',
};

const pathOf = (file: StoredFile, number: number): string => {
  const ending = endings[file.mime] ?? /\.(\w{1,8})$/.exec(file.name)?.[1];
  return `${folders[file.kind]}/file_${number}${ending ? `.${ending}` : ''}`;
};

/** A link to at most 20 MB that lives one hour; asking again gives it another hour. https://core.telegram.org/bots/api#getfile */
const getFile = method({
  name: 'getFile',
  params: z.object({ file_id: text('file_id', 'file_id not specified') }),
  run: (world, params) => {
    const file = world.files.get(params.file_id);
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (file.size > fileLimits.download) throw badRequest('file is too big');
    const path = file.path ?? pathOf(file, world.count('file link', 1));
    if (file.path === undefined) world.files.put(file.id, { ...file, path });
    world.links.put(path, { path, file: file.id, until: world.now() + fileLimits.linkMs });
    return {
      result: { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: path },
    };
  },
});

export const fileMethods: readonly Method[] = [getFile];
