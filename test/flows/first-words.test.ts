import { describe, expect, it } from 'vitest';
import { given } from './given.ts';

describe('a stranger whose messenger tells no language', () => {
  it.each([
    ['Hello', 'en'],
    ['Can you look at my brakes?', 'en'],
    ['Добрий день', 'uk'],
    ['kalimera', 'el'],
  ] as const)('is answered in the language of "%s"', (text, language) => {
    const lena = given().person('Lena', 'el').says(text).waits();
    expect(lena.conversation.language).toBe(language);
  });

  it('keeps their language when a word of another one comes later', () => {
    const nikos = given().person('Nikos', 'el').says('Γεια σας').says('hello');
    expect(nikos.conversation.language).toBe('el');
  });
});

describe('a language called by its own name', () => {
  it.each([
    ['English', 'en'],
    ['русский', 'ru'],
    ['Українська', 'uk'],
    ['Ελληνικά', 'el'],
  ] as const)('"%s" is spoken from then on', (text, language) => {
    const lena = given().person('Lena', 'el').says('Γεια σας').says(text);
    expect(lena.conversation).toMatchObject({ language, languageChosen: true });
    expect(lena.heard).toEqual(['languageSet']);
  });
});
