import { isSameDay } from '#shared/domain/clock.ts';
import { upcomingVisits, type Visit } from '#shared/domain/customer.ts';
import { card, type Option, type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { followersOf, isInHouse } from '#shared/domain/visit/stage.ts';
import { pairs } from '../diary/pairs.ts';
import { type About, type DeskDecision, type DeskTurn, reply } from '../turn.ts';
import { visitButton } from './action.ts';
import { missedVisit } from './missed.ts';

/** Where a visit is, with one tap for each stage that may follow. */
export function statusCard(visit: Visit, { customer }: Pick<About, 'customer'>): Say {
  const { id, vehicle, readyBy, life } = visit;
  const { stage, since, newsBy } = life;
  const text = phrase('stageAsk', { stage, car: vehicle.short, at: since, readyBy, newsBy });
  const of = { customer: customer.id, visit: id };
  const ways = followersOf(stage).map((to) =>
    visitButton(phrase('stageLabelTo', { stage: to }), { do: 'to', ...of, stage: to }),
  );
  return card('aside', text, pairs(ways));
}

/** The visit that a command or the pinned card means: the only one, the only one in the house, today's missed one, or the question which. */
export function visitMeant(
  about: About,
  turn: Pick<DeskTurn, 'station' | 'now'>,
): { readonly visit: Visit } | { readonly ask: DeskDecision } {
  const { customer } = about;
  const visits = upcomingVisits(customer, turn.now);
  const inHouse = visits.filter(({ life }) => isInHouse(life.stage));
  const [only] = inHouse.length === 1 ? inHouse : visits;
  const missed = only ? null : missedVisit(customer, null, turn);
  if (missed) return { visit: missed };
  if (!only) return { ask: reply(say(phrase('stageNoVisit', { name: customer.name }))) };
  if (visits.length === 1 || inHouse.length === 1) return { visit: only };
  return { ask: whichVisit(visits, about) };
}

/** The cars that have not come, whose visits are of today: who says that one came means one of them. */
export function expectedToday(
  { customer }: About,
  { station, now }: Pick<DeskTurn, 'station' | 'now'>,
): readonly Visit[] {
  return customer.visits.filter(
    ({ start, life }) => life.stage === 'booked' && isSameDay(start, now, station.zone),
  );
}

export function whichVisit(visits: readonly Visit[], { customer }: About): DeskDecision {
  const rows: Option[][] = visits.map(({ id, start, vehicle }) => [
    visitButton(phrase('labelVisit', { start, car: vehicle.short }), {
      do: 'show',
      customer: customer.id,
      visit: id,
    }),
  ]);
  return reply(card('aside', phrase('stageWhich'), rows));
}
