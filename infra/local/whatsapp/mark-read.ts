import { GraphError } from './errors.ts';
import { readAs } from './requests/read.ts';
import { markReadShape } from './requests/send.ts';
import type { World } from './world.ts';

/** "typing…" lasts so long, or until the next message. */
const TYPING_MS = 25_000;
/** A message can be marked for so long. */
const REACHABLE_MS = 30 * 86_400_000;

/**
 * Marks a person's message and all before it as read, and shows "typing…" when asked to. Costs nothing.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
 * @throws GraphError 131009 for a message that no person wrote in the last 30 days.
 * @returns the chat.
 */
export const markRead = (world: World, body: unknown): string => {
  const request = readAs(markReadShape, body);
  const message = world.messages.get(request.message_id);
  if (message?.from !== 'person' || message.at < world.now() - REACHABLE_MS) {
    throw new GraphError(131009, 'Param message_id is not the id of a message that was received.');
  }
  for (const each of world.chatMessages(message.chat)) {
    if (each.from === 'person' && each.id <= message.id && !each.read) {
      world.messages.put(each.wamid, { ...each, read: true });
    }
  }
  const person = world.people.get(message.chat);
  if (person && request.typing_indicator) {
    world.people.put(person.chat, { ...person, typingUntil: world.now() + TYPING_MS });
  }
  world.changed(message.chat);
  return message.chat;
};
