import type { Customer, Visit } from '#shared/domain/customer.ts';
import { type Life, withStage } from '#shared/domain/visit/life.ts';
import { notAfter } from '#shared/domain/visit/promise.ts';
import { followersOf, isOver, type Stage } from '#shared/domain/visit/stage.ts';
import type { Station } from '#shared/station/schema.ts';
import { firstNewsBy } from '../clock/news-by.ts';

/** From one stage to the next, for everybody; whether work may begin is asked where the order is known (`orders.ts`). Pure. */

/** Why a visit does not go there: it is there already, it is over, or that does not follow. */
export type NotMoved = 'already' | 'over' | 'order';
export type Moved =
  | { readonly kind: 'moved'; readonly visit: Visit }
  | { readonly kind: 'refused'; readonly why: NotMoved };

/** `by`: the advisor; null: the bot or the owner. */
export type Mover = {
  readonly by: string | null;
  readonly at: number;
  readonly customer: Customer;
  readonly station: Station;
};

export function stageChange(before: Visit, to: Stage, { by, at, station }: Mover): Moved {
  const { stage } = before.life;
  if (stage === to) return { kind: 'refused', why: 'already' };
  if (!followersOf(stage).includes(to)) return { kind: 'refused', why: isOver(stage) ? 'over' : 'order' };
  const life = withStage(before.life, to, at, by);
  const newsBy = notAfter(before.readyBy, owed(life, to, station, at), at);
  return { kind: 'moved', visit: { ...before, life: { ...life, newsBy } } };
}

/** A car that came is owed first news; one that is finished, none. */
function owed(life: Life, to: Stage, station: Station, at: number): number | null {
  if (to === 'arrived') return firstNewsBy(station, at);
  // A car that goes back into work is owed news anew.
  return to === 'ready' || isOver(to) ? null : (life.newsBy ?? firstNewsBy(station, at));
}
