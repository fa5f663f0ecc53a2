import * as z from 'zod';
import { richTextSchema } from './rich-text.ts';

/** Where a file's bytes are. */
export const sourceSchema = z.discriminatedUnion('at', [
  /** With a messenger, by its own id there: the same account of ours can send it on at once. */
  z.object({ at: z.literal('messenger'), channel: z.string(), id: z.string() }),
  /** In the station's own store: checked, without location data. */
  z.object({ at: z.literal('store'), key: z.string() }),
]);
export type Source = z.infer<typeof sourceSchema>;

export const fileKinds = [
  'voice',
  'video',
  'videoNote',
  'audio',
  'animation',
  'document',
  'sticker',
] as const;
export type FileKind = (typeof fileKinds)[number];

const file = {
  source: sourceSchema,
  mime: z.string().nullable(),
  name: z.string().nullable(),
  bytes: z.number().nullable(),
  caption: richTextSchema,
  /** Files with the same value (and the same sender) are one album. */
  album: z.string().exactOptional(),
};

/** What one person sends another through us, as no messenger owns it: it is passed on as it is. */
export const contentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: richTextSchema }),
  z.object({ kind: z.literal('photo'), ...file }),
  z.object({ kind: z.literal('file'), what: z.enum(fileKinds), ...file }),
  z.object({
    kind: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    title: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('contact'), phone: z.string(), name: z.string() }),
]);
export type Content = z.infer<typeof contentSchema>;
export type FileContent = Extract<Content, { kind: 'photo' | 'file' }>;

/** What a file is called to people: few words for many kinds. */
export function calledOf(file: FileContent): FileCalled {
  return file.kind === 'photo' ? 'photo' : called[file.what];
}

export type FileCalled = 'photo' | 'voice' | 'video' | 'document' | 'audio' | 'sticker';

const called = {
  voice: 'voice',
  video: 'video',
  videoNote: 'video',
  animation: 'video',
  audio: 'audio',
  document: 'document',
  sticker: 'sticker',
} as const satisfies Record<FileKind, FileCalled>;

/** The words of a content: its text or caption; '' where it has none. */
export function wordsOf(content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text.text;
    case 'photo':
    case 'file':
      return content.caption.text;
    case 'location':
    case 'contact':
      return '';
  }
}

/** The album that a content is a part of; null for anything by itself. */
export function albumOf(content: Content): string | null {
  return content.kind === 'photo' || content.kind === 'file' ? (content.album ?? null) : null;
}
