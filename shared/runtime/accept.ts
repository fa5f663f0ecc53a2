import type { Parsed } from '#shared/channels/channel.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { Ignored, Inbound, Receipt } from '#shared/domain/inbound.ts';
import { shortId } from '#shared/domain/short-id.ts';
import { inboundEntry } from './entries.ts';
import { inLanes, lanesOf } from './lanes.ts';
import { addIds } from './logger.ts';
import type { Queue } from './queues.ts';

/** What one webhook request brings, told apart. */
export type Sorted = {
  readonly inbounds: readonly Inbound[];
  readonly receipts: readonly Receipt[];
  /** Why the rest is let go, each reason with how often; null when nothing is. */
  readonly ignored: string | null;
};

/** Messengers bring a message again for at most a week: what is older is somebody's replay. */
const tooOldMs = 8 * 24 * 60 * 60_000;
/** By how much the messenger's clock may be ahead of ours. */
const aheadMs = 5 * 60_000;

/** Sorts what was parsed, and gives each message a moment that can be trusted. `now` in epoch milliseconds. */
export function sorted(parsed: readonly Parsed[], now: number): Sorted {
  const inbounds: Inbound[] = [];
  const receipts: Receipt[] = [];
  const reasons = new Map<string, number>();
  for (const one of parsed) {
    const item = 'event' in one ? dated(one, now) : one;
    if ('ignored' in item) reasons.set(item.ignored, (reasons.get(item.ignored) ?? 0) + 1);
    else if ('receipt' in item) receipts.push(item);
    else inbounds.push(item);
  }
  const counted = [...reasons].map(([reason, count]) => (count === 1 ? reason : `${reason} (${count})`));
  return { inbounds, receipts, ignored: counted.length === 0 ? null : counted.join('; ') };
}

/** No moment, or one in the future, is now: a wrong clock must not keep a conversation open for ever. */
function dated(inbound: Inbound, now: number): Inbound | Ignored {
  const at = inbound.at === 0 || inbound.at > now + aheadMs ? now : inbound.at;
  return now - at > tooOldMs ? { ignored: 'older than eight days' } : { ...inbound, at };
}

/** Lanes side by side, and entries of one request (the most that SQS takes). */
const most = { lanes: 4, entries: 10 } as const;
/**
 * From here on one person's messages go ten at a time: one by one, a thousand of them would not be taken within the
 * function's time, and the messenger would bring the same body again and again.
 */
const longLane = 100;

/** Puts all of them on the queue, each address's in their order. Throws unless the queue took every one. */
export async function enqueue(
  queue: Pick<Queue, 'send' | 'sendBatch'>,
  inbounds: readonly Inbound[],
): Promise<void> {
  const [only, ...others] = inbounds;
  if (!only) return;
  if (others.length === 0) {
    const { id, event, address } = only;
    addIds({ address: addressKey(address), inbound: idToLog(id), kind: event.kind });
    return queue.send(inboundEntry(only));
  }
  addIds({ count: inbounds.length });
  const lanes = lanesOf(inbounds.map(inboundEntry), most.lanes, ({ group }) => group);
  const batches = lanes.map((lane) =>
    inTens(lane).map(
      (entries) => ({ entries, order: lane.length > longLane ? 'listed' : 'strict' }) as const,
    ),
  );
  await inLanes(batches, ({ entries, order }) => queue.sendBatch(entries, order));
}

function inTens<T>(items: readonly T[]): readonly (readonly T[])[] {
  const tens: T[][] = [];
  for (let from = 0; from < items.length; from += most.entries)
    tens.push(items.slice(from, from + most.entries));
  return tens;
}

/** Ids that are more than a number may hold a person's phone, as WhatsApp's do. */
function idToLog(id: string): string {
  return /^[a-z]?\d{1,20}$/.test(id) ? id : shortId(id);
}
