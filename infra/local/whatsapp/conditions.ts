import { changeSetup } from './setup.ts';
import { templateItem } from './telling.ts';
import type { Conditions } from './types.ts';
import type { World } from './world.ts';

/** What a test can make of the world. Unknown people and templates are errors in the test, so they throw. */
export const conditionsOf = (world: World): Conditions => ({
  token: (token) => world.words.put('token', token ?? ''),
  setup: (change) => changeSetup(world, change),
  receipts: (chat, on) => {
    const person = world.people.get(chat);
    if (!person) throw new Error('receipts: there is no such person');
    world.people.put(chat, { ...person, receipts: on });
  },
  template: (name, language, status) =>
    world.store.atomically(() => {
      const template = [...world.templates.all()].find(
        (each) => each.name === name && each.language === language,
      );
      if (!template) throw new Error('template: there is none of this name and language');
      const looked = { ...template, status, reviewedAt: Math.min(template.reviewedAt, world.now()) };
      world.templates.put(template.id, looked);
      world.tell([templateItem(looked, status)]);
    }),
});
