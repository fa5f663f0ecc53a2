import { describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';

describe.each(languages)('what is done on a short day, in %s', (language) => {
  it('is a list with commas, and no sum of works', () => {
    const only = ['oil', 'tyres', 'punct'];
    const said = textFor(language, station).say(phrase('wishOnly', { date: '2026-11-28', only }));
    expect(said).not.toContain(' + ');
    expect(said.split(', ').length).toBeGreaterThanOrEqual(only.length);
  });
});
