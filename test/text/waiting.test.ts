import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';

/** What advisors read of somebody who wrote in the evening, the next morning. */
const evening = Date.parse('2026-11-23T18:05:00Z');
const nine = Date.parse('2026-11-24T07:00:00Z');
const morning = Date.parse('2026-11-24T06:33:00Z');

describe('a wait that began the evening before', () => {
  it.each([
    ['en', 'Mon 23 Nov, 20:05', '3 min of working time'],
    ['ru', 'Пн 23 ноября, 20:05', '3 мин рабочего времени'],
    ['uk', 'Пн 23 листопада, 20:05', '3 хв робочого часу'],
    ['el', 'Δευ 23 Νοε, 20:05', '3 λεπτά εργάσιμου χρόνου'],
  ] as const)('names its day and what is counted in %s', (language, since, long) => {
    const alert = phrase('caseAlertOwner', { who: 'Olena', since: evening, minutes: 3, owner: 'maria' });
    const said = textFor(language, station, morning).say(alert);
    expect(said.toLowerCase()).toContain(since.toLowerCase());
    expect(said).toContain(long);
    const today = textFor(language, station, evening).say(alert);
    expect(today).not.toContain(long);
    expect(today).toContain('20:05');
  });

  it.each(['en', 'ru', 'uk', 'el'] as const)(
    'stands on the card with a promise that is right on any day, in %s',
    (language) => {
      const state = phrase('caseCardState', { baton: 'waiting', owner: null, since: evening, by: nine });
      const inTheEvening = textFor(language, station, evening).say(state);
      expect(inTheEvening).toBe(textFor(language, station, morning).say(state));
      expect(inTheEvening).toContain('24');
    },
  );
});
