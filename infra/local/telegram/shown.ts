import type { BotRights, Phone, ShownButton, ShownChat, ShownMessage, Writer } from '../phone-api.ts';
import { anonymous } from './act-writer.ts';
import { QUERY_LIFE_MS } from './methods/marks.ts';
import { commandsFor } from './methods/profile.ts';
import { reactionEmoji } from './methods/send-text.ts';
import { shownContent } from './shown-content.ts';
import { ANONYMOUS, type Group, type InlineKeyboard, inGroup, type Message, type Person } from './state.ts';
import type { World } from './world.ts';

/** Chats as the person's app draws them. */
export const shownPhones = (world: World): readonly Phone[] => [
  ...[...world.people.all()].filter((person) => !person.advisor && !person.guest).map(personPhone),
  ...[...world.groups.all()].filter((group) => group.migratedTo === undefined).map(groupPhone),
];

/** Who may write in the group: advisors, guests, and whoever hides behind the group's name. */
export const shownWriters = (world: World): readonly Writer[] => {
  const people = [...world.people.all()].filter(inGroup);
  return [
    ...people
      .filter(({ advisor }) => advisor)
      .map((person) => ({ id: String(person.id), name: fullName(person), role: 'advisor' as const })),
    ...people
      .filter(({ advisor }) => !advisor)
      .map((person) => ({ id: String(person.id), name: fullName(person), role: 'stranger' as const })),
    { id: anonymous, name: 'Anonymous', role: 'anonymous' },
  ];
};

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

const fullName = (person: Person): string => [person.firstName, person.lastName].filter(Boolean).join(' ');

export const shownChat = (world: World, id: string): ShownChat | undefined => {
  const chat = Number(id);
  const person = world.people.get(chat);
  const group = world.groups.get(chat);
  if (group) return shownGroup(world, group);
  if (!person) return undefined;
  return {
    ...common(world, chat, person),
    phone: personPhone(person),
    keyboard: person.keyboard?.rows ?? [],
    commands: commandsFor(world, chat, person.language),
  };
};

const shownGroup = (world: World, group: Group): ShownChat => ({
  ...common(world, group.id, group),
  phone: groupPhone(group),
  keyboard: [],
  commands: commandsFor(world, group.id, ''),
  rights: rightsOf(group),
  ...(group.forum ? { topics: shownTopics(world, group) } : {}),
});

const common = (world: World, chat: number, owner: Person | Group) => ({
  messages: [...world.chatMessages(chat)].map((message) => shownMessage(world, message)),
  typing: owner.typingUntil > world.now(),
  toast: owner.toast,
  reactionEmoji,
  pending: [...world.queries.all()]
    .filter((query) => query.chat === chat && world.now() - query.at <= QUERY_LIFE_MS)
    .map((query) => ({ messageId: query.message, data: query.data })),
});

const rightsOf = ({ member, admin, manageTopics, deleteMessages, pinMessages, forum }: Group): BotRights => ({
  member,
  admin,
  manageTopics,
  deleteMessages,
  pinMessages,
  topics: forum,
});

/** The newest talk first. */
const shownTopics = (world: World, group: Group): NonNullable<ShownChat['topics']> => {
  const latest = new Map<number, number>();
  for (const { topic, id } of world.chatMessages(group.id)) if (topic !== undefined) latest.set(topic, id);
  return [...world.topics.all()]
    .filter((topic) => topic.chat === group.id)
    .toSorted((one, other) => (latest.get(other.id) ?? 0) - (latest.get(one.id) ?? 0))
    .map(({ id, name, closed }) => ({ id, name, closed }));
};

const shownMessage = (world: World, message: Message): ShownMessage => {
  const author = world.people.get(message.from);
  const group = world.groups.get(message.chat);
  const { reactions } = message;
  return {
    id: message.id,
    from: message.from === world.botId ? 'bot' : 'person',
    author: message.from === ANONYMOUS ? (group?.title ?? '') : author ? fullName(author) : '',
    ...(group && message.from !== world.botId ? { authorId: writerOf(message.from) } : {}),
    at: new Date(message.at).toISOString(),
    edited: message.editedAt !== undefined,
    content: shownContent(world, message),
    buttons: shownButtons(message.keyboard ?? []),
    ...(message.album === undefined ? {} : { album: message.album }),
    ...(message.topic === undefined ? {} : { topic: message.topic }),
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    ...(message.reaction === '' ? {} : { reaction: message.reaction }),
    ...(reactions.length === 0
      ? {}
      : { reactions: reactions.map(({ by, emoji }) => ({ by: writerOf(by), emoji })) }),
    ...(message.pinned ? { pinned: true } : {}),
    ...forwarded(world, message),
    ...(message.update !== undefined && world.updates.get(message.update) ? { delivered: false } : {}),
  };
};

const writerOf = (user: number): string => (user === ANONYMOUS ? anonymous : String(user));

const forwarded = (world: World, message: Message): { forwardedFrom?: string } => {
  const author = world.people.get(message.forwardedFrom ?? 0);
  const name = message.forwardedName ?? (author ? fullName(author) : undefined);
  return name === undefined ? {} : { forwardedFrom: name };
};

const shownButtons = (keyboard: InlineKeyboard): readonly (readonly ShownButton[])[] =>
  keyboard.map((row) =>
    row.map((button) =>
      typeof button.url === 'string'
        ? { kind: 'url', text: button.text, url: button.url }
        : { kind: 'callback', text: button.text, data: String(button.callback_data ?? '') },
    ),
  );
