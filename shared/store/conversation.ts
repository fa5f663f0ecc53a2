import { type Address, addressKey } from '#shared/domain/address.ts';
import {
  type Conversation,
  conversationSchema,
  type Pointer,
  residentSchema,
} from '#shared/domain/conversation.ts';
import type { Erased } from '#shared/domain/erased.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Key } from './table.ts';

export function conversationKey(address: Address): Key {
  return residentKey(addressKey(address));
}

export function conversationItem(address: Address, conversation: Conversation) {
  return { ...conversationKey(address), ...conversation };
}

export function conversationFrom(item: unknown): Conversation {
  return conversationSchema.parse(item);
}

/** The item that shows from one address (a key) to another. */
export function pointerItem(address: string, pointer: Pointer) {
  return { ...residentKey(address), ...pointer };
}

/** The key of whatever lies at an address, given by its key. */
export function residentKey(address: string): Key {
  return { pk: `C#${address}`, sk: 'conversation' };
}

/** A conversation, the pointer to where it is now, or null where nobody wrote yet. */
export function residentFrom(item: unknown): Conversation | Pointer | null {
  return item === undefined ? null : residentSchema.parse(item);
}

export function isPointer(resident: Conversation | Pointer): resident is Pointer {
  return 'movedTo' in resident;
}

/**
 * What lies at an address (a key) once its person had everything erased: nothing of them but the language of what is still said, and
 * the version, which only grows, since it names the rows there. Whoever writes next is somebody new.
 */
export function blankConversation(
  address: string,
  { version, language }: Pick<Conversation, 'version' | 'language'>,
  erased: Erased,
): Conversation {
  const blank = newConversation(`${address}~${version + 1}`, language);
  return { ...blank, version, since: erased.at, erased };
}

/** Whether nobody wrote since. */
export function isBlank({ erased, heardAt }: Conversation): boolean {
  return erased !== undefined && heardAt === 0;
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
    answerBy: 0,
    passedOnAt: 0,
    tappedAt: 0,
    talk: null,
    usedUp: null,
    vouched: null,
    linkOffer: null,
    wrongCodes: { since: 0, count: 0 },
    dangerAt: 0,
    stopWorkAt: 0,
    unreadAt: 0,
    since: 0,
    movedFrom: null,
  };
}
