import { describe, expect, it } from 'vitest';
import { languageOf, languageOfWords } from '#shared/domain/language.ts';

describe('words that make the language certain', () => {
  it.each([
    ['Καλησπέρα', 'el'],
    ['θέλω ραντεβού για Golf', 'el'],
    ['ναι', 'el'],
    ['Привіт', 'uk'],
    ['їду', 'uk'],
    ['Хочу записатися на ґрунтовку', 'uk'],
    ['є місце?', 'uk'],
    ['здравствуйте, это Golf', 'ru'],
    ['ещё', 'ru'],
    ['привет', 'ru'],
    ['можно завтра', 'ru'],
    ['I need an oil change', 'en'],
    ['Can you look at my car?', 'en'],
  ] as const)('"%s" is %s for someone with a Greek or English profile', (text, language) => {
    expect(languageOfWords(text, 'en')).toBe(language);
  });

  it.each([
    ['можна завтра', 'uk', 'uk'],
    ['добрый день', 'uk', 'ru'],
    ['добрий день, їду', 'ru', 'uk'],
    ['завтра', 'el', 'ru'],
  ] as const)('"%s" said by a speaker of %s is %s', (text, current, language) => {
    expect(languageOfWords(text, current)).toBe(language);
  });
});

describe('words that prove nothing', () => {
  it.each([
    'Golf 7',
    'Octavia 2018 ABC-4821',
    'hello',
    'kalispera',
    'thelo ladia avrio to apogevma',
    'zapis na zavtra pozhaluista',
    'Ford Ka with Fiat',
    'ok',
    '',
    '123',
    '🚗',
    '+30 690 000 0000',
    'да',
    'µ',
    '45΄',
    'A · B',
    'Ω',
    'ΙΚΑ-4821 Skoda',
    'ΙΚΑ 4821',
    'АІ 4821 КМ',
    'АЕ4821КВ',
    'А123ВС777',
  ])('"%s" changes no language', (text) => {
    for (const current of ['en', 'ru', 'uk', 'el'] as const)
      expect(languageOfWords(text, current)).toBeUndefined();
  });
});

describe('the language of a profile', () => {
  it.each([
    ['el', 'el'],
    ['el-GR', 'el'],
    ['uk_UA', 'uk'],
    ['RU', 'ru'],
    ['en-US-x-twain', 'en'],
    ['de', undefined],
    ['', undefined],
    [undefined, undefined],
    ['english', undefined],
  ] as const)('%s is read as %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});
