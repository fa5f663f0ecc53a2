/** A day that somebody names, as they say it; which date it is depends on the day on which they say it. */
export type WishedDay =
  /** Today is 0, tomorrow 1. */
  | { readonly of: 'ahead'; readonly days: number }
  /** Monday is 1, Sunday 7; `weeks`: 0 the next one to come, 1 of next week. */
  | { readonly of: 'weekday'; readonly day: number; readonly weeks: number }
  /** Day of the month; a month that is not named is the next such day to come. */
  | { readonly of: 'date'; readonly day: number; readonly month: number | null }
  /** Any day of this week (0), of the next (1). */
  | { readonly of: 'week'; readonly weeks: number }
  /** Saturday and Sunday to come. */
  | { readonly of: 'weekend' };

/** When on a day, minutes past midnight of station time; null is open. `at`: they named that very time. */
export type WishedTime = {
  readonly from: number | null;
  readonly to: number | null;
  readonly at: number | null;
};

/**
 * What somebody's words say of a visit they want, in any language: only what was really said, nothing guessed. It decides nothing:
 * it leads to the same two times as the buttons do, and what it leaves open is asked.
 */
export type Wish = {
  /** A visit is asked for or changed in words; null: only some of what a visit is made of was named, as in an answer. */
  readonly intent: 'book' | 'move' | null;
  /** Ids of the station's services. */
  readonly services: readonly string[];
  /** Work of some kind was asked for that is none of the services. */
  readonly otherWork: boolean;
  /** "As last time", "the usual". */
  readonly sameAsLast: boolean;
  /** A car as they call it (make, model, part of the plate), folded; null where none was named. `other`: "my other car". */
  readonly car: { readonly said: string } | { readonly other: true } | null;
  readonly days: readonly WishedDay[];
  readonly notDays: readonly WishedDay[];
  readonly time: WishedTime | null;
  /** "Earliest", "as soon as possible". */
  readonly earliest: boolean;
  /** "Later", "another time": not those that are shown. */
  readonly otherTimes: boolean;
  readonly stay: 'wait' | 'leave' | null;
  /** Of several things that are shown: the first is 1, the last -1. */
  readonly ordinal: number | null;
};

/** What a station is asked every day. Its answers stand in the station's data or follow from it. */
export const topics = [
  'address',
  'entrance',
  'hours',
  'price',
  'duration',
  'bring',
  'payment',
  'parking',
  'warranty',
  'ownParts',
  'towing',
  'courtesyCar',
  'services',
  'status',
] as const;
export type Topic = (typeof topics)[number];

/** What was understood of a message. Null of the parser: nothing, or not surely enough. */
export type Understood = {
  readonly wish: Wish | null;
  /** What is asked, in the order of the words. */
  readonly asks: readonly Topic[];
};
