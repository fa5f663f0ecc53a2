import type { GroupTexts } from '../dictionary.ts';
import { alertText, badLine, dueLines, type FeedbackWords, ratingLine } from '../feedback-line.ts';
import { lines } from '../lines.ts';
import { putOffWords } from './payer.ts';

const words: FeedbackWords = {
  visit: (ref) => `визит ${ref}`,
  marks: { good: 'всё хорошо', soso: 'так себе', bad: 'плохо' },
  reasons: { price: 'цена', time: 'сроки', quality: 'качество', talk: 'общение', other: 'другое' },
  quoted: (text) => `«${text}»`,
  answer: (deadline) => `ответ обещан ${deadline}.`,
  due: 'Подходит срок',
  last: (work, month) => `${work} (прошлый раз ${month})`,
  putOff: putOffWords,
};
const labels = {
  price: 'Цена',
  time: 'Сроки',
  quality: 'Качество',
  talk: 'Общение',
  other: 'Другое',
} as const;
const several = 'Отметьте одно или несколько или расскажите своими словами, можно и голосом.';

export const feedback: GroupTexts<'feedback'> = {
  feedbackAsk: ({ car }) => `Как прошёл ваш визит${car === '' ? '' : ` (${car})`}?`,
  feedbackGood: () => 'Спасибо, мы рады, что всё прошло хорошо.',
  feedbackSoso: () => 'Спасибо, что сказали.',
  feedbackBad: ({ advisor, by }, f) =>
    `Нам жаль, что визит прошёл не так, как хотелось. ${f.person(advisor)} ответит вам здесь ${f.deadline(by)}.`,
  feedbackWhy: ({ mark }) =>
    `${{ soso: 'Что можно было сделать лучше?', bad: 'Что было не так?' }[mark]} ${several}`,
  feedbackThanks: ({ promise }, f) =>
    promise === null
      ? 'Спасибо, наша команда это увидит.'
      : `Спасибо. ${f.person(promise.advisor)} тоже это увидит и ответит здесь ${f.deadline(promise.by)}.`,
  feedbackSaid: ({ advisor, by }, f) =>
    `Спасибо. ${f.person(advisor)} это прочтёт и ответит здесь ${f.deadline(by)}.`,
  feedbackSkipped: () => 'Хорошо. Если что-то понадобится, просто напишите сюда.',
  feedbackReview: ({ url }) => `Если захотите рассказать о визите другим: ${url}`,

  feedbackLine: (rating, f) => ratingLine(rating, words, f),
  feedbackBadLine: (rating, f) => badLine(rating, words, f),
  feedbackAlert: (alert, f) => alertText(alert, words, f),

  feedbackAskService: ({ car }) =>
    `Написать вам, когда подойдёт срок следующего обслуживания (${car})? Одно-два сообщения в год, больше ничего.`,
  feedbackServiceYes: () =>
    'Хорошо, напишем, когда подойдёт срок. Отказаться можно в любой момент: напишите «стоп».',
  feedbackServiceNo: () => 'Хорошо, писать об этом не будем.',
  feedbackDue: ({ car, ...due }, f) => lines(`${car}.`, ...dueLines(due, words, f), 'Подобрать время?'),
  feedbackLater: () => 'Хорошо, вернёмся к этому через месяц.',
  feedbackNever: ({ car }) => `Хорошо, больше не напоминаем об этом (${car}).`,

  feedbackLabelGood: () => '👍 Всё хорошо',
  feedbackLabelSoso: () => '😐 Так себе',
  feedbackLabelBad: () => '👎 Плохо',
  feedbackLabelReason: ({ reason, chosen }) => `${chosen ? '✓ ' : ''}${labels[reason]}`,
  feedbackLabelDone: () => 'Это всё',
  feedbackLabelChange: () => 'Изменить ответ',
  feedbackLabelServiceYes: () => 'Да, напомните',
  feedbackLabelServiceNo: () => 'Нет, спасибо',
  feedbackLabelBook: () => 'Записаться',
  feedbackLabelLater: () => 'Через месяц',
  feedbackLabelNever: () => 'Не напоминать',
};
