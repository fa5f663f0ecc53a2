import * as z from 'zod';
import { bookedSchema, type Customer, staySchema, vehicleSchema } from '#shared/domain/customer.ts';
import { type Asked, spokenWishSchema } from '#shared/domain/understood.ts';

/**
 * When they said that they want to come: dates (none named: any day), minutes past midnight by the wall clock. `to` itself is too
 * late; `at`: nearest to it.
 */
export const wantedSchema = z.object({
  dates: z.array(z.string()),
  notDates: z.array(z.string()),
  from: z.number().nullable(),
  to: z.number().nullable(),
  at: z.number().nullable(),
});
export type Wanted = z.infer<typeof wantedSchema>;

/** What is known of a visit before it is booked, in the order in which it is learned. */
export const draftSchema = z.object({
  /** Becomes the appointment's id; the hold already carries it. */
  id: z.string(),
  services: z.array(z.string()),
  vehicle: vehicleSchema.nullable(),
  /** The visit that is being moved; null for a new one. */
  moving: bookedSchema.nullable(),
  /** The time that an advisor offered and the person chose: limits on what people change by themselves do not count. */
  offered: z.number().exactOptional(),
  /** What was put off and is to be looked at during the visit: they were reminded of it and booked. */
  lines: z.array(z.object({ ref: z.string(), line: z.string() })).exactOptional(),
  /** What they said of the time, and of waiting or leaving the car: it is not asked again. */
  wanted: wantedSchema.exactOptional(),
  stay: staySchema.exactOptional(),
  /** They wrote some of it in their own words: the owner's figures count that. */
  words: z.literal(true).exactOptional(),
  /** It was begun at the questions that follow a booking: they come back after it. */
  asksAfter: z.literal(true).exactOptional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Which times are on the card: the two earliest, nine over three days, the days with room, or one day. */
export const viewSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('earliest') }),
  z.object({ of: z.literal('more') }),
  /** `from`: the first date shown; null from the first possible one. */
  z.object({ of: z.literal('days'), from: z.string().nullable() }),
  z.object({ of: z.literal('day'), date: z.string() }),
]);
export type View = z.infer<typeof viewSchema>;

/** A time that is kept for ten minutes, and what staying or leaving would mean. Instants. */
export const holdSchema = z.object({
  start: z.number(),
  until: z.number(),
  /** Station dates whose day items carry the hold. */
  dates: z.array(z.string()),
  readyIfWaiting: z.number().nullable(),
  readyIfLeft: z.number().nullable(),
});
export type Hold = z.infer<typeof holdSchema>;

/** Where a booking stands. It is kept for as long as the person needs, be it ten days. */
export const bookingSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('work'), draft: draftSchema, all: z.boolean() }),
  z.object({ step: z.literal('problem'), draft: draftSchema }),
  z.object({ step: z.literal('whichCar'), draft: draftSchema }),
  z.object({ step: z.literal('car'), draft: draftSchema }),
  /** `shown`: the times on the card, or the days of it, in their order: words may name one of them. */
  z.object({
    step: z.literal('time'),
    draft: draftSchema,
    view: viewSchema,
    shown: z.array(z.union([z.number(), z.string()])).exactOptional(),
  }),
  z.object({ step: z.literal('stay'), draft: draftSchema, hold: holdSchema }),
]);
export type Booking = z.infer<typeof bookingSchema>;

/** What a booking in progress asks; null where it asks nothing that is chosen from. */
export function askedIn(flow: { readonly name: string; readonly state: unknown } | null): Asked {
  const state = flow?.name === 'book' ? bookingSchema.safeParse(flow.state).data : undefined;
  switch (state?.step) {
    case 'work':
    case 'car':
    case 'time':
    case 'stay':
      return state.step;
    case 'whichCar':
      return 'car';
    case 'problem':
    case undefined:
      return null;
  }
}

export const bookingActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('anew') }),
  z.object({ do: z.literal('same') }),
  z.object({ do: z.literal('work'), id: z.string() }),
  /** Takes a chosen service away again. */
  z.object({ do: z.literal('notWork'), id: z.string() }),
  /** Of several services that do not fit into one visit, this one. */
  z.object({ do: z.literal('only'), id: z.string() }),
  z.object({ do: z.literal('allWork') }),
  z.object({ do: z.literal('addWork') }),
  z.object({ do: z.literal('problem') }),
  z.object({ do: z.literal('otherCar') }),
  z.object({ do: z.literal('newCar') }),
  z.object({ do: z.literal('car'), id: z.string() }),
  z.object({ do: z.literal('view'), view: viewSchema }),
  z.object({ do: z.literal('slot'), start: z.number() }),
  /** `start`: the time that was held when the button was shown; another one is not confirmed by it. */
  z.object({ do: z.literal('stay'), stay: staySchema, start: z.number() }),
  z.object({ do: z.literal('back') }),
  z.object({ do: z.literal('drop') }),
  /** `date`: the day whose times are asked for. */
  z.object({ do: z.literal('move'), id: z.string(), date: z.string().exactOptional() }),
  /** A time that an advisor offered: for this work, or for moving a visit. */
  z.object({
    do: z.literal('offered'),
    services: z.array(z.string()),
    vehicle: vehicleSchema.nullable(),
    start: z.number(),
  }),
  /** After a report, or a reminder: this work, for the car that it was about; with what was put off (`lines`). */
  z.object({
    do: z.literal('report'),
    services: z.array(z.string()),
    vehicle: vehicleSchema.nullable(),
    lines: draftSchema.shape.lines,
  }),
  /** A time that is kept for somebody of the waiting list (`id`: their wish), in the one way that they tapped. */
  z.object({
    do: z.literal('listed'),
    id: z.string(),
    services: z.array(z.string()),
    car: z.string(),
    moving: z.string().nullable(),
    hold: holdSchema,
    stay: staySchema,
  }),
  z.object({ do: z.literal('moveTo'), id: z.string(), start: z.number() }),
  /** What they said of the visit that they want, at any step. */
  z.object({ do: z.literal('words'), wish: spokenWishSchema }),
  /** This visit is to be at the day and time that they said. */
  z.object({ do: z.literal('moveWords'), id: z.string(), wish: spokenWishSchema }),
]);
export type BookingAction = z.infer<typeof bookingActionSchema>;

/** The one way of staying that a hold leaves open; null where there is a choice. */
export function onlyWay({ readyIfWaiting, readyIfLeft }: Hold): 'wait' | 'leave' | null {
  if (readyIfWaiting !== null && readyIfLeft !== null) return null;
  return readyIfWaiting === null ? 'leave' : 'wait';
}

/** Whether a stored state holds answers that are worth coming back to: some work, and a visit that is moved is still there. */
export function keepsAnswers(state: unknown, { visits }: Customer): boolean {
  const draft = bookingSchema.safeParse(state).data?.draft;
  if (!draft || draft.services.length === 0) return false;
  return draft.moving === null || visits.some(({ id }) => id === draft.moving?.id);
}
