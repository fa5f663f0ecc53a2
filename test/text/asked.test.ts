import { describe, expect, it } from 'vitest';
import { wordOf } from '#shared/text/words.ts';

describe('what was agreed is asked for in many ways', () => {
  it.each([
    'what did I sign?',
    'Remind me what we agreed',
    'на что я согласилась?',
    'На что я согласился',
    'о чём мы договаривались?',
    'на какую сумму договорились',
    'Напомните, что мы согласовали',
    'какие работы согласованы?',
    'на що я погодився?',
    'про що домовились?',
    'На яку суму ми домовилися',
    'які роботи погоджені',
    'σε τι συμφώνησα;',
    'Θυμίστε μου τι συμφωνήσαμε',
  ])('%s', (typed) => {
    expect(wordOf(typed)).toBe('agreed');
  });
});

describe('where the car is, is asked for in passing, too', () => {
  it.each([
    'ну что там?',
    'Ну как там машина?',
    'есть новости?',
    'ну що там?',
    'Як там авто?',
    'скоро буде готово?',
    'є новини?',
    'Any news?',
    'Έχουμε νέα;',
  ])('%s', (typed) => {
    expect(wordOf(typed)).toBe('status');
  });
});

describe('whoever thanks with a word more is not answered with a list of buttons', () => {
  it.each([
    'спасибо, всё отлично',
    'Большое спасибо, всё понравилось!',
    'дуже дякую, все супер',
    'Дякую, все зрозуміло',
    'Thank you, everything was great!',
    'Ευχαριστώ πολύ, όλα τέλεια',
  ])('%s', (typed) => {
    expect(wordOf(typed)).toBe('thanks');
  });
});

describe('that something is wrong with the car is understood in a few words', () => {
  it.each([
    'Report a problem',
    'Hello, something is wrong with my car',
    'A warning light came on',
    'My car won’t start',
    'Сообщить о поломке',
    'Здравствуйте, у меня проблема с машиной',
    'загорелась лампочка на панели',
    'Горит чек!',
    'Машина не заводится',
    'что-то стучит',
    'Є проблема з авто',
    'є проблема',
    'Добрий день! Загорілася лампочка на панелі',
    'щось тече під машиною',
    'Αναφορά βλάβης',
    'Καλημέρα, έχω πρόβλημα με το αυτοκίνητο',
    'άναψε ένα λαμπάκι',
  ])('%s', (typed) => {
    expect(wordOf(typed)).toBe('problem');
  });
});
