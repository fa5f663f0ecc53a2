import { noWish, type SpokenDay, type SpokenWish, type Understood } from '#shared/domain/understood.ts';
import type { Neighbour } from './neighbour.ts';

/** What words say of a visit, given by hand: how a language says it is another matter. */

export function wishOf(wish: Partial<SpokenWish>): SpokenWish {
  return { ...noWish, ...wish };
}

export const today: SpokenDay = { of: 'ahead', days: 0 };
export const tomorrow: SpokenDay = { of: 'ahead', days: 1 };
/** Monday is 1. */
export const weekday = (day: number, weeks = 0): SpokenDay => ({ of: 'weekday', day, weeks });
export const date = (day: number, month: number): SpokenDay => ({ of: 'date', day, month });
const minute = (hour: number) => Math.round(hour * 60);
export const since = (hour: number) => ({ from: minute(hour), to: null, at: null });
export const until = (hour: number) => ({ from: null, to: minute(hour), at: null });
export const between = (from: number, to: number) => ({ from: minute(from), to: minute(to), at: null });
export const at = (hour: number) => ({ from: null, to: null, at: minute(hour) });

/** Somebody writes words that say this. */
export function asks(person: Neighbour, wish: Partial<SpokenWish>, words = 'some words'): Neighbour {
  const understood: Understood = { wish: wishOf(wish), asks: [] };
  person.town.understoodOf = (text) => (text === words ? understood : null);
  return person.says(words);
}

/** The same, through the route's own call: whatever is in progress. */
export function wants(person: Neighbour, wish: Partial<SpokenWish>): Neighbour {
  return asks(person, { intent: 'book', ...wish });
}
