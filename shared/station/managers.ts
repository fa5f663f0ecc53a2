import type { Advisor, Station } from './schema.ts';

/** Those advisors who are called out where it matters, in the order of the station's data. */
export function managersOf({ advisors }: Pick<Station, 'advisors'>): readonly Advisor[] {
  return advisors.filter(({ role }) => role === 'manager');
}
