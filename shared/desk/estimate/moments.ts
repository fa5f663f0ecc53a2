import { addDays, formatMinute, type LocalDate, toInstant, toWall } from '#shared/domain/clock.ts';
import type { DeskTurn } from '../turn.ts';
import type { EstimateProblem, ReadEstimate } from './read-estimate.ts';
import type { When } from './read-when.ts';

/** When something is by the clock: epoch milliseconds. */
export type Moments = {
  readonly ready: number | null;
  readonly answerBy: number | null;
  readonly validUntil: number;
};

/** How long prices hold where nobody says it, in days. */
const validDays = 14;
const lastMinute = 24 * 60 - 1;

/** The times of an estimate as instants; a time without a day is today's. What is over already is a problem. */
export function momentsOf(
  { ready, answerBy, valid }: Pick<ReadEstimate, 'ready' | 'answerBy' | 'valid'>,
  { station, now }: Pick<DeskTurn, 'station' | 'now'>,
): Moments | { readonly problems: readonly EstimateProblem[] } {
  const { date: today } = toWall(now, station.zone);
  const problems: EstimateProblem[] = [];
  const instant = (at: When | null): number | null => {
    if (at === null) return null;
    const found = toInstant(at.date ?? today, at.minute, station.zone);
    const shown = `${at.date ? `${dayOf(at.date)} ` : ''}${formatMinute(at.minute)}`;
    if (found === 'gap') problems.push({ trouble: 'time', line: shown, what: shown });
    else if (found <= now) problems.push({ trouble: 'past', line: shown, what: shown });
    return found === 'gap' ? null : found;
  };
  const [readyAt, answerAt] = [instant(ready), instant(answerBy)];
  const to =
    valid === null ? addDays(today, validDays) : 'days' in valid ? addDays(today, valid.days) : valid.to;
  const end = toInstant(to, lastMinute, station.zone);
  const validUntil = end === 'gap' ? now + validDays * 24 * 60 * 60_000 : end;
  if (validUntil <= now) problems.push({ trouble: 'past', line: dayOf(to), what: dayOf(to) });
  // Nobody answers after the car is ready, or after the prices ended.
  const latest = Math.min(readyAt ?? validUntil, validUntil);
  if (answerBy !== null && answerAt !== null && answerAt > latest && problems.length === 0)
    problems.push({
      trouble: 'time',
      line: formatMinute(answerBy.minute),
      what: formatMinute(answerBy.minute),
    });
  return problems.length > 0 ? { problems } : { ready: readyAt, answerBy: answerAt, validUntil };
}

/** `5.12` of `2026-12-05`. */
function dayOf(date: LocalDate): string {
  const [, month = '', day = ''] = date.split('-').map(Number).map(String);
  return `${day}.${month}`;
}
