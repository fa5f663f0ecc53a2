import type { Address } from '#shared/domain/address.ts';
import type { Ignored, Inbound } from '#shared/domain/inbound.ts';
import type { Account } from '../channel.ts';
import { cutText } from '../cut-text.ts';
import { jsonOf } from '../json.ts';
import { offerOf } from './button.ts';
import { contentOf } from './content.ts';
import { kindOf, updateKinds } from './kinds.ts';
import {
  type Chat,
  type MessageHead,
  membershipShape,
  messageShape,
  tapShape,
  type User,
  updateShape,
} from './shapes.ts';

/**
 * Reads one update. Never throws, whatever the bytes are. `at` is 0 where Telegram names no moment (a tap). Only private
 * chats are handled; a person has one conversation there, also with topics turned on.
 * https://core.telegram.org/bots/api#update
 */
export function parse(body: Buffer, { bot }: Pick<Account, 'bot'>): readonly (Inbound | Ignored)[] {
  const json = jsonOf(body);
  if (json === undefined) return [{ ignored: 'not JSON' }];
  const update = updateShape.safeParse(json).data;
  if (!update) return [{ ignored: 'not an update' }];
  const kind = kindOf(updateKinds, update);
  if (kind === undefined) return [{ ignored: unknownKind(update) }];
  const outcome = updateKinds[kind];
  if (typeof outcome !== 'string') return [{ ignored: outcome.ignored }];
  const found = readers[outcome](update[kind], bot);
  if ('ignored' in found) return [found];
  const { chat, sender, ...rest } = found;
  return [
    { id: `u${update.update_id}`, address: addressOf(chat, bot), from: personOf(sender, chat), ...rest },
  ];
}

type Found = Pick<Inbound, 'at' | 'messageId' | 'event'> & {
  readonly chat: Chat;
  readonly sender: User | null;
};

const readers = { message, edit, tap, membership } as const;

function message(value: unknown, bot: string): Found | Ignored {
  const found = messageShape.safeParse(value).data;
  if (!found) return { ignored: 'a message without a chat' };
  const refused = refusal(found.chat, found.from, bot, found.sender_chat);
  if (refused) return { ignored: refused };
  const event = contentOf(found);
  return 'ignored' in event ? event : { ...common(found, found.date), event };
}

/** Also fired for points of a live location and for changes nobody sees: only words are passed on. */
function edit(value: unknown, bot: string): Found | Ignored {
  const found = messageShape.safeParse(value).data;
  if (!found) return { ignored: 'a message without a chat' };
  const refused = refusal(found.chat, found.from, bot, found.sender_chat);
  if (refused) return { ignored: refused };
  if (found.location !== undefined && found.location !== null)
    return { ignored: 'a point of a live location' };
  const text = typeof found.text === 'string' ? found.text : found.caption;
  const messageId = idOf(found.message_id);
  if (text === '' || messageId === null) return { ignored: 'an edit without words' };
  const at = found.edit_date || found.date;
  return { ...common(found, at), event: { kind: 'edited', messageId, text: cutText(text) } };
}

function common(found: MessageHead, seconds: number) {
  return {
    chat: found.chat,
    sender: found.from,
    at: seconds * 1_000,
    messageId: idOf(found.message_id),
  };
}

/** The message of a tap may be inaccessible (too old) or absent (inline); its chat, or the person, is enough. */
function tap(value: unknown, bot: string): Found | Ignored {
  const found = tapShape.safeParse(value).data;
  if (!found) return { ignored: 'a tap that cannot be read' };
  const chat = found.message?.chat ?? { ...found.from, type: 'private' };
  const refused = refusal(chat, found.from, bot);
  if (refused) return { ignored: refused };
  return {
    chat,
    sender: found.from,
    at: 0,
    messageId: idOf(found.message?.message_id ?? null),
    event: { kind: 'tap', tapId: found.id, offer: offerOf(found.data) },
  };
}

/** In a private chat this comes only when the person blocks the bot or lets it in again. */
function membership(value: unknown, bot: string): Found | Ignored {
  const found = membershipShape.safeParse(value).data;
  if (!found) return { ignored: 'a membership that cannot be read' };
  const refused = refusal(found.chat, found.from, bot);
  if (refused) return { ignored: refused };
  const { status } = found.new_chat_member;
  if (status !== 'kicked' && status !== 'member') return { ignored: 'a membership of another kind' };
  return {
    chat: found.chat,
    sender: found.from,
    at: found.date * 1_000,
    messageId: null,
    event: { kind: status === 'kicked' ? 'blocked' : 'unblocked' },
  };
}

function refusal(chat: Chat, sender: User | null, bot: string, onBehalf?: object | null): string | undefined {
  if (chat.type === 'channel') return 'channel post';
  if (chat.type !== 'private' && (chat.type !== '' || chat.id < 0))
    return 'group: the advisors desk is not open yet';
  if (onBehalf) return 'sent on behalf of a chat';
  if (sender?.is_bot || String(sender?.id) === bot) return 'sent by a bot';
  return undefined;
}

function addressOf(chat: Chat, bot: string): Address {
  return { channel: 'telegram', bot, chat: String(chat.id), thread: '' };
}

/** In a private chat the person and the chat have the same id and name. */
function personOf(sender: User | null, chat: Chat): Inbound['from'] {
  const { id, first_name, last_name } = sender ?? chat;
  const name = `${first_name} ${last_name}`.trim();
  return { id: String(id), name, language: sender?.language_code ?? null, phone: null, known: [] };
}

function idOf(messageId: number | null): string | null {
  return messageId === null ? null : String(messageId);
}

/** The name helps to see what is missing; it is Telegram's own field name or left out. */
function unknownKind(update: Readonly<Record<string, unknown>>): string {
  const name = Object.keys(update).find((key) => key !== 'update_id');
  return name && /^[a-z_]{1,40}$/.test(name) ? `unknown kind of update: ${name}` : 'unknown kind of update';
}
