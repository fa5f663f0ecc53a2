import { randomInt } from 'node:crypto';
import type { PhoneAct } from '../phone-api.ts';
import { madeUpPhone } from '../phones/made-up-phone.ts';
import { ActRefused } from '../phones/types.ts';
import { changeTopic, giveRights, join, leave, migrateGroup, newTopic } from './act-group.ts';
import { sendDocument, sendPhotos, sendSticker, sendVideo, sendVoice } from './act-media.ts';
import { react } from './act-react.ts';
import { groupOf, memberOf, personOf, write, writer } from './act-writer.ts';
import { apiMessage, apiUser, queueOf } from './api-shapes.ts';
import { setBlocked } from './conditions.ts';
import { asMessages, foundEntities } from './incoming-text.ts';
import { QUERY_LIFE_MS } from './methods/marks.ts';
import { keep, report } from './posting.ts';
import { type Content, type Message, stranger } from './state.ts';
import { inChat, type World } from './world.ts';

/**
 * What people do with their phones: each act changes the chat as their app would and tells the bot's webhook.
 * @throws ActRefused when the app would not let them.
 */
export const act = (world: World, deed: PhoneAct): { readonly chat: string } => ({
  chat: world.store.atomically(() => perform(world, deed)),
});

/** @returns the chat it happened in. */
const perform = (world: World, deed: PhoneAct): string => {
  switch (deed.do) {
    case 'new-person':
      return String(newPerson(world, deed));
    case 'say':
      say(world, deed);
      break;
    case 'tap':
      tap(world, deed);
      break;
    case 'edit':
      edit(world, deed);
      break;
    case 'react':
      react(world, deed);
      break;
    case 'delete':
      remove(world, deed);
      break;
    case 'forward':
      forward(world, deed);
      break;
    case 'contact':
      contact(world, deed);
      break;
    case 'location':
      location(world, deed);
      break;
    case 'photos':
      sendPhotos(world, deed);
      break;
    case 'document':
      sendDocument(world, deed);
      break;
    case 'voice':
      sendVoice(world, deed);
      break;
    case 'video':
      sendVideo(world, deed);
      break;
    case 'sticker':
      sendSticker(world, deed);
      break;
    case 'block':
      setBlocked(world, personOf(world, deed.chat).id, deed.blocked);
      break;
    case 'language':
      world.people.put(deed.chat, { ...personOf(world, deed.chat), language: deed.language });
      world.changed(Number(deed.chat));
      break;
    case 'new-topic':
      newTopic(world, deed);
      break;
    case 'topic':
      changeTopic(world, deed);
      break;
    case 'join':
      join(world, deed);
      break;
    case 'leave':
      leave(world, deed);
      break;
    case 'migrate-group':
      return String(migrateGroup(world, deed));
    case 'bot-rights':
      giveRights(world, deed);
      break;
    case 'change-number':
    case 'hide-number':
      throw new ActRefused('A Telegram bot is shown no number: there is nothing to change or hide.');
  }
  return deed.chat;
};

const say = (world: World, deed: Extract<PhoneAct, { do: 'say' }>): void => {
  const parts = asMessages(deed.text);
  if (parts.length === 0) throw new ActRefused('There is nothing to send: the text is empty.');
  const draft = writer(world, deed);
  for (const text of parts) write(world, draft, { kind: 'text', text, entities: foundEntities(text) });
  hideOneTimeKeyboard(world, draft.chat);
};

const hideOneTimeKeyboard = (world: World, chat: number): void => {
  const person = world.people.get(chat);
  if (!person?.keyboard?.oneTime) return;
  const { keyboard: _used, ...rest } = person;
  world.people.put(chat, rest);
};

const tap = (world: World, deed: Extract<PhoneAct, { do: 'tap' }>): void => {
  const chat = Number(deed.chat);
  const message = world.messages.get(inChat(chat, deed.messageId));
  if (!message) throw new ActRefused('The message with this button is gone.');
  const offered = message.keyboard?.flat().some((button) => button.callback_data === deed.data);
  if (!offered) throw new ActRefused('This message has no such button any more.');
  const from = world.groups.get(chat)
    ? memberOf(world, groupOf(world, deed.chat) && deed.as)
    : personOf(world, deed.chat);
  if (from.blocked && from.id === chat)
    throw new ActRefused('This person has blocked the bot: unblock it first.');
  const id = String(randomInt(10 ** 14)).padStart(15, '4') + String(randomInt(1000)).padStart(3, '0');
  forgetOldPresses(world);
  world.queries.put(id, {
    id,
    from: from.id,
    chat,
    message: message.id,
    data: deed.data,
    at: world.now(),
  });
  world.tell(
    {
      callback_query: {
        id,
        from: apiUser(world, from.id),
        message: apiMessage(world, message),
        chat_instance: String(-BigInt(Math.abs(chat)) * 7919n),
        data: deed.data,
      },
    },
    queueOf.callback(from.id),
  );
  world.changed(chat);
};

const forgetOldPresses = (world: World): void => {
  for (const query of [...world.queries.all()]) {
    if (world.now() - query.at > QUERY_LIFE_MS) world.queries.drop(query.id);
  }
};

const edit = (world: World, deed: Extract<PhoneAct, { do: 'edit' }>): void => {
  const draft = writer(world, deed);
  const message = world.messages.get(inChat(draft.chat, deed.messageId));
  if (!message || message.from !== draft.from)
    throw new ActRefused('People can only edit their own messages.');
  const edited: Message = {
    ...message,
    content: reworded(message.content, deed.text.trim()),
    editedAt: world.now(),
  };
  keep(world, edited);
  report(world, edited, 'edited_message');
};

const reworded = (content: Content, text: string): Content => {
  if (content.kind === 'text' && text !== '') return { ...content, text, entities: foundEntities(text) };
  if ('caption' in content) return { ...content, caption: text, entities: foundEntities(text) };
  throw new ActRefused('This message has no words to edit.');
};

const forward = (world: World, deed: Extract<PhoneAct, { do: 'forward' }>): void => {
  const draft = { ...writer(world, deed), forwardedName: deed.author };
  write(world, draft, { kind: 'text', text: deed.text, entities: foundEntities(deed.text) });
};

/** Telegram tells no bot of it. */
const remove = (world: World, deed: Extract<PhoneAct, { do: 'delete' }>): void => {
  const { chat, from } = writer(world, deed);
  const message = world.messages.get(inChat(chat, deed.messageId));
  if (message?.from !== from || message.content.kind === 'service')
    throw new ActRefused('People can only delete their own messages.');
  world.messages.drop(inChat(chat, message.id));
  world.changed(chat);
};

const contact = (world: World, deed: Extract<PhoneAct, { do: 'contact' }>): void => {
  const draft = writer(world, deed);
  const self = personOf(world, String(draft.from));
  const other = [...world.people.all()].find(
    (person) => person.id !== self.id && !person.advisor && !person.guest,
  );
  const shared = deed.own ? self : other;
  if (!shared) throw new ActRefused('There is nobody else whose contact could be sent.');
  // The "share contact" button answers the message that brought it; a contact from the address book answers nothing.
  const replyTo = deed.own ? (draft.replyTo ?? self.keyboard?.message) : draft.replyTo;
  const { firstName, lastName, phone } = shared;
  write(world, { ...draft, replyTo }, { kind: 'contact', phone, firstName, lastName, userId: shared.id });
  hideOneTimeKeyboard(world, draft.chat);
};

const location = (world: World, deed: Extract<PhoneAct, { do: 'location' }>): void => {
  const draft = writer(world, deed);
  const { latitude, longitude } = deed;
  write(world, draft, { kind: 'location', latitude, longitude });
  // Where the bot asks for the place, it came by that button.
  const asked = world.people.get(draft.chat)?.keyboard?.rows.flat() ?? [];
  if (asked.some(({ kind }) => kind === 'location')) hideOneTimeKeyboard(world, draft.chat);
};

const newPerson = (world: World, deed: Extract<PhoneAct, { do: 'new-person' }>): number => {
  const id = world.count('new person', 7_100_001);
  const [firstName = deed.name, ...others] = deed.name.trim().split(/\s+/);
  world.people.put(id, {
    ...stranger,
    id,
    firstName,
    lastName: others.join(' '),
    language: deed.language,
    phone: deed.phone ?? madeUpPhone(),
    about: 'new here',
  });
  world.changed(id);
  return id;
};
