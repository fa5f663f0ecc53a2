import { describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { station } from '#shared/station/station.ts';
import { sentencesOf, tableOf, tallied, verdictOf } from './evaluate.ts';

describe('sentences that people wrote without knowing the lists', () => {
  const sentences = sentencesOf('seen');

  it('are understood, and where not, asked back or read by a person', () => {
    console.log(tableOf(sentences, station));
    const all = tallied(sentences, station, () => 'all').get('all');
    expect((all?.understood ?? 0) + (all?.['asked back'] ?? 0)).toBeGreaterThanOrEqual(195);
    expect(all?.wrong).toBeLessThanOrEqual(1);
  });

  it.each(languages)('are understood in %s', (lang) => {
    const tally = tallied(sentences, station, (sentence) => sentence.lang).get(lang);
    expect((tally?.understood ?? 0) + (tally?.['asked back'] ?? 0)).toBeGreaterThanOrEqual(47);
  });

  it.each(['trap', 'chatter'])('that are %s book nothing and are answered with nothing', (kind) => {
    const wrong = sentences.filter(
      (sentence) => sentence.kind === kind && verdictOf(sentence, station) === 'wrong',
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe.each(['en', 'el'])('sentences in %s of those who tend the list', (language) => {
  const sentences = sentencesOf(language);

  it('are understood or asked back', () => {
    const missed = sentences.filter((sentence) =>
      ['handed over', 'wrong'].includes(verdictOf(sentence, station)),
    );
    expect(missed.map(({ text }) => text)).toEqual([]);
  });
});
