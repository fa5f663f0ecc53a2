import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { writablePlace } from '../access.ts';
import { apiMessage } from '../api-shapes.ts';
import { badRequest } from '../errors.ts';
import { fileIds, fileOf } from '../files.ts';
import { entitiesField, parseModeField } from '../formatted.ts';
import { flag, isUpload, optionalInteger, requiredJson, type Upload } from '../params.ts';
import { post } from '../posting.ts';
import type { Content, StoredFile } from '../state.ts';
import type { World } from '../world.ts';
import { type Answer, type Method, method } from './method.ts';
import { addressed, albumParams, arrived, captionOf, captionParams, sendOne, sendParams } from './sending.ts';

/** A file: an upload, a file_id, or a URL. */
const fileField = () => z.unknown().optional();
const one = () => ({ messages: 1 });

/** The content of one media message. */
const mediaContent = (
  world: World,
  kind: StoredFile['kind'],
  source: Upload | StoredFile,
  words: ReturnType<typeof captionOf>,
  seconds = 0,
): Content => {
  const ids = fileIds(world, kind, source, seconds);
  const last = ids.at(-1) ?? '';
  return kind === 'photo' ? { kind, files: [...ids], ...words } : { kind, file: last, ...words };
};

const sendFile = (kind: StoredFile['kind'], more: z.ZodRawShape) =>
  method({
    name: `send${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    params: z.object({ ...more, ...sendParams, ...captionParams, duration: duration(), [kind]: fileField() }),
    chat: (params) => params.chat_id,
    cost: one,
    run: (world, params) => {
      const source = fileOf(world, kind, Reflect.get(params, kind), {});
      const words = captionOf(params);
      return sendOne(world, params, () => mediaContent(world, kind, source, words, params.duration ?? 0));
    },
  });

const duration = () => optionalInteger('duration must be a Number');
const size = {
  width: optionalInteger('width must be a Number'),
  height: optionalInteger('height must be a Number'),
};

const sendPhoto = sendFile('photo', { has_spoiler: flag('has_spoiler') });
const sendDocument = sendFile('document', {
  thumbnail: fileField(),
  disable_content_type_detection: flag('disable_content_type_detection'),
});
const sendVoice = sendFile('voice', {});
const sendVideo = sendFile('video', {
  ...size,
  thumbnail: fileField(),
  cover: fileField(),
  start_timestamp: optionalInteger('start timestamp must be a Number'),
  has_spoiler: flag('has_spoiler'),
  supports_streaming: flag('supports_streaming'),
});

const albumItem = z.object({
  type: z.enum(['photo', 'video', 'document']),
  media: z.string(),
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: z.array(z.object({ type: z.string(), offset: z.int(), length: z.int() })).optional(),
  show_caption_above_media: z.boolean().optional(),
  has_spoiler: z.boolean().optional(),
  thumbnail: z.string().optional(),
  cover: z.string().optional(),
  start_timestamp: z.int().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  duration: z.int().optional(),
  supports_streaming: z.boolean().optional(),
  disable_content_type_detection: z.boolean().optional(),
});
const albumFields = z.object({
  ...albumParams,
  media: requiredJson(
    z.array(albumItem),
    'Expected an Array of InputMedia',
    'there are no media in the request',
  ),
});

/** 2 to 10 items; documents only among themselves. Uploads are named parts that `attach://…` points to. */
const sendMediaGroup = method({
  name: 'sendMediaGroup',
  params: albumFields.loose(),
  chat: (params) => params.chat_id,
  // Each item counts as a message against the limits (reported by bots, not documented).
  cost: (params) => ({ messages: params.media.length }),
  run: (world, params) => {
    const { media } = params;
    if (media.length > 10) throw badRequest('too many messages to send as an album');
    if (media.length < 2) throw badRequest('album must contain 2-10 items');
    const documents = media.filter((item) => item.type === 'document').length;
    if (documents > 0 && documents < media.length)
      throw badRequest("document can't be mixed with other media types");
    const place = writablePlace(world, params.chat_id);
    const target = addressed(world, place, params);
    const uploads = Object.fromEntries(
      Object.entries(params).flatMap(([name, value]) => (isUpload(value) ? [[name, value] as const] : [])),
    );
    const items = media.map((item) => ({
      kind: item.type,
      source: fileOf(world, item.type, item.media, uploads),
      words: captionOf(item),
    }));
    const contents = items.map((item) => mediaContent(world, item.kind, item.source, item.words));
    const album = String(randomInt(10 ** 12, 10 ** 13));
    const messages = contents.map((content) => post(world, { ...target, content, album }));
    arrived(world, place);
    return {
      result: messages.map((message) => apiMessage(world, message)),
      messageIds: messages.map((message) => message.id),
    } satisfies Answer;
  },
});

export const editableCaption = {
  caption: captionParams.caption,
  parse_mode: parseModeField(),
  caption_entities: entitiesField(),
  show_caption_above_media: flag('show_caption_above_media'),
};

export const mediaMethods: readonly Method[] = [
  sendPhoto,
  sendDocument,
  sendVoice,
  sendVideo,
  sendMediaGroup,
];
