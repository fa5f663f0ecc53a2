import { type LocalDate, MINUTE, toInstant, toWall } from '#shared/domain/clock.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { endOfWork, isOpen, nextOpening, startOfWork } from '#shared/domain/working-time.ts';
import { deskHours } from '#shared/flows/baton/timers.ts';
import type { DeskTurn } from '../turn.ts';

/** Moments that advisors name, by the station's own clock, and what is wrong with some of them. */

type Around = Pick<DeskTurn, 'station' | 'now'>;

export const momentOf = {
  today: ({ station, now }: Around): LocalDate => toWall(now, station.zone).date,
  /** Null in the hour that the clocks skip. */
  at: (date: LocalDate | null, minute: number, turn: Around): number | null => {
    const at = toInstant(date ?? momentOf.today(turn), minute, turn.station.zone);
    return at === 'gap' ? null : at;
  },
};

/** A promise for in a moment is none. */
const leastMs = 5 * MINUTE;

/** Why nothing can be promised for that moment; null: it can. Closing time itself can. */
export function troubleAt(to: number, { station, now }: Around): Phrase | null {
  if (to < now + leastMs) return phrase('promiseDeskPast', { to });
  const desk = deskHours(station);
  if (isOpen(desk, to) || endOfWork(desk, to) === to) return null;
  const opened = startOfWork(desk, to);
  const opens = opened !== null && opened > to ? opened : nextOpening(desk, to);
  return opens === null ? null : phrase('promiseDeskClosed', { to, opens });
}
