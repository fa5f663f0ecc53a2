import type { Address } from '#shared/domain/address.ts';
import type { Ignored, Inbound } from '#shared/domain/inbound.ts';
import type { Account } from '../channel.ts';
import { cutText } from '../cut-text.ts';
import { jsonOf } from '../json.ts';
import { offerOf } from './button.ts';
import { contentOf } from './content.ts';
import { comingOrGoing, membershipId, nameOf, newsOf, rightsOf } from './group-news.ts';
import { kindOf, messageKinds, updateKinds } from './kinds.ts';
import { marksOf } from './marks.ts';
import { reactionIn } from './reactions.ts';
import {
  type Chat,
  type MessageHead,
  membershipShape,
  messageShape,
  reactionShape,
  tapShape,
  type User,
  updateShape,
} from './shapes.ts';
import { chatKind, isGroupChat, refusal, replyIn, threadIn } from './where.ts';

/**
 * Reads one update. Never throws, whatever the bytes are. `at` is 0 where Telegram names no moment (a tap). In a private
 * chat a person has one conversation, also with topics turned on; in a supergroup every topic is one.
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
  const { chat, thread, sender, ...rest } = found;
  const address: Address = { channel: 'telegram', bot, chat: String(chat.id), thread };
  return [
    {
      id: membershipId(rest.event, rest.at / 1_000) ?? `u${update.update_id}`,
      address,
      from: personOf(sender, chat),
      ...rest,
    },
  ];
}

type Found = Pick<Inbound, 'at' | 'messageId' | 'replyTo' | 'event'> & {
  readonly chat: Chat;
  readonly thread: string;
  readonly sender: User | null;
};

const readers = { message, edit, tap, reaction, ourMembership, membership } as const;

function message(value: unknown, bot: string): Found | Ignored {
  const found = messageShape.safeParse(value).data;
  if (!found) return { ignored: 'a message without a chat' };
  const kind = kindOf(messageKinds, found);
  const news = isGroupChat(found.chat) && kind ? newsOf(kind, found, bot) : undefined;
  if (news) return 'ignored' in news ? news : { ...common(found, found.date), event: news };
  const isHidden = found.sender_chat !== null && chatKind(found.chat) === 'supergroup';
  if (isHidden && (kind === undefined || messageKinds[kind] !== 'service'))
    return { ...common(found, found.date), event: { kind: 'hidden' } };
  const refused = refusal(found.chat, found.from, bot, found.sender_chat);
  if (refused) return { ignored: refused };
  const event = contentOf(found);
  return 'ignored' in event ? event : { ...common(found, found.date), ...replyIn(found), event };
}

/** Also fired for points of a live location and for changes nobody sees: only words are passed on. */
function edit(value: unknown, bot: string): Found | Ignored {
  const found = messageShape.safeParse(value).data;
  if (!found) return { ignored: 'a message without a chat' };
  const refused = refusal(found.chat, found.from, bot, found.sender_chat);
  if (refused) return { ignored: refused };
  if (found.location !== undefined && found.location !== null)
    return { ignored: 'a point of a live location' };
  const [words, entities] =
    typeof found.text === 'string' ? [found.text, found.entities] : [found.caption, found.caption_entities];
  const messageId = idOf(found.message_id);
  if (words === '' || messageId === null) return { ignored: 'an edit without words' };
  const text = cutText(words);
  const event = { kind: 'edited', messageId, text, ...marksOf(entities, text) } as const;
  return { ...common(found, found.edit_date || found.date), ...replyIn(found), event };
}

/** Who wrote in the name of a chat is nobody we know. */
function common(found: MessageHead, seconds: number) {
  return {
    chat: found.chat,
    thread: threadIn(found),
    sender: found.sender_chat ? null : found.from,
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
    thread: found.message ? threadIn(found.message) : '',
    sender: found.from,
    at: 0,
    messageId: idOf(found.message?.message_id ?? null),
    event: { kind: 'tap', tapId: found.id, offer: offerOf(found.data) },
  };
}

/** It names no topic, so in a group its address is the group itself. An anonymous one has no person. */
function reaction(value: unknown, bot: string): Found | Ignored {
  const found = reactionShape.safeParse(value).data;
  if (!found) return { ignored: 'a reaction that cannot be read' };
  const refused = refusal(found.chat, found.user, bot);
  if (refused) return { ignored: refused };
  if (!found.user) return { ignored: 'a reaction of nobody known' };
  const emoji = reactionIn(found.new_reaction, found.old_reaction);
  if (emoji === undefined) return { ignored: 'a reaction that is no emoji' };
  const event = { kind: 'reaction', messageId: String(found.message_id), emoji } as const;
  return {
    chat: found.chat,
    thread: '',
    sender: found.user,
    at: found.date * 1_000,
    messageId: null,
    event,
  };
}

/** In a private chat this comes only when the person blocks the bot or lets it in again. */
function ourMembership(value: unknown, bot: string): Found | Ignored {
  const found = membershipShape.safeParse(value).data;
  if (!found) return { ignored: 'a membership that cannot be read' };
  const { chat, from: sender, new_chat_member } = found;
  const head = { chat, thread: '', sender, at: found.date * 1_000, messageId: null };
  if (isGroupChat(chat)) return { ...head, event: rightsOf(new_chat_member) };
  const refused = refusal(chat, sender, bot);
  if (refused) return { ignored: refused };
  const { status } = new_chat_member;
  if (status !== 'kicked' && status !== 'member') return { ignored: 'a membership of another kind' };
  return { ...head, event: { kind: status === 'kicked' ? 'blocked' : 'unblocked' } };
}

/** Somebody else's: only administrators of a group are told. */
function membership(value: unknown, bot: string): Found | Ignored {
  const found = membershipShape.safeParse(value).data;
  if (!found) return { ignored: 'a membership that cannot be read' };
  const { chat, from: sender, old_chat_member, new_chat_member } = found;
  if (chatKind(chat) !== 'supergroup') return { ignored: 'a membership of another kind' };
  const event = comingOrGoing(old_chat_member, new_chat_member, bot);
  if ('ignored' in event) return event;
  return { chat, thread: '', sender, at: found.date * 1_000, messageId: null, event };
}

/** In a private chat the person and the chat have the same id and name; a bot is no person. */
function personOf(sender: User | null, chat: Chat): Inbound['from'] {
  if (isGroupChat(chat) && (sender === null || sender.is_bot)) return null;
  const { id, first_name, last_name } = sender ?? chat;
  const name = nameOf({ first_name, last_name });
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
