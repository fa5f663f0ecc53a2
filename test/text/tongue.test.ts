import { describe, expect, it } from 'vitest';
import { tongueOf } from '#shared/text/words.ts';

describe('a stranger’s first word', () => {
  it.each([
    ['Hello', 'en'],
    ['hi', 'en'],
    ['Book a visit', 'en'],
    ['Здравствуйте!', 'ru'],
    ['Добрий день', 'uk'],
    ['Καλημέρα σας', 'el'],
  ] as const)('"%s" tells their language', (text, language) => {
    expect(tongueOf(text)).toBe(language);
  });

  it.each(['stop', 'menu', 'ok', 'Octavia', 'status quo of my long words', ''])('"%s" tells none', (text) => {
    expect(tongueOf(text)).toBeNull();
  });
});
