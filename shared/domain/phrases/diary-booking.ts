import * as z from 'zod';

const none = z.object({});
const services = z.array(z.string());
const aim = z.enum(['offer', 'book', 'move']);
const what = z.enum(['booked', 'moved', 'cancelled']);

/** Rules of online booking that an advisor may set aside, by what they ask for. */
export const bookingRules = [
  'notice',
  'horizon',
  'online',
  'limits',
  'closed',
  'weekday',
  'hours',
  'room',
  'together',
  'way',
] as const;
const rule = z.enum(bookingRules);
export type BookingRule = z.infer<typeof rule>;

/** Why an advisor set a rule aside; chosen by a button. */
export const overrideReasons = ['agreed', 'urgent', 'regular', 'here', 'other'] as const;
const reason = z.enum(overrideReasons);
export type OverrideReason = z.infer<typeof reason>;

/** Names and cars may be '' where they are not known; instants are epoch milliseconds. */
const subject = z.object({ name: z.string(), car: z.string(), services });

/** What an advisor books, moves, cancels and offers for a customer. */
export const diaryBookingPhrases = {
  diaryAskWork: z.object({ name: z.string(), chosen: services }),
  diaryAskCar: z.object({ name: z.string() }),
  /** `from`: the time that is moved. `odd`: some of the times break a rule of online booking and are marked. */
  diaryTimes: subject.extend({ aim, from: z.number().nullable(), odd: z.boolean() }),
  diaryAskDay: z.object({ name: z.string() }),
  diaryNoTimes: z.object({ services }),
  /** The last question before it is booked: where, by whom, ready when the car is left or somebody waits. */
  diaryConfirm: subject.extend({
    aim,
    phone: z.string(),
    start: z.number(),
    bay: z.string(),
    technician: z.string(),
    left: z.number().nullable(),
    waits: z.number().nullable(),
  }),
  diaryOdd: z.object({ rule }),
  diaryAskReason: z.object({ rule }),
  /** This time is not free at all. `squeezed`: it can be written in all the same. */
  diaryTight: z.object({ start: z.number(), rule, squeezed: z.boolean() }),
  diaryPastTime: z.object({ start: z.number() }),
  /** `told`: the customer got a message, is to be called, or is there or cannot be told. */
  diaryDone: subject.extend({
    what,
    by: z.string(),
    start: z.number(),
    ref: z.string(),
    told: z.enum(['message', 'call', 'nobody']),
  }),
  diaryOverride: z.object({ by: z.string(), rule, reason }),
  diaryAskCancel: subject.extend({ start: z.number(), tells: z.boolean() }),
  diaryOffered: subject.extend({ by: z.string(), starts: z.array(z.number()) }),
  diaryWhichVisit: z.object({ name: z.string() }),
  diaryNoVisits: z.object({ name: z.string() }),
  diaryVisitGone: none,
  diarySlotGone: none,

  // What is wrong with a command
  diaryNoWork: z.object({ word: z.string(), example: z.string() }),
  diaryWhichWork: z.object({ word: z.string() }),
  diaryOddWords: z.object({ word: z.string(), example: z.string() }),
  diaryNoName: z.object({ example: z.string() }),
  diaryInTopic: none,
  diaryNoMessenger: z.object({ name: z.string(), phone: z.string() }),

  // What the customer reads
  diaryByAdvisor: z.object({ advisor: z.string(), what }),
  diaryOffer: z.object({ advisor: z.string(), car: z.string(), services }),
  diaryOfferMove: z.object({ advisor: z.string(), car: z.string(), start: z.number() }),

  diaryLabelTime: z.object({ start: z.number(), odd: z.boolean() }),
  diaryLabelVisit: z.object({ start: z.number(), name: z.string() }),
  diaryLabelSend: none,
  diaryLabelLeaves: none,
  diaryLabelWaits: none,
  diaryLabelReason: z.object({ reason }),
  diaryLabelAnyway: none,
  diaryLabelNoCar: none,
  diaryLabelMove: none,
  diaryLabelCancel: none,
  diaryLabelKeep: none,
  diaryLabelOtherTimes: none,
  diaryLabelAgain: none,
} as const;
export type DiaryBookingKey = keyof typeof diaryBookingPhrases;
