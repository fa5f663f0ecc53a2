import type { PhoneAct } from '../phone-api.ts';
import { madeUpPhone } from '../phones/made-up-phone.ts';
import { ActRefused } from '../phones/types.ts';
import { groupOf, memberOf, personOf, writerId } from './act-writer.ts';
import { apiChat, apiUser, queueOf, unix } from './api-shapes.ts';
import { migrate, setRights } from './conditions.ts';
import { dropTopic, renameTopic, setClosed, startTopic } from './methods/forum.ts';
import { ownerOf } from './methods/profile.ts';
import { postService } from './posting.ts';
import { type Group, inGroup, type Person, stranger } from './state.ts';
import { inChat, type World } from './world.ts';

/** What people do with the group itself: its topics, who is in it, where it lives, what the bot may do there. */

type Deed<Kind extends PhoneAct['do']> = Extract<PhoneAct, { do: Kind }>;

/** Telegram's first colour for a topic that was started without one. */
const BLUE = 7322096;

export const newTopic = (world: World, deed: Deed<'new-topic'>): void => {
  const group = groupOf(world, deed.chat);
  if (!group.forum) throw new ActRefused('Topics are switched off in this group.');
  const from = writerId(world, deed.as);
  startTopic(world, { chat: group.id, name: deed.name, iconColor: BLUE, icon: '', from });
};

export const changeTopic = (world: World, deed: Deed<'topic'>): void => {
  const topic = world.topics.get(inChat(groupOf(world, deed.chat).id, deed.topic));
  if (!topic) throw new ActRefused('There is no such topic any more.');
  switch (deed.change) {
    case 'delete':
      dropTopic(world, topic);
      return;
    case 'rename':
      if (deed.name === undefined || deed.name === topic.name)
        throw new ActRefused('Give the topic another name.');
      renameTopic(world, topic, { name: deed.name, icon: topic.icon }, writerId(world, deed.as));
      return;
    case 'close':
    case 'reopen': {
      const closed = deed.change === 'close';
      if (topic.closed === closed) throw new ActRefused('The topic is so already.');
      setClosed(world, topic, closed, writerId(world, deed.as));
    }
  }
};

/** Somebody new comes in; who left before under that name comes back. */
export const join = (world: World, deed: Deed<'join'>): void => {
  const group = groupOf(world, deed.chat);
  const former = [...world.people.all()].find(
    (person) => (person.guest || person.advisor) && person.firstName === deed.name && !inGroup(person),
  );
  const id = former?.id ?? world.count('new guest', 7_900_101);
  const person: Person = former ?? {
    ...stranger,
    id,
    firstName: deed.name,
    lastName: '',
    language: 'en',
    phone: madeUpPhone(),
    about: 'came into the group',
    guest: true,
  };
  world.people.put(id, { ...person, member: true });
  changed(world, group, id, 'left', 'member');
  const user = apiUser(world, id);
  postService(world, { chat: group.id, from: id, field: 'new_chat_members', value: [user] });
};

export const leave = (world: World, deed: Deed<'leave'>): void => {
  const group = groupOf(world, deed.chat);
  const { id } = memberOf(world, deed.as);
  world.people.put(id, { ...personOf(world, String(id)), member: false });
  changed(world, group, id, 'member', 'left');
  postService(world, { chat: group.id, from: id, field: 'left_chat_member', value: apiUser(world, id) });
};

/** `chat_member`: told to administrators that ask for it. https://core.telegram.org/bots/api#update */
const changed = (world: World, group: Group, id: number, before: string, after: string): void => {
  if (!group.member || !group.admin) return;
  const user = apiUser(world, id);
  world.tell(
    {
      chat_member: {
        chat: apiChat(world, group.id),
        from: user,
        date: unix(world.now()),
        old_chat_member: { user, status: before },
        new_chat_member: { user, status: after },
      },
    },
    queueOf.people(group.id),
  );
};

/** @returns the new id. */
export const migrateGroup = (world: World, deed: Deed<'migrate-group'>): number => {
  const group = groupOf(world, deed.chat);
  const id = -(1_002_100_000_000 + world.count('moved group', 1));
  migrate(world, group, id);
  world.changed(group.id);
  return id;
};

export const giveRights = (world: World, deed: Deed<'bot-rights'>): void => {
  const { topics, ...rights } = deed.rights;
  const group = groupOf(world, deed.chat);
  const by = ownerOf(world)?.id ?? world.botId;
  setRights(world, group, { ...rights, ...(topics === undefined ? {} : { forum: topics }) }, by);
};
