import type { Address } from '#shared/domain/address.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Step } from '#shared/store/commit.ts';
import { newConversation } from '#shared/store/conversation.ts';
import type { NewRow } from '#shared/store/outbox.ts';

/** Steps as converse makes them, small. */

export const noon = Date.parse('2026-11-21T12:00:00Z');

export function addressOfChat(chat: string): Address {
  return { channel: 'telegram', bot: '4242', chat, thread: '' };
}

export function keyOfChat(chat: string): string {
  return `telegram/4242/${chat}/`;
}

export function inboundOf(chat: string, id: string): Inbound {
  return {
    id,
    address: addressOfChat(chat),
    at: noon,
    from: { id: chat, name: 'Nikos', language: 'en', phone: null, known: [] },
    messageId: '1',
    event: { kind: 'text', text: 'hello' },
  };
}

export function rowTo(chat: string, sk: string, priority: NewRow['priority'] = 'answer'): NewRow {
  return {
    sk,
    destination: keyOfChat(chat),
    language: 'en',
    messages: [say(phrase('menu'))],
    tapId: null,
    messageId: null,
    cause: 'person',
    priority,
    openUntil: null,
    car: '',
    again: null,
    notBefore: 0,
  };
}

/** A step of a chat: its first unless `version` says otherwise. */
export function stepOf(
  chat: string,
  id: string,
  more: {
    readonly version?: number;
    readonly changes?: readonly Change[];
    readonly rows?: readonly NewRow[];
  } = {},
): Step {
  const key = keyOfChat(chat);
  const { version = 0, changes = [], rows = [] } = more;
  const customer = changes.flatMap((change) =>
    change.kind === 'customer' && change.customer.id === key ? [change.customer] : [],
  )[0];
  return {
    inbound: inboundOf(chat, id),
    home: addressOfChat(chat),
    read: { conversation: version, customer: customer?.version ?? 0 },
    conversation: { ...newConversation(key, 'en'), version },
    customer: key,
    changes,
    rows,
    aftermath: { wake: [key], quiet: null, jobs: [] },
    now: noon,
  };
}

export function customerChange(chat: string, version: number, name: string): Change {
  return { kind: 'customer', customer: { ...newCustomer(keyOfChat(chat), name), version } };
}
