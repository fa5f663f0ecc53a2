import type { PhoneAct } from '../phone-api.ts';
import { madeUpPhone } from '../phones/made-up-phone.ts';
import { ActRefused } from '../phones/types.ts';
import { forward, react, takeBack } from './act-marks.ts';
import { sendDocument, sendPhotos, sendSticker, sendVideo, sendVoice } from './act-media.ts';
import { chatOf, newcomer, userIdOf } from './people.ts';
import type { Message } from './state.ts';
import { systemItem } from './telling.ts';
import type { World } from './world.ts';
import { answerable, answeredBy, keepWritten, personOf, type Written, write } from './writing.ts';

/**
 * What people do with their phones: each act changes the chat as their app would and tells the station's webhook.
 * @throws ActRefused when the app would not let them, or the station could not know.
 */
export const act = (world: World, deed: PhoneAct): { readonly chat: string } => ({
  chat: world.store.atomically(() => perform(world, deed)),
});

/** @returns the chat it happened in. */
const perform = (world: World, deed: PhoneAct): string => {
  switch (deed.do) {
    case 'new-person':
      return newPerson(world, deed);
    case 'say':
      say(world, deed);
      break;
    case 'tap':
      write(world, deed.chat, [tapped(answerable(world, deed.chat, deed.messageId), deed.data)]);
      break;
    case 'contact':
      write(world, deed.chat, [contact(world, deed)]);
      break;
    case 'location': {
      const { latitude, longitude } = deed;
      write(world, deed.chat, [
        {
          content: { kind: 'location', latitude, longitude, title: '' },
          parts: { type: 'location', location: { latitude, longitude } },
          replyTo: answeredBy(world, deed) ?? asking(world, deed.chat, 'asks-location')?.wamid,
        },
      ]);
      break;
    }
    case 'photos':
      sendPhotos(world, deed);
      break;
    case 'document':
      sendDocument(world, deed);
      break;
    case 'voice':
      sendVoice(world, deed);
      break;
    case 'block':
      world.people.put(deed.chat, { ...personOf(world, deed.chat), blocked: deed.blocked });
      world.changed(deed.chat);
      break;
    case 'language':
      world.people.put(deed.chat, { ...personOf(world, deed.chat), language: deed.language });
      world.changed(deed.chat);
      break;
    case 'change-number':
      changeNumber(world, deed.chat);
      break;
    case 'hide-number':
      world.people.put(deed.chat, { ...personOf(world, deed.chat), numberHidden: deed.hidden });
      world.changed(deed.chat);
      break;
    case 'edit':
      throw new ActRefused("WhatsApp: the bot's side cannot see edits.");
    case 'react':
      react(world, deed);
      break;
    case 'delete':
      takeBack(world, deed);
      break;
    case 'forward':
      forward(world, deed);
      break;
    case 'video':
      sendVideo(world, deed);
      break;
    case 'sticker':
      sendSticker(world, deed);
      break;
    case 'new-topic':
    case 'topic':
    case 'join':
    case 'leave':
    case 'migrate-group':
    case 'bot-rights':
      throw new ActRefused('The advisors have no group on WhatsApp.');
  }
  return deed.chat;
};

const say = (world: World, deed: Extract<PhoneAct, { do: 'say' }>): void => {
  const text = deed.text.trim();
  if (text === '') throw new ActRefused('There is nothing to send: the text is empty.');
  const replyTo = answeredBy(world, deed);
  write(world, deed.chat, [
    { content: { kind: 'text', text }, parts: { type: 'text', text: { body: text } }, replyTo },
  ]);
};

/** What a tap on a button or a row of this message says. */
const tapped = ({ offer, wamid }: Message, data: string): Written => {
  const says = (text: string, parts: Written['parts']): Written => ({
    content: { kind: 'text', text },
    parts,
    replyTo: wamid,
  });
  const interactive = (reply: Written['parts']) => ({ type: 'interactive', interactive: reply });
  if (offer?.kind === 'list') {
    const row = offer.sections.flatMap(({ rows }) => rows).find(({ id }) => id === data);
    if (!row) throw new ActRefused('The list has no such row.');
    const { description, ...rest } = row;
    const list_reply = description === '' ? rest : row;
    return says(row.title, interactive({ type: 'list_reply', list_reply }));
  }
  for (const button of offer?.kind === 'buttons' ? offer.buttons : []) {
    if (button.kind === 'reply' && button.id === data) {
      const { id, title } = button;
      return says(title, interactive({ type: 'button_reply', button_reply: { id, title } }));
    }
    if (button.kind === 'quick-reply' && button.payload === data) {
      const { payload, text } = button;
      return says(text, { type: 'button', button: { payload, text } });
    }
  }
  throw new ActRefused('This message has no such button.');
};

/** The last message that asks for this and was not answered. */
const asking = (world: World, chat: string, kind: 'asks-contact' | 'asks-location'): Message | undefined => {
  const messages = world.chatMessages(chat);
  const asks = messages.findLast(({ offer }) => offer?.kind === kind);
  return messages.some(({ replyTo }) => asks !== undefined && replyTo === asks.wamid) ? undefined : asks;
};

/** Their own card answers a message that asks for it; somebody else's comes out of the address book. */
const contact = (world: World, deed: Extract<PhoneAct, { do: 'contact' }>): Written => {
  const shared = deed.own
    ? personOf(world, deed.chat)
    : [...world.people.all()].find(({ chat }) => chat !== deed.chat);
  if (!shared) throw new ActRefused('There is nobody else whose contact could be sent.');
  const asked = deed.own ? asking(world, deed.chat, 'asks-contact') : undefined;
  const { name, phone } = shared;
  const [first_name = name] = name.split(' ');
  const card = {
    name: { formatted_name: name, first_name },
    phones: [{ phone: `+${phone}`, wa_id: phone, type: 'CELL' }],
    ...(asked ? { origin: 'contact_request' } : {}),
  };
  return {
    content: { kind: 'contact', name, phone: `+${phone}` },
    parts: { type: 'contacts', contacts: [card] },
    replyTo: answeredBy(world, deed) ?? asked?.wamid,
  };
};

/** A new number is a new user id. The chat goes on; Meta tells the station. */
const changeNumber = (world: World, chat: string): void => {
  const before = personOf(world, chat);
  const phone = madeUpPhone();
  const after = { ...before, phone, userId: userIdOf(phone, world.account.wabaId) };
  world.people.put(chat, after);
  const notice = keepWritten(world, chat, { kind: 'service', text: `The number is now +${phone}` });
  world.tell([systemItem(world, before, after, notice.wamid)]);
  world.changed(chat);
};

const newPerson = (world: World, deed: Extract<PhoneAct, { do: 'new-person' }>): string => {
  const phone = deed.phone ?? madeUpPhone();
  const taken = [...world.people.all()].some((each) => each.chat === chatOf(phone) || each.phone === phone);
  if (taken) throw new ActRefused('Somebody has this number already.');
  const [firstName = deed.name, ...others] = deed.name.trim().split(/\s+/);
  const person = newcomer(
    { firstName, lastName: others.join(' '), language: deed.language, phone, about: 'new here' },
    world.account.wabaId,
  );
  world.people.put(person.chat, person);
  world.changed(person.chat);
  return person.chat;
};
