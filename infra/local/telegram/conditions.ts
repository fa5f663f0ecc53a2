import { apiBot, apiUser, queueOf } from './api-shapes.ts';
import { dropTopic, setClosed } from './methods/forum.ts';
import { botMember } from './methods/profile.ts';
import { postService } from './posting.ts';
import type { Group, Topic } from './state.ts';
import type { Conditions } from './types.ts';
import { membershipUpdate } from './webhook.ts';
import { inChat, type World } from './world.ts';

/** The person blocks the bot or takes that back; the bot is told by `my_chat_member`. */
export const setBlocked = (world: World, id: number, blocked: boolean): void => {
  const person = world.people.get(id);
  if (!person || person.blocked === blocked) return;
  world.people.put(id, { ...person, blocked, started: true, refused: false });
  const member = { user: apiBot(world), status: 'member' };
  const kicked = { user: apiBot(world), status: 'kicked', until_date: 0 };
  const [before, after] = blocked ? [member, kicked] : [kicked, member];
  world.tell(membershipUpdate(world, id, apiUser(world, id), before, after), queueOf.membership(id));
  world.changed(id);
};

/** What a test can make of the world. Unknown topics, people and groups are errors in the test, so they throw. */
export const conditionsOf = (world: World): Conditions => ({
  blocked: (id, blocked) => world.store.atomically(() => setBlocked(world, id, blocked)),
  deactivated: (id) => {
    const person = world.people.get(id);
    if (!person) throw new Error('deactivated: there is no such person');
    world.people.put(id, { ...person, deactivated: true });
    world.changed(id);
  },
  token: (token) => world.words.put('token', token ?? ''),
  groupMigrated: (newId) => world.store.atomically(() => migrate(world, onlyGroup(world), newId)),
  topicDeleted: (topic) => world.store.atomically(() => dropTopic(world, topicOf(world, topic))),
  topicClosed: (topic, closed) =>
    world.store.atomically(() => setClosed(world, topicOf(world, topic), closed, someAdvisor(world))),
  botRights: ({ topics, ...rights }) =>
    world.store.atomically(() =>
      setRights(
        world,
        onlyGroup(world),
        { ...rights, ...(topics === undefined ? {} : { forum: topics }) },
        someAdvisor(world),
      ),
    ),
});

/** What the bot may do in the group changes: it is told by `my_chat_member`, unless only the topics were switched. */
export const setRights = (
  world: World,
  group: Group,
  rights: Partial<
    Pick<Group, 'member' | 'admin' | 'forum' | 'manageTopics' | 'deleteMessages' | 'pinMessages'>
  >,
  by: number,
): void => {
  const after: Group = { ...group, ...rights };
  world.groups.put(group.id, after);
  world.changed(group.id);
  const [before, now] = [botMember(world, group), botMember(world, after)];
  if (JSON.stringify(before) === JSON.stringify(now)) return;
  const update = membershipUpdate(world, group.id, apiUser(world, by), before, now);
  world.tell(update, queueOf.membership(group.id));
};

const onlyGroup = (world: World): Group => {
  const group = [...world.groups.all()].find((each) => each.migratedTo === undefined);
  if (!group) throw new Error('there is no group');
  return group;
};

const topicOf = (world: World, id: number): Topic => {
  const topic = world.topics.get(inChat(onlyGroup(world).id, id));
  if (!topic) throw new Error(`there is no topic ${id} in the group`);
  return topic;
};

const someAdvisor = (world: World): number =>
  [...world.people.all()].find((person) => person.advisor)?.id ?? world.botId;

/** Old ids of messages and topics mean nothing in the new group: it starts empty. */
export const migrate = (world: World, group: Group, newId: number): void => {
  const from = someAdvisor(world);
  world.groups.put(newId, { ...group, id: newId });
  postService(world, { chat: group.id, from, field: 'migrate_to_chat_id', value: newId });
  world.groups.put(group.id, { ...group, migratedTo: newId });
  postService(world, { chat: newId, from, field: 'migrate_from_chat_id', value: group.id });
};
