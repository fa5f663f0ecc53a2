import * as z from 'zod';

const none = z.object({});
const services = z.array(z.string());

/** Why times are not what words asked for, and what is not booked in the chat. Instants are epoch milliseconds. */
export const wishPhrases = {
  wishAfterClosing: z.object({
    date: z.string(),
    close: z.number(),
    last: z.number().nullable(),
    services,
  }),
  wishOpens: z.object({ open: z.number() }),
  wishComesBy: z.object({ by: z.number() }),
  wishClosed: z.object({ date: z.string() }),
  wishOnly: z.object({ date: z.string(), only: services }),
  wishTooFar: z.object({ last: z.string() }),
  wishTooSoon: z.object({ date: z.string() }),
  wishPartFull: z.object({ date: z.string() }),
  wishDaysFull: none,
  wishNotAt: z.object({ at: z.number() }),
  /** The work is not done while somebody waits, or while they are away; `thatTime`: not at that time, though the work allows it. */
  wishNoWay: z.object({ stay: z.enum(['wait', 'leave']), thatTime: z.literal(true).exactOptional() }),
  wishCloses: z.object({ close: z.number() }),
  /** What was read of their words so far. `from`, `to` and `at`: minutes past midnight. */
  wishHeard: z.object({
    services,
    dates: z.array(z.string()),
    from: z.number().nullable(),
    to: z.number().nullable(),
    at: z.number().nullable(),
    earliest: z.boolean(),
    stay: z.enum(['wait', 'leave']).nullable(),
  }),
  /** What they named could be several of the times that are shown, or none. */
  wishWhich: none,
  wishWhichCar: none,
  wishWalkIn: z.object({ services, fromCents: z.number().nullable() }),
  wishRemote: z.object({ services }),
} as const;
