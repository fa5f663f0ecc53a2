import { type Address, addressKey, addressOf } from '#shared/domain/address.ts';
import { type Case, newCase } from '#shared/domain/case.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import type { Erased } from '#shared/domain/erased.ts';
import type { Change } from '#shared/domain/facts.ts';
import { isAt, isIdOf, strangerAt } from '#shared/domain/identity.ts';
import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import type { Language } from '#shared/domain/language.ts';
import { caseFrom, caseKey } from './case.ts';
import { blankConversation, newConversation, residentKey } from './conversation.ts';
import { counterpartFrom, counterpartKey } from './counterpart.ts';
import { customerKey, readCustomer } from './customer.ts';
import { gather } from './gather.ts';
import { findHome, type Home } from './home.ts';
import { type OutboxRow, outboxFrom } from './outbox.ts';
import { outboxKey } from './outbox-key.ts';
import { batchGet, type Found, getOne } from './read.ts';
import type { Table } from './table.ts';
import { type Timer, timerKey, timerSchema } from './timer.ts';
import { readTombstone, type Tombstone } from './tombstone.ts';
import { topicFrom, topicKey } from './topic.ts';

export { loadFacts } from './facts.ts';

/** What one inbound needs before anything is decided: the first of the two reads of a step. */
export type Loaded = {
  /** Where the conversation is: the inbound's own address, unless the person's address changed. */
  readonly home: Address;
  readonly conversation: Conversation;
  readonly customer: Customer;
  readonly case: Case;
  /** The row whose button was tapped or that did not arrive; null when it is gone or the inbound names none. */
  readonly offer: OutboxRow | null;
  /** The other side of the message that is answered, edited, taken back or reacted to, or whose file was fetched. */
  readonly counterpart: {
    readonly how: 'passed' | 'sent';
    readonly destination: string;
    readonly row: OutboxRow;
  } | null;
  /** The timer that fell due, unless it was moved or cancelled since. */
  readonly timer: Timer | null;
  /** What is written with this step because the person's address changed, whatever is decided. */
  readonly arrived: readonly Change[];
  /** Somebody who was here had everything erased; null where nobody had. */
  readonly erased: Erased | null;
  /** The versions that were read where conversation and customer are to be written. */
  readonly read: { readonly conversation: number; readonly customer: number };
};

/**
 * First read, strongly consistent: the address's conversation and customer, and the row or timer the inbound names. One
 * more for somebody whose conversation moved, whose chats are linked, or whom the messenger knows under other addresses at
 * the first contact; those addresses are not asked about again.
 */
export async function loadConversation(
  table: Table,
  inbound: Inbound,
  fallback: Language,
  /** The message of the customer's talk that the inbound is about. */
  about: string | null = null,
): Promise<Loaded> {
  const { address, event } = inbound;
  const id = addressKey(address);
  const row = rowOf(event);
  const offer = row === null ? null : outboxKey(id, row);
  const timer = event.kind === 'timer' ? timerKey(address, event.key) : null;
  const other = about === null ? null : counterpartKey(id, about);
  const keys = [residentKey(id), customerKey(id), caseKey(id), offer, timer, other].filter(
    (key) => key !== null,
  );
  const found = await batchGet(table, keys, true);
  const home = await findHome(table, inbound, found, row);
  const asks = home.conversation === null || event.kind === 'identity';
  const known = asks && inbound.from?.known.length ? await gather(table, home, inbound) : null;
  const unknown = known?.conversation === undefined || known.conversation === null;
  const tombstone = unknown && mayBeErased(home) ? await readTombstone(table, home.address) : null;
  const conversation =
    known?.conversation ?? home.conversation ?? begun(home, inbound, { fallback, tombstone });
  const customer = known?.customer ?? (await customerOf(table, home, conversation, inbound));
  const timerItem = timer ? found(timer) : undefined;
  const detour = home.detour
    ? [{ kind: 'moved', from: id, left: home.detour.left, read: home.detour.version } as const]
    : [];
  return {
    home: addressOf(home.address),
    conversation: { ...conversation, customer: customer.id },
    customer,
    case: await caseOf(table, customer, { at: id, home: home.address }, found),
    offer: row === null ? null : await offerOf(table, { row, at: id, event }, found, home, conversation),
    counterpart: about === null ? null : await counterpartOf(table, about, found, home.address, id),
    timer: timerItem ? timerSchema.parse(timerItem) : null,
    arrived: [...(known?.changes ?? []), ...detour],
    erased: tombstone ?? conversation.erased ?? null,
    read: { conversation: home.stored, customer: known?.customer ? known.read : customer.version },
  };
}

/** The desk's side of a customer; with the first batch where the customer's id is the address they wrote from. */
async function caseOf(
  table: Table,
  { id, version }: Customer,
  { at, home }: { readonly at: string; readonly home: string },
  found: Found,
): Promise<Case> {
  const key = caseKey(id);
  const item = found(key) ?? (id === at || version === 0 ? undefined : await getOne(table, key));
  return caseFrom(item) ?? newCase(id, home);
}

/** What was sent before the address changed is on record at the old one. */
async function counterpartOf(
  table: Table,
  messageId: string,
  found: Found,
  home: string,
  at: string,
): Promise<Loaded['counterpart']> {
  const item =
    found(counterpartKey(at, messageId)) ??
    (home === at ? undefined : await getOne(table, counterpartKey(home, messageId)));
  const known = counterpartFrom(item);
  if (known === null) return null;
  const { how, destination } = known;
  const row = await getOne(table, outboxKey(destination, known.row));
  return row === undefined ? null : { how, destination, row: outboxFrom(row) };
}

/** The case of another customer, for a step in which two turn out to be one. */
export async function readCase(table: Table, customer: string): Promise<Case | null> {
  return caseFrom(await getOne(table, caseKey(customer)));
}

/** Where a customer's topic is, and the chat that the group is now; null where there is no topic. */
export async function readTopicPlace(
  table: Table,
  customer: string,
): Promise<{ readonly chat: string; readonly thread: string } | null> {
  const topic = topicFrom(await getOne(table, topicKey(customer)));
  return topic && { chat: topic.chat, thread: topic.thread };
}

/** Nobody wrote from there yet; or somebody else did before, whose buttons are not this person's. */
function begun(
  { address, stored }: Home,
  { at }: Inbound,
  { fallback, tombstone }: { readonly fallback: Language; readonly tombstone: Tombstone | null },
): Conversation {
  if (tombstone) {
    const { version, ...erased } = tombstone;
    return blankConversation(address, { version, language: fallback }, erased);
  }
  const conversation = newConversation(address, fallback);
  return stored === 0 ? conversation : { ...conversation, version: stored, since: at };
}

/** Only at an address where nothing lies. */
function mayBeErased({ conversation, stored }: Home): boolean {
  return conversation === null && stored === 0;
}

/** The row of the outbox that an event is about. */
function rowOf(event: InboundEvent): string | null {
  if (event.kind === 'tap') return event.offer?.row ?? null;
  return event.kind === 'more' || event.kind === 'undelivered' ? event.row : null;
}

/** The customer whom the conversation names, if the address is theirs; otherwise somebody new. */
async function customerOf(
  table: Table,
  { address, found }: Home,
  { customer: id, version }: Conversation,
  { from }: Inbound,
): Promise<Customer> {
  const name = from?.name ?? '';
  const stored =
    id === address && found(customerKey(id)) === undefined
      ? null
      : await readCustomer(table, id, found(customerKey(id)));
  if (stored && isAt(stored, address)) return stored;
  if (stored || !isIdOf(id, address)) return strangerAt(address, name, version);
  return id === address ? newCustomer(id, name) : { ...newCustomer(id, name), addresses: [address] };
}

/**
 * The row, at the address that the inbound names, or where the conversation is or was. A row from before the address was
 * this person's is nobody's any more.
 */
async function offerOf(
  table: Table,
  { row, at, event }: { readonly row: string; readonly at: string; readonly event: InboundEvent },
  found: Found,
  home: Home,
  { movedFrom, since }: Conversation,
): Promise<OutboxRow | null> {
  const here = found(outboxKey(at, row));
  // A status names its row exactly; a button lies on a phone, whatever became of the address since.
  const elsewhere = async () =>
    home.found(outboxKey(home.address, row)) ??
    (movedFrom === null ? undefined : await getOne(table, outboxKey(movedFrom, row)));
  const item = here ?? (event.kind === 'undelivered' ? undefined : await elsewhere());
  const offer = item === undefined ? null : outboxFrom(item);
  return offer && offer.born >= since ? offer : null;
}
