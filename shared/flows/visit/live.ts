import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Outbound, Say } from '#shared/domain/outbound.ts';
import { isDone, withStage } from '#shared/domain/visit/life.ts';
import { isInHouse } from '#shared/domain/visit/stage.ts';
import type { Station } from '#shared/station/schema.ts';
import { refreshSay } from './news.ts';

/**
 * The latest message about each car that is here, as it is to stand now: it follows the visit where it can still change, whoever
 * moved it, without a sound. One that is said in the same step (`said`) shows it already. Pure; instants are epoch milliseconds.
 */
export function liveSays(
  was: Customer,
  now: Customer,
  said: readonly Outbound[],
  { station, at }: { readonly station: Station; readonly at: number },
): readonly Say[] {
  const names = new Set(said.flatMap((one) => (one.kind === 'say' && one.live !== null ? [one.live] : [])));
  return [...now.visits, ...handedBack(was, now)]
    .filter((visit) =>
      hasMoved(
        was.visits.find(({ id }) => id === visit.id),
        visit,
      ),
    )
    .map((visit) => refreshSay(visit, { customer: now, station, now: at }))
    .filter(({ live }) => live !== null && !names.has(live));
}

/** Visits of cars that were here and are over, as they ended. */
function handedBack(was: Customer, now: Customer): readonly Visit[] {
  return was.visits.flatMap((visit) => {
    const past = now.past.find(({ id }) => id === visit.id);
    if (!past || now.visits.some(({ id }) => id === visit.id)) return [];
    return [{ ...visit, life: { ...withStage(visit.life, past.stage, past.end, null), newsBy: null } }];
  });
}

/** Whether its stage or a promise is another one, or the car was looked at; of a car that is here, or was until now. */
function hasMoved(before: Visit | undefined, visit: Visit): boolean {
  const isHere = [before, visit].some((one) => one !== undefined && isInHouse(one.life.stage));
  return isHere && (before === undefined || shownOf(before) !== shownOf(visit));
}

/** When news are owed next is no reason by itself: it moves with every word that is said about the car. */
function shownOf({ readyBy, life }: Visit): string {
  const { stage, since, moved } = life;
  const intake = isDone(life, 'intake') ? life.intake : null;
  return JSON.stringify([stage, since, readyBy, intake, moved.at(-1)?.at ?? null]);
}
