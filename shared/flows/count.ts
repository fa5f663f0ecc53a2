import { toWall } from '#shared/domain/clock.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Happened } from '#shared/domain/happened.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * What happened now, as the change that counts it for the owner's figures. `name` is unique on its station day and tells nobody
 * who it was: an id of the house, or `shortId` of one. The same name again on that day counts once.
 */
export function happened(
  name: string,
  what: Happened,
  { station, now }: { readonly station: Pick<Station, 'zone'>; readonly now: number },
): Extract<Change, { kind: 'happened' }> {
  return { kind: 'happened', date: toWall(now, station.zone).date, name, happened: what };
}
