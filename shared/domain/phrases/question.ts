import * as z from 'zod';
import { topicSchema } from '../understood.ts';

const none = z.object({});
const ids = z.array(z.string());
const topics = z.array(topicSchema);
const instant = z.number();
const span = z.object({ from: instant, to: instant });

/** What a list of usual work tells of each, beside its name. */
export const tellings = ['price', 'length', 'both', 'none'] as const;

/** Routine questions, answered from the station's data. Keys begin with `question`. Instants are epoch milliseconds. */
export const questionPhrases = {
  /** The station's own words on a topic. */
  questionAnswer: z.object({ topic: topicSchema }),
  questionEntrance: none,
  /** `open`: until `at`; else from `at` on, null where nobody knows when. `pause`: the end of the workshop's break, while it lasts. */
  questionHoursNow: z.object({ open: z.boolean(), at: instant.nullable(), pause: instant.nullable() }),
  /**
   * A date that was asked for. `hours` null: closed, and open again from `again` on. `only`: the services of that day. `far`: so far
   * ahead that a holiday may not be known yet. `bringBy`: until when a car comes for work that needs the whole day.
   */
  questionHoursOn: z.object({
    date: z.string(),
    hours: span.nullable(),
    short: z.boolean(),
    only: ids.nullable(),
    pause: span.nullable(),
    again: instant.nullable(),
    far: z.boolean(),
    bringBy: z.object({ services: ids, at: instant }).nullable(),
  }),
  /** Price from and length of this work, as far as they were asked (`cents`, `minutes`); `does`: whether it is done was asked. */
  questionWork: z.object({
    services: ids,
    does: z.boolean(),
    cents: z.number().nullable(),
    /** Whether somebody may wait for it; null: it was not asked how long it takes. */
    takes: z
      .object({ minutes: z.number(), days: z.number(), stay: z.enum(['wait', 'leave', 'both']) })
      .nullable(),
    booking: z.enum(['online', 'walk-in', 'remote']),
  }),
  /** No work was named: some of it, each with its price from or length, and which it is about. */
  questionWhich: z.object({
    tells: z.enum(tellings),
    items: z.array(z.object({ id: z.string(), cents: z.number().nullable(), minutes: z.number() })),
  }),
  questionBring: z.object({ services: ids }),
  questionStatus: none,
  /** Only a person knows. */
  questionPerson: z.object({ topics, advisor: z.string(), by: instant }),
  /** After "This does not help". */
  questionUnhelped: z.object({ advisor: z.string(), by: instant }),

  // Read by the station's people
  /** In the customer's topic: what was asked, and why a person is to answer. */
  questionDesk: z.object({
    ref: z.string(),
    name: z.string(),
    car: z.string(),
    topics,
    services: ids,
    why: z.enum(['unhelped', 'noAnswer']),
    by: instant,
  }),
  /** The answer that was given just now was not checked for long. */
  questionStale: z.object({ topics, owner: z.string(), since: z.string() }),
  /** In the owner's figures: who is asked to check which answers, and since when. */
  questionReview: z.object({
    due: z.array(z.object({ owner: z.string(), topics, since: z.string() })).min(1),
  }),

  questionLabelBook: z.object({ services: ids }),
  questionLabelUnhelped: none,
  /** Another question of the same message. */
  questionLabelTopic: z.object({ topic: topicSchema }),
} as const;
