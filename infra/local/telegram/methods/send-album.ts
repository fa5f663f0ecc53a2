import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { writablePlace } from '../access.ts';
import { apiMessage } from '../api-shapes.ts';
import { badRequest } from '../errors.ts';
import { fileOf } from '../files.ts';
import { isUpload, requiredJson, type Upload } from '../params.ts';
import { post } from '../posting.ts';
import type { Content } from '../state.ts';
import type { World } from '../world.ts';
import { type Method, method } from './method.ts';
import { mediaContent } from './send-media.ts';
import { addressed, albumParams, arrived, captionOf } from './sending.ts';

/** One InputMedia, of an album or in place of another. https://core.telegram.org/bots/api#inputmedia */
export const inputMedia = z.object({
  type: z.enum(['photo', 'video', 'document', 'audio', 'animation']),
  media: z.string(),
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: z.array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() })).optional(),
  show_caption_above_media: z.boolean().optional(),
  has_spoiler: z.boolean().optional(),
  thumbnail: z.string().optional(),
  cover: z.string().optional(),
  start_timestamp: z.int().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  duration: z.int().optional(),
  performer: z.string().optional(),
  title: z.string().optional(),
  supports_streaming: z.boolean().optional(),
  disable_content_type_detection: z.boolean().optional(),
});
export type InputMedia = z.infer<typeof inputMedia>;

/** Parts of a multipart body that `attach://name` points to. */
export const uploadsIn = (params: Readonly<Record<string, unknown>>): Readonly<Record<string, Upload>> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (isUpload(value) ? [[name, value] as const] : [])),
  );

/** @throws ApiError for a wrong file or a caption too long; nothing is kept before all of it is right. */
export const contentOf = (
  world: World,
  item: InputMedia,
  uploads: Readonly<Record<string, Upload>>,
): (() => Content) => {
  const source = fileOf(world, item.type, item.media, uploads);
  const words = captionOf(item);
  const details = {
    ...(item.width === undefined ? {} : { width: item.width }),
    ...(item.height === undefined ? {} : { height: item.height }),
    ...(item.duration === undefined ? {} : { seconds: item.duration }),
  };
  return () => mediaContent(world, item.type, source, words, details);
};

/** 2 to 10 items; documents and audio only among themselves. https://core.telegram.org/bots/api#sendmediagroup */
const sendMediaGroup = method({
  name: 'sendMediaGroup',
  params: z
    .object({
      ...albumParams,
      media: requiredJson(
        z.array(inputMedia),
        'Expected an Array of InputMedia',
        'there are no media in the request',
      ),
    })
    .loose(),
  chat: (params) => params.chat_id,
  // Each item counts as a message against the limits (reported by bots, not documented).
  cost: (params) => ({ messages: params.media.length }),
  run: (world, params) => {
    const { media } = params;
    if (media.length > 10) throw badRequest('too many messages to send as an album');
    if (media.length < 2) throw badRequest('album must contain 2-10 items');
    checkMix(media);
    const place = writablePlace(world, params.chat_id);
    const target = addressed(world, place, params);
    const uploads = uploadsIn(params);
    const contents = media.map((item) => contentOf(world, item, uploads)).map((make) => make());
    const album = String(randomInt(10 ** 12, 10 ** 13));
    const messages = contents.map((content) => post(world, { ...target, content, album }));
    arrived(world, place);
    return {
      result: messages.map((message) => apiMessage(world, message)),
      messageIds: messages.map((message) => message.id),
    };
  },
});

const checkMix = (media: readonly InputMedia[]): void => {
  if (media.some(({ type }) => type === 'animation'))
    throw badRequest("animation can't be sent as an album item");
  for (const alone of ['document', 'audio'] as const) {
    const count = media.filter(({ type }) => type === alone).length;
    if (count > 0 && count < media.length) throw badRequest(`${alone} can't be mixed with other media types`);
  }
};

export const albumMethods: readonly Method[] = [sendMediaGroup];
