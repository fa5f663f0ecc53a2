import { type Address, addressKey } from '#shared/domain/address.ts';
import { type Conversation, conversationSchema } from '#shared/domain/conversation.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Key } from './table.ts';

export function conversationKey(address: Address): Key {
  return { pk: `C#${addressKey(address)}`, sk: 'conversation' };
}

export function conversationItem(address: Address, conversation: Conversation) {
  return { ...conversationKey(address), ...conversation };
}

export function conversationFrom(item: unknown): Conversation {
  return conversationSchema.parse(item);
}

/** A conversation that nobody stored yet. */
export function newConversation(customer: string, language: Language): Conversation {
  return {
    version: 0,
    customer,
    language,
    languageChosen: false,
    flow: null,
    burst: null,
    misses: 0,
    flood: { minute: 0, count: 0 },
    greeted: false,
    heardAt: 0,
    calledAt: 0,
    usedUp: null,
  };
}
