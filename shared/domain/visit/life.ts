import * as z from 'zod';
import { type Stage, stageSchema } from './stage.ts';

/** Why something takes longer, as advisors say it by one tap; `longer`: nobody said why. */
export const delayReasons = ['parts', 'found', 'answer', 'queue', 'test', 'longer'] as const;
export const delayReasonSchema = z.enum(delayReasons);
export type DelayReason = z.infer<typeof delayReasonSchema>;

/** What is promised: the first news of a car that came, or when it can be collected. */
export const promiseSchema = z.enum(['news', 'ready']);
export type PromiseOf = z.infer<typeof promiseSchema>;

/** The car as it came: mileage in km, fuel in eighths of a tank, photos of its condition as keys of the station's files. */
export const intakeSchema = z.object({
  at: z.number(),
  by: z.string(),
  mileage: z.number().nullable(),
  fuel: z.int().min(0).max(8).nullable(),
  photos: z.array(z.string()).max(12),
});

/** A promise that was given a new time. `by`: the advisor; null: the bot, since nobody did. `told`: when the owner was. */
export const movedPromiseSchema = z.object({
  of: promiseSchema,
  from: z.number(),
  to: z.number(),
  reason: delayReasonSchema,
  /** The advisor's own words, where they wrote some; shown to the owner as they are. */
  words: z.string(),
  at: z.number(),
  by: z.string().nullable(),
  told: z.number().nullable(),
});
export type MovedPromise = z.infer<typeof movedPromiseSchema>;

/** What the owner said about coming: they will; they are late and come then. */
export const comingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('yes'), at: z.number() }),
  /** `here`: they stand at the desk already, and have until then to be seen. */
  z.object({
    kind: z.literal('late'),
    at: z.number(),
    until: z.number(),
    here: z.literal(true).exactOptional(),
  }),
]);

/**
 * How a visit goes: where it is, what was promised, what was told. A part of the visit in the customer's own row: where the car is
 * needs one read. Instants are epoch milliseconds. The promise "ready by" itself is `Visit.readyBy`.
 */
export const lifeSchema = z.object({
  stage: stageSchema,
  /** Since when; 0 while it is only booked. */
  since: z.number(),
  /** By when the owner hears of it next; null: nothing is owed. */
  newsBy: z.number().nullable(),
  /** Oldest first, the latest ten. */
  moved: z.array(movedPromiseSchema).default([]),
  intake: intakeSchema.nullable(),
  /** What the owner was told last without asking, and when. */
  told: z.object({ stage: stageSchema, at: z.number() }).nullable(),
  coming: comingSchema.nullable(),
  /** Names of what the visit's clock has done already, so that each is done once. */
  done: z.array(z.string()).default([]),
  /** Each stage with its moment and who set it (an advisor; null: the bot or the owner), oldest first, the latest 24. */
  log: z.array(z.object({ stage: stageSchema, at: z.number(), by: z.string().nullable() })).default([]),
  /** What was agreed for the work that is done, in cents; the customer's row carries only orders that are not over. */
  cents: z.number().exactOptional(),
});
export type Life = z.infer<typeof lifeSchema>;

/** Most entries that a life keeps of each kind. */
const most = { moved: 10, log: 24 } as const;

/** A visit that was just booked. */
export const freshLife: Life = {
  stage: 'booked',
  since: 0,
  newsBy: null,
  moved: [],
  intake: null,
  told: null,
  coming: null,
  done: [],
  log: [],
};

/** The life with the next stage. Whether that stage may follow is asked before (`followersOf`). */
export function withStage(life: Life, stage: Stage, at: number, by: string | null): Life {
  return { ...life, stage, since: at, log: [...life.log, { stage, at, by }].slice(-most.log) };
}

/** The life with a promise that was given a new time. */
export function withMoved(life: Life, moved: MovedPromise): Life {
  return { ...life, moved: [...life.moved, moved].slice(-most.moved) };
}

export function isDone(life: Life, what: string): boolean {
  return life.done.includes(what);
}

export function withDone(life: Life, what: string): Life {
  return isDone(life, what) ? life : { ...life, done: [...life.done, what] };
}
