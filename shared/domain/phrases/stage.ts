import * as z from 'zod';
import { stageSchema } from '../visit/stage.ts';

const none = z.object({});
const stage = stageSchema;
const at = z.number();
const car = z.string();
/** Id of an advisor. */
const by = z.string();
/** In km, and in eighths of a tank. */
const condition = { mileage: z.number().nullable(), fuel: z.int().min(0).max(8).nullable(), photos: z.int() };

/** A visit on its way: what happened, what is next, when, and what is needed. Keys begin with `stage`. */
export const stagePhrases = {
  // To the owner
  /**
   * Where the visit is, since when, what comes next, by when, and what is needed. `readyBy`, `newsBy`: promises that are still
   * before us. `cents`: what was agreed.
   */
  stageNews: z.object({
    stage,
    car,
    at,
    start: at,
    readyBy: at.nullable(),
    newsBy: at.nullable(),
    ...condition,
    cents: z.number().nullable(),
    /** An estimate of this car waits for an answer. */
    asked: z.boolean(),
    /** They chose to wait at the station. */
    waits: z.boolean().default(false),
  }),
  /** Below a visit that is only booked: they come later than that, by then. */
  stageLate: z.object({ by: at }),
  stageLabelPhotos: z.object({ count: z.int() }),
  stageLabelOrder: none,
  stageLabelCollect: none,
  /** They said that they are on the way to a car that is ready. `opens`: the station is shut, until then. */
  stageCollect: z.object({ opens: at.nullable().default(null) }),

  // At the desk
  /** A line of the pinned card, for a visit that is more than booked. */
  stageCard: z.object({ stage, at, newsBy: at.nullable() }),
  /** The same of one that comes later than booked. */
  stageCardLate: z.object({ by: at }),
  /** What it is now, and the question what it is next. */
  stageAsk: z.object({ stage, car, at, readyBy: at, newsBy: at.nullable() }),
  stageCollects: z.object({ car }),
  stageWhich: none,
  stageNoVisit: z.object({ name: z.string() }),
  /** A word after the command that names no stage. */
  stageHow: none,
  /** What an advisor can write about a car that is here. */
  stageHelp: none,
  /** `told`: the owner, now or later; nobody: `silent` by rule, `asks` since they want to hear only then, `reach`: no messenger, `call`: they got as many messages as one day may bring. */
  stageSet: z.object({ stage, car, by, told: z.enum(['now', 'later', 'silent', 'asks', 'reach', 'call']) }),
  /** The car was taken in after its time was given free, and no bay is free now. */
  stageNoBay: z.object({ car, readyBy: at }),
  stageUndone: z.object({ stage, car, by }),
  stageUndoGone: none,
  /** Why it does not go from there to there. */
  stageRefused: z.object({ from: stage, to: stage, why: z.enum(['already', 'over', 'order']) }),
  /** The car as it came; what is missing can be written as an answer. */
  stageIntake: z.object({ car, ...condition }),
  stageIntakeOdd: none,
  stageIntakeMany: z.object({ most: z.int() }),
  stageIntakeGone: none,
  stageLabelStatus: none,
  stageLabelTo: z.object({ stage }),
  stageLabelUndo: none,
  stageLabelFuel: z.object({ fuel: z.int().min(0).max(8) }),
  stageLabelTell: none,
} as const;
