import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '#shared/domain/address.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import type { Language } from '#shared/domain/language.ts';
import { conversationFrom, conversationKey, newConversation } from './conversation.ts';
import { customerFrom, customerKey } from './customer.ts';
import { dayFrom, dayKey } from './day.ts';
import { type OutboxRow, outboxFrom, outboxKey } from './outbox.ts';
import type { Key, Table } from './table.ts';
import { type Timer, timerKey, timerSchema } from './timer.ts';

/** What one inbound needs before anything is decided: the first of the two reads of a step. */
export type Loaded = {
  readonly conversation: Conversation;
  readonly customer: Customer;
  /** The row whose button was tapped or that did not arrive; null when it is gone or the inbound names none. */
  readonly offer: OutboxRow | null;
  /** The timer that fell due, unless it was moved or cancelled since. */
  readonly timer: Timer | null;
};

/** First read, strongly consistent: the address's conversation and customer, and the row or timer the inbound names. */
export async function loadConversation(table: Table, inbound: Inbound, fallback: Language): Promise<Loaded> {
  const { address, event } = inbound;
  const id = addressKey(address);
  const conversation = conversationKey(address);
  const customer = customerKey(id);
  const row = rowOf(event);
  const offer = row === null ? null : outboxKey(id, row);
  const timer = event.kind === 'timer' ? timerKey(address, event.key) : null;
  const found = await batchGet(
    table,
    [conversation, customer, offer, timer].filter((key) => key !== null),
    true,
  );
  const conversationItem = found(conversation);
  const known = conversationItem ? conversationFrom(conversationItem) : newConversation(id, fallback);
  const customerItem =
    known.customer === id ? found(customer) : await getOne(table, customerKey(known.customer));
  const timerItem = timer ? found(timer) : undefined;
  const offerItem = offer ? found(offer) : undefined;
  return {
    conversation: known,
    customer: customerItem
      ? customerFrom(customerItem)
      : newCustomer(known.customer, inbound.from?.name ?? ''),
    offer: offerItem ? outboxFrom(offerItem) : null,
    timer: timerItem ? timerSchema.parse(timerItem) : null,
  };
}

/** The row of the outbox that an event is about. */
function rowOf(event: InboundEvent): string | null {
  if (event.kind === 'tap') return event.offer?.row ?? null;
  return event.kind === 'more' || event.kind === 'undelivered' ? event.row : null;
}

/** Second read: one batch of everything the decision named, or none. */
export async function loadFacts(table: Table, needs: readonly Need[]): Promise<Facts> {
  const dates = [...new Set(needs.flatMap((need) => need.dates))];
  if (dates.length === 0) return { days: new Map() };
  const found = await batchGet(table, dates.map(dayKey), false);
  const days = new Map<string, Day>(dates.map((date) => [date, dayFrom(date, found(dayKey(date)))]));
  return { days };
}

/** BatchGetItem with what DynamoDB left over asked again. At most 100 keys: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
async function batchGet(
  table: Table,
  keys: readonly Key[],
  consistent: boolean,
): Promise<(key: Key) => unknown> {
  const items = new Map<string, unknown>();
  let asked: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let round = 0; asked.length > 0; round += 1) {
    if (round === 5)
      throw new Error('DynamoDB left keys unread five times: it is throttled; the message is tried again');
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: asked, ConsistentRead: consistent } } }),
    );
    for (const item of Responses?.[table.name] ?? []) items.set(`${item.pk}|${item.sk}`, item);
    asked = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return (key) => items.get(`${key.pk}|${key.sk}`);
}

async function getOne(table: Table, key: Key): Promise<unknown> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item;
}
