import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { isSameNumber, languageOf, variantsOf } from './numbers.ts';
import type { Contact, MessageHead, System } from './shapes.ts';

/** Ids of a person: one within our business, which stays, and a number, which people with a username may keep hidden. */
export type Ids = { readonly userId: string | null; readonly number: string | null };

/** Who sent a message, and where an answer goes. */
export type Sender = Ids & { readonly address: Address; readonly from: NonNullable<Inbound['from']> };

/**
 * The sender of a message by its own ids and those of the contact that comes with it; null where it names nobody. Of
 * several contacts it is the one with the same id; of a single one, also where the message itself names nobody.
 */
export function senderOf(
  message: Pick<MessageHead, 'from' | 'from_user_id'>,
  contacts: readonly Contact[],
  bot: string,
): Sender | null {
  const contact = contactOf(message, contacts);
  const userId = message.from_user_id ?? contact?.user_id ?? null;
  const number = contact?.wa_id ?? message.from;
  const others = [number, message.from].flatMap((one) => (one === null ? [] : [one, ...variantsOf(one)]));
  return personOf({ userId, number }, contact?.profile.name ?? '', addressesOf(others, bot), bot);
}

/**
 * Who a change of number or id is about, at the new address; `known` are the old ones. Null where either side is missing.
 * Names may hold anything, so that nothing is read out of the sentence that comes along.
 */
export function renamedOf(
  message: Pick<MessageHead, 'from' | 'from_user_id'>,
  system: System,
  contacts: readonly Contact[],
  bot: string,
): Sender | null {
  const old = [message.from, system.customer].flatMap((one) =>
    one === null || one === system.wa_id ? [] : [one, ...variantsOf(one)],
  );
  const oldIds = [system.previous_user_id, message.from_user_id].flatMap((one) => one ?? []);
  const known = [...oldIds.map((id) => keyOf(id, bot)), ...addressesOf(old, bot)];
  const ids = { userId: system.user_id, number: system.wa_id };
  const name = contactOf(message, contacts)?.profile.name ?? '';
  const renamed = personOf(ids, name, known, bot);
  return renamed && renamed.from.known.length > 0 ? renamed : null;
}

function personOf(
  { userId, number }: Ids,
  name: string,
  known: readonly string[],
  bot: string,
): Sender | null {
  const chat = userId ?? (number === null ? null : `tel.${number}`);
  if (chat === null) return null;
  const address = { channel: 'whatsapp', bot, chat, thread: '' };
  const own = addressKey(address);
  const phone = number === null ? null : `+${number}`;
  const others = [...new Set(known)].filter((key) => key !== own);
  const language = languageOf(userId, number);
  return { userId, number, address, from: { id: chat, name, language, phone, known: others } };
}

function contactOf(
  { from, from_user_id }: Pick<MessageHead, 'from' | 'from_user_id'>,
  contacts: readonly Contact[],
): Contact | undefined {
  if (from === null && from_user_id === null) return contacts.length === 1 ? contacts[0] : undefined;
  return contacts.find(
    ({ user_id, wa_id }) =>
      (from_user_id !== null && user_id === from_user_id) ||
      (from !== null && wa_id !== null && isSameNumber(from, wa_id)),
  );
}

function addressesOf(numbers: readonly string[], bot: string): readonly string[] {
  return numbers.map((digits) => keyOf(`tel.${digits}`, bot));
}

function keyOf(chat: string, bot: string): string {
  return addressKey({ channel: 'whatsapp', bot, chat, thread: '' });
}
