import { describe, expect, it } from 'vitest';
import { colleagues, knownAs, withMember, withoutMember } from '#shared/desk/who.ts';
import { emptyRoster } from '#shared/domain/group.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { station } from '#shared/station/station.ts';

const person = (id: string, name = 'Kostas', language = 'ru'): NonNullable<Inbound['from']> => ({
  id,
  name,
  language,
  phone: null,
  known: [],
});
const lists = { station, advisorIds: ['5000009'], roster: emptyRoster };

describe('who may act at the desk', () => {
  it('the station’s advisors do, by their numeric id, in their first language', () => {
    expect(knownAs(person('5000001', 'Anybody'), lists)).toMatchObject({
      by: { id: '5000001', advisor: 'maria', role: 'manager' },
      language: 'el',
      learned: null,
    });
  });

  it('nobody does by a name, however well it fits', () => {
    expect(knownAs(person('6660001', 'Maria'), lists)).toBeNull();
    expect(knownAs(person('maria', 'Maria'), lists)).toBeNull();
  });

  it('whom the owner configured by id does, and is remembered by name', () => {
    const known = knownAs(person('5000009'), lists);
    expect(known).toMatchObject({ by: { advisor: 'Kostas', role: 'advisor' }, language: 'ru' });
    const roster = known?.learned ?? emptyRoster;
    expect(knownAs(person('5000009', 'Changed'), { ...lists, roster })).toMatchObject({
      by: { advisor: 'Kostas' },
      learned: null,
    });
  });

  it('whoever was taken off does not, wherever else they are named', () => {
    for (const id of ['5000001', '5000009']) {
      const roster = withoutMember(emptyRoster, id);
      expect(knownAs(person(id), { ...lists, roster })).toBeNull();
    }
  });

  it('two people of one name are told apart', () => {
    const one = withMember(lists, person('5000003'), 'advisor');
    const both = withMember({ station, roster: one }, person('5000004'), 'advisor');
    expect(both.added.map(({ name }) => name)).toEqual(['Kostas', 'Kostas 004']);
    expect(withMember({ station, roster: both }, person('5000004'), 'advisor').added).toHaveLength(2);
  });

  it('whoever is put back on acts again, once on the list', () => {
    const roster = withoutMember(emptyRoster, '5000002');
    const back = withMember({ station, roster }, person('5000002', 'Eleni'), 'advisor');
    expect(knownAs(person('5000002'), { ...lists, roster: back })).toMatchObject({
      by: { advisor: 'eleni' },
    });
    expect(colleagues({ station, roster: back }).filter(({ id }) => id === '5000002')).toHaveLength(1);
  });
});
