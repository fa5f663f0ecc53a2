import { inEveryLanguage } from './definition.ts';

/** The working day after a visit: the car, and when it was handed back. The replies are those of the question itself. */
export const visitRating = inEveryLanguage('visit_rating', {
  en: {
    body: 'Your visit to our garage is over.\nCar: {{1}}\nHanded back: {{2}}\nHow was it? Your answer goes to our team only.',
    examples: ['Octavia …4821', 'Tuesday 24 November, 09:00'],
    footer: '“Stop” ends automatic messages.',
    replies: ['All good', 'So-so', 'Not good'],
  },
  ru: {
    body: 'Ваш визит в автосервис завершён.\nМашина: {{1}}\nМашину вернули: {{2}}\nКак всё прошло? Ваш ответ увидит только наша команда.',
    examples: ['Octavia …4821', 'вторник, 24 ноября, 09:00'],
    footer: 'Слово «стоп» отключит автоматические сообщения.',
    replies: ['Всё хорошо', 'Так себе', 'Плохо'],
  },
  uk: {
    body: 'Ваш візит до автосервісу завершено.\nАвто: {{1}}\nАвто повернули: {{2}}\nЯк усе минуло? Вашу відповідь побачить лише наша команда.',
    examples: ['Octavia …4821', 'вівторок, 24 листопада, 09:00'],
    footer: 'Слово «стоп» вимкне автоматичні повідомлення.',
    replies: ['Усе добре', 'Так собі', 'Погано'],
  },
  el: {
    body: 'Η επίσκεψή σας στο συνεργείο ολοκληρώθηκε.\nΌχημα: {{1}}\nΠαραδόθηκε: {{2}}\nΠώς ήταν; Την απάντησή σας τη βλέπει μόνο η ομάδα μας.',
    examples: ['Octavia …4821', 'Τρίτη 24 Νοεμβρίου, 09:00'],
    footer: 'Με τη λέξη «στοπ» σταματούν τα αυτόματα μηνύματα.',
    replies: ['Όλα καλά', 'Έτσι κι έτσι', 'Όχι καλά'],
  },
});
