/** Makes transactions meet a conflict on purpose: the embedded engine, which runs them one by one, never has one. */
export type Conflicts = {
  /** The next `count` calls of TransactWriteItems are cancelled with `TransactionConflict`. */
  next(count: number): void;
  /** From now on this share (0 to 1) of them is cancelled, chosen by `seed`; 0 ends it. */
  rate(share: number, seed: number): void;
};

/** The caller's side and the layer's side of the conflict mode. */
export type ConflictMode = Conflicts & {
  /** The index of the action that meets a conflict, or undefined when this transaction may run. */
  strike(actions: number): number | undefined;
};

export function createConflictMode(): ConflictMode {
  let announced = 0;
  let share = 0;
  let random = generator(0);

  return {
    next(count) {
      if (!Number.isInteger(count) || count < 0)
        throw new RangeError('conflicts.next takes a whole number from 0');
      announced = count;
    },
    rate(newShare, seed) {
      if (!(newShare >= 0 && newShare <= 1)) throw new RangeError('conflicts.rate takes a share from 0 to 1');
      share = newShare;
      random = generator(seed);
    },
    strike(actions) {
      if (announced > 0) {
        announced -= 1;
        return 0;
      }
      if (share === 0 || random() >= share) return undefined;
      return Math.floor(random() * actions);
    },
  };
}

/** Mulberry32: the same seed gives the same conflicts, on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
