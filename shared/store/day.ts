import * as z from 'zod';
import { type Day, decodeDay, emptyDay, encodeDay } from '#shared/domain/day.ts';
import type { Key } from './table.ts';

/** One compact item a station day: the whole truth of what stands on its bays. */
export function dayKey(date: string): Key {
  return { pk: `D#${date}`, sk: 'day' };
}

export function dayItem(day: Day) {
  return { ...dayKey(day.date), ...encodeDay(day) };
}

const stored = z.object({ date: z.string(), version: z.number(), jobs: z.array(z.string()) });

/** The day as stored, or an empty one that nobody wrote yet (version 0). */
export function dayFrom(date: string, item: unknown): Day {
  return item === undefined ? emptyDay(date) : decodeDay(stored.parse(item));
}
