import * as z from 'zod';
import { dangerSchema } from './danger.ts';
import { languageSchema } from './language.ts';

/**
 * What the advisors' desk knows of one customer's talk: who speaks, who has it, who waits. One per customer, whichever of
 * their messengers they use. Written by converse only; where its topic is in the group is `Topic`, written by deliver.
 */
export const caseSchema = z.object({
  /** Grows by one with every write; the condition of the next. 0 = not stored yet. */
  version: z.number(),
  customer: z.string(),
  /** Who answers the customer now: the bot; the bot until a person is there; a person, and the bot is silent. */
  baton: z.enum(['bot', 'waiting', 'person']),
  /** Station id of the advisor who has it. */
  owner: z.string().nullable(),
  /** In which language the desk speaks to its owner, where they chose one. */
  tongue: languageSchema.nullable().default(null),
  /** Since when somebody waits for a person's answer, epoch milliseconds; only an answer or "no answer needed" clears it. */
  waitingSince: z.number().nullable(),
  /** By when the customer was told that they get an answer; null while nobody waits. */
  answerBy: z.number().nullable(),
  /** How many of the alerts (3, 5, 15 working minutes) were given since `waitingSince`. */
  alerts: z.number(),
  /** When a person last wrote to the customer, and which advisor. */
  answered: z.object({ by: z.string(), at: z.number() }).nullable(),
  /** Key of the address from which the customer wrote last: answers go there. */
  home: z.string(),
  /** The last message of the customer at that messenger. */
  lastMessageId: z.string().nullable(),
  /** The customer wants to be called, when it suits them (their words or a window), since when. */
  callback: z.object({ when: z.string(), at: z.number() }).nullable(),
  /** An advisor shut this customer out: nothing of theirs is answered or relayed any more. */
  blocked: z.object({ by: z.string(), reason: z.string(), at: z.number() }).nullable(),
  /** The last message to the customer that did not arrive: why (a key of the texts) and when; null once one arrived. */
  undelivered: z.object({ why: z.string(), at: z.number() }).nullable(),
  /** Station date of the night for which the out-of-hours text was said. */
  nightTold: z.string().nullable(),
  /** The car must not be driven on, by what the customer told; until somebody answered them. */
  danger: z.object({ kind: dangerSchema, at: z.number() }).nullable().default(null),
  /** What the card shows, as a fingerprint: it is sent again only when that changed. */
  card: z.string(),
});
export type Case = z.infer<typeof caseSchema>;

/** A customer the desk knows nothing of yet. `home`: key of the address they write from. */
export function newCase(customer: string, home: string): Case {
  return {
    version: 0,
    customer,
    baton: 'bot',
    owner: null,
    tongue: null,
    waitingSince: null,
    answerBy: null,
    alerts: 0,
    answered: null,
    home,
    lastMessageId: null,
    callback: null,
    blocked: null,
    undelivered: null,
    nightTold: null,
    danger: null,
    card: '',
  };
}

/** What a decision may change of a case; `version` and `customer` are not its business. */
export type CaseChange = Partial<Omit<Case, 'version' | 'customer'>>;

/** Named messages of a topic that are edited in place: the pinned card, and the line that mirrors the bot's talk. */
export const slots = ['card', 'talk'] as const;
export type Slot = (typeof slots)[number];

/** A customer's topic in the advisors' group. Written by deliver only, under the lease of the group. */
export const topicSchema = z.object({
  /** The group it is in; a topic of a group that moved is no topic any more. */
  chat: z.string(),
  thread: z.string(),
  /** As it is called now. */
  title: z.string(),
  /** The messages that are edited in place, by their ids there. */
  slots: z.partialRecord(z.enum(slots), z.string()),
  /** The message that stands last in the topic, where it is ours: a talk line is edited only while nothing follows it. */
  last: z.string().nullable(),
  /** How often the topic had to be built anew. */
  rebuilt: z.number(),
});
export type Topic = z.infer<typeof topicSchema>;

/** Which customer a topic of the group is of, and where they were when it was made. */
export const topicOwnerSchema = z.object({ customer: z.string(), home: z.string() });
export type TopicOwner = z.infer<typeof topicOwnerSchema>;

/** A customer who waits for a person, as `/open` lists them: in order of `since`. */
export const waiterSchema = z.object({
  customer: z.string(),
  name: z.string(),
  car: z.string(),
  since: z.number(),
  by: z.number().nullable(),
  owner: z.string().nullable(),
});
export type Waiter = z.infer<typeof waiterSchema>;
