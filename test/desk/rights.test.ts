import { describe, expect, it } from 'vitest';
import { group, Town } from './town.ts';

/** Who may do what where: every role in every place with every act; only advisors in a customer's topic change anything. */

const roles = {
  manager: '5000001',
  advisor: '5000002',
  stranger: '6660001',
  'former advisor': '5000002',
} as const;
const places = [
  'a customer’s topic',
  'General',
  'a topic of nobody’s',
  'another group',
  'a private chat',
] as const;
const acts = {
  'an answer': { kind: 'text', text: 'It is ready' },
  '/take': { kind: 'command', name: 'take', payload: '' },
  '/give': { kind: 'command', name: 'give', payload: '' },
  '/hand': { kind: 'command', name: 'hand', payload: 'maria' },
  '/done': { kind: 'command', name: 'done', payload: '' },
  '/advisors add': { kind: 'command', name: 'advisors', payload: 'add 7770001 Mallory' },
  'a photo': {
    kind: 'photo',
    file: { id: 'p', bytes: 1, mime: 'image/jpeg', name: null },
    caption: '',
    album: null,
  },
} as const;

type Role = keyof typeof roles;
type Place = (typeof places)[number];
type Act = keyof typeof acts;

/** What the act may change; everything else stays as it was. */
function allowed(role: Role, place: Place, act: Act): 'case' | 'roster' | 'nothing' {
  if (role === 'stranger' || role === 'former advisor') return 'nothing';
  if (place === 'another group' || place === 'a private chat') return 'nothing';
  if (act === '/advisors add') return role === 'manager' ? 'roster' : 'nothing';
  if (place !== 'a customer’s topic') return 'nothing';
  return 'case';
}

const cases = Object.keys(roles)
  .flatMap((role) => places.flatMap((place) => Object.keys(acts).map((act) => ({ role, place, act }))))
  .filter((one): one is { role: Role; place: Place; act: Act } => one.role in roles && one.act in acts);

describe('who may act where', () => {
  it.each(cases)('$role, $place: $act', async ({ role, place, act }) => {
    const town = new Town();
    const [customer] = town.customers;
    if (!customer) throw new Error('There is a customer');
    if (role === 'former advisor')
      await town.happens(roles.manager, '', {
        kind: 'command',
        name: 'advisors',
        payload: `remove ${roles[role]}`,
      });
    // Somebody waits, so that each of the commands has something to change; who waits still is not given back.
    const owner = roles[role] === '5000002' ? 'eleni' : 'maria';
    const waits = { owner, baton: 'waiting', waitingSince: town.now } as const;
    const talks = { owner, baton: 'person', waitingSince: null } as const;
    town.alters(customer, act === '/give' ? talks : waits);
    const before = snapshot(town);
    const thread =
      place === 'a customer’s topic' ? customer.thread : place === 'a topic of nobody’s' ? '5' : '';
    const chat =
      place === 'another group' ? '-1009999999999' : place === 'a private chat' ? roles[role] : group;
    await town.happens(roles[role], thread, acts[act], { chat });
    const after = snapshot(town);
    const may = allowed(role, place, act);
    expect(after.roster === before.roster, 'the roster').toBe(may !== 'roster');
    if (may !== 'case') expect(after.case).toBe(before.case);
    // What a command may change is tested where it belongs; that an answer goes out is enough here.
    const isAnswer = act === 'an answer' || act === 'a photo';
    expect(after.sent - before.sent).toBe(
      may === 'case' && isAnswer ? 1 : act === '/give' && may === 'case' ? 1 : 0,
    );
  });
});

function snapshot(town: Town) {
  const [customer] = town.customers;
  const roster = town.table.items().find(({ pk, sk }) => pk === 'G#desk' && sk === 'roster');
  const ours = new Set(town.customers.flatMap(({ homes }) => homes));
  return {
    case: customer ? JSON.stringify(town.caseOf(customer)) : '',
    roster: JSON.stringify(roster ?? null),
    sent: town.rows().filter(({ destination }) => ours.has(destination)).length,
  };
}
