import { demoAdvisor, demoStranger } from '../phones/demo-people.ts';
import type { DemoPerson } from '../phones/types.ts';
import { stranger } from './state.ts';
import type { TelegramOptions } from './types.ts';
import type { World } from './world.ts';

/** Puts the people, the group and the webhook into a new world; what a former run left stays as it is. */
export const seed = (world: World, options: TelegramOptions, people: readonly DemoPerson[]): void =>
  world.store.atomically(() => {
    const advisors = options.advisorIds.map(demoAdvisor);
    for (const person of people) addPerson(world, person, false);
    for (const advisor of advisors) addPerson(world, advisor, true);
    if (!world.people.get(demoStranger.id)) {
      world.people.put(demoStranger.id, { ...stranger, ...demoStranger, guest: true });
    }
    if (world.groups.get(options.groupId) === undefined) {
      world.groups.put(options.groupId, {
        id: options.groupId,
        title: 'Advisors',
        member: true,
        admin: true,
        forum: true,
        manageTopics: true,
        deleteMessages: true,
        pinMessages: true,
        unread: 0,
        typingUntil: 0,
        toast: '',
      });
    }
    // Token and secret are made up anew at each start unless they were given: this start's are the right ones.
    world.words.put('token', options.token);
    const webhook = world.webhooks.get('set');
    world.webhooks.put('set', {
      url: webhook?.url || 'http://127.0.0.1/telegram',
      secret: options.webhookSecret,
      allowed: options.allowedUpdates ? [...options.allowedUpdates] : (webhook?.allowed ?? []),
      maxConnections: webhook?.maxConnections ?? 40,
      setAt: 0,
      lastErrorAt: webhook?.lastErrorAt ?? 0,
      lastError: webhook?.lastError ?? '',
    });
  });

const addPerson = (world: World, person: DemoPerson, advisor: boolean): void => {
  const known = world.people.get(person.id);
  world.people.put(person.id, known ? { ...known, advisor } : { ...stranger, ...person, advisor });
};
