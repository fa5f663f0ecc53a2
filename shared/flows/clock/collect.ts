import { MINUTE } from '#shared/domain/clock.ts';
import { card, say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { toCustomer, toDesk } from '../flow.ts';
import { newsSay } from '../visit/news.ts';
import { onceName, withOnce } from './done.ts';
import { type Around, type Fired, mayTell, type Standing } from './fired.ts';

/** A car that is ready and stays: one kind word, then the desk calls. */

const worthMs = 8 * 60 * MINUTE;

export function remindCollect(standing: Standing, around: Around): Fired {
  const { visit } = standing;
  const { station, now } = around.turn;
  const may = mayTell(standing, now + worthMs, around.turn);
  if (may.kind === 'wait') return { kind: 'held', until: may.until };
  const { since } = visit.life;
  if (may.kind === 'drop') {
    const life = withOnce(visit.life, onceName('readyCall', since));
    return askToCall({ ...standing, visit: { ...visit, life } });
  }
  const car = visit.vehicle.short;
  const words = card(
    'aside',
    phrase('promiseCollect', { car, since }),
    newsSay(visit, standing.customer, station, now).options,
  );
  const message = withNotice(words, { kind: 'update', what: 'ready', car, at: since });
  return { kind: 'done', visit, customer: may.customer, say: [toCustomer(message)] };
}

export function askToCall({ visit, customer }: Standing): Fired {
  const { id: ref, vehicle, life } = visit;
  const phone = customer.phone ?? '';
  const line = phrase('promiseDeskWaits', { ref, car: vehicle.short, since: life.since, phone });
  return { kind: 'done', visit, customer, say: [toDesk(say(line))] };
}
