import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';

/** A car that is here for days: "since" another day is said as whole a sentence as since this morning. */
const tuesday = Date.parse('2026-11-24T06:44:00Z');
const wednesday = tuesday + 24 * 60 * 60_000;

function saidIn(stage: Stage): string {
  const none = { readyBy: null, newsBy: null, mileage: null, fuel: null, photos: 0, cents: null };
  const news = phrase('stageNews', {
    ...{ stage, car: 'Fiesta', at: tuesday, start: tuesday, asked: false, waits: false },
    ...none,
  });
  return textFor('el', station, wednesday).say(news);
}

describe('news of a car that stands here since another day, in Greek', () => {
  it.each(['arrived', 'checking', 'answer', 'parts', 'working', 'quality', 'ready'] as const)(
    '%s: since that day',
    (stage) => expect(saidIn(stage)).toContain(' από Τρί 24 Νοε, 08:44'),
  );

  it('was handed back on that day, and not since then', () => {
    expect(saidIn('handedBack')).toContain('παραδόθηκε, Τρί 24 Νοε, 08:44');
  });
});
