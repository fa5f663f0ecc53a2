import { type Visit, withVisitAs } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import type { Say } from '#shared/domain/outbound.ts';
import type { DelayReason, PromiseOf } from '#shared/domain/visit/life.ts';
import { lastMoved, movePromise } from '#shared/domain/visit/promise.ts';
import { loudFrom } from '#shared/flows/automatic.ts';
import { clockChange } from '#shared/flows/clock/agenda.ts';
import { bayHeld } from '#shared/flows/clock/bay.ts';
import { heardOn } from '#shared/flows/clock/news-by.ts';
import { newsOwed } from '#shared/flows/clock/owed.ts';
import { movedLine, movedSay } from '#shared/flows/clock/ready.ts';
import { dealtWith } from '../diary/outcome.ts';
import type { About, DeskDecision, DeskTurn } from '../turn.ts';

/** An advisor gives a promise another time; its owner is told at once, in their chat. */

export type Wanted = {
  readonly of: PromiseOf;
  readonly to: number;
  readonly reason: DelayReason;
  readonly words: string;
};

/** The promise as it stands; 0: none. */
export function promiseOf(visit: Visit, of: PromiseOf): number {
  return of === 'ready' ? visit.readyBy : (visit.life.newsBy ?? 0);
}

/** `now`: told now; `later`: when their quiet hours end; `reach`: they have no messenger. */
type Told = 'now' | 'later' | 'reach';

export function moved(
  visit: Visit,
  wanted: Wanted,
  about: About,
  facts: Facts,
  turn: DeskTurn,
): DeskDecision {
  const { now, station, by } = turn;
  const told = toldOf(visit, wanted, about, turn);
  const promised = movePromise(visit, { ...wanted, by: by.advisor, told: told === 'now' ? now : null }, now);
  const held = bayHeld(promised, facts, { station, now });
  const made = held.visit;
  // A word on when it is ready is news of the car.
  const after = told === 'now' && wanted.of === 'ready' ? heardOn(made, station, now) : made;
  const customer = withVisitAs(about.customer, after);
  const last = lastMoved(after, wanted.of);
  const words: Say | null = told === 'now' && last ? movedSay(after, last) : null;
  const line: Say = { ...movedLine({ visit: after, customer }, told, wanted.of), card: 'aside' };
  return {
    changes: [...held.changes, ...clockChange(after, { customer, station }, now)],
    customer,
    say: [
      { to: 'here', priority: 'answer', message: line },
      ...(words ? [{ to: 'customer', priority: 'person', message: words } as const] : []),
    ],
    ...(words ? { case: dealtWith(about, turn), spoke: true } : {}),
  };
}

/** An advisor's word waits for nothing but the night, and not for that where the old promise would pass meanwhile. */
function toldOf(visit: Visit, { of }: Wanted, { customer, home }: About, { station, now }: DeskTurn): Told {
  if (home === null) return 'reach';
  const loud = loudFrom(customer, station, now);
  const old = of === 'ready' ? visit.readyBy : (newsOwed(visit, station) ?? loud);
  return loud === now || old <= loud ? 'now' : 'later';
}
