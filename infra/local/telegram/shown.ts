import type { Phone, ShownButton, ShownChat, ShownContent, ShownEntity, ShownMessage } from '../phone-api.ts';
import { QUERY_LIFE_MS } from './methods/marks.ts';
import { commandsFor } from './methods/profile.ts';
import type { Content, Entity, Group, InlineKeyboard, Message, Person } from './state.ts';
import type { World } from './world.ts';

/** Chats as the person's app draws them. */
export const shownPhones = (world: World): readonly Phone[] => [
  ...[...world.people.all()].filter((person) => !person.advisor).map(personPhone),
  ...[...world.groups.all()].filter((group) => group.migratedTo === undefined).map(groupPhone),
];

const personPhone = (person: Person): Phone => ({
  messenger: 'telegram',
  id: String(person.id),
  person: person.phone,
  kind: 'person',
  name: fullName(person),
  language: person.language,
  unread: person.unread,
  about: person.about,
  blocked: person.blocked,
});

const groupPhone = (group: Group): Phone => ({
  messenger: 'telegram',
  id: String(group.id),
  person: '',
  kind: 'group',
  name: group.title,
  language: 'en',
  unread: group.unread,
});

export const fullName = (person: Person): string =>
  [person.firstName, person.lastName].filter(Boolean).join(' ');

export const shownChat = (world: World, id: string): ShownChat | undefined => {
  const chat = Number(id);
  const person = world.people.get(chat);
  const group = world.groups.get(chat);
  const owner = person ?? group;
  if (!owner) return undefined;
  const messages = [...world.chatMessages(chat)];
  return {
    phone: person ? personPhone(person) : groupPhone(group ?? noGroup()),
    messages: messages.map((message) => shownMessage(world, message)),
    keyboard: person?.keyboard?.rows ?? [],
    typing: owner.typingUntil > world.now(),
    commands: commandsFor(world, chat, person?.language ?? ''),
    toast: owner.toast,
    pending: [...world.queries.all()]
      .filter((query) => query.chat === chat && world.now() - query.at <= QUERY_LIFE_MS)
      .map((query) => ({ messageId: query.message, data: query.data })),
    ...(group ? { topics: shownTopics(world, group, messages) } : {}),
  };
};

const noGroup = (): never => {
  throw new Error('a chat is a person or a group');
};

/** The newest talk first. */
const shownTopics = (
  world: World,
  group: Group,
  messages: readonly Message[],
): NonNullable<ShownChat['topics']> => {
  const latest = new Map<number, number>();
  for (const message of messages) if (message.topic !== undefined) latest.set(message.topic, message.id);
  return [...world.topics.all()]
    .filter((topic) => topic.chat === group.id)
    .toSorted((one, other) => (latest.get(other.id) ?? 0) - (latest.get(one.id) ?? 0))
    .map(({ id, name, closed }) => ({ id, name, closed }));
};

const shownMessage = (world: World, message: Message): ShownMessage => {
  const author = world.people.get(message.from);
  return {
    id: message.id,
    from: message.from === world.botId ? 'bot' : 'person',
    author: author ? fullName(author) : '',
    at: new Date(message.at).toISOString(),
    edited: message.editedAt !== undefined,
    content: shownContent(world, message.content),
    buttons: shownButtons(message.keyboard ?? []),
    ...(message.album === undefined ? {} : { album: message.album }),
    ...(message.topic === undefined ? {} : { topic: message.topic }),
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    ...(message.reaction === '' ? {} : { reaction: message.reaction }),
    ...(message.update !== undefined && world.updates.get(message.update) ? { delivered: false } : {}),
  };
};

const shownButtons = (keyboard: InlineKeyboard): readonly (readonly ShownButton[])[] =>
  keyboard.map((row) =>
    row.map((button) =>
      typeof button.url === 'string'
        ? { kind: 'url', text: button.text, url: button.url }
        : { kind: 'callback', text: button.text, data: String(button.callback_data ?? '') },
    ),
  );

const shownContent = (world: World, content: Content): ShownContent => {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: content.text, entities: content.entities.map(shownEntity) };
    case 'photo':
      return { kind: 'photo', url: fileUrl(content.files.at(-1) ?? ''), caption: content.caption };
    case 'document':
    case 'video': {
      const name = world.files.get(content.file)?.name ?? content.kind;
      return { kind: 'document', name, url: fileUrl(content.file), caption: content.caption };
    }
    case 'voice':
      return { kind: 'voice', seconds: world.files.get(content.file)?.seconds ?? 0 };
    case 'location':
    case 'venue': {
      const { latitude, longitude } = content;
      return { kind: 'location', latitude, longitude, title: content.kind === 'venue' ? content.title : '' };
    }
    case 'contact':
      return {
        kind: 'contact',
        name: `${content.firstName} ${content.lastName}`.trim(),
        phone: content.phone,
      };
    case 'service':
      return { kind: 'service', text: serviceText(content.field, content.value) };
  }
};

const shownEntity = (entity: Entity): ShownEntity => ({
  type: entity.type,
  offset: entity.offset,
  length: entity.length,
  ...(typeof entity.url === 'string' ? { url: entity.url } : {}),
});

const fileUrl = (id: string): string => `/_local/phone/file?messenger=telegram&id=${encodeURIComponent(id)}`;

const serviceText = (field: string, value: unknown): string => {
  const name =
    typeof value === 'object' && value !== null && 'name' in value ? ` “${String(value.name)}”` : '';
  return `${field.replaceAll('_', ' ')}${name}`;
};
