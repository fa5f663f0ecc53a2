import type { CallReason } from '#shared/domain/call-reason.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { loudFrom, reasonToCall } from '../automatic.ts';
import { toCustomer, toDesk } from '../flow.ts';
import { newsOf, newsSay } from '../visit/news.ts';
import { stageButton } from './desk-ways.ts';
import { type Around, type Fired, mayTell, quietly, type Standing, whyToCall } from './fired.ts';
import { heardOn, toldNow } from './news-by.ts';
import { cameAt, newsOwed } from './owed.ts';

/** Nobody leaves a car and hears nothing: the desk is warned, then the owner is told how it stands and when there is more. */

/** What changed since the owner was told last. */
export function tellStage(standing: Standing, { turn }: Around): Fired {
  const { station, now } = turn;
  const { visit, customer, say: words, shut } = newsOf(standing.visit, standing.customer, station, now);
  const loud = loudFrom(customer, station, now);
  if (words === null && visit === standing.visit && loud > now) return { kind: 'held', until: loud };
  if (shut === 'cap' && visit.life.stage === 'ready') return untold({ visit, customer });
  return { kind: 'done', visit, customer, say: words === null ? [] : [toCustomer(words)] };
}

/** What an owner needs most, and did not go out: somebody has to say it. */
function untold({ visit, customer }: Standing): Fired {
  const { id: ref, vehicle, life } = visit;
  const about = { ref, car: vehicle.short, since: life.since, phone: customer.phone ?? '' };
  return {
    kind: 'done',
    visit,
    customer,
    say: [toDesk(say(phrase('promiseDeskUntold', { ...about, call: 'cap' })))],
  };
}

/** The visit where an advisor wrote to the owner since they heard of the car last: that was news. Null: nobody did. */
function heardFromDesk({ visit }: Standing, { turn }: Around): Visit | null {
  const { answered } = turn.case;
  // What was said before the car went back into work is no news of that.
  const ready = visit.life.log.findLast(({ stage }) => stage === 'ready')?.at ?? 0;
  const since = Math.max(cameAt(visit), visit.life.told?.at ?? 0, ready);
  if (answered === null || answered.at <= since) return null;
  const heard = heardOn(visit, turn.station, answered.at);
  return (heard.life.newsBy ?? 0) > (newsOwed(visit, turn.station) ?? 0) ? heard : null;
}

export function warnOfNews(standing: Standing, around: Around): Fired {
  const { visit, customer } = standing;
  const { station } = around.turn;
  const heard = heardFromDesk(standing, around);
  if (heard !== null) return quietly({ visit: heard, customer });
  const by = newsOwed(visit, station);
  if (by === null) return quietly(standing);
  const { id: ref, vehicle } = visit;
  const call = whyToCall(standing, by, around.turn, false);
  const line = phrase('promiseDeskWarn', {
    ref,
    car: vehicle.short,
    of: 'news',
    by,
    call,
    phone: customer.phone ?? '',
  });
  const next = visit.life.stage === 'arrived' ? [[stageButton(standing, 'checking')]] : [];
  return { kind: 'done', visit, customer, say: [toDesk(say(line, next))] };
}

/** So long news are worth being told late. */
const worthMs = 4 * 60 * MINUTE;

export function tellNews(standing: Standing, around: Around): Fired {
  const { visit, customer } = standing;
  const { station, now } = around.turn;
  const heard = heardFromDesk(standing, around);
  if (heard !== null) return quietly({ visit: heard, customer });
  // Quiet hours begin before there can be anything new: the same words again would be none.
  if (isSaid(visit, now)) return askedToCall(standing, 'quiet', around);
  const may = mayTell(standing, now + worthMs, around.turn);
  if (may.kind !== 'go') return askedToCall(standing, reasonToCall(may), around);
  const told = heardOn(toldNow(visit, visit.life.stage, station, now), station, now);
  const words = newsSay(told, may.customer, station, now);
  return { kind: 'done', visit: told, customer: may.customer, say: [toCustomer(words)] };
}

/** So long what was told is what there is to tell. */
const saidMs = 10 * MINUTE;

function isSaid({ life }: Visit, now: number): boolean {
  return life.told !== null && life.told.stage === life.stage && now - life.told.at < saidMs;
}

/** The bot may not write by itself: the desk is asked to, and asked again when the next news are owed. */
function askedToCall({ visit, customer }: Standing, call: CallReason, { turn }: Around): Fired {
  const { station, now } = turn;
  const { id: ref, vehicle } = visit;
  const by = newsOwed(visit, station) ?? now;
  const about = { ref, car: vehicle.short, by, phone: customer.phone ?? '' };
  const line = phrase('promiseDeskNewsCall', { ...about, call });
  return { kind: 'done', visit: heardOn(visit, station, now), customer, say: [toDesk(say(line))] };
}
