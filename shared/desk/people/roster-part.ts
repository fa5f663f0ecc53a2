import * as z from 'zod';
import type { Roster } from '#shared/domain/group.ts';
import { card, type Option, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { type DeskDecision, type DeskTurn, reply, toast } from '../turn.ts';
import { colleagues, withMember, withoutMember } from '../who.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), id: z.string(), name: z.string(), language: z.string() }),
  z.object({ do: z.literal('remove'), id: z.string() }),
]);
type Action = z.infer<typeof action>;

/** Who may act at the desk: everybody sees the list, managers change it. */
export const rosterPart = definePart<Action>({
  name: 'desk.roster',
  action,
  commands: ['advisors'],
  needs: () => [],
  decide: (event, _facts, turn) => {
    switch (event.kind) {
      case 'action':
        return changed(event.action, turn);
      case 'command':
        return spoken(event.words, turn);
      case 'content':
        return { changes: [], say: [] };
    }
  },
});

function changed(asked: Action, turn: DeskTurn): DeskDecision {
  if (turn.by.role !== 'manager') return toast(phrase('relayManagersOnly'));
  return asked.do === 'add' ? add(asked, turn) : remove(asked.id, turn);
}

/** `/advisors add 5000003 Kostas`, `/advisors remove 5000003`; anything else shows the list. */
function spoken(words: string, turn: DeskTurn): DeskDecision {
  const [, id = '', name = ''] = /^(?:add|\+)\s*(\d{3,20})(?:\s+(.{1,60}))?$/i.exec(words) ?? [];
  const [, gone = ''] = /^(?:remove|-)\s*(\d{3,20})$/i.exec(words) ?? [];
  if (id === '' && gone === '') return list(turn);
  if (turn.by.role !== 'manager') return reply(say(phrase('relayManagersOnly')));
  return id === '' ? remove(gone, turn) : add({ id, name, language: '' }, turn);
}

function add(person: { id: string; name: string; language: string }, turn: DeskTurn): DeskDecision {
  const { roster } = turn;
  if (colleagues(turn).some(({ id }) => id === person.id))
    return shown(roster, phrase('relayListedAlready'), turn);
  const next = withMember(turn, person, 'advisor');
  const name =
    colleagues({ ...turn, roster: next }).find(({ id }) => id === person.id)?.advisor ?? person.name;
  return shown(next, phrase('relayAdded', { name }), turn);
}

/** Nobody takes themselves off the list: somebody has to be able to put them back. */
function remove(id: string, turn: DeskTurn): DeskDecision {
  const known = colleagues(turn).find((one) => one.id === id);
  if (id === turn.by.id) return shown(turn.roster, phrase('relayNotYourself'), turn);
  if (!known) return shown(withoutMember(turn.roster, id), phrase('relayNotListedId', { id }), turn);
  return shown(withoutMember(turn.roster, id), phrase('relayRemoved', { name: known.advisor }), turn);
}

function shown(roster: Roster, words: Phrase, turn: DeskTurn): DeskDecision {
  const changes = roster === turn.roster ? [] : [{ kind: 'roster', roster } as const];
  return { ...list({ ...turn, roster }, words), changes, toast: words };
}

/** Managers also see how often somebody sent what was held for its tone, and can take people off. */
function list(turn: DeskTurn, above?: Phrase): DeskDecision {
  const isManager = turn.by.role === 'manager';
  const all = colleagues(turn);
  const lines = all.map(({ id, advisor, role }) =>
    phrase('relayRosterLine', {
      advisor,
      role,
      id: isManager ? id : '',
      anyway: isManager ? (turn.roster.sentAnyway[id] ?? 0) : 0,
    }),
  );
  const others = isManager ? all.filter(({ id }) => id !== turn.by.id) : [];
  const buttons = others.map(({ id, advisor }): Option[] => [
    {
      kind: 'act',
      label: phrase('relayLabelRemove', { advisor }),
      action: { flow: 'desk.roster', data: { do: 'remove', id } },
    },
  ]);
  const how = isManager ? [phrase('relayRosterHow')] : [];
  return reply(
    card('aside', [...(above ? [above] : []), phrase('relayRosterHead'), ...lines, ...how], buttons),
  );
}
