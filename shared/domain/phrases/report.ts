import * as z from 'zod';
import { dangerSchema } from '../danger.ts';
import { colours, drives, moments, places, reportKindSchema } from '../report.ts';
import { mediaWhat } from './media.ts';

const none = z.object({});

/** Pictures that help with a kind of defect, wide before close. */
export const shots = [
  'dash',
  'mileage',
  'spot',
  'under',
  'cap',
  'sidewall',
  'tread',
  'damage',
  'back',
  'angle',
  'close',
  'plate',
  'sound',
  'part',
  'label',
  'seat',
  'any',
] as const;
export type Shot = (typeof shots)[number];

/** How many of each came. */
const came = { photos: z.number(), videos: z.number(), voices: z.number(), documents: z.number() };

/** All that is known of a defect; null where nobody said it. `car`: its short form, or ''. */
const defect = z.object({
  ref: z.string(),
  car: z.string(),
  kind: reportKindSchema.nullable(),
  colour: z.enum(colours).nullable(),
  drive: z.enum(drives).nullable(),
  moment: z.enum(moments).nullable(),
  place: z.enum(places).nullable(),
  ...came,
});

/** A defect, from the first photo to the recap, and danger. Keys begin with `report`. */
export const reportPhrases = {
  // What the owner is asked, one thing a message
  /** Above a question: what has come so far. */
  reportGot: z.object(came),
  /** Above the first question where nothing came yet: what may be sent, at any time. */
  reportHow: none,
  reportAskKind: none,
  reportAskCar: none,
  reportAskColour: none,
  reportAskDrive: none,
  reportAskMoment: none,
  reportAskPlace: none,
  reportAskShot: z.object({ shot: z.enum(shots) }),

  // What the owner is told
  /** `remote`: the answer is an estimate by the photos. */
  reportRecap: defect.extend({ advisor: z.string(), by: z.number(), remote: z.boolean() }),
  /** Cancelled: nothing more is asked. */
  reportDropped: none,
  /** A file could not be had. `why`: what would help. */
  reportUnread: z.object({ what: mediaWhat, why: z.enum(['tooLarge', 'unknownType', 'again']) }),
  /** The car must not be driven on. `open`: people are at the station now. */
  reportDanger: z.object({
    kind: dangerSchema,
    phone: z.string(),
    advisor: z.string(),
    by: z.number(),
    open: z.boolean(),
  }),
  /** Where somebody in danger stands is known now. */
  reportPlaceSeen: z.object({ phone: z.string() }),

  // What the advisors read
  /** One line that a technician can act on. */
  reportLine: defect.extend({ danger: dangerSchema.nullable(), words: z.string(), by: z.number() }),
  reportDangerLine: z.object({
    ref: z.string(),
    car: z.string(),
    kind: dangerSchema,
    text: z.string(),
    phone: z.string(),
  }),
  /** To all advisors; `who` is the title of the topic. */
  reportDangerAlert: z.object({
    who: z.string(),
    kind: dangerSchema,
    text: z.string(),
    phone: z.string(),
    managers: z.array(z.string()),
  }),
  reportPlaceLine: none,
  /** Of the pinned card. */
  reportCard: z.object({ ref: z.string(), kind: reportKindSchema.nullable(), at: z.number() }),
  reportCardDanger: z.object({ kind: dangerSchema, at: z.number() }),

  // Labels of buttons: at most 20 UTF-16 units
  reportLabelKind: z.object({ kind: reportKindSchema }),
  reportLabelColour: z.object({ colour: z.enum(colours) }),
  reportLabelDrive: z.object({ drive: z.enum(drives) }),
  reportLabelMoment: z.object({ moment: z.enum(moments) }),
  reportLabelPlace: z.object({ place: z.enum(places) }),
  reportLabelEnough: none,
  reportLabelLocation: none,
} as const;
