import * as z from 'zod';
import { slots } from './case.ts';
import { contentSchema } from './content.ts';
import { type Notice, noticeSchema } from './notice.ts';
import { type Phrase, phraseSchema } from './phrase.ts';

/**
 * What a button does: the flow that offered it and that flow's own data, checked by the flow's schema when it is tapped.
 * It never travels to the phone; the phone only sends back the row and the index.
 */
export const actionSchema = z.object({ flow: z.string(), data: z.unknown() });
export type Action = z.infer<typeof actionSchema>;

const option = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('act'), label: phraseSchema, action: actionSchema }),
  z.object({ kind: z.literal('link'), label: phraseSchema, url: z.url() }),
]);
export type Option = z.infer<typeof option>;

/** What is said, without a word of any messenger. Rows of options are hints: a channel lays them out as it can. */
export const outboundSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    /** Paragraphs of one message. */
    text: z.array(phraseSchema).min(1),
    options: z.array(z.array(option)).default([]),
    /**
     * The evolving card this message is. `step`: it goes on, and its buttons are taken away when the next card is sent
     * anew; `last`: it stays as it is, buttons included; `kept`: like `last`, and what a tap on it leads to comes below it, while
     * it may be refreshed. `aside`: a card of its own that leaves the evolving one alone. Null: an ordinary message.
     */
    card: z.enum(['step', 'last', 'kept', 'aside']).nullable().default(null),
    /**
     * Replace `target` in place (after a tap on it), or send it anew below what the person wrote. `refresh`: the evolving card
     * changes where it stands; where it cannot be changed any more, nothing is sent.
     */
    place: z.enum(['edit', 'new', 'refresh']).default('new'),
    /** The messenger's id of the message that is replaced; null when sent anew. */
    target: z.string().nullable().default(null),
    /** A one-tap request for the person's own phone number, with a way to skip it. */
    askContact: z.object({ share: phraseSchema, skip: phraseSchema }).nullable().default(null),
    /** A one-tap request for where the person is; null: none. */
    askLocation: phraseSchema.nullable().default(null),
    /** What says it in short where only prepared notices may be sent; null: the message is only announced. */
    notice: noticeSchema.nullable().default(null),
    /** Where few buttons fit, the first three are enough: the others stand on the next card, or have words that do the same. */
    brief: z.boolean().default(false),
    /** Which part of the options is shown where a messenger's lists are short; 0 is the first. */
    page: z.number().int().min(0).default(0),
    /** At the desk: the named message of the topic that this is; it is edited in place and sent anew where it is gone. */
    slot: z.enum(slots).nullable().default(null),
    /**
     * What it tells of, where that changes (a visit): the latest message of that name is the one that `place: 'refresh'` with
     * the same name changes. Null: it tells of nothing that lasts, and `refresh` means the evolving card.
     */
    live: z.string().nullable().default(null),
    /** What it tells of is under way: where messages can be pinned, the latest message of that name stands at the top of the chat. */
    pinned: z.boolean().default(false),
    /** The message that it answers, by the messenger's id. */
    replyTo: z.string().nullable().default(null),
    /** An answer to it is for us: what it asked is remembered by its id. */
    asks: z.boolean().default(false),
  }),
  /** What a person wrote or sent, passed on as it is. */
  z.object({
    kind: z.literal('relay'),
    content: contentSchema,
    /** Whose words they are, as the reader sees it; null where the thread says so already. */
    sign: phraseSchema.nullable().default(null),
    /** The message that it answers, by the reader's messenger's id. */
    replyTo: z.string().nullable().default(null),
    /** The message that is replaced: an edit; where nothing can be replaced, a correction that says so. */
    target: z.string().nullable().default(null),
  }),
  /** A mark on a message that is there: how far an answer got, or somebody's own reaction. Null takes it away. */
  z.object({
    kind: z.literal('react'),
    target: z.string(),
    mark: z
      .union([z.enum(['sent', 'delivered', 'read', 'failed', 'note']), z.object({ emoji: z.string() })])
      .nullable(),
  }),
  /** Takes messages back; where nothing can be taken back, a correction that says so. `text`: the words taken back. */
  z.object({ kind: z.literal('retract'), targets: z.array(z.string()).min(1), text: z.string() }),
  z.object({
    kind: z.literal('calendar'),
    /** The calendar file's name without ending, and what it holds; times are instants. */
    ref: z.string(),
    start: z.number(),
    end: z.number(),
    title: phraseSchema,
    notes: phraseSchema,
    sequence: z.number(),
    cancelled: z.boolean(),
    /** Token of the link under which `functions/links` gives the file out, where a messenger takes no such files. */
    token: z.string().nullable().default(null),
  }),
  z.object({ kind: z.literal('place') }),
  /** At the desk: the topic that the row goes to is deleted with all that stands in it, since its customer is forgotten. */
  z.object({ kind: z.literal('dropTopic') }),
  /** Nothing to show: only the tap is answered. */
  z.object({ kind: z.literal('silence') }),
]);
export type Outbound = z.infer<typeof outboundSchema>;
export type Say = Extract<Outbound, { kind: 'say' }>;
export type Relay = Extract<Outbound, { kind: 'relay' }>;

/** Lower goes first: danger and delivery failures, person to person, cards and answers, mirrored talk. */
export const priorities = { danger: 0, person: 1, answer: 2, mirror: 3 } as const;
export type Priority = keyof typeof priorities;

/** A message: paragraphs and rows of options, sent as a new message unless `edited` places it. */
export function say(text: Phrase | readonly Phrase[], options: readonly (readonly Option[])[] = []): Say {
  const paragraphs: readonly Phrase[] = 'key' in text ? [text] : text;
  return {
    kind: 'say',
    text: [...paragraphs],
    options: options.map((row) => [...row]),
    card: null,
    place: 'new',
    target: null,
    askContact: null,
    askLocation: null,
    notice: null,
    brief: false,
    page: 0,
    slot: null,
    live: null,
    pinned: false,
    replyTo: null,
    asks: false,
  };
}

/** The same message as a card: a step of the evolving one, its last state, or one beside it. */
export function card(
  step: NonNullable<Say['card']>,
  text: Phrase | readonly Phrase[],
  options: readonly (readonly Option[])[] = [],
): Say {
  return { ...say(text, options), card: step };
}

/** The same message with the prepared notice that stands for it. */
export function withNotice(message: Say, notice: Notice): Say {
  return { ...message, notice };
}

/** The actions of a message's buttons in order; links do not count, since they never come back. */
export function actionsOf(message: Outbound): readonly Action[] {
  if (message.kind !== 'say') return [];
  return message.options.flat().flatMap((one) => (one.kind === 'act' ? [one.action] : []));
}
