import { ActRefused } from '../phones/types.ts';
import type { Content, Message, Person } from './state.ts';
import { messageItem } from './telling.ts';
import { newWamid, type World } from './world.ts';

/** What a person writes. `parts` is what the webhook says of it. */
export type Written = {
  readonly content: Content;
  readonly parts: Readonly<Record<string, unknown>>;
  /** wamid of the message that it answers. */
  readonly replyTo?: string | undefined;
};

/** @throws ActRefused when there is nobody with this chat. */
export const personOf = (world: World, chat: string): Person => {
  const person = world.people.get(chat);
  if (!person) throw new ActRefused('There is no such person.');
  return person;
};

/** A message of this chat. @throws ActRefused when there is none. */
export const answerable = (world: World, chat: string, id: number): Message => {
  const message = world.messageOf(chat, id);
  if (!message) throw new ActRefused('The message to answer is gone.');
  return message;
};

/** wamid of the message that an act answers, if it answers one. */
export const answeredBy = (
  world: World,
  { chat, replyTo }: { readonly chat: string; readonly replyTo?: number },
): string | undefined => (replyTo === undefined ? undefined : answerable(world, chat, replyTo).wamid);

/** Puts what belongs together into the chat and tells the station. @throws ActRefused when they blocked the station. */
export const write = (world: World, chat: string, written: readonly Written[]): void => {
  const person = personOf(world, chat);
  if (person.blocked) throw new ActRefused('This person has blocked the station: unblock it first.');
  world.people.put(chat, { ...person, heardAt: Math.floor(world.now() / 1000) * 1000 });
  world.tell(
    written.map(({ content, parts, replyTo }) =>
      messageItem(world, person, keepWritten(world, chat, content, replyTo), parts),
    ),
  );
  world.changed(chat);
};

/** Puts something into the chat on the person's side. */
export const keepWritten = (world: World, chat: string, content: Content, replyTo?: string): Message => {
  const message: Message = {
    chat,
    id: world.count(`message in ${chat}`, 1),
    wamid: newWamid(),
    from: 'person',
    at: world.now(),
    content,
    header: '',
    footer: '',
    reaction: '',
    ownReaction: '',
    forwarded: false,
    delivered: false,
    read: false,
    ...(replyTo === undefined ? {} : { replyTo }),
  };
  world.messages.put(message.wamid, message);
  world.throughput.count();
  return message;
};
