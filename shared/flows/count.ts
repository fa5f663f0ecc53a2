import { type Address, addressOf } from '#shared/domain/address.ts';
import { toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Happened } from '#shared/domain/happened.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Topic } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';

type Moment = { readonly station: Pick<Station, 'zone'>; readonly now: number };

/**
 * What happened now, as the change that counts it for the owner's figures. `name` is unique on its station day and tells nobody
 * who it was: an id of the house, or `shortId` of one. The same name again on that day counts once.
 */
export function happened(
  name: string,
  what: Happened,
  { station, now }: Moment,
): Extract<Change, { kind: 'happened' }> {
  return { kind: 'happened', date: toWall(now, station.zone).date, name, happened: what };
}

/**
 * Somebody booked a visit, or an advisor did for them; one without a messenger was booked by none. `words`: the wish was written,
 * and not tapped together.
 */
export function bookedHappened(
  { id, chat }: Pick<Visit, 'id' | 'chat'>,
  by: 'customer' | 'desk',
  moment: Moment,
  words = false,
): Change {
  const channel = chat === '' ? '' : addressOf(chat).channel;
  const what = { what: 'booked', channel, by } as const;
  return happened(`booked#${id}`, words ? { ...what, words } : what, moment);
}

type Step = Moment & { readonly id: string };

/** Questions of one message that the station's data answers; `by` is `person` where it cannot, and one is called. */
export function askedHappened(topics: readonly Topic[], by: 'bot' | 'person', turn: Step): Change {
  return happened(`asked#${turn.id}`, { what: 'asked', topics: [...topics], by }, turn);
}

/** "This does not help" below the answer to a question: a person is called. */
export function unhelpedHappened(topic: Topic, turn: Step): Change {
  return happened(`unhelped#${turn.id}`, { what: 'unhelped', topic }, turn);
}

/** What a customer said for the first time on a station day; null for what they said later, or when nobody said anything. */
export function wroteFirst(
  customer: string,
  { channel }: Pick<Address, 'channel'>,
  heard: { readonly before: number; readonly now: number },
  moment: Moment,
): Change | null {
  const { zone } = moment.station;
  if (heard.now === heard.before || toWall(heard.before, zone).date === toWall(moment.now, zone).date)
    return null;
  return happened(`wrote#${shortId(customer)}`, { what: 'wrote', channel }, moment);
}
