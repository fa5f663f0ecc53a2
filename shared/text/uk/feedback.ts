import type { GroupTexts } from '../dictionary.ts';
import { alertText, badLine, dueLines, type FeedbackWords, ratingLine } from '../feedback-line.ts';
import { lines } from '../lines.ts';
import { putOffWords } from './payer.ts';

const words: FeedbackWords = {
  visit: (ref) => `візит ${ref}`,
  marks: { good: 'усе добре', soso: 'так собі', bad: 'погано' },
  reasons: { price: 'ціна', time: 'терміни', quality: 'якість', talk: 'спілкування', other: 'інше' },
  quoted: (text) => `«${text}»`,
  answer: (deadline) => `відповідь обіцяно ${deadline}.`,
  due: 'Надходить час',
  last: (work, month) => `${work} (минулого разу ${month})`,
  putOff: putOffWords,
};
const labels = {
  price: 'Ціна',
  time: 'Терміни',
  quality: 'Якість',
  talk: 'Спілкування',
  other: 'Інше',
} as const;
const several = 'Позначте одне або кілька чи розкажіть своїми словами, можна й голосом.';

export const feedback: GroupTexts<'feedback'> = {
  feedbackAsk: ({ car }) => `Як минув ваш візит${car === '' ? '' : ` (${car})`}?`,
  feedbackGood: () => 'Дякуємо, ми раді, що все минуло добре.',
  feedbackSoso: () => 'Дякуємо, що сказали.',
  feedbackBad: ({ advisor, by }, f) =>
    `Нам шкода, що візит минув не так, як хотілося. ${f.person(advisor)} відповість вам тут ${f.deadline(by)}.`,
  feedbackWhy: ({ mark }) =>
    `${{ soso: 'Що можна було зробити краще?', bad: 'Що було не так?' }[mark]} ${several}`,
  feedbackThanks: ({ promise }, f) =>
    promise === null
      ? 'Дякуємо, наша команда це побачить.'
      : `Дякуємо. ${f.person(promise.advisor)} теж це побачить і відповість тут ${f.deadline(promise.by)}.`,
  feedbackSaid: ({ advisor, by }, f) =>
    `Дякуємо. ${f.person(advisor)} це прочитає й відповість тут ${f.deadline(by)}.`,
  feedbackSkipped: () => 'Гаразд. Якщо щось знадобиться, просто напишіть сюди.',
  feedbackReview: ({ url }) => `Якщо захочете розповісти про візит іншим: ${url}`,

  feedbackLine: (rating, f) => ratingLine(rating, words, f),
  feedbackBadLine: (rating, f) => badLine(rating, words, f),
  feedbackAlert: (alert, f) => alertText(alert, words, f),

  feedbackAskService: ({ car }) =>
    `Написати вам, коли надійде час наступного обслуговування (${car})? Одне-два повідомлення на рік, більше нічого.`,
  feedbackServiceYes: () =>
    'Гаразд, напишемо, коли надійде час. Відмовитися можна будь-коли: напишіть «стоп».',
  feedbackServiceNo: () => 'Гаразд, писати про це не будемо.',
  feedbackDue: ({ car, ...due }, f) => lines(`${car}.`, ...dueLines(due, words, f), 'Підібрати час?'),
  feedbackLater: () => 'Гаразд, повернемося до цього за місяць.',
  feedbackNever: ({ car }) => `Гаразд, більше не нагадуємо про це (${car}).`,

  feedbackLabelGood: () => '👍 Усе добре',
  feedbackLabelSoso: () => '😐 Так собі',
  feedbackLabelBad: () => '👎 Погано',
  feedbackLabelReason: ({ reason, chosen }) => `${chosen ? '✓ ' : ''}${labels[reason]}`,
  feedbackLabelDone: () => 'Це все',
  feedbackLabelChange: () => 'Змінити відповідь',
  feedbackLabelServiceYes: () => 'Так, нагадайте',
  feedbackLabelServiceNo: () => 'Ні, дякую',
  feedbackLabelBook: () => 'Записатися',
  feedbackLabelLater: () => 'За місяць',
  feedbackLabelNever: () => 'Не нагадувати',
};
