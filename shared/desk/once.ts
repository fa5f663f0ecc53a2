import { type LocalDate, toWall } from '#shared/domain/clock.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * What is said once only in a topic and on a day: the row that says it has a name of its own, and is not written where a row
 * of that name is there. Rows of this kind go after those named by their moment.
 */
export type Once = 'stranger' | 'hidden' | 'nobody';

/** Events with which somebody means to say something; what they do beside that is passed over in silence. */
const spoken: readonly Inbound['event']['kind'][] = ['text', 'photo', 'file', 'location', 'contact', 'command', 'hidden'];

/** The row's name for whatever this inbound may lead to; null: it leads to nothing of the kind. */
export function onceOf({ event, from, address }: Inbound, isListed: boolean, station: Pick<Station, 'zone'>, now: number): string | null {
  if (!spoken.includes(event.kind)) return null;
  const { date } = toWall(now, station.zone);
  if (event.kind === 'hidden') return nameOf(date, 'hidden', address.thread);
  if (isListed) return nameOf(date, 'nobody', address.thread);
  return from && nameOf(date, 'stranger', `${address.thread}-${from.id}`);
}

function nameOf(date: LocalDate, what: Once, of: string): string {
  return `w${date}-${what}-${of}`;
}
