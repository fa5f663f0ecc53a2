import { inEveryLanguage } from './definition.ts';

/** Somebody at the station has written; the words themselves follow when the person asks for them. */
export const advisorMessage = inEveryLanguage('advisor_message', {
  en: {
    body: 'Our service advisor has a message for you about your visit or request.\nAbout: {{1}}\nTap the button and it appears here.',
    examples: ['Octavia …4821'],
    footer: null,
    replies: ['Show it'],
  },
  ru: {
    body: 'Для вас есть сообщение от мастера-консультанта по вашему визиту или обращению.\nТема: {{1}}\nНажмите кнопку, и оно появится здесь.',
    examples: ['Octavia …4821'],
    footer: null,
    replies: ['Показать'],
  },
  uk: {
    body: 'Для вас є повідомлення від майстра-консультанта щодо вашого візиту або звернення.\nТема: {{1}}\nНатисніть кнопку, і воно з’явиться тут.',
    examples: ['Octavia …4821'],
    footer: null,
    replies: ['Показати'],
  },
  el: {
    body: 'Έχετε μήνυμα από σύμβουλο του συνεργείου για το ραντεβού ή το αίτημά σας.\nΘέμα: {{1}}\nΠατήστε το κουμπί και θα εμφανιστεί εδώ.',
    examples: ['Octavia …4821'],
    footer: null,
    replies: ['Εμφάνιση'],
  },
});
