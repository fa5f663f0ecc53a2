import * as z from 'zod';
import { diaryBookingPhrases } from './diary-booking.ts';

const none = z.object({});
/** Something a bay or a person does not do on a day; times are instants, names ids of the station's data. */
const takenOut = z.object({
  what: z.enum(['bay', 'technician', 'station']),
  id: z.string(),
  from: z.string(),
  to: z.string(),
  /** Minutes past midnight; null: the whole day. */
  span: z.object({ from: z.number(), to: z.number() }).nullable(),
  reason: z.string(),
});

/** The calendar as the desk keeps it: the day, walk-ins, blocks, bookings made for a customer. Keys begin with `diary`. */
export const calendarPhrases = {
  ...diaryBookingPhrases,

  // The day
  diaryDay: z.object({
    date: z.string(),
    closed: z.boolean(),
    visits: z.number(),
    /** Share of the technicians' time that is taken, per cent. */
    full: z.number(),
  }),
  /** One visit of the day: `held` is a time that somebody is just choosing; `odd`: it lies outside the hours by now. */
  diaryVisit: z.object({
    start: z.number(),
    readyBy: z.number(),
    stay: z.enum(['wait', 'leave']),
    services: z.array(z.string()),
    bay: z.string(),
    technician: z.string(),
    name: z.string(),
    car: z.string(),
    ref: z.string(),
    held: z.boolean(),
    odd: z.boolean(),
  }),
  /** A stretch that is blocked; several bays or people of one block in one line, without any of them the whole station. */
  diaryBlocked: z.object({
    from: z.number(),
    to: z.number(),
    bays: z.array(z.string()),
    people: z.array(z.string()),
  }),
  diaryEmpty: none,
  /** When somebody is there and has no work yet. */
  diaryFree: z.object({
    technician: z.string(),
    spans: z.array(z.object({ from: z.number(), to: z.number() })),
  }),
  /** Only one half of a busy day is shown. */
  diaryHalf: z.object({ half: z.enum(['morning', 'afternoon']) }),
  diaryLabelBefore: z.object({ date: z.string() }),
  diaryLabelAfter: z.object({ date: z.string() }),
  diaryLabelHalf: z.object({ half: z.enum(['morning', 'afternoon']) }),

  // Blocks, absences, closed days
  diaryBlockAsk: takenOut.extend({ affected: z.number() }),
  diaryBlockDone: takenOut.extend({ affected: z.number() }),
  diaryBlockUndone: takenOut,
  diaryBlockGone: none,
  /** The visit that lies where something was blocked. */
  diaryAffected: z.object({
    ref: z.string(),
    start: z.number(),
    services: z.array(z.string()),
    name: z.string(),
    car: z.string(),
    bay: z.string(),
    technician: z.string(),
  }),
  diaryLabelDoIt: none,
  diaryLabelLeaveIt: none,
  diaryLabelUndo: none,
  /** Takes a block out of one day; `id` as in a block, '' for the whole station. */
  diaryLabelUnblock: z.object({ id: z.string() }),
  diaryLabelOfferMove: z.object({ name: z.string() }),
  diaryLeft: none,

  // What is wrong with a command, and how it looks when it is right
  diaryNoBay: z.object({ word: z.string(), bays: z.array(z.string()) }),
  diaryNoPerson: z.object({ word: z.string(), people: z.array(z.string()) }),
  diaryNoDay: z.object({ word: z.string(), example: z.string() }),
  diaryNoTime: z.object({ word: z.string(), example: z.string() }),
  diaryPast: z.object({ date: z.string() }),
  diaryTooLong: z.object({ days: z.number() }),
  diaryClosedAnyway: z.object({ date: z.string() }),
} as const;
