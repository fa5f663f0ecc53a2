import type { Address } from '#shared/domain/address.ts';
import type { SendFailure } from '#shared/domain/failure.ts';

type Throttled = Extract<SendFailure, { kind: 'throttled' }>;
type Hold = { readonly until: number; readonly refusals: number; readonly unaskedUntil: number };

/** When our accounts at the messengers may be used again, as this instance has learned it. All moments epoch milliseconds. */
export type AccountHolds = {
  /** Nothing goes out before this instant. */
  until(address: Address): number;
  /** Nothing that only a timer says goes out before this instant. */
  unaskedUntil(address: Address): number;
  refused(address: Address, failure: Throttled, now: number): void;
  accepted(address: Address): void;
};

const longestPauseSeconds = 60;
/** For a messenger that thinks that we write unasked too much. */
const unaskedPauseMs = 60 * 60_000;
const none: Hold = { until: 0, refusals: 0, unaskedUntil: 0 };

/**
 * Memory of this instance only: others learn it by a refusal of their own, which costs one call each and no write. The
 * pause grows fourfold with every refusal in a row where the messenger names none.
 */
export function accountHolds(): AccountHolds {
  const holds = new Map<string, Hold>();
  const keyOf = ({ channel, bot }: Address) => `${channel}/${bot}`;
  const of = (address: Address) => holds.get(keyOf(address)) ?? none;
  return {
    until: (address) => of(address).until,
    unaskedUntil: (address) => of(address).unaskedUntil,
    refused(address, { retryAfterSeconds, unasked }, now) {
      const before = of(address);
      const refusals = before.refusals + 1;
      const seconds = retryAfterSeconds ?? Math.min(longestPauseSeconds, 4 ** refusals);
      holds.set(keyOf(address), {
        refusals,
        until: now + seconds * 1000,
        unaskedUntil: unasked ? now + unaskedPauseMs : before.unaskedUntil,
      });
    },
    accepted(address) {
      const before = holds.get(keyOf(address));
      if (before) holds.set(keyOf(address), { ...before, until: 0, refusals: 0 });
    },
  };
}
