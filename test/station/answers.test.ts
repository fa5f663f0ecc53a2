import { describe, expect, it } from 'vitest';
import { staleAnswerLines } from '#infra/stale-answers.ts';
import { reviewsDue, staleAnswers } from '#shared/station/answers.ts';
import { demoStation } from '#shared/station/demo.ts';
import { loadStation } from '#shared/station/load.ts';
import { pylaiaTyres } from '#shared/station/pylaia.ts';
import type { StationData } from '#shared/station/schema.ts';
import { station } from '#shared/station/station.ts';

type Topic = keyof StationData['answers'];

/** The demo station, with some of its answers checked otherwise. */
function checked(changes: Partial<Record<Topic, object>>) {
  const answers = Object.entries(demoStation.answers).map(([topic, answer]) => [
    topic,
    { ...answer, ...Object.entries(changes).find(([name]) => name === topic)?.[1] },
  ]);
  return loadStation({ ...demoStation, answers: Object.fromEntries(answers) });
}

describe('an answer of the station', () => {
  it('is to be checked again the day after its time is over, and not before', () => {
    const one = checked({ payment: { reviewed: '2026-05-07', reviewEvery: 180 } });
    expect(staleAnswers(one, '2026-11-03')).toEqual([]);
    expect(staleAnswers(one, '2026-11-04')).toEqual([
      { topic: 'payment', owner: 'maria', since: '2026-11-03' },
    ]);
  });

  it('that is said to be checked in time to come is to be looked at; a day ahead may be another zone', () => {
    const one = checked({ towing: { reviewed: '2062-11-02' } });
    expect(staleAnswers(one, '2026-11-23')).toMatchObject([{ topic: 'towing', since: '2026-11-23' }]);
    expect(staleAnswers(checked({ towing: { reviewed: '2026-11-24' } }), '2026-11-23')).toEqual([]);
  });

  it('is asked for by owner, whoever has waited longest first', () => {
    const some = checked({
      payment: { reviewed: '2026-01-02', reviewEvery: 30 },
      warranty: { reviewed: '2026-03-02', reviewEvery: 30 },
      parking: { reviewed: '2025-03-02', reviewEvery: 30 },
    });
    expect(reviewsDue(some, '2026-11-23')).toEqual([
      { owner: 'eleni', topics: ['parking'], since: '2025-04-01' },
      { owner: 'maria', topics: ['payment', 'warranty'], since: '2026-02-01' },
    ]);
  });

  it('is told in words where the station starts or is synthesized', () => {
    const some = checked({ payment: { reviewed: '2026-01-02', reviewEvery: 30 } });
    expect(staleAnswerLines(some, Date.parse('2026-11-23T10:00:00Z'))).toEqual([
      'Aristotelous Auto: Maria should check what is answered on payment (since 2026-02-01), and write the new day as "reviewed".',
    ]);
  });

  it('of the stations that come with the project is not stale for years', () => {
    for (const demo of [station, loadStation(pylaiaTyres)])
      expect(staleAnswers(demo, '2030-01-01')).toEqual([]);
  });
});
