import * as z from 'zod';
import { erasedSchema } from './erased.ts';
import { languageSchema } from './language.ts';
import { quotedPhrase } from './phrases/case.ts';

/** What people send beside photos, in few words for many kinds. */
export const arrivals = ['voice', 'video', 'document', 'other'] as const;
export type Arrival = (typeof arrivals)[number];

/** What the bot remembers of one address between two messages. Small on purpose: it is read and written at every step. */
export const conversationSchema = z.object({
  /** Grows by one with every step; the condition of the next. 0 = not stored yet. */
  version: z.number(),
  customer: z.string(),
  language: languageSchema,
  /** True once the person chose the language by hand; words never change it then. */
  languageChosen: z.boolean(),
  /** The flow in progress with its own state (parsed by that flow), kept for as long as it takes the person to return. */
  flow: z.object({ name: z.string(), state: z.unknown() }).nullable(),
  /** Photos, other files or words that are being collected until it is quiet. */
  burst: z
    .object({
      version: z.number(),
      photos: z.array(z.string()),
      /** What else came: videos, voice notes, documents. */
      others: z.array(z.object({ what: z.enum(arrivals), id: z.string() })).default([]),
      words: z.string(),
    })
    .nullable(),
  /** How often in a row the bot did not understand; the second time calls a person. */
  misses: z.number(),
  /** The words that were not understood last, while such misses are counted: whoever is called reads them too. */
  missed: z.string().exactOptional(),
  /** Minute and count for the flood guard. */
  flood: z.object({ minute: z.number(), count: z.number() }),
  greeted: z.boolean(),
  /** The messenger's own time of the person's last words; some messengers let us write freely only for a while after it. */
  heardAt: z.number().default(0),
  /** When a person was called last; words that follow soon belong to that request. */
  calledAt: z.number().default(0),
  /** By when the person was told that they get an answer; what only adds to that call does not put it off. */
  answerBy: z.number().default(0),
  /** When the person was told last that what they added was passed on: it is not said with every word. */
  passedOnAt: z.number().default(0),
  /** When they tapped a button or gave a command last: what they began by it, they may finish by words. */
  tappedAt: z.number().default(0),
  /** What they tapped in a row in one flow, as the advisors see it; null: they wrote last. */
  talk: z
    .object({ flow: z.string().nullable(), trail: z.array(quotedPhrase) })
    .nullable()
    .default(null),
  /** The button tapped last, if its card changed in place since: tapped again, it was tapped on a screen that is no more. */
  usedUp: z.object({ row: z.string(), option: z.number(), at: z.number() }).nullable().default(null),
  /** The number that the messenger vouched for here last, with "+", and when that was taken note of. */
  vouched: z.object({ phone: z.string(), at: z.number() }).nullable().default(null),
  /** Whether the person is to be asked if they are the one whom another messenger knows by that number, or was asked. */
  linkOffer: z.enum(['due', 'made', 'declined']).nullable().default(null),
  /** Codes that nobody made, tried here since a moment. */
  wrongCodes: z.object({ since: z.number(), count: z.number() }).default({ since: 0, count: 0 }),
  /** When the person was told last to stop driving: what they write then is about it. */
  dangerAt: z.number().default(0),
  /** When they asked last to stop the work: what they write then is about it. */
  stopWorkAt: z.number().default(0),
  /** When they were told last that a file could not be opened: not said with every one. */
  unreadAt: z.number().default(0),
  /** Which visit they were asked about cancelling last, and when they had been heard last by then: a plain yes answers that. */
  cancelAsked: z.object({ visit: z.string(), heardAt: z.number() }).exactOptional(),
  /** Whose card they were shown last, and when they had been heard last by then: "cancel" right below it means that visit. */
  visitShown: z.object({ visit: z.string(), heardAt: z.number() }).exactOptional(),
  /** The work whose price or length they asked last, and when: who then says a day means it. None once a visit is booked. */
  workAsked: z.object({ services: z.array(z.string()), at: z.number() }).exactOptional(),
  /** Since when it is this person's: buttons that were shown before are another one's. */
  since: z.number().default(0),
  /** Somebody who was here had everything erased: what comes from before that is let go unread (`erased.ts`). */
  erased: erasedSchema.exactOptional(),
  /** Key of the address where it was until the person's address changed: older buttons are rows of that one. */
  movedFrom: z.string().nullable().default(null),
});
export type Conversation = z.infer<typeof conversationSchema>;

/**
 * What lies at an address whose conversation is at another one. `left`: when the person gave the address up; whoever
 * writes from it later is somebody else (numbers are given out again). Null: it is another name of the same person.
 */
export const pointerSchema = z.object({
  version: z.number(),
  movedTo: z.string(),
  left: z.number().nullable(),
});
export type Pointer = z.infer<typeof pointerSchema>;

/** Whatever lies at an address. */
export const residentSchema = z.union([pointerSchema, conversationSchema]);
