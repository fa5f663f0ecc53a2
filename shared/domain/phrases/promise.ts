import * as z from 'zod';
import { callReasonSchema, callReasons } from '../call-reason.ts';
import { staySchema } from '../customer.ts';
import { delayReasonSchema, promiseSchema } from '../visit/life.ts';

const none = z.object({});
const at = z.number();
const car = z.string();
/** Number of the visit. */
const ref = z.string();
/** Whom to call, where the bot does not write by itself; '' where no number is known. */
const phone = z.string();
/** Why the owner has to be called; null: they heard it, or hear it in time. */
const call = callReasonSchema.nullable();
/** What the owner hears of it: told now, told when their quiet hours end, or why they are to be called. */
const told = z.enum(['now', 'later', ...callReasons]);
const reason = delayReasonSchema;

/** Promises, and what is said when one cannot be kept; what is still before a visit. Keys begin with `promise`. */
export const promisePhrases = {
  // To the owner
  /** The agreed time has passed and the car is not there. */
  promiseExpected: z.object({ car, start: at }),
  /**
   * The car is ready later or earlier than promised. `words`: the advisor's own, or ''. `newsBy`: they hear of it before that.
   * `waits`: they sit at the station meanwhile.
   */
  promiseMoved: z.object({
    car,
    reason,
    words: z.string(),
    from: at,
    to: at,
    newsBy: at.nullable(),
    waits: z.boolean().default(false),
  }),
  /** First news come later than promised. */
  promiseNewsMoved: z.object({ car, reason, words: z.string(), to: at }),
  promiseFine: z.object({ car, to: at }),
  /** The car is ready and nobody has come for it. */
  promiseCollect: z.object({ car, since: at }),
  promiseLabelFine: none,
  /** The time is kept, and an advisor confirms it: requested, not booked. */
  promiseRequested: z.object({ car, start: at, advisor: z.string(), by: at }),

  // To the advisors
  /** `call` null: the owner was asked just now where they are. */
  promiseDeskExpected: z.object({ ref, car, start: at, call, phone }),
  /** The bay is free. */
  promiseDeskReleased: z.object({ ref, car, start: at, call, phone }),
  /** A promise comes to its end; the bot tells the owner, or cannot: then it asks for a call. */
  promiseDeskWarn: z.object({ ref, car, of: promiseSchema, by: at, call, phone }),
  /** News are due and the bot may not write by itself. */
  promiseDeskNewsCall: z.object({ ref, car, by: at, call: callReasonSchema, phone }),
  /** The car is ready, and the owner could not be told. */
  promiseDeskUntold: z.object({ ref, car, since: at, call: callReasonSchema, phone }),
  /** `by`: the advisor; null: the bot, since nobody did. */
  promiseDeskMoved: z.object({
    ref,
    car,
    of: promiseSchema,
    by: z.string().nullable(),
    from: at,
    to: at,
    reason,
    words: z.string(),
    told,
    phone,
  }),
  /** The day ends with the car unfinished. */
  promiseDeskClose: z.object({ ref, car, by: at, closes: at }),
  /** Somebody who did not come twice asks for a visit; its time is kept `until`, the answer promised `by`. */
  promiseDeskRequested: z.object({
    name: z.string(),
    car,
    services: z.array(z.string()),
    start: at,
    stay: staySchema,
    by: at,
    until: at,
  }),
  promiseLabelConfirm: none,
  promiseDeskStands: z.object({ ref, car, by: at, advisor: z.string() }),
  /** It is ready and waits; `told`: the owner was just reminded. */
  promiseDeskWaits: z.object({ ref, car, since: at, phone }),
  promiseDeskWhen: z.object({ ref, car, by: at }),
  promiseDeskWhy: z.object({ ref, car, of: promiseSchema, to: at }),
  promiseDeskWhich: none,
  promiseDeskNone: z.object({ name: z.string() }),
  /** What was written is no time; it is past; the desk is closed then, and opens at `at`. */
  promiseDeskOdd: z.object({ what: z.string(), example: z.string() }),
  promiseDeskPast: z.object({ to: at }),
  promiseDeskClosed: z.object({ to: at, opens: at }),
  /** A button of an older promise. */
  promiseDeskOld: none,
  promiseLabelReason: z.object({ reason }),
  promiseLabelStands: none,
  promiseLabelOther: none,
} as const;
