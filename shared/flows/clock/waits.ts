import { MINUTE, toInstant, toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { isDone } from '#shared/domain/visit/life.ts';
import { isOpen, nextOpening } from '#shared/domain/working-time.ts';
import type { Station } from '#shared/station/schema.ts';
import { loudFrom } from '../automatic.ts';
import { deskHours } from '../baton/timers.ts';
import { onceName } from './done.ts';
import type { AgendaSetting, Due } from './due.ts';

/** A car that is ready and that nobody has come for: one kind word on the next working day, then the desk is asked to call. */

/** Minutes past midnight. */
const wordAt = 10 * 60;

export function readyWaits({ life }: Visit, { customer, station }: AgendaSetting): readonly Due[] {
  if (life.stage !== 'ready') return [];
  const [word, call] = [onceName('readyWaits', life.since), onceName('readyCall', life.since)];
  const first = nextDayAt(station, life.since);
  if (first === null || isDone(life, call)) return [];
  const second = nextDayAt(station, first);
  return [
    ...(isDone(life, word)
      ? []
      : [{ what: 'readyWaits', at: loudFrom(customer, station, first), once: word } as const]),
    ...(second === null ? [] : [{ what: 'readyCall', at: second, once: call } as const]),
  ];
}

/** Ten o'clock of the next day on which the desk is open; its opening where that is later. */
function nextDayAt(station: Station, after: number): number | null {
  const desk = deskHours(station);
  const opening = nextOpening(desk, after);
  if (opening === null) return null;
  const at = toInstant(toWall(opening, station.zone).date, wordAt, station.zone);
  return at !== 'gap' && at > opening && isOpen(desk, at) ? at : opening + 30 * MINUTE;
}
