import { apiMessage, queueOf } from './api-shapes.ts';
import type { Content, Message } from './state.ts';
import { inChat, type World } from './world.ts';

/** A message to be put into a chat. */
export type Draft = {
  /** A number already taken from the chat's sequence; left out = the next one. */
  readonly id?: number;
  readonly chat: number;
  readonly from: number;
  readonly content: Content;
  readonly topic?: number | undefined;
  readonly replyTo?: number | undefined;
  readonly album?: string | undefined;
  readonly keyboard?: Message['keyboard'];
  readonly forwardedFrom?: number | undefined;
  readonly forwardedName?: string | undefined;
};

/**
 * Puts a message into its chat. Ids rise by one: one sequence for all private chats of the bot, one for each group, as
 * Telegram counts them.
 */
export const post = (world: World, draft: Draft): Message => {
  const { chat, from, content } = draft;
  const id = draft.id ?? world.count(chat > 0 ? 'private message' : `message in ${chat}`, 11);
  const message: Message = {
    chat,
    id,
    from,
    at: world.now(),
    content,
    pinned: false,
    reaction: '',
    reactions: [],
    ...(draft.topic === undefined ? {} : { topic: draft.topic }),
    ...(draft.replyTo === undefined ? {} : { replyTo: draft.replyTo }),
    ...(draft.album === undefined ? {} : { album: draft.album }),
    ...(draft.keyboard ? { keyboard: draft.keyboard } : {}),
    ...(draft.forwardedFrom === undefined ? {} : { forwardedFrom: draft.forwardedFrom }),
    ...(draft.forwardedName === undefined ? {} : { forwardedName: draft.forwardedName }),
  };
  keep(world, message);
  return message;
};

/** Saves a message as it now is and tells the page. */
export const keep = (world: World, message: Message): void => {
  world.messages.put(inChat(message.chat, message.id), message);
  world.changed(message.chat);
};

/**
 * The bot hears of a message through its webhook: of what people write, and of its own service messages. Of a group it was
 * removed from it hears nothing; where it is no administrator, privacy mode leaves it commands, answers to its own
 * messages and service messages. https://core.telegram.org/bots/features#privacy-mode
 */
export const report = (
  world: World,
  message: Message,
  field: 'message' | 'edited_message' = 'message',
): number => {
  if (!hears(world, message)) return 0;
  const update = world.tell({ [field]: apiMessage(world, message) }, queueOf.message(message.chat));
  if (update > 0 && field === 'message')
    world.messages.put(inChat(message.chat, message.id), { ...message, update });
  return update;
};

const hears = (world: World, message: Message): boolean => {
  const group = world.groups.get(message.chat);
  if (!group) return true;
  if (!group.member) return false;
  const { content } = message;
  if (group.admin || content.kind === 'service') return true;
  const answered = world.messages.get(inChat(message.chat, message.replyTo ?? 0));
  return answered?.from === world.botId || (content.kind === 'text' && content.text.startsWith('/'));
};

/** A service message ("topic created", "message pinned"): the bot is told of it, also of its own. */
export const postService = (
  world: World,
  draft: Omit<Draft, 'content'> & { readonly field: string; readonly value: unknown },
): Message => {
  const { field, value, ...rest } = draft;
  const message = post(world, { ...rest, content: { kind: 'service', field, value } });
  report(world, message);
  return message;
};
