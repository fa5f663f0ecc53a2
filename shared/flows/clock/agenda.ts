import { addDays, toInstant, toWall } from '#shared/domain/clock.ts';
import { hasAgreed } from '#shared/domain/consent.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { isDone, withDone } from '#shared/domain/visit/life.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * What a visit has before it, with its moments. One timer a visit, its clock, is set to the first of them and set anew with every
 * change of the visit: what is due is read from the visit as it is then, never from what the timer knew.
 */
export type Due = { readonly what: 'remindDay'; readonly at: number };

/** What an agenda looks at beside the visit. */
export type AgendaSetting = {
  readonly customer: Pick<Customer, 'consents' | 'quietHours'>;
  readonly station: Station;
};

/** A visit booked later than so long before it starts needs no reminder of the day before. */
const tooFreshMs = 18 * 60 * 60_000;

/** All that is still before a visit, earliest first; what is done, or of no use any more, is not in it. */
export function agendaOf(visit: Visit, setting: AgendaSetting): readonly Due[] {
  return [...remindDay(visit, setting)].sort((a, b) => a.at - b.at);
}

/** The evening before, for those who want to be reminded. */
function remindDay(visit: Visit, { customer, station }: AgendaSetting): readonly Due[] {
  if (visit.life.stage !== 'booked' || isDone(visit.life, 'remindDay')) return [];
  const at = remindDayAt(visit, station);
  return at !== null && hasAgreed(customer.consents, 'visit') ? [{ what: 'remindDay', at }] : [];
}

function remindDayAt({ start }: Visit, station: Station): number | null {
  const { date } = toWall(start, station.zone);
  const at = toInstant(addDays(date, -1), station.rules.visits.remindAt, station.zone);
  return at === 'gap' ? null : at;
}

/** The visit as it is booked or agreed to now: reminders whose moment has passed, or is too near, are not made up for. */
export function withoutPastReminders(visit: Visit, station: Station, now: number): Visit {
  const at = remindDayAt(visit, station);
  const isFresh = at === null || at <= now || visit.start - now <= tooFreshMs;
  return isFresh ? { ...visit, life: withDone(visit.life, 'remindDay') } : visit;
}

const prefix = 'clock#';

/** The visit's clock as it has to stand. It lies where the visit is spoken of, whichever of the person's chats sets it. */
export function clockChange(visit: Visit, setting: AgendaSetting, now: number): Change {
  const [first] = agendaOf(visit, setting);
  const dueAt = first ? Math.max(first.at, now) : null;
  return {
    kind: 'timer',
    key: `${prefix}${visit.id}`,
    dueAt,
    data: dueAt === null ? null : { visit: visit.id },
    chat: visit.chat,
  };
}

/** The visit is over, or spoken of elsewhere. */
export function noClock({ id, chat }: Pick<Visit, 'id' | 'chat'>): Change {
  return { kind: 'timer', key: `${prefix}${id}`, dueAt: null, data: null, chat };
}
