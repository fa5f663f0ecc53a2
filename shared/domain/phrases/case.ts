import * as z from 'zod';

/** A phrase inside another one, as data; it is read when it is said, and left out where this version cannot read it. */
export const quotedPhrase = z.object({ key: z.string(), args: z.unknown().optional() });
export type QuotedPhrase = z.infer<typeof quotedPhrase>;

const none = z.object({});
/** Somebody waits: who as the topic calls them, since when, for how many working minutes, who has it (an advisor's id). */
const waits = z.object({
  who: z.string(),
  since: z.number(),
  minutes: z.number(),
  owner: z.string().nullable(),
});

/** Who has a case, who waits, who may act: the cards, buttons and commands of the desk. Keys begin with `case`. */
export const casePhrases = {
  // What the topic shows of the customer's side
  /** Above words that the customer changed. */
  caseEdited: none,
  /** Above words of somebody who writes from several messengers: which one it was. */
  caseVia: z.object({ channel: z.string() }),
  caseRevoked: none,
  /** Something came that cannot be passed on: the messenger's name of its kind. */
  caseUnsupported: z.object({ what: z.string() }),
  /** What the customer tapped, in order, and what the bot said last. */
  caseTalk: z.object({ trail: z.array(quotedPhrase), last: z.array(quotedPhrase) }),
  /** The two chats of one person were joined: the talk goes on in the other topic. */
  caseJoined: z.object({ other: z.string() }),

  // The pinned card
  caseCard: z.object({
    name: z.string(),
    language: z.string(),
    /** Messengers of the customer, the one they write from first. */
    channels: z.array(z.string()),
    cars: z.array(z.string()),
    phone: z.string(),
  }),
  caseCardVisit: z.object({
    ref: z.string(),
    start: z.number(),
    services: z.array(z.string()),
    car: z.string(),
    stay: z.enum(['wait', 'leave']),
    readyBy: z.number(),
  }),
  /** How many more visits are booked than the card shows; 0: there are none at all. */
  caseCardVisits: z.object({ more: z.number() }),
  caseCardState: z.object({
    baton: z.enum(['bot', 'waiting', 'person']),
    owner: z.string().nullable(),
    since: z.number().nullable(),
    by: z.number().nullable(),
  }),
  caseCardWindow: z.object({ until: z.number(), shut: z.boolean() }),
  caseCardCall: z.object({ when: z.string(), at: z.number() }),
  caseCardUndelivered: z.object({ why: z.string(), at: z.number() }),
  caseCardBlocked: z.object({ by: z.string(), reason: z.string(), at: z.number() }),

  // Unanswered, silence, giving back
  caseAlertOwner: waits,
  caseAlertAll: waits,
  caseAlertManager: waits.extend({ managers: z.array(z.string()) }),
  caseAlertPromise: z.object({ who: z.string(), by: z.number(), owner: z.string().nullable() }),
  caseSilence: z.object({ owner: z.string().nullable(), minutes: z.number() }),
  caseBackMorning: none,
  /** To the customer: the talk is the bot's again. */
  caseBack: z.object({ advisor: z.string().nullable() }),
  /** To the customer: a new day, and nobody said that their question is closed. */
  caseBackNewDay: none,
  /** To the customer: the answer that was promised is not there, and comes by then. */
  caseLate: z.object({ advisor: z.string(), was: z.number(), by: z.number(), phone: z.string() }),
  /** Under a message that did not arrive: the number by which they can be called. */
  caseCallThem: z.object({ phone: z.string() }),

  // "Call me back"
  caseCallAsk: none,
  /** `when`: an hour or part of a day, see `domain/call-time.ts`; `phone`: '' where none is known. */
  caseCallSet: z.object({ when: z.string(), phone: z.string(), advisor: z.string() }),
  caseCallLine: z.object({ when: z.string(), phone: z.string() }),
  caseCallPhone: z.object({ when: z.string() }),

  // Labels of buttons
  caseLabelTake: none,
  caseLabelRelease: none,
  caseLabelHandOver: none,
  caseLabelGiveBack: none,
  caseLabelNoAnswer: none,
  caseLabelOffer: none,
  caseLabelBook: none,
  caseLabelCallDone: none,
  caseLabelMore: none,
  caseLabelBlock: none,
  caseLabelUnblock: none,
  caseLabelOpenTopic: none,
  caseLabelAgain: none,
  caseLabelOtherWay: none,
  caseLabelCallMe: none,
  caseLabelCallWhen: z.object({ when: z.string() }),
} as const;
