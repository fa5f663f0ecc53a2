import type { Limits } from '../channel.ts';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages, v26.0; lengths in UTF-16 units, the stricter way. */
export const limits = {
  textLength: 4_096,
  captionLength: 1_024,
  buttonDataBytes: 256,
  /** Meta posts up to 3 MB. https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks */
  bodyBytes: 4 * 1024 * 1024,
  /** The clock is Meta's and starts at the person's own message: five minutes of the day are kept back. */
  windowMs: (24 * 60 - 5) * 60_000,
  receipts: true,
  calendar: 'link',
  groupPerMinute: null,
  editableMs: null,
} as const satisfies Limits;

/**
 * Of interactive messages. A list's body may be longer by Meta's page and not by others: the shorter figure holds for both.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages,
 * https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages
 */
export const interactive = {
  bodyLength: 1_024,
  buttons: 3,
  buttonTitle: 20,
  listButton: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowIdBytes: 200,
} as const;

const MB = 1024 * 1024;
const office = [
  'application/vnd.ms-excel',
  'application/msword',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];

/**
 * Files that can be sent as each kind: the most bytes, types, and whether words may stand under them. A sticker that moves
 * may have 500 KB, but nobody sends us one that does.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types
 */
export const media = {
  image: { bytes: 5 * MB, types: ['image/jpeg', 'image/png'], captions: true },
  video: { bytes: 16 * MB, types: ['video/mp4', 'video/3gpp'], captions: true },
  audio: {
    bytes: 16 * MB,
    types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    captions: false,
  },
  document: { bytes: 100 * MB, types: ['text/plain', 'application/pdf', ...office], captions: true },
  sticker: { bytes: 100 * 1024, types: ['image/webp'], captions: false },
} as const satisfies Readonly<Record<string, { bytes: number; types: readonly string[]; captions: boolean }>>;
export type MediaKind = keyof typeof media;

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/document-messages */
export const filenameLength = 240;

/** Milliseconds for bringing a file there, before the call that shows it. */
export const uploadTimeoutMs = 6_000;

/** Milliseconds for one call. Meta answers a send within a second or two; the sender's function ends at 10 s. */
export const callTimeoutMs = 6_000;
