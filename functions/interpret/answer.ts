import * as z from 'zod';
import { fold } from '#shared/domain/fold.ts';
import {
  noWish,
  type SpokenDay,
  type SpokenTime,
  type SpokenWish,
  spokenWishSchema,
  topicSchema,
  type Understood,
} from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * What a model may say, and no more: nothing that only a talk can give a meaning ("the second one", "another time"), since it knows of no
 * talk. A key too many is a model that did not follow, and is not believed in anything.
 */
const { shape } = spokenWishSchema;
const wishSchema = z.strictObject({
  intent: shape.intent.default(null),
  services: shape.services.default([]),
  otherWork: shape.otherWork.default(false),
  sameAsLast: shape.sameAsLast.default(false),
  car: shape.car.default(null),
  days: shape.days.default([]),
  notDays: shape.notDays.default([]),
  time: shape.time.default(null),
  earliest: shape.earliest.default(false),
  stay: shape.stay.default(null),
});
const answerSchema = z.strictObject({
  wish: wishSchema.nullable().default(null),
  asks: z.array(topicSchema).max(4).default([]),
});

/**
 * Reads a model's answer to `text`. Null for everything that is not wholly of the form, that names what the station does not have or no
 * calendar knows, or that the words do not bear out: then it was not understood.
 */
export function readAnswer(
  answer: string,
  text: string,
  { services }: Pick<Station, 'services'>,
): Understood | null {
  const found = answerSchema.safeParse(jsonIn(answer)).data;
  if (found === undefined) return null;
  const wish = found.wish === null ? null : { ...noWish, ...found.wish };
  const asks = [...new Set(found.asks)];
  if (wish === null || isNothing(wish)) return asks.length === 0 ? null : { wish: null, asks };
  const known = new Set(services.map(({ id }) => id));
  const isRight =
    wish.services.length <= mostServices &&
    wish.services.every((id) => known.has(id)) &&
    [...wish.days, ...wish.notDays].every((day) => isDay(day, text)) &&
    (wish.time === null || isTime(wish.time)) &&
    (wish.car?.of !== 'said' || isIn(wish.car.said, text));
  return isRight ? { wish: { ...wish, services: [...new Set(wish.services)] }, asks } : null;
}

/** More at once nobody means. */
const mostServices = 4;

/** The object itself, or as models like to wrap it; undefined for anything else. */
function jsonIn(answer: string): unknown {
  const bare = answer.trim().replace(/^```(?:json)?\s*(.*?)\s*```$/su, '$1');
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}

/** A car alone is no wish: it may be the subject of anything. */
function isNothing(wish: SpokenWish): boolean {
  return JSON.stringify({ ...wish, car: null }) === JSON.stringify(noWish);
}

/** A date is one that they wrote: a model that works dates out is not believed. */
function isDay(day: SpokenDay, text: string): boolean {
  switch (day.of) {
    case 'ahead':
      return within(day.days, 0, 60);
    case 'weekday':
      return within(day.day, 1, 7) && within(day.weeks, 0, 3);
    case 'date': {
      const isWritten = new RegExp(`(?<!\\d)0?${day.day}(?!\\d)`).test(text);
      return isWritten && within(day.day, 1, 31) && (day.month === null || within(day.month, 1, 12));
    }
    case 'week':
      return within(day.weeks, 0, 4);
    case 'weekend':
      return within(day.weeks, 0, 2);
  }
}

/** Minutes of one day; a time between two others is no time of its own. */
function isTime({ from, to, at }: SpokenTime): boolean {
  const said = [from, to, at].filter((minute) => minute !== null);
  if (said.length === 0 || !said.every((minute) => within(minute, 0, 1_439))) return false;
  if (at !== null) return from === null && to === null;
  return from === null || to === null || from < to;
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

/** In the words themselves, apart from what stands for what was taken out of them. */
function isIn(said: string, text: string): boolean {
  const folded = fold(said);
  return folded !== '' && ` ${fold(text.replace(/\[\w+\]/g, ' | '))} `.includes(` ${folded} `);
}
