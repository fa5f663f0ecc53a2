import type { Service } from './schema.ts';

/** Price from, of all of it, in cents; null where one part has none. */
export function priceOf(work: readonly Pick<Service, 'priceFrom'>[]): number | null {
  return work.reduce<number | null>(
    (sum, { priceFrom }) => (sum === null || priceFrom === null ? null : sum + priceFrom),
    0,
  );
}

/** Minutes of all of it, one after the other. */
export function minutesOf(work: readonly Pick<Service, 'legs'>[]): number {
  return work.flatMap(({ legs }) => legs).reduce((sum, { minutes }) => sum + minutes, 0);
}
