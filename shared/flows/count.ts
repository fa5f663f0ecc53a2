import { addressOf } from '#shared/domain/address.ts';
import type { CaseChange } from '#shared/domain/case.ts';
import { toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Happened } from '#shared/domain/happened.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Topic } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';
import type { Turn } from './flow.ts';

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

/**
 * What a step adds to a customer's station day, each once: that they wrote, and that a person is wanted, since they began to wait for
 * one (`began`: what the step makes of their wait) or wrote while they waited still.
 */
export function dayHappened(turn: Turn, heard: Heard, began: CaseChange['waitingSince']): readonly Change[] {
  const { customer, address, case: before, ...moment } = turn;
  const { zone } = moment.station;
  const who = shortId(customer.id);
  const isFirst =
    heard.now !== heard.before && toWall(heard.before, zone).date !== toWall(moment.now, zone).date;
  const isWaiting = began === undefined ? isFirst && before.waitingSince !== null : began !== null;
  return [
    ...(isFirst ? [happened(`wrote#${who}`, { what: 'wrote', channel: address.channel }, moment)] : []),
    ...(isWaiting ? [happened(`called#${who}`, { what: 'called' }, moment)] : []),
  ];
}

/** When the customer was heard last, before a step and with it. */
type Heard = { readonly before: number; readonly now: number };
