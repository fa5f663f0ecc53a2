import type { Weather } from './types.ts';

/** What a station meets unless a test asks for something else: mostly fair, never promised. */
const usual: Weather = { batch: 0.25, duplicate: 0.05, shuffle: 0.1, skipDelivered: 0.5, mediaUrl: 0.5 };

export type Forecast = {
  /** True as often as the weather says, by the seed. */
  readonly strikes: (kind: keyof Weather) => boolean;
  readonly change: (change: Partial<Weather>) => void;
  readonly clear: () => void;
};

export const forecast = (seed: number, given: Partial<Weather> = {}): Forecast => {
  const random = randomFrom(seed);
  const atStart = { ...usual, ...given };
  let weather = atStart;
  return {
    strikes: (kind) => random() < weather[kind],
    change: (change) => {
      weather = { ...weather, ...change };
    },
    clear: () => {
      weather = atStart;
    },
  };
};

/** Numbers from 0 to 1 that depend on nothing but the seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
