import { describe, expect, it } from 'vitest';
import type { Mark } from '#shared/domain/visit/rating.ts';
import { moodOf } from '#shared/flows/feedback/mood.ts';

/** Words and signs that answer how a visit was, in four languages; and what is no such answer. */
const said: Readonly<Record<Mark, readonly string[]>> = {
  good: [
    ...['All good', 'great, thank you', 'not bad at all', 'no complaints', 'perfect', '👍🏻', '❤️', 'ok'],
    ...['всё отлично', 'нормально', 'неплохо', 'без нареканий', 'всё понравилось', 'довольна'],
    ...['усе чудово', 'непогано', 'без нарікань', 'відмінно', 'сподобалося'],
    ...['όλα καλά', 'μια χαρά', 'τέλεια', 'πολύ ευχαριστημένη', 'κανένα παράπονο'],
  ],
  soso: [
    ...['so-so', 'not great', 'could have been better', 'meh', '😐'],
    ...['так себе', 'не очень', 'могло быть лучше', 'средне'],
    ...['так собі', 'не дуже', 'могло бути краще', 'посередньо'],
    ...['έτσι κι έτσι', 'μέτρια', 'θα μπορούσε να είναι καλύτερα'],
  ],
  bad: [
    ...['not good', 'terrible', 'I am not happy', 'never again', 'disappointed', '👎', '😡'],
    ...['плохо', 'ужасно', 'недоволен', 'мне не понравилось', 'разочарована'],
    ...['погано', 'жахливо', 'не сподобалося', 'розчарований'],
    ...['όχι καλά', 'χάλια', 'δεν ήταν καλά', 'απογοητεύτηκα', 'δεν είμαι ευχαριστημένος'],
  ],
};
const none = [
  ...['thanks', 'when do you open?', 'I need an oil change', 'is everything ok with the brakes?', ''],
  ...['спасибо', 'нужно поменять масло', 'дякую', 'скільки коштує заміна', 'ευχαριστώ', 'πού είστε;'],
  'It was good at first and then the noise came back and I had to wait for another three hours',
];

describe('what is said of a visit', () => {
  it.each(Object.entries(said).flatMap(([mark, all]) => all.map((text) => [text, mark] as const)))(
    '"%s" is %s',
    (text, mark) => {
      expect(moodOf(text)).toBe(mark);
    },
  );

  it.each(none)('"%s" is no mark', (text) => {
    expect(moodOf(text)).toBeNull();
  });

  it('of both kinds is neither', () => {
    expect(moodOf('the work is good, the waiting was terrible')).toBe('soso');
  });
});
