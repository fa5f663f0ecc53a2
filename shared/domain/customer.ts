import * as z from 'zod';
import { languageSchema } from './language.ts';
import { allowanceSchema, deferredSchema, orderHeadSchema } from './order/order.ts';
import { reportHeadSchema } from './report.ts';

export const staySchema = z.enum(['wait', 'leave']);
/** Whether the owner waits at the station or leaves the car. */
export type Stay = z.infer<typeof staySchema>;

export const vehicleSchema = z.object({
  id: z.string(),
  /** As the owner wrote it, tidied: `Skoda Octavia 2018 · ABC-4821`. */
  label: z.string(),
  /** Short form for messages: `Octavia …4821`. */
  short: z.string(),
});
export type Vehicle = z.infer<typeof vehicleSchema>;

/** A visit that is booked and not over, as the customer's own row carries it: small, so that status needs one read. */
export const visitSchema = z.object({
  /** Appointment id; also the reference number in every text about it. */
  id: z.string(),
  start: z.number(),
  readyBy: z.number(),
  services: z.array(z.string()),
  vehicle: vehicleSchema,
  stay: staySchema,
  /** Raised by every change; the calendar file's SEQUENCE. */
  sequence: z.number(),
  /** Station dates whose day items hold its jobs. */
  dates: z.array(z.string()),
  /** Key of the address where it was booked or changed last: there its reminder is said. '' in rows of an older version. */
  chat: z.string().default(''),
  /** Which advisor booked or moved it last, where one did, and which rule they set aside for what reason. */
  desk: z
    .object({ by: z.string(), override: z.object({ rule: z.string(), reason: z.string() }).nullable() })
    .exactOptional(),
});
export type Visit = z.infer<typeof visitSchema>;

export const customerSchema = z.object({
  id: z.string(),
  /** Grows by one with every write; the condition of the next. 0 = not stored yet. */
  version: z.number(),
  name: z.string(),
  phone: z.string().nullable(),
  /** The messenger vouched that the number is theirs; a typed one proves nothing. */
  phoneProven: z.boolean().default(false),
  vehicles: z.array(vehicleSchema),
  visits: z.array(visitSchema),
  /** What was done last time, for "Same as last time". */
  last: z.object({ services: z.array(z.string()), vehicle: z.string(), stay: staySchema }).nullable(),
  /** Visit messages: null until asked; no answer counts as "only when I ask". */
  consent: z
    .object({ visit: z.boolean(), at: z.number(), wording: z.string(), language: languageSchema })
    .nullable(),
  /** Where the person came from (`/start` payload), once. */
  source: z.string().nullable(),
  /**
   * Keys of the addresses that are this person's. A conversation that names a customer who does not list it belongs to
   * somebody else. Empty: only the address that the id names.
   */
  addresses: z.array(z.string()).default([]),
  /** Customers who turned out to be this person: what they agreed to stays in their partitions. */
  formerly: z.array(z.string()).default([]),
  /** The customer whom this one turned out to be; this row is empty then. */
  mergedInto: z.string().nullable().default(null),
  /** Defects reported lately, newest last. */
  reports: z.array(reportHeadSchema).default([]),
  /** Work orders that are not over, newest last. */
  orders: z.array(orderHeadSchema).default([]),
  /** What was put off, oldest first. */
  deferred: z.array(deferredSchema).default([]),
  /** What may be done without asking again; null: nothing. */
  allowance: allowanceSchema.nullable().default(null),
  /** Who says yes to costs in this customer's place, having accepted it in their own chat. */
  approver: z.object({ customer: z.string(), name: z.string() }).nullable().default(null),
  /** In whose place this customer says yes to costs. */
  approvesFor: z.array(z.object({ customer: z.string(), name: z.string() })).default([]),
});
export type Customer = z.infer<typeof customerSchema>;

/** Who somebody is: a customer by their id and the ids that they had before. */
export type Person = Pick<Customer, 'id' | 'formerly'>;

/** Whether an id is, or was, this person's. */
export function isPerson(id: string, { id: now, formerly }: Person): boolean {
  return id === now || formerly.includes(id);
}

/** More cars of one person fit on no card; the ones used longest ago make room. */
export const mostVehicles = 8;

export function newCustomer(id: string, name: string): Customer {
  return {
    id,
    version: 0,
    name,
    phone: null,
    phoneProven: false,
    vehicles: [],
    visits: [],
    last: null,
    consent: null,
    source: null,
    addresses: [],
    formerly: [],
    mergedInto: null,
    reports: [],
    orders: [],
    deferred: [],
    allowance: null,
    approver: null,
    approvesFor: [],
  };
}

/** Visits that have not ended: `last` is filled when one is over, by whoever reads next (no job runs for it). */
export function upcomingVisits(customer: Customer, now: number): readonly Visit[] {
  return customer.visits.filter((visit) => visit.readyBy > now).sort((a, b) => a.start - b.start);
}
