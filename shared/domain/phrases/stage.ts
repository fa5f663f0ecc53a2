import * as z from 'zod';
import { stageSchema } from '../visit/stage.ts';

const none = z.object({});
const stage = stageSchema;
const at = z.number();
const car = z.string();

/** A visit on its way: what happened, what is next, when, and what is needed. Keys begin with `stage`. */
export const stagePhrases = {
  // To the owner
  /**
   * Where the visit is, since when, what comes next, by when, and what is needed. `readyBy`, `newsBy`: promises that are still
   * before us. `mileage` in km, `fuel` in eighths of a tank, `cents`: what was agreed.
   */
  stageNews: z.object({
    stage,
    car,
    at,
    start: at,
    readyBy: at.nullable(),
    newsBy: at.nullable(),
    mileage: z.number().nullable(),
    fuel: z.int().min(0).max(8).nullable(),
    photos: z.int(),
    cents: z.number().nullable(),
  }),
  stageLabelOnMyWay: none,
  stageLabelPhotos: z.object({ count: z.int() }),
} as const;
