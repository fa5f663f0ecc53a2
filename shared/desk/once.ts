import { toWall } from '#shared/domain/clock.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * What is said once only in a topic and on a day: the row that says it has a name of its own, and is not written where a row
 * of that name is there. Rows of this kind go after those named by their moment.
 */
export type Once = 'stranger' | 'hidden' | 'nobody';

type Where = { readonly station: Pick<Station, 'zone'>; readonly now: number };

export function onceName(what: Once, { from, address }: Inbound, { station, now }: Where): string {
  const { date } = toWall(now, station.zone);
  return `w${date}-${what}-${address.thread}-${what === 'stranger' ? (from?.id ?? '') : ''}`;
}

/** Names of whatever this inbound may lead to; none for what nobody says by themselves. */
export function onceNames(inbound: Inbound, where: Where): readonly string[] {
  switch (inbound.event.kind) {
    case 'hidden':
      return [onceName('hidden', inbound, where)];
    case 'text':
    case 'photo':
    case 'file':
    case 'location':
    case 'contact':
    case 'command':
    case 'unsupported':
      return [onceName('stranger', inbound, where), onceName('nobody', inbound, where)];
    case 'tap':
    case 'more':
    case 'show':
    case 'edited':
    case 'revoked':
    case 'reaction':
    case 'blocked':
    case 'unblocked':
    case 'identity':
    case 'undelivered':
    case 'arrived':
    case 'fetched':
    case 'membership':
    case 'migrated':
    case 'rights':
    case 'topic':
    case 'timer':
    case 'quiet':
    case 'interpreted':
    case 'alarm':
      return [];
  }
}
