import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordOf } from '#shared/text/words.ts';

describe('what is left to the flows', () => {
  /** Sentences of people who want something else, or want it in a way that only a sentence can tell. */
  const ordinary = [
    'can you stop by tomorrow to pick up the keys',
    'my brakes make a strange noise when I stop',
    'change oil tomorrow after 5',
    'the person at the desk was very kind',
    'I left my status light on, is that bad',
    'oil tmrw pm',
    'how much is an oil change',
    'do you have winter tyres 205/55 R16',
    'octavia 2018',
    'Golf 7',
    'ABC-4821',
    'I will be 20 minutes late',
    'no idea, something knocks',
    'yes but later',
    'book a table for two',
    'can I leave the key in the box',
    'is it ok to drive like this',
    'connect',
    'connect me to Maria',
    'send me the link',
    'the link does not open',
    'the steering link is broken',
    'стоп, я передумал менять диски',
    'поменять масло завтра после пяти',
    'стучит спереди справа',
    'сколько стоит замена колодок',
    'человек, который принимал машину, обещал скидку',
    'у вас есть шины на 16',
    'не могу завтра, может в пятницу',
    'лада гранта 2014',
    'я опоздаю на полчаса',
    'а можно без замены фильтра',
    'да, но только после обеда',
    'статуса заказа я так и не понял вчера',
    'адрес доставки запчастей другой',
    'мастер сказал, что нужно заменить ремень',
    'когда менять ремень ГРМ',
    'связь',
    'связь плохая, перезвоню',
    'свяжитесь со страховой',
    'можно объединить ремонт с ТО',
    'поміняти оливу завтра після п’ятої',
    'скрипить під час гальмування',
    'скільки коштує заміна колодок',
    'людина на рецепції обіцяла знижку',
    'чи є у вас зимові шини',
    'запізнюся на пів години',
    'так, але тільки в п’ятницю',
    'ніссан ліф 2019',
    'зв’язок поганий',
    'чи можна поєднати ремонт і ТО',
    'це пов’язано з гальмами',
    'а можна без мийки',
    'θέλω λάδια αύριο το απόγευμα',
    'κάνει θόρυβο όταν φρενάρω',
    'πόσο κάνει η αλλαγή λαδιών',
    'ο άνθρωπος στη ρεσεψιόν μου είπε για έκπτωση',
    'έχετε χειμερινά λάστιχα',
    'θα αργήσω είκοσι λεπτά',
    'δεν παίρνει μπρος',
    'ναι, αλλά μόνο το πρωί',
    'το ραντεβού της γυναίκας μου είναι άλλο',
    'γιάρις 2012',
    'δεν έχω σύνδεση',
    'η σύνδεση της μπαταρίας είναι χαλαρή',
    'σύνδεση με την ασφάλεια',
    '2',
    '17:30',
    '👍',
    '...',
    '',
  ];

  it.each(ordinary)('"%s" is no command', (sentence) => {
    expect(wordOf(sentence)).toBeNull();
  });

  it('there are at least 60 of them', () => {
    expect(ordinary.length).toBeGreaterThanOrEqual(60);
  });

  it('nothing longer than a short line is a command, and nothing makes it fail', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 61, maxLength: 4_096 }),
        (text) => wordOf(text) === null,
      ),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => wordOf(text) !== undefined));
  });
});
