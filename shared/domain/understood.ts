import * as z from 'zod';

/** A day that somebody names, as they say it; which date it is depends on the day on which they say it. */
export const spokenDaySchema = z.discriminatedUnion('of', [
  /** Today is 0, tomorrow 1. */
  z.object({ of: z.literal('ahead'), days: z.int() }),
  /** Monday is 1, Sunday 7; `weeks`: 0 the next one to come, 1 that of next week. */
  z.object({ of: z.literal('weekday'), day: z.int(), weeks: z.int() }),
  /** Day of the month; where no month is named, the next such day to come. */
  z.object({ of: z.literal('date'), day: z.int(), month: z.int().nullable() }),
  /** Any day of this week (0), of the next (1). */
  z.object({ of: z.literal('week'), weeks: z.int() }),
  /** Saturday and Sunday to come (0), those of the next week (1). */
  z.object({ of: z.literal('weekend'), weeks: z.int() }),
]);
export type SpokenDay = z.infer<typeof spokenDaySchema>;

/** When on a day, in minutes past midnight of station time; null is open. `at`: they named that very time, or about it. */
export const spokenTimeSchema = z.object({
  from: z.int().nullable(),
  to: z.int().nullable(),
  at: z.int().nullable(),
});
export type SpokenTime = z.infer<typeof spokenTimeSchema>;

/**
 * What somebody's words say of a visit that they want, in any language: only what was said, nothing guessed. It decides nothing:
 * it leads to the same two times as the buttons do, and what it leaves open is asked.
 */
export const spokenWishSchema = z.object({
  /** A visit is asked for, moved or cancelled; null: only some of what a visit is made of was named, as in an answer. */
  intent: z.enum(['book', 'move', 'cancel']).nullable(),
  /** Ids of the station's services, in the order of the words. */
  services: z.array(z.string()),
  /** "And brake pads too": they come to what was chosen before. */
  adds: z.boolean(),
  /** Work was asked for that is none of the services, or that nobody can tell apart by these words ("repair"). */
  otherWork: z.boolean(),
  /** "As last time", "the usual". */
  sameAsLast: z.boolean(),
  /** A car as they call it (make, model, part of the plate), folded; `other`: "my other car". */
  car: z
    .discriminatedUnion('of', [
      z.object({ of: z.literal('said'), said: z.string() }),
      z.object({ of: z.literal('other') }),
    ])
    .nullable(),
  days: z.array(spokenDaySchema),
  notDays: z.array(spokenDaySchema),
  time: spokenTimeSchema.nullable(),
  /** "Earliest", "as soon as possible". */
  earliest: z.boolean(),
  /** "Later", "another time", "more times": not those that are shown. */
  otherTimes: z.boolean(),
  stay: z.enum(['wait', 'leave']).nullable(),
  /**
   * Of several things that are shown: the first is 1, the last -1. A bare figure is both this and, where it can be one, a time of
   * day: what was shown decides.
   */
  ordinal: z.int().nullable(),
});
export type SpokenWish = z.infer<typeof spokenWishSchema>;

/** A wish of which nothing was said. */
export const noWish: SpokenWish = {
  intent: null,
  services: [],
  adds: false,
  otherWork: false,
  sameAsLast: false,
  car: null,
  days: [],
  notDays: [],
  time: null,
  earliest: false,
  otherTimes: false,
  stay: null,
  ordinal: null,
};

/** What a station is asked every day. The answers stand in the station's data or follow from it. */
export const topics = [
  'address',
  'entrance',
  'hours',
  'price',
  'duration',
  'bring',
  'payment',
  'parking',
  'warranty',
  'ownParts',
  'towing',
  'courtesyCar',
  'services',
  'status',
] as const;
export const topicSchema = z.enum(topics);
export type Topic = z.infer<typeof topicSchema>;

/** What somebody wrote about that was not understood: a topic, a visit (its work too), or nothing that can be told. */
export const missTopicSchema = z.enum([...topics, 'visit', 'other']);
export type MissTopic = z.infer<typeof missTopicSchema>;

/** What a booking asks while somebody writes: their words are an answer to it first of all. Null: it asks nothing. */
export type Asked = 'work' | 'car' | 'time' | 'stay' | null;

/**
 * What was understood of a message. What is asked (`asks`, in the order of the words) may be about the services and days of the
 * wish. Null instead of it: nothing, or not surely enough.
 */
export const understoodSchema = z.object({
  wish: spokenWishSchema.nullable(),
  asks: z.array(topicSchema),
});
export type Understood = z.infer<typeof understoodSchema>;
