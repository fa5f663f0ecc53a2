import type { PhoneAct } from '../phone-api.ts';
import { ActRefused } from '../phones/types.ts';
import { messageItem } from './telling.ts';
import { newWamid, type World } from './world.ts';
import { answerable, keepWritten, personOf } from './writing.ts';

type Deed<Kind extends PhoneAct['do']> = Extract<PhoneAct, { do: Kind }>;

/**
 * One emoji under a message, or none any more: the webhook tells it as a message of its own kind, without the emoji where it
 * was taken away. It is none in the chat, and whether it opens the window is not documented: here it does not.
 */
export const react = (world: World, deed: Deed<'react'>): void => {
  const person = personOf(world, deed.chat);
  if (person.blocked) throw new ActRefused('This person has blocked the station: unblock it first.');
  const message = answerable(world, deed.chat, deed.messageId);
  if (message.content.kind === 'service') throw new ActRefused('There is nothing to react to.');
  world.messages.put(message.wamid, { ...message, ownReaction: deed.emoji ?? '' });
  const reaction = { message_id: message.wamid, ...(deed.emoji === null ? {} : { emoji: deed.emoji }) };
  const told = { wamid: newWamid(), at: world.now() };
  world.tell([messageItem(world, person, told, { type: 'reaction', reaction })]);
  world.changed(deed.chat);
};

/** The person deletes a message of their own for everybody. Numbers that live in the API alone are not told. */
export const takeBack = (world: World, deed: Deed<'delete'>): void => {
  const message = answerable(world, deed.chat, deed.messageId);
  if (message.from !== 'person') throw new ActRefused('Only an own message can be deleted for everybody.');
  const content = { kind: 'service' as const, text: 'You deleted this message' };
  world.messages.put(message.wamid, { ...message, content, reaction: '', ownReaction: '' });
  world.changed(deed.chat);
};

/** Words out of another chat; nothing tells whose they were. */
export const forward = (world: World, deed: Deed<'forward'>): void => {
  const person = personOf(world, deed.chat);
  if (person.blocked) throw new ActRefused('This person has blocked the station: unblock it first.');
  world.people.put(deed.chat, { ...person, heardAt: Math.floor(world.now() / 1000) * 1000 });
  const kept = keepWritten(world, deed.chat, { kind: 'text', text: deed.text });
  world.messages.put(kept.wamid, { ...kept, forwarded: true });
  const parts = { context: { forwarded: true }, type: 'text', text: { body: deed.text } };
  world.tell([messageItem(world, person, kept, parts)]);
  world.changed(deed.chat);
};
