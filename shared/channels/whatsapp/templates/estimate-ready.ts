import { inEveryLanguage } from './definition.ts';

/** An estimate waits for the person: the car, and until when it holds. Sums never stand in a template. */
export const estimateReady = inEveryLanguage('estimate_ready', {
  en: {
    body: 'The estimate for the work on your car is ready.\nCar: {{1}}\nIt holds until: {{2}}\nThe button shows it; if you have a question, write it here.',
    examples: ['Octavia …4821', 'Tuesday 24 November, 09:00'],
    footer: null,
    replies: ['Show it'],
  },
  ru: {
    body: 'Готов расчёт стоимости работ по вашей машине.\nМашина: {{1}}\nСрок действия: {{2}}\nКнопка покажет его, а вопрос можно написать прямо сюда.',
    examples: ['Octavia …4821', 'вторник, 24 ноября, 09:00'],
    footer: null,
    replies: ['Показать'],
  },
  uk: {
    body: 'Готовий розрахунок вартості робіт для вашого авто.\nАвто: {{1}}\nТермін дії: {{2}}\nКнопка покаже його, а запитання можна написати просто сюди.',
    examples: ['Octavia …4821', 'вівторок, 24 листопада, 09:00'],
    footer: null,
    replies: ['Показати'],
  },
  el: {
    body: 'Η εκτίμηση κόστους για τις εργασίες στο όχημά σας είναι έτοιμη.\nΌχημα: {{1}}\nΙσχύει έως: {{2}}\nΜε το κουμπί τη βλέπετε· για ό,τι θέλετε, γράψτε μας εδώ.',
    examples: ['Octavia …4821', 'Τρίτη 24 Νοεμβρίου, 09:00'],
    footer: null,
    replies: ['Εμφάνιση'],
  },
});
