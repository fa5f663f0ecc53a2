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

/** Milliseconds for one call. Meta answers a send within a second or two; the sender's function ends at 10 s. */
export const callTimeoutMs = 6_000;
