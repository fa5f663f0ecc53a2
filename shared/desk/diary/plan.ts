import * as z from 'zod';
import {
  type Customer,
  staySchema,
  type Vehicle,
  type Visit,
  vehicleSchema,
} from '#shared/domain/customer.ts';
import type { Option } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import { overrideReasons } from '#shared/domain/phrases/diary-booking.ts';
import type { DeskTurn } from '../turn.ts';

/**
 * What an advisor is about to book, move or offer. Its buttons carry all of it: nothing is stored before it is done, and
 * nothing that is typed in a topic is ever taken for an answer.
 */
const planShape = {
  aim: z.enum(['offer', 'book', 'move']),
  /** Id of the visit; made with the plan, so that a button tapped twice books once. */
  id: z.string(),
  /** Id of the customer; null: somebody without a messenger, whose row is made with the booking. */
  customer: z.string().nullable(),
  /** Of somebody who is not on file yet. */
  name: z.string(),
  phone: z.string(),
  services: z.array(z.string()),
  car: vehicleSchema.nullable(),
  /** Somebody who stands at the counter: why notice is too short needs no asking. */
  walkin: z.boolean(),
};
export const planSchema = z.object(planShape);
export type Plan = z.infer<typeof planSchema>;

/** Which times are shown. `from`: the first date of a page of days; null: the first possible one. */
export const viewSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('earliest') }),
  z.object({ of: z.literal('days'), from: z.string().nullable() }),
  z.object({ of: z.literal('day'), date: z.string() }),
]);
export type View = z.infer<typeof viewSchema>;

const reasonSchema = z.enum(overrideReasons);

/** Of a customer's visit: `customer` names them wherever the button is, also in General and on the page of a day. */
const visitShape = { customer: z.string(), visit: z.string() };

/** Actions of the part `desk.diary`. Those without a customer begin in the customer's own topic. */
export const diaryAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('offer') }),
  z.object({ do: z.literal('book') }),
  z.object({ do: z.literal('move') }),
  z.object({ do: z.literal('cancel') }),
  z.object({ do: z.literal('leave') }),
  /** Shows the list of work; `among`: only these. */
  z.object({ do: z.literal('work'), ...planShape, among: z.array(z.string()).nullable() }),
  /** Goes on with what is missing. */
  z.object({ do: z.literal('next'), ...planShape }),
  z.object({ do: z.literal('times'), ...planShape, view: viewSchema }),
  z.object({ do: z.literal('at'), ...planShape, start: z.number() }),
  /** `squeezed`: beside what is there already. */
  z.object({
    do: z.literal('stay'),
    ...planShape,
    start: z.number(),
    stay: staySchema,
    squeezed: z.boolean(),
  }),
  z.object({
    do: z.literal('done'),
    ...planShape,
    start: z.number(),
    stay: staySchema,
    squeezed: z.boolean(),
    reason: reasonSchema,
  }),
  z.object({ do: z.literal('send'), ...planShape, starts: z.array(z.number()) }),
  z.object({ do: z.literal('visit'), ...visitShape }),
  z.object({ do: z.literal('moveVisit'), ...visitShape }),
  z.object({ do: z.literal('cancelVisit'), ...visitShape }),
  z.object({ do: z.literal('cancelNow'), ...visitShape }),
  /** Offers other times for a visit, because something came up here. */
  z.object({ do: z.literal('offerMove'), ...visitShape }),
]);
export type DiaryAction = z.infer<typeof diaryAction>;

/** The plan within an action that goes on with one. */
export function planOf({ aim, id, customer, name, phone, services, car, walkin }: Plan): Plan {
  return { aim, id, customer, name, phone, services, car, walkin };
}

export function diaryButton(label: Phrase, data: DiaryAction): Option {
  return { kind: 'act', label, action: { flow: 'desk.diary', data } };
}

/** A new visit for the customer whom the turn is about, with the car they come with, where only one can be meant. */
export function planFor(
  { id, about }: Pick<DeskTurn, 'id' | 'about'>,
  aim: Exclude<Plan['aim'], 'move'>,
): Plan {
  const cars = about?.customer.vehicles ?? [];
  const [only = null] = cars;
  return {
    aim,
    id,
    customer: about?.customer.id ?? null,
    name: about?.customer.name ?? '',
    phone: about?.customer.phone ?? '',
    services: [],
    car: cars.length === 1 ? only : null,
    walkin: false,
  };
}

/** Another time for a visit: to be written in, or offered to the customer. */
export function planToMove(visit: Visit, { id, name, phone }: Customer, aim: 'move' | 'offer'): Plan {
  const { services, vehicle: car } = visit;
  return { aim, id: visit.id, customer: id, name, phone: phone ?? '', services, car, walkin: false };
}

/** A car that nobody named yet; it comes with the visit all the same. */
export function unknownCar(id: string): Vehicle {
  return { id, label: '', short: '' };
}
