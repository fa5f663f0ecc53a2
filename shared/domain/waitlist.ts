import * as z from 'zod';
import type { LocalDate } from './clock.ts';
import { isPerson, type Person } from './customer.ts';

/**
 * Who waits for a time that is not free yet: one list of the station, first come first asked. It names people by their ids only.
 * Pure; instants are epoch milliseconds, dates are the station's.
 */

/** What somebody waits for. */
export const waitSchema = z.object({
  /** Six letters and digits; the id of the visit that it becomes. */
  id: z.string(),
  customer: z.string(),
  /** Key of the address where they are asked. */
  chat: z.string(),
  services: z.array(z.string()),
  /** Id of the car among the customer's own. */
  car: z.string(),
  /** The visit that they would move; null: a new one. */
  moving: z.string().nullable(),
  /** The one day that they want; null: any until `until`. */
  date: z.string().nullable(),
  until: z.string(),
  /** Starts that they were shown when they asked to wait: those are not what they wait for. */
  shown: z.array(z.number()).default([]),
  /** Since when. */
  at: z.number(),
});
export type Wait = z.infer<typeof waitSchema>;

/**
 * One round of offering what is free on these dates: who was asked already, and from when somebody of them may be asked after all
 * (their quiet hours end); null: nobody.
 */
export const roundSchema = z.object({
  dates: z.array(z.string()),
  /** What was freed (instants); null: somewhere on these dates. */
  span: z.object({ from: z.number(), to: z.number() }).nullable().default(null),
  passed: z.array(z.string()).default([]),
  again: z.number().nullable().default(null),
  /** Those who only slept. */
  slept: z.array(z.string()).default([]),
});
export type Round = z.infer<typeof roundSchema>;

/** A time kept for somebody of the list, as their timers and buttons carry it. */
export const keptSchema = z.object({
  /** The wish's id. */
  wait: z.string(),
  start: z.number(),
  /** Until when it is kept. */
  until: z.number(),
  /** Station dates whose day items carry the hold. */
  dates: z.array(z.string()),
  readyIfWaiting: z.number().nullable(),
  readyIfLeft: z.number().nullable(),
  round: roundSchema,
});
export type Kept = z.infer<typeof keptSchema>;

/** A time that is kept for somebody of the list until then; `kept`: what their buttons carry, to be shown again. */
export const offeredSchema = z.object({
  wait: z.string(),
  start: z.number(),
  until: z.number(),
  kept: keptSchema.optional(),
});
export type Offered = z.infer<typeof offeredSchema>;

export const waitlistSchema = z.object({
  /** Grows by one with every write; the condition of the next. 0 = never written. */
  version: z.number(),
  waits: z.array(waitSchema),
  offered: z.array(offeredSchema).default([]),
});
export type Waitlist = z.infer<typeof waitlistSchema>;

export const emptyWaitlist: Waitlist = { version: 0, waits: [], offered: [] };

/** So many wishes of one person are kept. */
export const mostWaits = 3;
/** And so many in all: one item of the table stays small, and nobody waits behind hundreds. */
export const mostInAll = 400;

/** What a person waits for, oldest first. */
export function waitsOf({ waits }: Waitlist, person: Person): readonly Wait[] {
  return waits.filter(({ customer }) => isPerson(customer, person));
}

/** The list with that wish; the same wish again keeps its place. */
export function joined(list: Waitlist, wait: Wait): Waitlist {
  return list.waits.some((one) => isSame(one, wait)) ? list : { ...list, waits: [...list.waits, wait] };
}

export function isSame(one: Wait, other: Wait): boolean {
  return (
    one.customer === other.customer &&
    one.car === other.car &&
    one.moving === other.moving &&
    one.date === other.date &&
    one.services.length === other.services.length &&
    one.services.every((id) => other.services.includes(id))
  );
}

/** The list without these wishes, and without what was kept for them. */
export function withoutWaits(list: Waitlist, ids: readonly string[]): Waitlist {
  return {
    ...list,
    waits: list.waits.filter(({ id }) => !ids.includes(id)),
    offered: list.offered.filter(({ wait }) => !ids.includes(wait)),
  };
}

/** Wishes for days that are over, and what is kept for nobody any more, leave. */
export function withoutPast(list: Waitlist, today: LocalDate, now: number): Waitlist {
  const past = list.waits.filter(({ until }) => until < today).map(({ id }) => id);
  const current = withoutWaits(list, past);
  return { ...current, offered: current.offered.filter(({ until }) => until > now) };
}

/** What is kept for a wish now; null: nothing. */
export function offeredTo({ offered }: Waitlist, wait: string, now: number): Offered | null {
  return offered.find((one) => one.wait === wait && one.until > now) ?? null;
}

/** The list with a time kept for a wish: one at a time. */
export function withOffered(list: Waitlist, offer: Offered): Waitlist {
  return { ...list, offered: [...list.offered.filter(({ wait }) => wait !== offer.wait), offer] };
}

export function withoutOffered(list: Waitlist, wait: string): Waitlist {
  return { ...list, offered: list.offered.filter((one) => one.wait !== wait) };
}

/** Whether a day is one that they wait for. */
export function wants({ date, until }: Wait, day: LocalDate): boolean {
  return date === null ? day <= until : day === date;
}
