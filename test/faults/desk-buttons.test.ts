import { describe, expect, it } from 'vitest';
import { actionsOf } from '#shared/domain/outbound.ts';
import type { Bubble } from '#test/helpers/bubble.ts';
import type { Item } from '#test/helpers/expressions.ts';
import { nikos, type Person } from '#test/helpers/rig.ts';
import { type Chance, chanceOf } from './chance.ts';
import { deskRowsIn } from './desk-view.ts';
import { maria as anna, type Small, smallRig } from './small.ts';

/**
 * Ten thousand taps that nobody was offered: buttons of the desk tapped by customers, by strangers in the group, by somebody
 * who was an advisor, in other groups, and data made up or changed. None of them changes anything.
 */

const each = 2_000;
const mondayTen = Date.parse('2026-11-23T08:00:00Z');
const mallory: Person = { id: 6_660_001, first_name: 'Mallory', language_code: 'en' };
const former: Person = { id: 5_000_002, first_name: 'Eleni', language_code: 'en' };

/** A desk with everything on it that can be tapped, and somebody who may not tap it any more. */
async function busyDesk(): Promise<Small> {
  const rig = await smallRig();
  rig.clock = mondayTen;
  for (const person of [nikos, anna]) {
    await rig.says('person', person);
    await rig.calm();
  }
  await rig.desk.as('maria').says('I am on it', nikos);
  await rig.desk.as('eleni').says('It costs 100', nikos);
  await rig.desk.as('stranger').says('Hello', nikos);
  await rig.desk.as('maria').says('/open', 'general');
  await rig.desk.as('maria').says('/hand', nikos);
  await rig.desk.as('maria').says('/advisors remove 5000002', 'general');
  await rig.calm();
  return rig;
}

/** All that a tap could change: cases, the group, customers, days, and what goes to customers in somebody's name. */
function standing(items: readonly Item[]): readonly string[] {
  return items
    .filter(({ pk }) => /^(D|G|P|W|M)#|^O#telegram\/4242\//.test(String(pk)))
    .map((item) => JSON.stringify(item))
    .filter((item) => !item.startsWith('{"pk":"O#') || item.includes('"kind":"relay"'));
}

/** Every button of every row at the desk, as it stands on the message. */
function offered(rig: Small): readonly string[] {
  return deskRowsIn(rig.rows.items()).flatMap(({ sk, messages }) =>
    messages.flatMap(actionsOf).map((_action, index) => `1.${sk}.${index}`),
  );
}

function changed(data: string, chance: Chance): string {
  const at = chance.below(data.length);
  const sign = chance.of([...'0123456789abcXYZ.-_#|%']);
  const made = `${data.slice(0, at)}${sign}${data.slice(at + (chance.share(0.5) ? 1 : 0))}`;
  return made.slice(0, 64);
}

/** Data that is on no button. */
function madeUp(real: readonly string[], chance: Chance): string {
  const offers = new Set(real);
  for (;;) {
    const one = changed(chance.of(real), chance);
    if (!offers.has(one)) return one;
  }
}

const tapped = { id: 1, text: '', buttons: [] };

function own(rig: Small): Bubble {
  const [first] = rig.desk.topics().flatMap(({ messages }) => messages);
  if (!first) throw new Error('Nothing was said at the desk');
  return first;
}

function inGroup(rig: Small, who: Person, data: string): unknown {
  const [topic = rig.desk.general()] = rig.desk.topics();
  const spot = { forum: rig.desk.forum, thread: topic.thread };
  return rig.played.telegram.groupUpdates.tap(spot, who, own(rig), data);
}

type Tap = (rig: Small, buttons: readonly string[], chance: Chance) => unknown;
const taps: Readonly<Record<string, Tap>> = {
  'a customer with buttons of the desk': (rig, buttons, chance) =>
    rig.updates.tap(tapped, chance.of(buttons), chance.of([nikos, anna])),
  'a stranger in the group': (rig, buttons, chance) => inGroup(rig, mallory, chance.of(buttons)),
  'somebody who was an advisor': (rig, buttons, chance) => inGroup(rig, former, chance.of(buttons)),
  'an advisor in another group': (rig, buttons, chance) => {
    const forum = { ...rig.desk.forum, chat: -1_009_999_999_999 };
    const { maria } = rig.desk.people;
    const spot = { forum, thread: 0 };
    return rig.played.telegram.groupUpdates.tap(spot, maria, own(rig), chance.of(buttons));
  },
  'an advisor with data that is made up': (rig, buttons, chance) =>
    inGroup(rig, rig.desk.people.maria, madeUp(buttons, chance)),
};

describe('taps that nobody was offered', () => {
  it.each(Object.entries(taps))(`%s: 0 of ${each} accepted`, { timeout: 120_000 }, async (_who, tap) => {
    const rig = await busyDesk();
    const buttons = offered(rig);
    expect(buttons.length).toBeGreaterThan(10);
    const before = standing(rig.rows.items());
    const chance = chanceOf(20_261_123);
    for (let count = 0; count < each; count += 1) {
      await rig.on('telegram').brings(tap(rig, buttons, chance));
      while (await rig.work('inbound'));
      rig.clock += 1_000;
    }
    expect(standing(rig.rows.items())).toEqual(before);
    expect(rig.queues.inbound.dead).toEqual([]);
    expect(rig.failures).toEqual([]);
  });
});
