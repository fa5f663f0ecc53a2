import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { languageSchema } from '#shared/domain/language.ts';
import { outboundSchema, priorities } from '#shared/domain/outbound.ts';
import { phraseSchema } from '#shared/domain/phrase.ts';
import { richTextSchema } from '#shared/domain/rich-text.ts';
import { dueAt } from './due.ts';
import { keep } from './keep.ts';
import { messageItem } from './message.ts';
import { outboxKey, outboxPk } from './outbox-key.ts';
import { expiry, type Table, waitingIndex } from './table.ts';

/**
 * How a row ended. `superseded`: a later edit of the same message made it pointless; `merged`: another row carries its
 * messages (`reason` names it).
 */
export const outcomes = ['sent', 'superseded', 'merged', 'failed', 'undeliverable'] as const;
export type Outcome = (typeof outcomes)[number];

const piece = z.object({
  /** The row it came as. */
  row: z.string(),
  /** The message that it carries on, by its id where it was written. */
  of: z.string(),
  /** Number of the carrying row's message that it is in. */
  message: z.number(),
  /** Its words where several share one message; null where it is a message by itself. */
  text: richTextSchema.nullable(),
});
/** What one row contributes to the row that carries it along. */
export type Piece = z.infer<typeof piece>;

const rowSchema = z.object({
  sk: z.string(),
  language: languageSchema,
  /** All that one step says to one chat, in order: one row, so that a step costs one write a destination. */
  messages: z.array(outboundSchema),
  /** The tap this message answers, so that the button stops spinning. */
  tapId: z.string().nullable().default(null),
  /** The message it answers, so that it is marked as read. */
  messageId: z.string().nullable().default(null),
  /** What made it: a person who wrote, or a timer. */
  cause: z.enum(['person', 'timer']),
  priority: z.enum(['danger', 'person', 'answer', 'mirror']).default('answer'),
  /** Until when the messenger lets us write freely after what the person said last; null: it always does. */
  openUntil: z.number().nullable().default(null),
  /** The car that a prepared notice about this row names; '' when none is known. */
  car: z.string().default(''),
  /** The failure because of which this row says again what another one did not bring; null for anything said first. */
  again: z.string().nullable().default(null),
  /** The row itself is not sent before this instant, whatever else goes out. */
  notBefore: z.number().default(0),
  /** What nobody asked for is not sent in the receiver's next quiet hours, however long it had to wait; null: it may always go. */
  rest: z.object({ from: z.number(), until: z.number() }).nullable().default(null),
  /** At the desk: the topic it goes to, a customer's or one by its number; null is General, and everywhere else. */
  topic: z
    .discriminatedUnion('of', [
      z.object({ of: z.literal('customer'), customer: z.string(), title: z.string() }),
      z.object({ of: z.literal('thread'), thread: z.string() }),
    ])
    .nullable()
    .default(null),
  /** What the answer to the tap says; null: it only stops the button's spinning. */
  toast: phraseSchema.nullable().default(null),
  /**
   * The message that this row carries on: key of its address (the desk's own for the group) and the messenger's id. The
   * row's messages are then known by their ids too (`counterpart.ts`). `tells`: key of the address that is told how far the
   * row got; null where nobody asked.
   */
  source: z
    .object({ at: z.string(), messageId: z.string(), tells: z.string().nullable() })
    .nullable()
    .default(null),
  /** Rows of the same album that wait together go out together. */
  album: z.string().nullable().default(null),
  /** Where rows went out as one: whose words are where in it. Empty for a row by itself. */
  pieces: z.array(piece).default([]),
  born: z.number(),
  attempts: z.number(),
  /** Messages already on the phone, where one row renders to several. */
  parts: z.array(z.string().nullable()),
  /** Sends of the message that is going out now whose answer was lost: each may show it once more. */
  ambiguous: z.number().default(0),
  /** Messages of this row that were given up because their answer was lost each time. */
  lost: z.number().default(0),
  /**
   * The message that is going out, noted before the call where the messenger tells later what became of it: until then,
   * or until a status comes, nobody sends it once more.
   */
  parked: z.object({ part: z.number(), until: z.number() }).nullable().default(null),
  /** It is about to go out, or did: whoever takes it back meanwhile has to take back something that is there. */
  going: z.boolean().default(false),
  /** Messages that were sent once more because neither an answer nor a status came. */
  repeated: z.array(z.number()).default([]),
  /** End of the window that was shut when this row was put aside until the person writes; null: not put aside. */
  heldFor: z.number().nullable().default(null),
  outcome: z.enum(outcomes).nullable(),
  /** Why a message of it did not arrive, once somebody decided about that; null: nothing of the kind is known. */
  undelivered: z.string().nullable().default(null),
});

/** What the messenger told of one message of a row: its rung on the ladder of `domain/inbound.ts`, 0 when it failed. */
export type Fate = { readonly rung: number; readonly messageId: string | null };
export type OutboxRow = z.infer<typeof rowSchema> & {
  /** By the number of the message within the row. */
  readonly fates: Readonly<Record<string, Fate>>;
};

/** Rows nobody sent within this many milliseconds are found by the minute tick. */
export const strandedAfterMs = 60_000;

export type NewRow = Pick<
  OutboxRow,
  | 'sk'
  | 'language'
  | 'messages'
  | 'tapId'
  | 'messageId'
  | 'cause'
  | 'priority'
  | 'openUntil'
  | 'car'
  | 'again'
  | 'notBefore'
> &
  Partial<Pick<OutboxRow, 'topic' | 'toast' | 'source' | 'album' | 'rest'>> & {
    readonly destination: string;
  };

/** Where a row stands among those that wait: by priority and birth, what is held behind all others. */
export function waitingAt({ sk, priority, heldFor }: Pick<OutboxRow, 'sk' | 'priority' | 'heldFor'>): string {
  return `${heldFor === null ? '' : 'held'}${priorities[priority]}#${sk}`;
}

export function outboxItem({ destination, ...row }: NewRow, now: number) {
  const pk = outboxPk(destination);
  return {
    pk,
    ...row,
    // Every write of a row costs by its size, so what is as usual is left out; reading puts it back.
    messages: row.messages.map(messageItem),
    tapId: row.tapId ?? undefined,
    messageId: row.messageId ?? undefined,
    openUntil: row.openUntil ?? undefined,
    car: row.car || undefined,
    again: row.again ?? undefined,
    notBefore: row.notBefore || undefined,
    rest: row.rest ?? undefined,
    topic: row.topic ?? undefined,
    toast: row.toast ?? undefined,
    source: row.source ?? undefined,
    album: row.album ?? undefined,
    born: now,
    attempts: 0,
    parts: [],
    outcome: null,
    waiting: waitingAt({ ...row, heldFor: null }),
    ...dueAt(pk, Math.max(now, row.notBefore) + strandedAfterMs),
    expiresAt: expiry(now, keep.outbox),
  };
}

export function outboxFrom(item: unknown): OutboxRow {
  return { ...rowSchema.parse(item), fates: fatesIn(attributes.parse(item)) };
}

/** Any object; made once, as making a schema costs more than reading a row. */
const attributes = z.looseObject({});

/** Statuses climb by attributes of their own (`rung0`, `message0`), so that no two writers meet in one. */
function fatesIn(item: Readonly<Record<string, unknown>>): OutboxRow['fates'] {
  const fates: Record<string, Fate> = {};
  for (const name of Object.keys(item)) {
    const [, what, part = ''] = /^(rung|failed)(\d{1,3})$/.exec(name) ?? [];
    if (what === undefined) continue;
    const { [`rung${part}`]: rung, [`message${part}`]: messageId } = item;
    fates[part] = {
      rung: typeof rung === 'number' ? rung : 0,
      messageId: typeof messageId === 'string' ? messageId : null,
    };
  }
  return fates;
}

/** The destination's waiting rows, by priority and then by birth; consistent, and never more than are waiting. */
export async function readWaiting(
  table: Table,
  destination: string,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: waitingIndex,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': outboxPk(destination) },
      Limit: limit,
    }),
  );
  return Items.map(outboxFrom);
}

/** One row as it is now; null when it is gone. */
export async function readRow(table: Table, destination: string, row: string): Promise<OutboxRow | null> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: outboxKey(destination, row), ConsistentRead: true }),
  );
  return Item ? outboxFrom(Item) : null;
}
