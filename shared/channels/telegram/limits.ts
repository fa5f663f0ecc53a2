import type { Limits } from '../channel.ts';

/** https://core.telegram.org/bots/api, Bot API 10.3 (August 2026); lengths in UTF-16 units, as Telegram counts. */
export const limits = {
  textLength: 4_096,
  captionLength: 1_024,
  buttonDataBytes: 64,
  /** The most that Lambda hands over in one request; Telegram's updates are a few KB. */
  bodyBytes: 6 * 1024 * 1024,
  windowMs: null,
  receipts: false,
  calendar: 'file',
  /** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
  groupPerMinute: 20,
  /** A message may be deleted for 48 hours; edits have no such end. https://core.telegram.org/bots/api#deletemessage */
  editableMs: 48 * 60 * 60_000,
} as const satisfies Limits;

/** An inline keyboard takes 100 buttons, 8 in a row (what the server accepts; the reference names no figure). */
export const keyboardLimits = { buttons: 100, rowButtons: 8 } as const;

/** https://core.telegram.org/bots/api#sendmediagroup */
export const albumItems = 10;

/** https://core.telegram.org/bots/api#createforumtopic */
export const topicNameLength = 128;

/** https://core.telegram.org/bots/api#answercallbackquery, UTF-16 units. */
export const toastLength = 200;

/** https://core.telegram.org/bots/api#deletemessages */
export const deletedAtOnce = 100;

/** Milliseconds for one call. Telegram answers a send within a second; the sender's function ends at 10 s. */
export const callTimeoutMs = 6_000;
