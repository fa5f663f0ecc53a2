import type { GroupTexts } from '../dictionary.ts';
import { alertText, badLine, dueLines, type FeedbackWords, ratingLine } from '../feedback-line.ts';
import { lines } from '../lines.ts';
import { putOffWords } from './payer.ts';

const words: FeedbackWords = {
  visit: (ref) => `visit ${ref}`,
  marks: { good: 'all good', soso: 'so-so', bad: 'not good' },
  reasons: { price: 'price', time: 'time', quality: 'quality', talk: 'how we talked', other: 'other' },
  quoted: (text) => `“${text}”`,
  answer: (deadline) => `an answer is promised ${deadline}.`,
  due: 'It is about time for',
  last: (work, month) => `${work} (last time ${month})`,
  putOff: putOffWords,
};
const labels = {
  price: 'Price',
  time: 'Time',
  quality: 'Quality',
  talk: 'How we talked',
  other: 'Other',
} as const;
const several = 'Choose one or several, or say it in your own words, also by voice.';

export const feedback: GroupTexts<'feedback'> = {
  feedbackAsk: ({ car }) => (car === '' ? 'How was your visit?' : `How was the visit with the ${car}?`),
  feedbackGood: () => 'Thank you, we are glad that it went well.',
  feedbackSoso: () => 'Thank you for telling us.',
  feedbackBad: ({ advisor, by }, f) =>
    `We are sorry that it did not go well. ${f.person(advisor)} will answer you here ${f.deadline(by)}.`,
  feedbackWhy: ({ mark }) =>
    `${{ soso: 'What could have been better?', bad: 'What went wrong?' }[mark]} ${several}`,
  feedbackThanks: ({ promise }, f) =>
    promise === null
      ? 'Thank you, the team will see this.'
      : `Thank you. ${f.person(promise.advisor)} will see this too and answer here ${f.deadline(promise.by)}.`,
  feedbackSaid: ({ advisor, by }, f) =>
    `Thank you. ${f.person(advisor)} will read this and answer here ${f.deadline(by)}.`,
  feedbackSkipped: () => 'All right. If anything comes up later, just write here.',
  feedbackReview: ({ url }) => `If you would like to tell others how it was: ${url}`,

  feedbackLine: (rating, f) => ratingLine(rating, words, f),
  feedbackBadLine: (rating, f) => badLine(rating, words, f),
  feedbackAlert: (alert, f) => alertText(alert, words, f),

  feedbackAskService: ({ car }) =>
    `Shall we write to you when the next service of the ${car} is about due? A message or two a year, nothing else.`,
  feedbackServiceYes: () =>
    'Good, we will write when something is due. You can end this at any time: just write “stop”.',
  feedbackServiceNo: () => 'All right, we will not write about it.',
  feedbackDue: ({ car, ...due }, f) =>
    lines(`About the ${car}.`, ...dueLines(due, words, f), 'Shall we find a time?'),
  feedbackLater: () => 'All right, we will come back to it in a month.',
  feedbackNever: ({ car }) => `All right, no more reminders of this for the ${car}.`,

  feedbackLabelGood: () => '👍 All good',
  feedbackLabelSoso: () => '😐 So-so',
  feedbackLabelBad: () => '👎 Not good',
  feedbackLabelReason: ({ reason, chosen }) => `${chosen ? '✓ ' : ''}${labels[reason]}`,
  feedbackLabelDone: () => 'That’s all',
  feedbackLabelChange: () => 'Change my answer',
  feedbackLabelServiceYes: () => 'Yes, remind me',
  feedbackLabelServiceNo: () => 'No, thank you',
  feedbackLabelBook: () => 'Book',
  feedbackLabelLater: () => 'Remind me in a month',
  feedbackLabelNever: () => 'Don’t remind',
};
