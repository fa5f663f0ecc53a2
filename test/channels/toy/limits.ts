import type { Limits } from '#shared/channels/channel.ts';

/** A messenger that is as narrow as it may be: short texts, three buttons, no edits, no files. */
export const limits = {
  textLength: 300,
  captionLength: 100,
  buttonDataBytes: 100,
  bodyBytes: 100_000,
  windowMs: null,
  receipts: false,
  calendar: 'link',
  groupPerMinute: null,
  editableMs: null,
} as const satisfies Limits;

/** Buttons under one message; where more are offered the last of them brings the rest. */
export const mostButtons = 3;
