import { toWall } from '#shared/domain/clock.ts';
import { reviewsDue } from '#shared/station/answers.ts';
import type { Station } from '#shared/station/schema.ts';
import { textIn } from '#shared/station/text-in.ts';

/** A line for each of the station's people who should look at answers again; `now` in epoch milliseconds. */
export function staleAnswerLines(station: Station, now: number): readonly string[] {
  return reviewsDue(station, toWall(now, station.zone).date).map(({ owner, topics, since }) => {
    const advisor = station.advisors.find(({ id }) => id === owner);
    const name = advisor ? textIn(advisor.name, 'en', station) : owner;
    return `${textIn(station.name, 'en', station)}: ${name} should check what is answered on ${topics.join(', ')} (since ${since}), and write the new day as "reviewed".`;
  });
}
