import * as z from 'zod';
import { addressKey, addressSchema } from '#shared/domain/address.ts';
import { eraseJobSchema } from '#shared/domain/job.ts';
import { laterSchema } from '#shared/domain/later.ts';
import { type Forgotten, finderOf } from './forgotten.ts';

/**
 * Whether a message that nobody could handle is of somebody, or about them: came from their address or topic, goes there, or names
 * them; in the group's other talk also a number or plate. What came from the address since, from somebody new, is not. Pure.
 */
export function isTheirLetter(body: string, who: Forgotten, group: string | null): boolean {
  const letter = parsed(body);
  const erasure = erasureIn(letter);
  // The erasure of somebody else who had to do with them is still to be done.
  if (erasure) return erasure.people.some((id) => who.people.includes(id));
  const finder = finderOf(who);
  const places = placesIn(letter);
  const theirs = places.map(addressKey).filter((key) => who.addresses.includes(key));
  if (theirs.length > 0) return theirs.every((key) => who.vacant.has(key)) || momentOf(letter) <= who.at;
  const isTheirTopic = places.some(({ chat, thread }) =>
    who.places.some((known) => known.chat === chat && known.thread === thread),
  );
  if (isTheirTopic || finder.names(body)) return true;
  return places.some(({ chat }) => chat === group) && finder.describes(body);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function erasureIn(letter: unknown) {
  const later = laterSchema.safeParse(letter).data;
  return later?.kind === 'erase' ? later.job : eraseJobSchema.safeParse(letter).data;
}

/** All addresses in a message, however deep. */
function placesIn(letter: unknown): readonly z.infer<typeof addressSchema>[] {
  if (typeof letter !== 'object' || letter === null) return [];
  const own = addressSchema.safeParse(letter).data;
  return [...(own ? [own] : []), ...Object.values(letter).flatMap(placesIn)];
}

const moment = z.object({ inbound: z.object({ at: z.number() }) });

/** When what came in was said, epoch milliseconds; 0 for anything else: that is done by other ways, or nobody waits for it. */
function momentOf(letter: unknown): number {
  return moment.safeParse(letter).data?.inbound.at ?? 0;
}
