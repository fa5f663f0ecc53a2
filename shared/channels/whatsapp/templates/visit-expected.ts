import { inEveryLanguage } from './definition.ts';

/** Nobody came at the agreed time: the car, day and time. The replies are those of the question itself. */
export const visitExpected = inEveryLanguage('visit_expected', {
  en: {
    body: 'We expected you for your visit to our garage.\nCar: {{1}}\nDay and time: {{2}}\nIs everything all right? You can also write to us here.',
    examples: ['Octavia …4821', 'Tuesday 24 November, 09:00'],
    footer: '“Stop” ends automatic messages.',
    replies: ['On my way', 'I’m there already', 'Change the time'],
  },
  ru: {
    body: 'Мы ждали вас на визит в автосервис.\nМашина: {{1}}\nДата и время: {{2}}\nВсё ли в порядке? Можно написать и прямо сюда.',
    examples: ['Octavia …4821', 'вторник, 24 ноября, 09:00'],
    footer: 'Слово «стоп» отключит автоматические сообщения.',
    replies: ['Уже в пути', 'Я уже на месте', 'Перенести'],
  },
  uk: {
    body: 'Ми чекали на вас на візит до автосервісу.\nАвто: {{1}}\nДата й час: {{2}}\nЧи все гаразд? Можна написати й просто сюди.',
    examples: ['Octavia …4821', 'вівторок, 24 листопада, 09:00'],
    footer: 'Слово «стоп» вимкне автоматичні повідомлення.',
    replies: ['Уже в дорозі', 'Я вже на місці', 'Перенести'],
  },
  el: {
    body: 'Σας περιμέναμε για το ραντεβού σας στο συνεργείο.\nΌχημα: {{1}}\nΗμέρα και ώρα: {{2}}\nΕίναι όλα καλά; Μπορείτε και να μας γράψετε εδώ.',
    examples: ['Octavia …4821', 'Τρίτη 24 Νοεμβρίου, 09:00'],
    footer: 'Με τη λέξη «στοπ» σταματούν τα αυτόματα μηνύματα.',
    replies: ['Έρχομαι', 'Είμαι ήδη εκεί', 'Αλλαγή ώρας'],
  },
});
