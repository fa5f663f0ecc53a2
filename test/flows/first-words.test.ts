import { describe, expect, it } from 'vitest';
import { given } from './given.ts';

describe('a stranger whose messenger tells no language', () => {
  it.each([
    ['Hello', 'en'],
    ['Can you look at my brakes?', 'en'],
    ['oil tmrw pm', 'en'],
    ['thelo ladia avrio', 'el'],
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

describe('that something is wrong with the car, said in a few words', () => {
  it.each(['Є проблема', 'Загорілася лампочка на панелі', 'Здравствуйте, у меня проблема с машиной'])(
    'begins a report that holds the words: "%s"',
    (text) => {
      const olena = given().person('Olena', 'uk').says(text);
      expect(olena.heard).toEqual(['reportHow', 'reportAskKind']);
      expect([...olena.town.reports.values()]).toMatchObject([{ words: text }]);
    },
  );

  it('answers the question that is asked, and begins nothing new', () => {
    const olena = given().person('Olena', 'uk').says('Є проблема').says('щось стукає').waits();
    expect([...olena.town.reports.values()]).toMatchObject([{ words: 'Є проблема\nщось стукає' }]);
    expect(olena.heard).toEqual(['reportAskDrive']);
  });

  it('is the description that a booking asked for', () => {
    const olena = given().person('Olena', 'uk').says('записатися').says('не заводиться').waits();
    expect([...olena.town.reports.values()]).toEqual([]);
  });

  it('is for whoever was called', () => {
    const olena = given().person('Olena', 'uk').says('людина').says('Є проблема').waits();
    expect([...olena.town.reports.values()]).toEqual([]);
    expect(olena.case.waitingSince).not.toBeNull();
  });
});

describe('photos that come when the report was passed on long ago', () => {
  const told = () => {
    const anna = given().person('Anna', 'ru').shows('p1').waits();
    return anna.taps('reportLabelKind', { kind: 'part' }).taps('reportLabelEnough');
  };

  it('belong to it while its answer is waited for, and are said to be passed on', () => {
    const anna = told();
    for (const minutes of [60, 45]) {
      anna.town.later(minutes);
      anna.shows(`after ${minutes}`).waits();
      expect(anna.heard).toEqual(['passedOn']);
    }
    expect([...anna.town.reports.values()]).toMatchObject([{ photos: 3 }]);
  });

  it('begin another one once it was answered', () => {
    const anna = told();
    anna.town.later(60);
    anna.case = { ...anna.case, waitingSince: null, answerBy: null };
    anna.shows('p2').waits();
    expect(anna.heard).toEqual(['reportGot', 'reportAskKind']);
    expect(anna.town.reports.size).toBe(2);
  });
});
