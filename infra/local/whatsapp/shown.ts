import type { Phone, ShownButton, ShownChat, ShownContent, ShownList, ShownMessage } from '../phone-api.ts';
import { windowUntil } from './limits.ts';
import { humanOf } from './people.ts';
import type { Button, Content, Message, Person } from './state.ts';
import { statusItem } from './telling.ts';
import type { World } from './world.ts';

/** Chats as the person's app draws them. */
export const shownPhones = (world: World): readonly Phone[] =>
  [...world.people.all()].map((person) => shownPhone(world, person));

const shownPhone = (world: World, person: Person): Phone => {
  const until = windowUntil(person.heardAt, world.now());
  return {
    messenger: 'whatsapp',
    id: person.chat,
    person: humanOf(person),
    kind: 'person',
    name: person.name,
    language: person.language,
    unread: person.unread,
    about: person.about,
    blocked: person.blocked,
    numberHidden: person.numberHidden,
    ...(until === undefined ? {} : { windowUntil: new Date(until).toISOString() }),
  };
};

export const shownChat = (world: World, id: string): ShownChat | undefined => {
  const person = world.people.get(id);
  if (!person) return undefined;
  return {
    phone: shownPhone(world, person),
    messages: world.chatMessages(id).map((message) => shownMessage(world, person, message)),
    keyboard: [],
    typing: person.typingUntil > world.now(),
    commands: [],
    toast: '',
  };
};

/** The person opens the chat: what the station wrote is read now, and with receipts on it is told so. */
export const openChat = (world: World, id: string): void =>
  world.store.atomically(() => {
    const person = world.people.get(id);
    if (!person) return;
    if (person.unread > 0) world.people.put(id, { ...person, unread: 0 });
    for (const message of world.chatMessages(id)) {
      if (message.from === 'person' || message.read) continue;
      world.messages.put(message.wamid, { ...message, read: true });
      if (!person.receipts) continue;
      if (world.strikes('skipDelivered')) world.untell(message.wamid, 'delivered');
      world.tellStatuses([statusItem(world, person, message, 'read')]);
    }
  });

const shownMessage = (world: World, person: Person, message: Message): ShownMessage => {
  const { offer } = message;
  const replyTo = message.replyTo === undefined ? undefined : world.messages.get(message.replyTo)?.id;
  return {
    id: message.id,
    from: message.from === 'station' ? 'bot' : 'person',
    author: message.from === 'station' ? world.account.verifiedName : person.name,
    at: new Date(message.at).toISOString(),
    edited: false,
    content: shownContent(world, message.content),
    buttons: shownButtons(message),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(message.forwarded ? { forwardedFrom: 'another chat' } : {}),
    ...(message.reaction === '' ? {} : { reaction: message.reaction }),
    ...(message.ownReaction === '' ? {} : { reactions: [{ emoji: message.ownReaction, by: person.chat }] }),
    ...(message.delivered ? {} : { delivered: false }),
    ...(message.from === 'person' && message.read ? { read: true } : {}),
    ...(offer?.kind === 'list' ? { list: shownList(offer) } : {}),
    ...(offer?.kind === 'asks-contact' ? { asksContact: true } : {}),
    ...(offer?.kind === 'asks-location' ? { asksLocation: true } : {}),
    ...(message.template === undefined ? {} : { template: message.template }),
    ...(message.header === '' ? {} : { header: message.header }),
    ...(message.footer === '' ? {} : { footer: message.footer }),
  };
};

/** WhatsApp sets each button on a line of its own. */
const shownButtons = ({ offer }: Message): readonly (readonly ShownButton[])[] =>
  offer?.kind === 'buttons' ? offer.buttons.map((button) => [shownButton(button)]) : [];

const shownButton = (button: Button): ShownButton => {
  switch (button.kind) {
    case 'reply':
      return { kind: 'callback', text: button.title, data: button.id };
    case 'quick-reply':
      return { kind: 'callback', text: button.text, data: button.payload };
    case 'url':
      return { kind: 'url', text: button.text, url: button.url };
  }
};

const shownList = ({
  button,
  sections,
}: Extract<NonNullable<Message['offer']>, { kind: 'list' }>): ShownList => ({
  button,
  sections: sections.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({ data: row.id, title: row.title, description: row.description })),
  })),
});

const shownContent = (world: World, content: Content): ShownContent => {
  switch (content.kind) {
    case 'photo':
      return { kind: 'photo', url: fileUrl(content.media), caption: content.caption };
    case 'document':
      return {
        kind: 'document',
        name: content.name,
        url: fileUrl(content.media),
        bytes: world.media.get(content.media)?.size ?? 0,
        caption: content.caption,
      };
    case 'video': {
      const { seconds, caption, note } = content;
      return { kind: 'video', look: note ? 'note' : 'video', url: fileUrl(content.media), seconds, caption };
    }
    case 'audio': {
      const { seconds, media, voice, name } = content;
      const url = media === '' ? {} : { url: fileUrl(media) };
      return voice || media === ''
        ? { kind: 'voice', seconds, ...url }
        : { kind: 'audio', name, url: fileUrl(media), seconds, caption: '' };
    }
    case 'sticker':
      return { kind: 'sticker', url: fileUrl(content.media), emoji: content.emoji };
    case 'text':
    case 'location':
    case 'contact':
    case 'service':
      return content;
  }
};

const fileUrl = (id: string): string => `/_local/phone/file?messenger=whatsapp&id=${encodeURIComponent(id)}`;
