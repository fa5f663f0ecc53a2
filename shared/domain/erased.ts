import * as z from 'zod';
import type { Inbound } from './inbound.ts';
import { shortId } from './short-id.ts';

/**
 * That somebody had everything erased, at one of their addresses: when (epoch milliseconds), and the message that asked for it, so
 * that it is known when it comes again. Nothing in it tells who it was.
 */
export const erasedSchema = z.object({ at: z.number(), by: z.string() });
export type Erased = z.infer<typeof erasedSchema>;

/** The mark of an inbound's id: itself where it only counts (`u123`), else a short hash, since ids may hold a phone number. */
export function markOf(id: string): string {
  return counting.test(id) ? id : `#${shortId(id)}`;
}

const counting = /^([a-z]?)(\d{1,20})$/;

/**
 * Whether an inbound comes from before: the message that asked for it, one that the messenger numbered before it, or one whose
 * second was over by then. While nobody new wrote (`isNobody`), what is done to messages that are no more (a reaction, a block) and
 * files that come late belong to that time, too.
 */
export function isFromBefore({ id, at, from, event }: Inbound, erased: Erased, isNobody: boolean): boolean {
  if (event.kind === 'fetched') {
    const asked = askedAt.safeParse(event.ticket).data?.at;
    return isNobody || (asked !== undefined && asked <= erased.at);
  }
  // Nobody is there: only what belongs to nobody (a freed time that is offered to others) still goes on.
  if (from === null) return isNobody && event.kind !== 'timer';
  if ((isNobody && aboutOldTimes.has(event.kind)) || markOf(id) === erased.by) return true;
  const order = compared(id, erased.by);
  return order === null ? at < Math.floor(erased.at / 1_000) * 1_000 : order <= 0;
}

/** Tickets of files say when the message was. */
const askedAt = z.object({ at: z.number() });

const aboutOldTimes: ReadonlySet<Inbound['event']['kind']> = new Set([
  'edited',
  'revoked',
  'reaction',
  'blocked',
  'identity',
]);

/** Two ids that one messenger counted, by their numbers; null where one of them does not count. */
function compared(one: string, other: string): number | null {
  const [a, b] = [counting.exec(one), counting.exec(other)];
  if (a === null || b === null || a[1] !== b[1]) return null;
  const difference = BigInt(a[2] ?? 0) - BigInt(b[2] ?? 0);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
