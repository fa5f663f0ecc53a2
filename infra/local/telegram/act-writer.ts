import { ActRefused } from '../phones/types.ts';
import { type Draft, post, report } from './posting.ts';
import type { Content, Person } from './state.ts';
import { inChat, type World } from './world.ts';

/** Who acts, where: as the start of a message. */
export const writer = (
  world: World,
  deed: { chat: string; as?: string; topic?: number },
): Omit<Draft, 'content'> => {
  const chat = Number(deed.chat);
  const group = world.groups.get(chat);
  if (!group) {
    const person = personOf(world, deed.chat);
    if (person.blocked) throw new ActRefused('This person has blocked the bot: unblock it first.');
    // A person's first message to a bot is what starts it.
    if (!person.started) world.people.put(person.id, { ...person, started: true, refused: false });
    return { chat, from: person.id };
  }
  if (group.migratedTo !== undefined) throw new ActRefused('This group has moved to another supergroup.');
  const topic = deed.topic === undefined ? undefined : world.topics.get(inChat(chat, deed.topic));
  if (deed.topic !== undefined && !topic) throw new ActRefused('There is no such topic any more.');
  return { chat, from: memberOf(world, deed.as).id, topic: topic?.id };
};

export const memberOf = (world: World, as: string | undefined): Person => {
  if (as !== undefined) return personOf(world, as);
  const first = [...world.people.all()].find((person) => person.advisor);
  if (!first) throw new ActRefused('Nobody is in the group: name who writes in "as".');
  return first;
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
