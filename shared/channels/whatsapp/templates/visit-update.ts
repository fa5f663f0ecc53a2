import { inEveryLanguage } from './definition.ts';

/** Something about a visit has changed: the car, what it is now, and the moment that is about. */
export const visitUpdate = inEveryLanguage('visit_update', {
  en: {
    body: 'An update on your visit to our garage.\nCar: {{1}}\nStatus: {{2}}\nDay and time: {{3}}\nThe button shows the details; if you have a question, write it here.',
    examples: ['Octavia …4821', 'the car is ready', 'Tuesday 24 November, 09:00'],
    footer: '“Stop” ends automatic messages.',
    replies: ['Show it'],
  },
  ru: {
    body: 'Сообщаем о вашем визите в автосервис.\nМашина: {{1}}\nСтатус: {{2}}\nДата и время: {{3}}\nКнопка покажет подробности, а вопрос можно написать прямо сюда.',
    examples: ['Octavia …4821', 'машина готова', 'вторник, 24 ноября, 09:00'],
    footer: 'Слово «стоп» отключит автоматические сообщения.',
    replies: ['Показать'],
  },
  uk: {
    body: 'Повідомляємо про ваш візит до автосервісу.\nАвто: {{1}}\nСтатус: {{2}}\nДата й час: {{3}}\nКнопка покаже подробиці, а запитання можна написати просто сюди.',
    examples: ['Octavia …4821', 'авто готове', 'вівторок, 24 листопада, 09:00'],
    footer: 'Слово «стоп» вимкне автоматичні повідомлення.',
    replies: ['Показати'],
  },
  el: {
    body: 'Ενημέρωση για το ραντεβού σας στο συνεργείο.\nΌχημα: {{1}}\nΚατάσταση: {{2}}\nΗμέρα και ώρα: {{3}}\nΜε το κουμπί βλέπετε τις λεπτομέρειες· για ό,τι θέλετε, γράψτε μας εδώ.',
    examples: ['Octavia …4821', 'το όχημα είναι έτοιμο', 'Τρίτη 24 Νοεμβρίου, 09:00'],
    footer: 'Με τη λέξη «στοπ» σταματούν τα αυτόματα μηνύματα.',
    replies: ['Εμφάνιση'],
  },
});
