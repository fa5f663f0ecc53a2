import type { Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { tellAt } from '../visit/tell.ts';
import { beforeComing } from './before.ts';
import { type AgendaSetting, type Due, dueNames } from './due.ts';
import { owedInHouse } from './owed.ts';
import { readyWaits } from './waits.ts';

export { withoutPastReminders } from './before.ts';
export type { AgendaSetting, Due } from './due.ts';

/**
 * What a visit has before it, with its moments. One timer a visit, its clock, is set to the first of them and set anew with every
 * change of the visit: what is due is read from the visit as it is then, never from what the timer knew.
 */

/** All that is still before a visit, earliest first; what is done, or of no use any more, is not in it. */
export function agendaOf(visit: Visit, setting: AgendaSetting): readonly Due[] {
  const tell = tellAt(visit, setting);
  const all = [
    ...beforeComing(visit, setting),
    ...(tell === null ? [] : [{ what: 'tell', at: tell } as const]),
    ...owedInHouse(visit, setting),
    ...readyWaits(visit, setting),
  ];
  return all.sort((a, b) => a.at - b.at || dueNames.indexOf(a.what) - dueNames.indexOf(b.what));
}

const prefix = 'clock#';

/**
 * The visit's clock as it has to stand. It lies where the visit is spoken of, whichever of the person's chats sets it. `held`: what is
 * due and may not be said before a moment, by its name. A visit without a messenger has none.
 */
export function clockChange(
  visit: Visit,
  setting: AgendaSetting,
  now: number,
  held: ReadonlyMap<string, number> = new Map(),
): readonly Change[] {
  const moments = agendaOf(visit, setting).map(
    ({ what, at, once }) => held.get(once ?? what) ?? Math.max(at, now),
  );
  const dueAt = moments.length === 0 ? null : Math.min(...moments);
  return clockOf(visit, dueAt);
}

/** The visit is over, or spoken of elsewhere. */
export function noClock(visit: Pick<Visit, 'id' | 'chat'>): readonly Change[] {
  return clockOf(visit, null);
}

function clockOf({ id, chat }: Pick<Visit, 'id' | 'chat'>, dueAt: number | null): readonly Change[] {
  const data = dueAt === null ? null : { visit: id };
  return chat === '' ? [] : [{ kind: 'timer', key: `${prefix}${id}`, dueAt, data, chat }];
}
