import { badRequest, forbidden } from './errors.ts';
import type { Group, Message, Person, Topic } from './state.ts';
import { inChat, type World } from './world.ts';

/** Where a call goes, once it is sure that the bot may go there. */
export type Place =
  | { readonly kind: 'private'; readonly id: number; readonly person: Person }
  | { readonly kind: 'group'; readonly id: number; readonly group: Group };

/**
 * The chat of a call.
 * @throws ApiError as Telegram refuses: unknown chats, groups that moved or that the bot was removed from.
 */
export const placeOf = (world: World, chat: number): Place => {
  const group = world.groups.get(chat);
  if (group) {
    if (group.migratedTo !== undefined) {
      throw badRequest('group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: group.migratedTo,
      });
    }
    if (!group.member) throw forbidden('bot was kicked from the supergroup chat');
    return { kind: 'group', id: chat, group };
  }
  const person = world.people.get(chat);
  if (!person) throw badRequest('chat not found');
  return { kind: 'private', id: chat, person };
};

/**
 * As `placeOf`, for what the person would see: they must have started the bot and not blocked it.
 * @throws ApiError 403 "bot was blocked by the user" and its kin.
 */
export const writablePlace = (world: World, chat: number): Place => {
  const place = placeOf(world, chat);
  if (place.kind === 'group') return place;
  const refusal = refusalOf(place.person);
  if (refusal) {
    world.people.put(chat, { ...place.person, refused: true });
    throw forbidden(refusal);
  }
  return place;
};

const refusalOf = (person: Person): string | undefined => {
  if (person.deactivated) return 'user is deactivated';
  if (person.blocked) return 'bot was blocked by the user';
  return person.started ? undefined : "bot can't initiate conversation with a user";
};

/**
 * The topic that a message goes to; `undefined` = General or a chat without topics. General's own number 1 is refused,
 * as by the real server. A closed topic refuses the bot even where Telegram would let an administrator write: the
 * stricter of the two reported behaviours.
 */
export const openTopic = (world: World, place: Place, thread: number | undefined): Topic | undefined => {
  if (thread === undefined) return undefined;
  const topic =
    place.kind === 'group' && place.group.forum ? world.topics.get(inChat(place.id, thread)) : undefined;
  if (!topic) throw badRequest('message thread not found');
  if (topic.closed) throw badRequest('TOPIC_CLOSED');
  return topic;
};

/** @param words e.g. "message to edit not found". */
export const existingMessage = (world: World, chat: number, id: number, words: string): Message => {
  const message = world.messages.get(inChat(chat, id));
  if (!message) throw badRequest(words);
  return message;
};

export const forumOf = (world: World, chat: number): Group => {
  const place = placeOf(world, chat);
  if (place.kind === 'private' || !place.group.forum) throw badRequest('the chat is not a forum');
  return place.group;
};
