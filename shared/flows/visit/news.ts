import type { CallReason } from '#shared/domain/call-reason.ts';
import type { Customer, PastVisit, Visit } from '#shared/domain/customer.ts';
import { isOpen } from '#shared/domain/order/steps.ts';
import { card, type Option, type Outbound, type Say, withNotice } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { storedPhoto } from '#shared/domain/stored.ts';
import { isDone, withDone } from '#shared/domain/visit/life.ts';
import { isInHouse } from '#shared/domain/visit/stage.ts';
import type { Station } from '#shared/station/schema.ts';
import { passage, reasonToCall } from '../automatic.ts';
import { bookRow, mapUrl } from '../booking/cards.ts';
import { toldNow } from '../clock/news-by.ts';
import { actsOf } from '../estimate/action.ts';
import { button } from '../flow.ts';
import { agreedCents, aheadCents } from './cents.ts';
import { isOfVisit } from './orders.ts';
import { isBare, shownName, tellAt, tellName } from './tell.ts';

/**
 * What an owner is told of where the visit stands: the first change at once, what follows within ten minutes in one message at
 * their end. Silent stages, and owners who want to hear only when they ask, are told nothing: the card shows it. Pure.
 */

/** News of where a car was three days ago are none. */
const freshMs = 3 * 24 * 60 * 60_000;

type Around = { readonly customer: Customer; readonly station: Station; readonly now: number };

/**
 * What the owner is told now, with that noted; `say` null: nothing now. `shut`: why it is not said at all. The row is to be written
 * where it differs.
 */
export function newsOf(
  visit: Visit,
  customer: Customer,
  station: Station,
  now: number,
): {
  readonly visit: Visit;
  readonly customer: Customer;
  readonly say: Say | null;
  readonly shut: CallReason | null;
} {
  const at = tellAt(visit, { customer, station });
  if (at === null || at > now) return { visit, customer, say: null, shut: null };
  const { since, stage, told: before } = visit.life;
  // That it is ready, and that it is not ready after all.
  const matters = stage === 'ready' || before?.stage === 'ready';
  const may = passage({ purpose: 'visit', worthUntil: since + freshMs, matters }, { customer, station, now });
  switch (may.kind) {
    case 'go': {
      const told = toldNow(visit, stage, station, now);
      const isRead = isDone(visit.life, shownName(visit)) && isBare(visit.life);
      if (isRead) return { visit: told, customer, say: null, shut: null };
      const say = newsSay(told, customer, station, now);
      return { visit: told, customer: may.customer, say, shut: null };
    }
    case 'wait':
      return { visit, customer, say: null, shut: null };
    case 'drop': {
      const life = withDone(visit.life, tellName(visit));
      return { visit: { ...visit, life }, customer, say: null, shut: reasonToCall(may) };
    }
  }
}

/** The four parts: what happened, what is next, when, what is needed. Promises that have passed are not said again. */
export function newsText(visit: Visit, customer: Customer, now: number): Phrase<'stageNews'> {
  const { start, readyBy, vehicle, life } = visit;
  const { stage, since, intake } = life;
  const isAhead = readyBy > now && stage !== 'booked';
  // News that are owed after the car is to be ready would contradict that promise: it is the one that holds.
  const newsBy = isAhead && life.newsBy !== null && life.newsBy >= readyBy ? null : life.newsBy;
  return phrase('stageNews', {
    asked: openOrder(visit, customer) !== undefined,
    waits: visit.stay === 'wait',
    stage,
    car: vehicle.short,
    at: since,
    start,
    readyBy: isAhead ? readyBy : null,
    newsBy: newsBy !== null && newsBy > now ? newsBy : null,
    mileage: intake?.mileage ?? null,
    fuel: intake?.fuel ?? null,
    photos: intake?.photos.length ?? 0,
    // Looked at again after work was finished, a car has none ahead.
    cents: stage === 'checking' ? aheadCents(visit, customer) : agreedCents(visit, customer),
  });
}

/** The message with its buttons, and the prepared notice where only such may be sent. */
export function newsSay(visit: Visit, customer: Customer, station: Station, now: number): Say {
  const message = statusSay(visit, { customer, station, now });
  const { stage, since } = visit.life;
  // What is only put right has no notice of its own: it is announced, and read when they open it.
  if (stage === 'booked') return message;
  return withNotice(message, { kind: 'update', what: stage, car: visit.vehicle.short, at: since });
}

/** The estimate of this car that waits for an answer. */
function openOrder(visit: Visit, { orders }: Customer) {
  return orders.findLast((head) => isOpen(head) && isOfVisit(head, visit));
}

/** What an owner can do about where the visit is. */
function newsButtons(visit: Visit, customer: Customer, station: Station): readonly (readonly Option[])[] {
  const { id, life } = visit;
  const act = (label: Phrase, what: 'photos' | 'collect') =>
    button(label, { flow: 'visits', data: { do: what, id } });
  const map: Option = { kind: 'link', label: phrase('labelMap'), url: mapUrl(station) };
  const photos = life.intake?.photos.length ?? 0;
  switch (life.stage) {
    case 'arrived':
      return photos > 0 ? [[act(phrase('stageLabelPhotos', { count: photos }), 'photos')]] : [];
    case 'answer':
      return [openOrder(visit, customer)].flatMap((order) =>
        order ? [[actsOf(order, 0)(phrase('stageLabelOrder'), { do: 'show' })]] : [],
      );
    case 'ready':
      return [[act(phrase('stageLabelCollect'), 'collect'), map]];
    case 'noShow':
    case 'cancelled':
      return bookRow;
    case 'booked':
    case 'checking':
    case 'parts':
    case 'working':
    case 'quality':
    case 'handedBack':
      return [];
  }
}

/** The answer to "where is my car?": the same words as the news, whatever was told before. */
export function statusSay(visit: Visit, { customer, station, now }: Around): Say {
  const text = newsText(visit, customer, now);
  const message = card('aside', text, newsButtons(visit, customer, station));
  return { ...message, live: liveName(visit), pinned: isInHouse(visit.life.stage) };
}

/** Under this name the latest message about a visit changes with it. */
function liveName({ id }: Visit): string {
  return `visit#${id}`;
}

/** The latest message about a visit as it is to stand now, where it can still change; without a sound. */
export function refreshSay(visit: Visit, around: Around): Say {
  return { ...statusSay(visit, around), place: 'refresh' };
}

/** The same of a visit that is over. */
export function pastText({ vehicle, stage, end, start }: PastVisit): Phrase<'stageNews'> {
  const none = {
    readyBy: null,
    newsBy: null,
    mileage: null,
    fuel: null,
    photos: 0,
    cents: null,
    asked: false,
    waits: false,
  };
  return phrase('stageNews', { stage, car: vehicle.short, at: end, start, ...none });
}

/** Photos of the car as it came, as one album. */
export function conditionPhotos({ id, life }: Visit): readonly Outbound[] {
  return (life.intake?.photos ?? []).map((key) => storedPhoto({ key }, { album: `intake-${id}` }));
}
