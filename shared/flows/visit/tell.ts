import { hasAgreed } from '#shared/domain/consent.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { isDone, type Life } from '#shared/domain/visit/life.ts';
import type { Station } from '#shared/station/schema.ts';
import { loudFrom } from '../automatic.ts';
import { movesAt } from '../clock/owed.ts';

/** When an owner is told of where the visit stands. Pure; instants are epoch milliseconds. */

/** Changes within so long are told as one. */
export const mergeMs = 10 * 60_000;

type Around = {
  readonly customer: Pick<Customer, 'consents' | 'quietHours'>;
  readonly station: Station;
};

/**
 * When the owner is to be told of where the visit stands now; null: there is nothing to tell. In the past: at once. For the
 * visit's clock (`tell`); it does not look at the caps, `newsOf` does.
 */
export function tellAt(visit: Visit, { customer, station }: Around): number | null {
  const { life } = visit;
  if (!isToTell(life, station) || isDone(life, tellName(visit))) return null;
  if (!hasAgreed(customer.consents, 'visit')) return null;
  const at = Math.max(life.since + intakeMs(life), (life.told?.at ?? 0) + (life.told ? mergeMs : 0));
  const loud = loudFrom(customer, station, at);
  // Soon they hear that it takes longer: both are one message.
  const moves = movesAt(visit, { customer, station });
  return moves !== null && moves > loud && moves - loud < mergeMs ? moves : loud;
}

/** The car came, and mileage and fuel are not written yet: they have ten minutes, so that all of it is one message. */
function intakeMs(life: Life): number {
  return life.stage === 'arrived' && life.intake !== null && !isDone(life, 'intake') ? mergeMs : 0;
}

/** A stage that is not silent is told; so is any other, where what was told is not so any more. */
function isToTell({ stage, told, log }: Life, { rules }: Station): boolean {
  if (told?.stage === stage) return false;
  const isTakenBack =
    told !== null && (told.stage === 'ready' || !log.some((one) => one.stage === told.stage));
  if (stage === 'booked') return isTakenBack;
  return isTakenBack || !rules.visits.silent.includes(stage);
}

/** Under this name a visit notes that its stage is not told. */
export function tellName({ life }: Visit): string {
  return `tell#${life.stage}#${life.since}`;
}

/** Under this name a visit notes that its owner asked, and read where it stands, before it was told. */
export function shownName({ life }: Visit): string {
  return `shown#${life.stage}#${life.since}`;
}

/** Nothing of the car as it came is written down: to who has read that it came, there is nothing to add. */
export function isBare({ intake }: Life): boolean {
  return intake === null || (intake.mileage === null && intake.fuel === null && intake.photos.length === 0);
}
