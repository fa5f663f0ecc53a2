import * as z from 'zod';

/**
 * When a service of a car was done last: what the next one is counted from. Kept in the customer's own row, since past visits
 * leave it. Instants are epoch milliseconds, mileage km.
 */
export const upkeepSchema = z.object({
  vehicle: z.string(),
  service: z.string(),
  at: z.number(),
  km: z.number().nullable(),
  /** When the owner was reminded of the next one. */
  told: z.number().exactOptional(),
  /** They want to be reminded again, not before this. */
  later: z.number().exactOptional(),
  /** They do not want to be reminded of this one. */
  silent: z.literal(true).exactOptional(),
});
export type Upkeep = z.infer<typeof upkeepSchema>;

/** Services of all cars of one person that are kept; the ones done longest ago make room. */
const mostKept = 32;

/** The list after a visit. What its owner does not want to be reminded of stays so. */
export function upkeepAfter(
  before: readonly Upkeep[],
  { services, vehicle, at, km }: Pick<Upkeep, 'vehicle' | 'at' | 'km'> & { services: readonly string[] },
): Upkeep[] {
  return onceEach([...before, ...services.map((service): Upkeep => ({ vehicle, service, at, km }))]);
}

/** Two lists of one person, each service of each car once: as it was done last, and silent where either is. */
export function upkeepOf(both: readonly Upkeep[]): Upkeep[] {
  return onceEach(both.toSorted((a, b) => a.at - b.at));
}

/** The last one of each service of each car stays, in its place. */
function onceEach(all: readonly Upkeep[]): Upkeep[] {
  const last = new Map<string, Upkeep>();
  for (const one of all) {
    const name = `${one.vehicle} ${one.service}`;
    const silent = one.silent ?? last.get(name)?.silent;
    last.delete(name);
    last.set(name, silent ? { ...one, silent } : one);
  }
  return [...last.values()].slice(-mostKept);
}
