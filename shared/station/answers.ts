import { addDays, daysBetween, type LocalDate } from '#shared/domain/clock.ts';
import type { Topic } from '#shared/domain/understood.ts';
import type { Station } from './schema.ts';

/** What a station is asked and no other data of it tells: the owner writes the answer. */
export const answerTopics = [
  'bring',
  'payment',
  'parking',
  'warranty',
  'ownParts',
  'towing',
  'courtesyCar',
] as const satisfies readonly Topic[];
export type AnswerTopic = (typeof answerTopics)[number];

/** An answer that its owner should look at again, and since when. */
type StaleAnswer = { readonly topic: AnswerTopic; readonly owner: string; readonly since: LocalDate };

/** Answers that were not checked for as long as they said; one that is said to be checked in time to come is mistyped. */
export function staleAnswers(
  { answers }: Pick<Station, 'answers'>,
  today: LocalDate,
): readonly StaleAnswer[] {
  return answerTopics.flatMap((topic) => {
    const answer = answers[topic];
    if (answer === undefined) return [];
    const { owner, reviewed, reviewEvery } = answer;
    const age = daysBetween(reviewed, today);
    if (age < -1) return [{ topic, owner, since: today }];
    return age > reviewEvery ? [{ topic, owner, since: addDays(reviewed, reviewEvery) }] : [];
  });
}

/** The same by owner, whoever has waited longest first: what one person is asked to check, and since when. */
export function reviewsDue(
  station: Pick<Station, 'answers'>,
  today: LocalDate,
): readonly { readonly owner: string; readonly topics: readonly AnswerTopic[]; readonly since: LocalDate }[] {
  const byOwner = Object.entries(Object.groupBy(staleAnswers(station, today), ({ owner }) => owner));
  return byOwner
    .map(([owner, stale = []]) => ({
      owner,
      topics: stale.map(({ topic }) => topic),
      since: stale.map(({ since }) => since).reduce((a, b) => (a < b ? a : b)),
    }))
    .toSorted((a, b) => (a.since < b.since ? -1 : 1));
}
