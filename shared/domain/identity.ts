import { addressOf } from './address.ts';
import { stricterConsents } from './consent.ts';
import {
  type Customer,
  isPerson,
  mostPast,
  mostVehicles,
  newCustomer,
  type Person,
  type Vehicle,
  type Visit,
} from './customer.ts';
import { deferredKept, newest } from './order/heads.ts';
import { stricterAllowance } from './order/order.ts';
import { plateIn } from './plate.ts';
import { mostReports } from './report.ts';
import { type Upkeep, upkeepOf } from './upkeep.ts';

/** Who is who: one person at several addresses, and what becomes of two customers who turn out to be one person. Pure. */

/** Keys of a person's addresses; the first is the one they were met at. */
export function addressesOf({ id, addresses }: Customer): readonly string[] {
  return addresses.length > 0 ? addresses : [id];
}

/** Whether an address is this person's: the row says so, whatever the conversation there says. */
export function isAt(customer: Customer, address: string): boolean {
  return customer.mergedInto === null && addressesOf(customer).includes(address);
}

/**
 * Whether two customers are at the same messenger. There a number belongs to one account only: if both had it, it was given
 * out again, and they are two people.
 */
export function shareMessenger(one: Customer, other: Customer): boolean {
  const channels = addressesOf(one).map((key) => addressOf(key).channel);
  return addressesOf(other).some((key) => channels.includes(addressOf(key).channel));
}

/**
 * Somebody new at an address. An address that was another person's before (a number given out again, a chat that was taken
 * out of a link) gives its next person an id of their own; `version` is that of the conversation there, which only grows.
 */
export function strangerAt(address: string, name: string, version: number): Customer {
  return { ...newCustomer(`${address}~${version + 1}`, name), addresses: [address] };
}

/** Whether an id was given at this address: to the first person there, or by `strangerAt`. */
export function isIdOf(id: string, address: string): boolean {
  return id === address || id.startsWith(`${address}~`);
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** Ids of whoever answers for somebody's costs, and of those for whose costs they answer. */
export function othersOf({
  approver,
  approvesFor,
}: Pick<Customer, 'approver' | 'approvesFor'>): readonly string[] {
  return [
    ...new Set([...(approver ? [approver.customer] : []), ...approvesFor.map(({ customer }) => customer)]),
  ];
}

/** The person's address changed: `from` is theirs no more, `to` is, and what was to be said at one is said at the other. */
export function movedTo(customer: Customer, from: readonly string[], to: string): Customer {
  const addresses = [...new Set(addressesOf(customer).map((key) => (from.includes(key) ? to : key)))];
  const moved = <T extends { readonly chat: string }>(visit: T): T =>
    from.includes(visit.chat) ? { ...visit, chat: to } : visit;
  return { ...customer, addresses, visits: customer.visits.map(moved), past: customer.past.map(moved) };
}

/**
 * Two customers who are one person: `from` is found again in `into`, which keeps its id. No visit is lost or doubled. The
 * version is the greater of both, since numbers of agreements are made from it.
 */
export function mergeCustomers(into: Customer, from: Customer): Customer {
  const vehicles = new Map(
    from.vehicles.map((car) => [car.id, into.vehicles.find((one) => isSame(one, car)) ?? car]),
  );
  const known = new Set(into.visits.map(({ id }) => id));
  const joined = from.visits.filter(({ id }) => !known.has(id)).map((visit) => inCarOf(visit, vehicles));
  const last = from.last && {
    ...from.last,
    vehicle: vehicles.get(from.last.vehicle)?.id ?? from.last.vehicle,
  };
  return {
    ...into,
    version: Math.max(into.version, from.version),
    name: into.name || from.name,
    ...numberOf(into, from),
    vehicles: joinedCars(into, [...vehicles.values()], joined),
    visits: [...into.visits, ...joined].sort((a, b) => a.start - b.start),
    requested: onceBy([...into.requested, ...from.requested], ({ id }) => id),
    last: into.last ?? last,
    waits: [...new Set([...into.waits, ...from.waits])],
    consents: stricterConsents(into.consents, from.consents),
    quietHours: into.quietHours ?? from.quietHours,
    written: [...into.written, ...from.written].sort((a, b) => a.at - b.at),
    past: onceBy([...into.past, ...from.past], ({ id }) => id)
      .sort((a, b) => a.end - b.end)
      .slice(-mostPast),
    upkeep: upkeepOf([...into.upkeep, ...from.upkeep.map((one) => inCar(one, vehicles))]),
    archivedAt: later(into.archivedAt, from.archivedAt),
    source: into.source ?? from.source,
    ...costsOf(into, from, vehicles),
    addresses: [...new Set([...addressesOf(into), ...addressesOf(from)])],
    formerly: [...new Set([...into.formerly, ...from.formerly, ...(from.version > 0 ? [from.id] : [])])],
  };
}

/**
 * The car of which these two are spoken to: that of whose costs the other one answers for. '' where that cannot be told.
 * Nobody reads about a car of their own because of somebody else's.
 */
export function carBetween(reader: Customer, other: Customer): string {
  const [theirs, others] = [answersFor(other, reader), answersFor(reader, other)];
  if (theirs === others) return '';
  return (theirs ? reader : other).vehicles.at(-1)?.short ?? '';
}

/** Whether a customer's own row says that they answer for that person. */
export function answersFor({ approvesFor }: Customer, person: Person): boolean {
  return approvesFor.some(({ customer }) => isPerson(customer, person));
}

/** What stays of a customer who turned out to be another one: the way to them, and nothing about a person. */
export function mergedAway({ id, version }: Customer, into: string): Customer {
  return { ...newCustomer(id, ''), version, mergedInto: into };
}

/** The person without one of their addresses; visits that were to be spoken of there are spoken of at the first other. */
export function withoutAddress(customer: Customer, address: string): Customer {
  const addresses = addressesOf(customer).filter((key) => key !== address);
  const moved = <T extends { readonly chat: string }>(visit: T): T =>
    visit.chat === address ? { ...visit, chat: addresses[0] ?? '' } : visit;
  return { ...customer, addresses, visits: customer.visits.map(moved), past: customer.past.map(moved) };
}

/** The same car: the same plate, or the same words where neither has one. */
function isSame(one: Vehicle, other: Vehicle): boolean {
  return markOf(one) === markOf(other);
}

function markOf({ label }: Vehicle): string {
  return (plateIn(label) ?? label).toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

function inCarOf(visit: Visit, vehicles: ReadonlyMap<string, Vehicle>): Visit {
  return { ...visit, vehicle: vehicles.get(visit.vehicle.id) ?? visit.vehicle };
}

function inCar(one: Upkeep, vehicles: ReadonlyMap<string, Vehicle>): Upkeep {
  return { ...one, vehicle: vehicles.get(one.vehicle)?.id ?? one.vehicle };
}

/** Cars that wait for a visit stay; of the others the ones used last, the other customer's before this one's. */
function joinedCars(into: Customer, others: readonly Vehicle[], joined: readonly Visit[]): Vehicle[] {
  const awaited = [...into.visits, ...joined].map(({ vehicle }) => vehicle.id);
  const cars = [...new Map([...others, ...into.vehicles].map((car) => [car.id, car])).values()];
  const inOrder = [
    ...cars.filter(({ id }) => !awaited.includes(id)),
    ...cars.filter(({ id }) => awaited.includes(id)),
  ];
  return inOrder.slice(-mostVehicles);
}

/**
 * What was reported, asked and put off, of both; an order keeps the partition that it lies in. Of two limits the stricter one
 * counts, and nobody answers for themselves in somebody else's name.
 */
function costsOf(into: Customer, from: Customer, vehicles: ReadonlyMap<string, Vehicle>) {
  const own = new Set([into.id, from.id, ...into.formerly, ...from.formerly]);
  const deferred = from.deferred.map((one) => ({
    ...one,
    vehicle: one.vehicle && (vehicles.get(one.vehicle)?.id ?? one.vehicle),
  }));
  const approver = [into.approver, from.approver].find((one) => one !== null && !own.has(one.customer));
  return {
    reports: onceBy([...into.reports, ...from.reports], ({ id }) => id)
      .sort((a, b) => a.lastAt - b.lastAt)
      .slice(-mostReports),
    orders: newest(onceBy([...into.orders, ...from.orders], ({ of, ref }) => `${of} ${ref}`)),
    deferred: deferredKept(onceBy([...into.deferred, ...deferred], ({ ref, line }) => `${ref} ${line}`)),
    allowance: stricterAllowance(into.allowance, from.allowance),
    approver: approver ?? null,
    approvesFor: onceBy([...into.approvesFor, ...from.approvesFor], ({ customer }) => customer).filter(
      ({ customer }) => !own.has(customer),
    ),
  };
}

/** Each once; of two the first. */
function onceBy<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  const named = new Map<string, T>();
  for (const one of all) if (!named.has(nameOf(one))) named.set(nameOf(one), one);
  return [...named.values()];
}

/** A number that a messenger vouched for counts more than one that was typed. */
function numberOf(into: Customer, from: Customer): Pick<Customer, 'phone' | 'phoneProven'> {
  const { phone, phoneProven } = into.phoneProven || (into.phone !== null && !from.phoneProven) ? into : from;
  return { phone, phoneProven };
}
