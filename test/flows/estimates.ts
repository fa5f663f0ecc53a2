import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Agreement } from '#shared/domain/order/agreement.ts';
import { agreementSchema } from '#shared/domain/order/agreement.ts';
import type { EstimateLine } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { orderSchema } from '#shared/domain/order/order.ts';
import type { Proposal } from '#shared/domain/order/propose.ts';
import { draftOf, newOrder, propose, record, start, withOrder } from '#shared/domain/order/steps.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { estimateCard } from '#shared/flows/estimate/card.ts';
import { isProposed } from '#shared/flows/estimate/lines.ts';
import { recordedCard } from '#shared/flows/estimate/recorded.ts';
import { estimateTimers } from '#shared/flows/estimate/timers.ts';
import { customerItem } from '#shared/store/customer.ts';
import { orderItem } from '#shared/store/order.ts';
import { outboxItem } from '#shared/store/outbox.ts';
import { timerItem } from '#shared/store/timer.ts';
import { brakes, done } from '#test/domain/order/given.ts';
import { demo } from '#test/domain/slots/bookings.ts';
import type { Chat } from './chat.ts';

/** Estimates as advisors sent them, laid into the table of a street; and what is kept of the answers. */

const day = 24 * 60 * 60_000;
const ref = 'K7M2QP';

type Sent = {
  readonly lines?: readonly EstimateLine[];
  readonly more?: Partial<Proposal>;
  /** Whose car it is; without it that of whoever is asked. */
  readonly owner?: Chat;
};

/** The next edition is sent to `chat`, who sees its card. */
export async function sends(
  chat: Chat,
  { lines = brakes, more = {}, owner = chat }: Sent = {},
): Promise<void> {
  const { street } = chat;
  const { now } = street;
  if ((await owner.customer()).version === 0) await owner.says('hello');
  if ((await chat.customer()).version === 0) await chat.says('hello');
  const proposal = { by: 'maria', at: now, note: '', ready: now + day / 8, answerBy: now + day / 24 };
  const drafted = done(
    draftOf(await before(owner), { ...proposal, validUntil: now + 12 * day, lines: [...lines], ...more }),
  );
  const who = owner === chat ? null : (await chat.customer()).id;
  const asked = done(propose(drafted, { edition: drafted.editions, at: now, who, allowance: null }));
  await stores(owner, asked);
  if (!isProposed(asked)) throw new Error('Nothing was sent');
  for (const change of estimateTimers(asked, { chat: chat.key, station: demo, now }))
    if (change.kind === 'timer' && change.dueAt !== null)
      await put(chat, timerItem(chat.key, change.key, change.dueAt, change.data));
  await shows(chat, estimateCard(asked, chat.name));
}

let shown = 0;

/** A message that the desk sends to a chat. */
export async function shows(chat: Chat, message: Outbound): Promise<void> {
  const { street } = chat;
  shown += 1;
  const sk = `p${String(shown).padStart(4, '0')}`;
  const told = {
    language: 'en',
    messages: [message],
    tapId: null,
    messageId: null,
    cause: 'person',
  } as const;
  const how = { priority: 'person', openUntil: null, car: '', again: null, notBefore: 0 } as const;
  street.rows();
  await put(
    chat,
    outboxItem({ ...told, ...how, messages: [message], sk, destination: chat.key }, street.now),
  );
  chat.hears(street.rows());
}

/** What an advisor noted of a call, and what the owner is asked about it. */
export async function notes(chat: Chat, choices: Order['choices']): Promise<Order> {
  const order = await before(chat);
  const edition = order.estimate?.edition ?? 0;
  const noted = done(
    record(order, { edition, at: chat.street.now, how: 'phone', choices, who: null, signAbove: null }),
  );
  await stores(chat, noted);
  const card = recordedCard(noted, 'maria');
  if (card) await shows(chat, card);
  return noted;
}

export async function begins(chat: Chat): Promise<void> {
  await stores(chat, done(start(await before(chat), { allowance: null })));
}

/** The order as the next step reads it. */
async function before(owner: Chat): Promise<Order> {
  const { id } = await owner.customer();
  const known = orderOf(owner);
  const about = { ref, of: id, car: 'Octavia …4821', vehicle: 'a', visit: null };
  return known ?? newOrder({ ...about, currency: 'EUR', vatPercent: 24, allowance: null });
}

async function stores(owner: Chat, order: Order): Promise<void> {
  const customer = await owner.customer();
  await put(owner, orderItem({ ...order, version: order.version + 1 }));
  await put(owner, customerItem({ ...withOrder(customer, order), version: customer.version + 1 }));
}

export function orderOf({ street }: Chat): Order | null {
  const item = street.items('P#').find(({ sk }) => sk === `order#${ref}`);
  return item ? orderSchema.parse(item) : null;
}

/** The ledger, oldest first. */
export function agreementsOf({ street }: Chat): readonly Agreement[] {
  return street
    .items('P#')
    .filter(({ sk }) => String(sk).startsWith('agreed#'))
    .map((item) => agreementSchema.parse(item))
    .sort((a, b) => a.at - b.at || a.number - b.number);
}

export async function put({ street: { table } }: Chat, Item: Record<string, unknown>): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}
