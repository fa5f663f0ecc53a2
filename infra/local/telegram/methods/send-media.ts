import * as z from 'zod';
import { badRequest } from '../errors.ts';
import { fileIds, fileOf, titled } from '../files.ts';
import { flag, optionalInteger, optionalText, type Upload } from '../params.ts';
import type { Content, StoredFile } from '../state.ts';
import type { World } from '../world.ts';
import { type Method, method } from './method.ts';
import { captionOf, captionParams, sendOne, sendParams } from './sending.ts';

/** Methods that send one file: an upload or a file_id (this Telegram fetches no URL). https://core.telegram.org/bots/api#sending-files */

/** What the caller says of an upload; of a file that Telegram has already, it knows better. */
export type Details = Partial<Pick<StoredFile, 'width' | 'height' | 'seconds'>>;

/** The content of one media message. `emoji` is what a sticker stands for. */
export const mediaContent = (
  world: World,
  kind: StoredFile['kind'],
  source: Upload | StoredFile,
  words: ReturnType<typeof captionOf>,
  details: Details = {},
  emoji = '',
): Content => {
  const ids = fileIds(world, kind, source, details);
  const file = ids.at(-1) ?? '';
  switch (kind) {
    case 'photo':
      return { kind, files: [...ids], ...words };
    case 'video_note':
      return { kind, file };
    case 'sticker':
      return { kind, file, emoji };
    case 'document':
    case 'voice':
    case 'video':
    case 'animation':
    case 'audio':
      return { kind, file, ...words };
  }
};

const whole = (name: string) => optionalInteger(`${name} must be a Number`);
const size = { width: whole('width'), height: whole('height') };
/** A thumbnail or cover; they are not kept. */
const picture = () => z.unknown().optional();

const sendFile = (kind: StoredFile['kind'], more: z.ZodRawShape) => {
  const captioned = kind !== 'video_note' && kind !== 'sticker';
  return method({
    name: `send${titled(kind)}`,
    params: z.object({
      ...more,
      ...sendParams,
      ...(captioned ? captionParams : {}),
      ...(kind === 'photo' || kind === 'document' || kind === 'sticker'
        ? {}
        : { duration: whole('duration') }),
      [kind]: z.unknown().optional(),
    }),
    chat: (params) => params.chat_id,
    cost: () => ({ messages: 1 }),
    run: (world, params) => {
      const source = fileOf(world, kind, Reflect.get(params, kind), {});
      const words = captionOf(captioned ? readCaption.parse(params) : {});
      const told = readDetails.parse(params);
      if (kind === 'video_note' && (told.duration ?? 0) > 60) throw badRequest('VIDEO_NOTE_TOO_LONG');
      const details = detailsOf(kind, told);
      return sendOne(world, params, () => mediaContent(world, kind, source, words, details, told.emoji));
    },
  });
};

// The shape of `params` depends on the kind: what it may hold is read once more by name.
const readCaption = z.object({
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: captionParams.caption_entities,
});
const readDetails = z.object({
  width: z.number().optional(),
  height: z.number().optional(),
  duration: z.number().optional(),
  length: z.number().optional(),
  emoji: z.string().optional(),
});

const detailsOf = (kind: StoredFile['kind'], told: z.infer<typeof readDetails>): Details => {
  const side = kind === 'sticker' ? 512 : told.length;
  const { width = side, height = side, duration } = told;
  return {
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(duration === undefined ? {} : { seconds: duration }),
  };
};

export const mediaMethods: readonly Method[] = [
  sendFile('photo', { has_spoiler: flag('has_spoiler') }),
  sendFile('document', {
    thumbnail: picture(),
    disable_content_type_detection: flag('disable_content_type_detection'),
  }),
  sendFile('voice', {}),
  sendFile('video', {
    ...size,
    thumbnail: picture(),
    cover: picture(),
    start_timestamp: whole('start timestamp'),
    has_spoiler: flag('has_spoiler'),
    supports_streaming: flag('supports_streaming'),
  }),
  sendFile('animation', { ...size, thumbnail: picture(), has_spoiler: flag('has_spoiler') }),
  sendFile('audio', {
    performer: optionalText('performer'),
    title: optionalText('title'),
    thumbnail: picture(),
  }),
  sendFile('video_note', { length: whole('length'), thumbnail: picture() }),
  sendFile('sticker', { emoji: optionalText('emoji') }),
];
