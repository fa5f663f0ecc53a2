import { ActRefused } from '../phones/types.ts';
import { ownerOf } from './methods/profile.ts';
import { type Draft, post, report } from './posting.ts';
import { ANONYMOUS, type Content, type Group, inGroup, type Person } from './state.ts';
import { inChat, type World } from './world.ts';

/** `as` of an administrator who stays hidden behind the group's name. */
export const anonymous = 'anonymous';

type Deed = { chat: string; as?: string; topic?: number; replyTo?: number };

/** Who acts, where, in answer to what: as the start of a message. */
export const writer = (world: World, deed: Deed): Omit<Draft, 'content'> => {
  const chat = Number(deed.chat);
  const answered = deed.replyTo === undefined ? undefined : world.messages.get(inChat(chat, deed.replyTo));
  if (deed.replyTo !== undefined && !answered) throw new ActRefused('The message to answer is gone.');
  const replyTo = answered?.id;
  if (!world.groups.get(chat)) {
    const person = personOf(world, deed.chat);
    if (person.blocked) throw new ActRefused('This person has blocked the bot: unblock it first.');
    // A person's first message to a bot is what starts it.
    if (!person.started) world.people.put(person.id, { ...person, started: true, refused: false });
    return { chat, from: person.id, replyTo };
  }
  groupOf(world, deed.chat);
  const wanted = deed.topic ?? answered?.topic;
  const topic = wanted === undefined ? undefined : world.topics.get(inChat(chat, wanted));
  if (wanted !== undefined && !topic) throw new ActRefused('There is no such topic any more.');
  return { chat, from: writerId(world, deed.as), topic: topic?.id, replyTo };
};

/** The group that a deed is about. */
export const groupOf = (world: World, chat: string): Group => {
  const group = world.groups.get(chat);
  if (!group) throw new ActRefused('This is done in the group.');
  if (group.migratedTo !== undefined) throw new ActRefused('This group has moved to another supergroup.');
  return group;
};

/** The user id under which somebody of the group writes. */
export const writerId = (world: World, as: string | undefined): number =>
  as === anonymous ? ANONYMOUS : memberOf(world, as).id;

export const memberOf = (world: World, as: string | undefined): Person => {
  if (as === anonymous) throw new ActRefused('Nobody can do that anonymously: choose a name.');
  const person = as === undefined ? ownerOf(world) : personOf(world, as);
  if (!person) throw new ActRefused('Nobody is in the group: name who writes in "as".');
  if (!inGroup(person)) throw new ActRefused(`${person.firstName} is not in the group.`);
  return person;
};

export const personOf = (world: World, id: string): Person => {
  const person = world.people.get(id);
  if (!person) throw new ActRefused('There is no such person.');
  return person;
};

/** Puts a person's message into the chat and tells the bot. */
export const write = (world: World, draft: Omit<Draft, 'content'>, content: Content): void => {
  report(world, post(world, { ...draft, content }));
};
