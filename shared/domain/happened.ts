import * as z from 'zod';
import { alarmNameSchema } from './alarm.ts';
import { languageSchema } from './language.ts';
import { missTopicSchema, topicSchema } from './understood.ts';
import { delayReasonSchema } from './visit/life.ts';
import { stageSchema } from './visit/stage.ts';

/**
 * What happened, for the owner's figures: rows of a station day with nothing in them that tells who it was. They stay when a
 * person is erased. Minutes are working minutes, instants epoch milliseconds, money integer cents.
 */
export const happenedSchema = z.discriminatedUnion('what', [
  /** A customer wrote for the first time on that day; `person`: whether that day a person answered, is told by `answered`. */
  z.object({ what: z.literal('wrote'), channel: z.string() }),
  /** A customer began to wait for a person on that day, or wrote while they waited still: once a day. */
  z.object({ what: z.literal('called') }),
  /** A person's answer to somebody who waited, so long after they began to. `first`: the first one of that day. */
  z.object({ what: z.literal('answered'), minutes: z.number(), first: z.boolean() }),
  /** Somebody waits for a person still after the last call for one was made. */
  z.object({ what: z.literal('unanswered') }),
  /** A promise was not kept: a time by which an answer was to come has passed, or the bot moved "ready by" as no advisor did. */
  z.object({ what: z.literal('broken'), of: z.enum(['answer', 'ready']) }),
  /** The bot did not understand for the second time, and called a person. `topic`: what it was about, as far as single words tell. */
  z.object({ what: z.literal('missed'), language: languageSchema, topic: missTopicSchema.default('other') }),
  /** Questions of one message that were understood; `by`: the station's data answered them, or a person was called to. */
  z.object({ what: z.literal('asked'), topics: z.array(topicSchema), by: z.enum(['bot', 'person']) }),
  /** The answer to such a question was no help, and a person was called. */
  z.object({ what: z.literal('unhelped'), topic: topicSchema }),
  /** `words`: the customer wrote what they want, in their own words, and did not tap all of it together. */
  z.object({
    what: z.literal('booked'),
    channel: z.string(),
    by: z.enum(['customer', 'desk']),
    words: z.boolean().exactOptional(),
  }),
  /** A visit is over. `promised`: ready by, as it was booked; `moved`: the moved promises of it and whether they were told before. */
  z.object({
    what: z.literal('over'),
    visit: z.string(),
    stage: stageSchema,
    start: z.number(),
    services: z.array(z.string()),
    promised: z.number(),
    ready: z.number().nullable(),
    moved: z.array(z.object({ reason: delayReasonSchema, toldBefore: z.boolean() })),
    cents: z.number().nullable(),
  }),
  z.object({ what: z.literal('rated'), mark: z.enum(['good', 'soso', 'bad']), reasons: z.array(z.string()) }),
  /** An advisor's reply was held for its tone; `sent`: it went out all the same. */
  z.object({ what: z.literal('held'), sent: z.boolean() }),
  /** A language model was asked what words mean; `understood`: it knew. `micros`: what it takes, in millionths of a US dollar. */
  z.object({ what: z.literal('interpreted'), understood: z.boolean(), micros: z.number() }),
  /** Something that the station's owner is woken for began. */
  z.object({ what: z.literal('alarm'), name: alarmNameSchema }),
  /**
   * Messages of one row of the outbox that went out to a customer; `notices`: those of them that were prepared ones. `micros`: what
   * the messenger takes for them, in millionths of a US dollar. `times`: for how many such rows this one stands.
   */
  z.object({
    what: z.literal('sent'),
    channel: z.string(),
    messages: z.number(),
    notices: z.number(),
    micros: z.number(),
    times: z.number(),
  }),
]);
export type Happened = z.infer<typeof happenedSchema>;
