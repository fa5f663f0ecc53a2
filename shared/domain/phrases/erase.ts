import * as z from 'zod';

const none = z.object({});
/** Starts of visits, epoch milliseconds. */
const starts = z.array(z.number());

/** Being forgotten. Keys begin with `erase`. */
export const erasePhrases = {
  /** The one question. `visits` are cancelled with it; `linked`: other chats of the same person go, too. */
  eraseAsk: z.object({ visits: starts, linked: z.boolean() }),
  /** Not while the car is at the station; `readyBy`: when it is promised. */
  eraseInHouse: z.object({ car: z.string(), readyBy: z.number() }),
  /** Not while work that was agreed to is not finished. */
  eraseAgreed: z.object({ ref: z.string(), car: z.string() }),
  eraseBegun: none,
  eraseKept: none,
  /** The last message, once all is gone. */
  eraseDone: none,
  /** To all advisors, naming nobody. */
  eraseDesk: z.object({ visits: starts }),

  eraseLabelYes: none,
  eraseLabelNo: none,
} as const;
