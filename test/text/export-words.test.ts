import { describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { wordOf } from '#shared/text/words.ts';

describe('who wants to have their data', () => {
  it.each([
    'export my data',
    'Export my data please',
    'Download my data',
    'send me my data',
    'data export',
    'a copy of my data',
    'мои данные',
    'Пришлите мои данные, пожалуйста',
    'выгрузите мои данные',
    'Хочу все мои данные',
    'экспорт моих данных',
    'мої дані',
    'Надішліть мої дані, будь ласка',
    'вивантажити мої дані',
    'копія моїх даних',
    'Τα δεδομένα μου',
    'στείλτε μου τα δεδομένα μου',
    'Θέλω όλα τα δεδομένα μου παρακαλώ',
    'εξαγωγή δεδομένων',
    'ta dedomena mou',
  ])('is understood: %s', (typed) => {
    expect(wordOf(typed)).toBe('export');
  });

  it.each(languages)('may type the button’s label, %s', (language) => {
    expect(wordOf(textFor(language, station).say(phrase('archiveLabelExport')))).toBe('export');
  });

  it.each([
    'erase my data',
    'удалите мои данные',
    'видаліть мої дані',
    'διαγράψτε τα δεδομένα μου',
    'mobile data',
    'my car',
  ])('is not meant by %s', (typed) => {
    expect(wordOf(typed)).not.toBe('export');
  });
});
