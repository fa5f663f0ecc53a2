import { describe, expect, it } from 'vitest';
import { windowWords } from '#infra/local/page/app/window-words.ts';

const words = (until: string | undefined, now: string, begun = true) =>
  windowWords({ begun, until }, now, 'Europe/Athens');

describe('The line about the 24-hour window', () => {
  it.each([
    ['2026-11-24T08:12:00Z', '2026-11-23T08:12:00Z', '24-hour window open until tomorrow, 10:12'],
    ['2026-11-24T08:12:00Z', '2026-11-23T22:30:00Z', '24-hour window open until 10:12'],
    ['2026-11-24T22:30:00Z', '2026-11-23T22:40:00Z', '24-hour window open until tomorrow, 00:30'],
    ['2026-11-26T08:00:00Z', '2026-11-23T08:00:00Z', '24-hour window open until 26 November, 10:00'],
  ])('until %s, seen at %s, is told in station time', (until, now, told) => {
    expect(words(until, now)).toBe(told);
  });

  it('says that it is shut from its very end on', () => {
    const shut = '24-hour window shut: templates only until you write';
    expect(words('2026-11-24T08:12:00Z', '2026-11-24T08:12:00Z')).toBe(shut);
    expect(words(undefined, '2026-11-24T08:12:00Z')).toBe(shut);
  });

  it('says how it opens to whoever never wrote', () => {
    expect(words(undefined, '2026-11-24T08:12:00Z', false)).toBe(
      '24-hour window: opens with your first word',
    );
  });
});
