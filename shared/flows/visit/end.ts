import { type Customer, mostPast, type PastVisit, type Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { upkeepAfter } from '#shared/domain/upkeep.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import type { Station } from '#shared/station/schema.ts';
import { happened } from '../count.ts';

/** How a visit ends, for everybody: it leaves the customer's visits, and stays in few words. Pure; instants are epoch milliseconds. */

/** The stages in which nothing more happens. */
export type EndStage = Extract<Stage, 'handedBack' | 'cancelled' | 'noShow'>;

/** A visit that ended at `at`, in few words. */
export function pastOf(
  { id, start, services, vehicle, chat, readyBy, stay, sequence }: Visit,
  stage: EndStage,
  at: number,
): PastVisit {
  const past = { id, start, end: at, stage, services, vehicle, chat };
  return stage === 'noShow' ? { ...past, missed: { readyBy, stay, sequence } } : past;
}

/** The customer's row without the visit; what was done is what "Same as last time" means. */
export function endVisit(customer: Customer, visit: Visit, stage: EndStage, at: number): Customer {
  const { id, services, vehicle, stay, life } = visit;
  const done = { services, vehicle: vehicle.id, at, km: life.intake?.mileage ?? null };
  return {
    ...customer,
    visits: customer.visits.filter((one) => one.id !== id),
    past: [...customer.past.filter((one) => one.id !== id), pastOf(visit, stage, at)].slice(-mostPast),
    ...(stage === 'handedBack'
      ? { last: { services, vehicle: vehicle.id, stay }, upkeep: upkeepAfter(customer.upkeep, done) }
      : {}),
  };
}

/** What is written of a visit that is over, beside the customer's row: its whole life for their archive, and the owner's figures. */
export function visitOver(
  { id: customer }: Pick<Customer, 'id'>,
  visit: Visit,
  stage: EndStage,
  cents: number | null,
  station: Pick<Station, 'zone'>,
  now: number,
): readonly Change[] {
  return [{ kind: 'over', customer, visit, stage }, overHappened(visit, stage, cents, station, now)];
}

/**
 * For the owner's figures: how the visit went. `cents`: what was agreed for it; null where nothing was. `stage`: one in which it is not
 * over takes back that it was.
 */
export function overHappened(
  visit: Visit,
  stage: Stage,
  cents: number | null,
  station: Pick<Station, 'zone'>,
  now: number,
): Change {
  const { id, start, services, readyBy, life } = visit;
  const moved = life.moved.filter(({ of }) => of === 'ready');
  const over = {
    what: 'over',
    visit: id,
    stage,
    start,
    services,
    promised: moved[0]?.from ?? readyBy,
    ready: life.log.findLast((one) => one.stage === 'ready')?.at ?? null,
    moved: moved.map(({ reason, told, from }) => ({ reason, toldBefore: told !== null && told <= from })),
    cents,
  } as const;
  return happened(`over#${id}`, over, { station, now });
}
