import type { Acting, Roster } from '#shared/domain/group.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { type Language, languageOf } from '#shared/domain/language.ts';
import type { Station } from '#shared/station/schema.ts';

/** Who may act at the desk, and how they are called there. Only numeric ids decide: names can be anybody's. */

type Person = NonNullable<Inbound['from']>;

export type Lists = {
  readonly station: Pick<Station, 'advisors'>;
  /** Numeric ids that the owner configured. */
  readonly advisorIds: readonly string[];
  readonly roster: Roster;
};

/** Somebody on the list: as they act, in which language the desk speaks to them, and the roster where it learned their name. */
export type Known = { readonly by: Acting; readonly language: Language; readonly learned: Roster | null };

/** Null for everybody who may not act: strangers, those who were taken off the list. */
export function knownAs(person: Person, lists: Lists): Known | null {
  const { station, advisorIds, roster } = lists;
  if (roster.removed.includes(person.id)) return null;
  const chosen = roster.languages[person.id];
  const named = station.advisors.find(({ deskId }) => String(deskId) === person.id);
  if (named) {
    const by = { id: person.id, advisor: named.id, role: named.role };
    return { by, language: chosen ?? named.languages[0] ?? 'en', learned: null };
  }
  const added = roster.added.find(({ id }) => id === person.id);
  if (added) {
    const by = { id: person.id, advisor: added.name, role: added.role };
    return { by, language: chosen ?? languageOf(added.language) ?? 'en', learned: null };
  }
  if (!advisorIds.includes(person.id)) return null;
  const learned = withMember(lists, person, 'advisor');
  const name = learned.added.find(({ id }) => id === person.id)?.name ?? person.id;
  return {
    by: { id: person.id, advisor: name, role: 'advisor' },
    language: chosen ?? languageOf(person.language ?? undefined) ?? 'en',
    learned,
  };
}

/** The list with somebody on it. Their name stands for them in cases, so two people never share one. */
export function withMember(
  { station, roster }: Pick<Lists, 'station' | 'roster'>,
  { id, name, language }: Pick<Person, 'id' | 'name' | 'language'>,
  role: Acting['role'],
): Roster {
  const removed = roster.removed.filter((one) => one !== id);
  const isKnown =
    roster.added.some((one) => one.id === id) || station.advisors.some(({ deskId }) => String(deskId) === id);
  if (isKnown) return { ...roster, removed };
  const taken = [...roster.added.map((one) => one.name), ...station.advisors.map((one) => one.id)];
  const plain = name.trim() || id;
  const called = taken.includes(plain) ? `${plain} ${id.slice(-3)}` : plain;
  return {
    ...roster,
    removed,
    added: [...roster.added, { id, name: called, role, language: language ?? '' }],
  };
}

/** The list without somebody. */
export function withoutMember(roster: Roster, id: string): Roster {
  const added = roster.added.filter((one) => one.id !== id);
  return { ...roster, added, removed: [...new Set([...roster.removed, id])] };
}

export type Colleague = { readonly id: string; readonly advisor: string; readonly role: Acting['role'] };

/** Everybody who may act and is known by name. */
export function colleagues({ station, roster }: Pick<Lists, 'station' | 'roster'>): readonly Colleague[] {
  const named = station.advisors.map(({ id, deskId, role }) => ({ id: String(deskId), advisor: id, role }));
  const added = roster.added.map(({ id, name, role }) => ({ id, advisor: name, role }));
  return [...named, ...added].filter(({ id }) => !roster.removed.includes(id));
}

/** In whose name the desk acts by itself, and in which language it speaks then: the first manager's; English where there is none. */
export function managerOf(lists: Pick<Lists, 'station' | 'roster'>): Pick<Known, 'by' | 'language'> {
  const manager = colleagues(lists).find(({ role }) => role === 'manager');
  if (!manager) return { by: { id: '', advisor: '', role: 'manager' }, language: 'en' };
  const { languages } = lists.roster;
  const named = lists.station.advisors.find(({ deskId }) => String(deskId) === manager.id);
  return { by: manager, language: languages[manager.id] ?? named?.languages[0] ?? 'en' };
}

/** The language that whoever has a case chose for the desk; null where nobody has it, or they chose none. */
export function tongueOfOwner(
  owner: string | null,
  lists: Pick<Lists, 'station' | 'roster'>,
): Language | null {
  const known = owner === null ? undefined : colleagues(lists).find(({ advisor }) => advisor === owner);
  return (known && lists.roster.languages[known.id]) ?? null;
}
