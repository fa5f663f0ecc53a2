import * as z from 'zod';

const none = z.object({});
/** Which visit it is about; `car` may be ''. */
const visit = z.object({ car: z.string(), start: z.number() });
/** When the work would be done; null: not that way. */
const ways = { readyIfLeft: z.number().nullable(), readyIfWaiting: z.number().nullable() };
/** For what somebody waits: one day (`date`), or any until `until` (station dates). */
const wish = z.object({
  services: z.array(z.string()),
  car: z.string(),
  date: z.string().nullable(),
  until: z.string(),
});

/** Coming, coming late, not coming; and the waiting list. Keys begin with `coming` or `waitlist`. */
export const comingPhrases = {
  // Late
  comingAskLate: visit,
  /** The bay is held until then. */
  comingHeld: visit.extend({ by: z.number() }),
  /** The work was placed anew; `moved`: the promise went with it. `was`: by when it had been; rows of before do not know. */
  comingFits: visit.extend({
    by: z.number(),
    readyBy: z.number(),
    moved: z.boolean(),
    was: z.number().nullable().default(null),
  }),
  /** It does not fit as agreed. `next`: when the bay is needed; `readyBy`: if they leave the car; null: not that day. */
  comingNeeded: visit.extend({ next: z.number().nullable(), readyBy: z.number().nullable() }),
  comingOnWay: visit.extend({ by: z.number() }),
  comingHere: visit,
  /** Not as agreed, and no other day was named. */
  comingCant: visit,

  // What the desk reads of it
  comingDesk: visit.extend({
    what: z.enum(['yes', 'late', 'placed', 'needed', 'onWay', 'here', 'cant', 'hereAfter', 'onWayAfter']),
    /** When they come; where they do not say, the agreed time. */
    by: z.number(),
    readyBy: z.number(),
  }),

  // The waiting list
  /** `minutes`: so long a freed time is kept. */
  waitlistJoined: wish.extend({ minutes: z.number() }),
  waitlistMost: z.object({ count: z.number() }),
  waitlistOffer: z.object({
    services: z.array(z.string()),
    car: z.string(),
    start: z.number(),
    /** When the visit is now that would be moved; null: it is a new one. */
    from: z.number().nullable(),
    until: z.number(),
    ...ways,
  }),
  waitlistPassed: none,
  waitlistOver: none,
  waitlistEntry: wish.extend({ number: z.number() }),
  waitlistNone: none,
  waitlistLeft: wish,
  /** On the advisors' card: how many times they wait for. */
  waitlistCard: z.object({ count: z.number() }),

  // Labels of buttons
  comingLabelLate: none,
  /** `open`: so much or more. */
  comingLabelMinutes: z.object({ minutes: z.number(), open: z.boolean() }),
  comingLabelLeave: z.object({ readyBy: z.number() }),
  comingLabelOnWay: none,
  comingLabelHere: none,
  waitlistLabelJoin: none,
  waitlistLabelMine: none,
  waitlistLabelBook: none,
  waitlistLabelNotNow: none,
  /** `number`: which of several; 0: the only one. */
  waitlistLabelLeave: z.object({ number: z.number() }),
} as const;
