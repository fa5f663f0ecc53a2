import * as z from 'zod';

/** What is passed on between a customer and an advisor, and what could not be. Keys begin with `relay`. */
export const relayPhrases = {
  /** The new words of a message, where what was sent cannot be changed. */
  relayCorrection: z.object({ text: z.string() }),
  /** An advisor takes a message back, where what was sent stays; `text` is '' for a file without words. */
  relayRetracted: z.object({ text: z.string() }),
} as const;
