import * as z from 'zod';
import { consentsSchema, writtenSchema } from './consent.ts';
import { allowanceSchema, deferredSchema, orderHeadSchema } from './order/order.ts';
import { reportHeadSchema } from './report.ts';
import { upkeepSchema } from './upkeep.ts';
import { freshLife, lifeSchema } from './visit/life.ts';
import { ratingSchema } from './visit/rating.ts';
import { isOver, stageSchema } from './visit/stage.ts';

export const staySchema = z.enum(['wait', 'leave']);
/** Whether the owner waits at the station or leaves the car. */
export type Stay = z.infer<typeof staySchema>;

export const vehicleSchema = z.object({
  id: z.string(),
  /** As the owner wrote it, tidied: `Skoda Octavia 2018 · ABC-4821`. */
  label: z.string(),
  /** Short form for messages: `Octavia …4821`. */
  short: z.string(),
  /** The mileage (km) that was read last, and when. */
  mileage: z.object({ km: z.number(), at: z.number() }).exactOptional(),
});
export type Vehicle = z.infer<typeof vehicleSchema>;

/** What was booked. */
export const bookedSchema = z.object({
  /** Appointment id; also the reference number in every text about it. */
  id: z.string(),
  start: z.number(),
  /** The promise as it stands: as it was booked, or as it was moved since (`life.moved`). */
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
export type Booked = z.infer<typeof bookedSchema>;

/** A visit that is not over, as the customer's own row carries it: what was booked, and how it goes. */
export const visitSchema = bookedSchema.extend({ life: lifeSchema.default(freshLife) });
export type Visit = z.infer<typeof visitSchema>;

/** What was booked alone: what a talk remembers of a visit stays small. */
export function bookedOf({ life: _life, ...booked }: Visit): Booked {
  return booked;
}

/** A visit that is over, in few words: what was done, how it ended, what the owner thought of it. */
export const pastVisitSchema = z.object({
  id: z.string(),
  start: z.number(),
  /** When it ended. */
  end: z.number(),
  stage: stageSchema,
  services: z.array(z.string()),
  vehicle: vehicleSchema,
  chat: z.string(),
  /** Of one to which nobody came: what of it is needed where they come after all, that day. */
  missed: z.object({ readyBy: z.number(), stay: staySchema, sequence: z.number() }).exactOptional(),
  /** When the owner was asked how it was. */
  asked: z.number().exactOptional(),
  rating: ratingSchema.exactOptional(),
  /** The question whether to write when the next service is due was asked below the answer. */
  offered: z.literal(true).exactOptional(),
});
export type PastVisit = z.infer<typeof pastVisitSchema>;
/** A visit that an advisor confirms before it is booked. `until`: so long its time is kept; `by`: when the answer was promised. */
export const requestedSchema = z.object({
  /** The number that the visit gets. */
  id: z.string(),
  start: z.number(),
  car: z.string(),
  advisor: z.string(),
  by: z.number(),
  until: z.number(),
});
export type Requested = z.infer<typeof requestedSchema>;

/** Past visits that a customer's own row carries, the latest ones. */
export const mostPast = 6;

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
  /** Visits that an advisor has to confirm first. */
  requested: z.array(requestedSchema).default([]),
  /** What was done last time, for "Same as last time". */
  last: z.object({ services: z.array(z.string()), vehicle: z.string(), stay: staySchema }).nullable(),
  /** What they agreed to be written about without asking. */
  consents: consentsSchema.default({}),
  /** Their own hours without automatic messages, minutes past midnight of station time; null: the station's. */
  quietHours: z.object({ from: z.number(), to: z.number() }).nullable().default(null),
  /** Automatic messages of the last 31 days, oldest first: the caps are counted from them. */
  written: z.array(writtenSchema).default([]),
  /** Visits that are over, the latest last. */
  past: z.array(pastVisitSchema).default([]),
  /** When services of their cars were done last. */
  upkeep: z.array(upkeepSchema).default([]),
  /** When they asked for the archive of their data last. */
  archivedAt: z.number().nullable().default(null),
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
  /** Ids of what they wait for; the wishes themselves stand in the station's list (`waitlist.ts`). */
  waits: z.array(z.string()).default([]),
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
    requested: [],
    last: null,
    consents: {},
    quietHours: null,
    written: [],
    past: [],
    upkeep: [],
    archivedAt: null,
    source: null,
    addresses: [],
    formerly: [],
    mergedInto: null,
    reports: [],
    orders: [],
    waits: [],
    deferred: [],
    allowance: null,
    approver: null,
    approvesFor: [],
  };
}

/** The row with a visit as it is now; nothing else of it changes, and its cars keep their order. */
export function withVisitAs<C extends Pick<Customer, 'visits'>>(customer: C, visit: Visit): C {
  return { ...customer, visits: customer.visits.map((one) => (one.id === visit.id ? visit : one)) };
}

/** Requests whose time is still kept, the earliest first. */
export function openRequests({ requested }: Pick<Customer, 'requested'>, now: number): readonly Requested[] {
  return requested.filter(({ until }) => until > now).sort((a, b) => a.start - b.start);
}

/**
 * Visits that are not over, in order. One that nobody marked as arrived counts until its promised time; a car that is at the
 * station counts until it is handed back.
 */
export function upcomingVisits(customer: Customer, now: number): readonly Visit[] {
  return customer.visits
    .filter(({ readyBy, life }) => (life.stage === 'booked' ? readyBy > now : !isOver(life.stage)))
    .sort((a, b) => a.start - b.start);
}
