import * as z from 'zod';
import { purposeSchema } from '../consent.ts';

const none = z.object({});
/** Hours without automatic messages, minutes past midnight. `own`: the person's; otherwise the station's. */
const quiet = z.object({ from: z.number(), to: z.number(), own: z.boolean() });
const span = quiet.omit({ own: true });
/** A car as its owner named it, or its short form. */
const car = z.object({ car: z.string() });
const isOn = z.object({ on: z.boolean() });

/** What somebody set about themselves: purposes, quiet hours, cars; and who wants us to stop. Keys begin with `own`. */
export const ownPhrases = {
  /** The settings. `payer`: who says yes to costs in the customer's place; null: they do. */
  ownCard: z.object({
    visit: z.boolean(),
    service: z.boolean(),
    offers: z.boolean(),
    quiet,
    cars: z.array(z.string()),
    payer: z.string().nullable(),
  }),
  ownAskQuiet: quiet,
  /** What was written is no span, or leaves less than so many hours in which we may write. */
  ownQuietOdd: z.object({ hours: z.number() }),
  ownCars: z.object({ count: z.number() }),
  ownNoCars: none,
  ownCar: car,
  ownAskCarName: car,
  ownCarNamed: car,
  /** The same car is there already. */
  ownAskRemove: car,
  ownCarRemoved: car,
  ownCarStays: z.object({ car: z.string(), start: z.number() }),
  ownCarGone: none,
  /** A "stop" was taken back: what is on again. */
  ownResumed: z.object({ on: z.array(purposeSchema).min(1) }),
  /** It was taken back before, or answered anew since. */
  ownNothingToUndo: none,

  /** Somebody wants work on the car to stop: the advisors know at once. `advisor` answers by then. */
  ownStopWork: z.object({ advisor: z.string(), by: z.number(), open: z.boolean(), phone: z.string() }),
  /** "Please stop": the messages, or the work? */
  ownStopWhich: none,
  /** In the topic; `work`: it is going on, by the work order. */
  ownStopLine: z.object({ car: z.string(), text: z.string(), phone: z.string(), work: z.boolean() }),
  /** To all advisors, the managers by name. */
  ownStopAlert: z.object({
    who: z.string(),
    text: z.string(),
    phone: z.string(),
    managers: z.array(z.string()),
  }),

  ownLabelSettings: none,
  ownLabelVisit: isOn,
  ownLabelService: isOn,
  ownLabelOffers: isOn,
  ownLabelQuiet: none,
  ownLabelCars: none,
  ownLabelExport: none,
  ownLabelErase: none,
  ownLabelSpan: span,
  ownLabelAsStation: none,
  ownLabelRename: none,
  ownLabelRemove: none,
  ownLabelKeep: none,
  ownLabelStopMessages: none,
  ownLabelStopWork: none,
  /** At the desk: the work order is set to "stands still". */
  ownLabelDeskStop: none,
} as const;
