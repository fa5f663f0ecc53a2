import type { Decision, Turn } from '../flow.ts';

/** The work that somebody asked about a moment ago: who then names a day wants that, and is not asked for it again. Pure. */

const keptMs = 30 * 60_000;

/** Ids of its services; none where they asked of none, too long ago, or booked since. */
export function askedWork({ conversation, now }: Pick<Turn, 'conversation' | 'now'>): readonly string[] {
  const { workAsked } = conversation;
  return workAsked && now - workAsked.at <= keptMs ? workAsked.services : [];
}

/** It was asked about by its name. */
export function withAskedWork(services: readonly string[], { now }: Pick<Turn, 'now'>): Asked {
  return services.length > 0 ? { workAsked: { services: [...services], at: now } } : {};
}

type Asked = Pick<NonNullable<Decision<never>['settings']>, 'workAsked'>;
