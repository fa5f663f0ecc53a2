/** Chance that can be had again: the same seed gives the same run. Mulberry32. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to `count`. */
  below(count: number): number;
  of<T>(choices: readonly T[]): T;
  /** True in this share of cases. */
  share(part: number): boolean;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    share: (part) => next() < part,
    of: (choices) => {
      const [first] = choices;
      const choice = choices[below(choices.length)] ?? first;
      if (choice === undefined) throw new Error('There is nothing to choose from');
      return choice;
    },
  };
}
