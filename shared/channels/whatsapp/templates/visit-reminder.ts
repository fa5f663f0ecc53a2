import { inEveryLanguage } from './definition.ts';

/** The day before a visit: the car, day and time. The replies are those of the reminder itself. */
export const visitReminder = inEveryLanguage('visit_reminder', {
  en: {
    body: 'A reminder of your visit to our garage.\nCar: {{1}}\nDay and time: {{2}}\nWill you be there?',
    examples: ['Octavia …4821', 'Tuesday 24 November, 09:00'],
    footer: '“Stop” ends automatic messages.',
    replies: ["I'll be there", 'Change the time', 'Cancel the visit'],
  },
  ru: {
    body: 'Напоминаем о вашем визите в автосервис.\nМашина: {{1}}\nДата и время: {{2}}\nВы приедете?',
    examples: ['Octavia …4821', 'вторник, 24 ноября, 09:00'],
    footer: 'Слово «стоп» отключит автоматические сообщения.',
    replies: ['Буду', 'Перенести', 'Отменить визит'],
  },
  uk: {
    body: 'Нагадуємо про ваш візит до автосервісу.\nАвто: {{1}}\nДата й час: {{2}}\nВи приїдете?',
    examples: ['Octavia …4821', 'вівторок, 24 листопада, 09:00'],
    footer: 'Слово «стоп» вимкне автоматичні повідомлення.',
    replies: ['Буду', 'Перенести', 'Скасувати візит'],
  },
  el: {
    body: 'Σας θυμίζουμε το ραντεβού σας στο συνεργείο.\nΌχημα: {{1}}\nΗμέρα και ώρα: {{2}}\nΘα έρθετε;',
    examples: ['Octavia …4821', 'Τρίτη 24 Νοεμβρίου, 09:00'],
    footer: 'Με τη λέξη «στοπ» σταματούν τα αυτόματα μηνύματα.',
    replies: ['Θα έρθω', 'Αλλαγή ώρας', 'Ακύρωση'],
  },
});
