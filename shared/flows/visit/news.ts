import { hasAgreed } from '#shared/domain/consent.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { card, type Option, type Say, withNotice } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { isDone, withDone } from '#shared/domain/visit/life.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import type { Station } from '#shared/station/schema.ts';
import { loudFrom, passage } from '../automatic.ts';
import { toldNow } from '../clock/news-by.ts';
import { agreedCents } from './cents.ts';

/**
 * What an owner is told of where the visit stands: the first change at once, what follows within ten minutes in one message at
 * their end. Silent stages, and owners who want to hear only when they ask, are told nothing: the card shows it. Pure.
 */

/** Changes within so long are told as one. */
export const mergeMs = 10 * 60_000;
/** News of where a car was three days ago are none. */
const freshMs = 3 * 24 * 60 * 60_000;

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
  if (!isToTell(visit, station) || isDone(life, tellName(visit))) return null;
  if (!hasAgreed(customer.consents, 'visit')) return null;
  const at = Math.max(life.since + intakeMs(visit), (life.told?.at ?? 0) + (life.told ? mergeMs : 0));
  return loudFrom(customer, station, at);
}

/** The car came, and mileage and fuel are not written yet: they have ten minutes, so that all of it is one message. */
function intakeMs({ life }: Visit): number {
  return life.stage === 'arrived' && life.intake !== null && !isDone(life, 'intake') ? mergeMs : 0;
}

/** A stage is told once; told already is also what came back to it. What was told and is not so any more is put right. */
function isToTell({ life: { stage, told } }: Visit, station: Station): boolean {
  if (told?.stage === stage) return false;
  if (stage === 'booked') return told !== null && told.stage !== 'booked';
  const isTakenBack = told?.stage === 'ready';
  return isTakenBack || !station.rules.visits.silent.includes(stage);
}

/** Under this name a visit notes that its stage is not told. */
export function tellName({ life }: Visit): string {
  return `tell#${life.stage}#${life.since}`;
}

/** What the owner is told now, with that noted; `say` null: nothing now. The row is to be written where it differs. */
export function newsOf(
  visit: Visit,
  customer: Customer,
  station: Station,
  now: number,
): { readonly visit: Visit; readonly customer: Customer; readonly say: Say | null } {
  const at = tellAt(visit, { customer, station });
  if (at === null || at > now) return { visit, customer, say: null };
  const { since, stage } = visit.life;
  const may = passage({ purpose: 'visit', worthUntil: since + freshMs }, { customer, station, now });
  switch (may.kind) {
    case 'go': {
      const told = toldNow(visit, stage, station, now);
      return { visit: told, customer: may.customer, say: newsSay(told, customer, station, now) };
    }
    case 'wait':
      return { visit, customer, say: null };
    case 'drop':
      return { visit: { ...visit, life: withDone(visit.life, tellName(visit)) }, customer, say: null };
  }
}

/** The four parts: what happened, what is next, when, what is needed. Promises that have passed are not said again. */
export function newsText(visit: Visit, customer: Customer, now: number): Phrase<'stageNews'> {
  const { start, readyBy, vehicle, life } = visit;
  const { stage, since, newsBy, intake } = life;
  return phrase('stageNews', {
    stage,
    car: vehicle.short,
    at: since,
    start,
    readyBy: readyBy > now && stage !== 'booked' ? readyBy : null,
    newsBy: newsBy !== null && newsBy > now ? newsBy : null,
    mileage: intake?.mileage ?? null,
    fuel: intake?.fuel ?? null,
    photos: intake?.photos.length ?? 0,
    cents: agreedCents(visit, customer),
  });
}

/** The message with its buttons, and the prepared notice where only such may be sent. */
export function newsSay(visit: Visit, customer: Customer, station: Station, now: number): Say {
  const text = newsText(visit, customer, now);
  const message = card('aside', text, newsButtons(visit, station));
  const what = noticeOf(visit.life.stage);
  const at = visit.life.stage === 'ready' ? visit.life.since : visit.readyBy;
  return what === null
    ? message
    : withNotice(message, { kind: 'update', what, car: visit.vehicle.short, at });
}

function noticeOf(stage: Stage): 'ready' | null {
  return stage === 'ready' ? 'ready' : null;
}

/** What an owner can do about where the visit is. */
export function newsButtons(_visit: Visit, _station: Station): readonly (readonly Option[])[] {
  return [];
}
