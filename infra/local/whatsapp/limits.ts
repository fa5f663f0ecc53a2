import { GraphError } from './errors.ts';
import type { World } from './world.ts';

/**
 * How fast a station may write. https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 * - To one person: a message every 6 s, 45 may have been saved up (Meta speaks of a burst that is borrowed from later;
 *   counted as savings the same total is let in, and nobody who answers at once is punished for it): 131056.
 * - Over one number: 80 in any second, in and out together: 130429.
 */
export const limits = { pairEveryMs: 6000, pairBurst: 45, perSecond: 80 } as const;

/** Counts one message of the station to a person. @throws GraphError 130429 or 131056; a refused one does not count. */
export const spend = (world: World, person: string): void => {
  if (world.throughput.lastSecond() >= limits.perSecond) {
    throw new GraphError(130429, 'Cloud API message throughput has been reached.');
  }
  const rate = world.rates.get(person) ?? { saved: limits.pairBurst, at: world.now() };
  const earned = Math.max(0, world.now() - rate.at) / limits.pairEveryMs;
  const saved = Math.min(limits.pairBurst, rate.saved + earned);
  if (saved < 1) {
    throw new GraphError(
      131056,
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
    );
  }
  world.throughput.count();
  world.rates.put(person, { saved: saved - 1, at: world.now() });
};

/** Free messages are possible for so long after a person wrote. */
const WINDOW_MS = 24 * 3_600_000;

/** When the window shuts (ms); `undefined` when it is shut. */
export const windowUntil = (heardAt: number, now: number): number | undefined =>
  heardAt > 0 && now < heardAt + WINDOW_MS ? heardAt + WINDOW_MS : undefined;
