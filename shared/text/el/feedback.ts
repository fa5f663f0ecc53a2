import type { GroupTexts } from '../dictionary.ts';
import { alertText, badLine, dueLines, type FeedbackWords, ratingLine } from '../feedback-line.ts';
import { lines } from '../lines.ts';
import { withArticle } from './names.ts';
import { putOffWords } from './payer.ts';

const words: FeedbackWords = {
  visit: (ref) => `επίσκεψη ${ref}`,
  marks: { good: 'όλα καλά', soso: 'έτσι κι έτσι', bad: 'όχι καλά' },
  reasons: { price: 'τιμή', time: 'χρόνος', quality: 'ποιότητα', talk: 'επικοινωνία', other: 'κάτι άλλο' },
  quoted: (text) => `«${text}»`,
  answer: (deadline) => `υποσχεθήκαμε απάντηση ${deadline}.`,
  due: 'Πλησιάζει η ώρα για',
  last: (work, month) => `${work} (τελευταία φορά ${month})`,
  putOff: putOffWords,
};
const labels = {
  price: 'Τιμή',
  time: 'Χρόνος',
  quality: 'Ποιότητα',
  talk: 'Επικοινωνία',
  other: 'Κάτι άλλο',
} as const;
const several = 'Διαλέξτε ένα ή περισσότερα ή πείτε το με δικά σας λόγια, γραπτά ή με φωνητικό μήνυμα.';

export const feedback: GroupTexts<'feedback'> = {
  feedbackAsk: ({ car }) => `Πώς ήταν η επίσκεψή σας${car === '' ? '' : ` (${car})`};`,
  feedbackGood: () => 'Σας ευχαριστούμε, χαιρόμαστε που πήγαν όλα καλά.',
  feedbackSoso: () => 'Σας ευχαριστούμε που μας το είπατε.',
  feedbackBad: ({ advisor, by }, f) =>
    `Λυπούμαστε που δεν πήγαν όλα καλά. Θα σας απαντήσει εδώ ${withArticle(f.person(advisor))} ${f.deadline(by)}.`,
  feedbackWhy: ({ mark }) =>
    `${{ soso: 'Τι θα μπορούσε να είναι καλύτερο;', bad: 'Τι δεν πήγε καλά;' }[mark]} ${several}`,
  feedbackThanks: ({ promise }, f) =>
    promise === null
      ? 'Σας ευχαριστούμε, θα το δει η ομάδα μας.'
      : `Σας ευχαριστούμε. Θα το δει και θα σας απαντήσει εδώ ${withArticle(f.person(promise.advisor))} ${f.deadline(promise.by)}.`,
  feedbackSaid: ({ advisor, by }, f) =>
    `Σας ευχαριστούμε. Θα το διαβάσει και θα σας απαντήσει εδώ ${withArticle(f.person(advisor))} ${f.deadline(by)}.`,
  feedbackSkipped: () => 'Εντάξει. Αν χρειαστείτε κάτι, γράψτε μας εδώ.',
  feedbackReview: ({ url }) => `Αν θέλετε να πείτε και σε άλλους πώς ήταν: ${url}`,

  feedbackLine: (rating, f) => ratingLine(rating, words, f),
  feedbackBadLine: (rating, f) => badLine(rating, words, f),
  feedbackAlert: (alert, f) => alertText(alert, words, f),

  feedbackAskService: ({ car }) =>
    `Να σας γράψουμε όταν πλησιάζει η ώρα για το επόμενο σέρβις (${car}); Ένα δύο μηνύματα τον χρόνο, τίποτε άλλο.`,
  feedbackServiceYes: () =>
    'Εντάξει, θα σας γράψουμε όταν πλησιάζει η ώρα. Το σταματάτε όποτε θέλετε: γράψτε «στοπ».',
  feedbackServiceNo: () => 'Εντάξει, δεν θα σας γράψουμε για αυτό.',
  feedbackDue: ({ car, ...due }, f) => lines(`${car}.`, ...dueLines(due, words, f), 'Να βρούμε ώρα;'),
  feedbackLater: () => 'Εντάξει, θα σας το θυμίσουμε σε έναν μήνα.',
  feedbackNever: ({ car }) => `Εντάξει, δεν θα σας το θυμίσουμε ξανά (${car}).`,

  feedbackLabelGood: () => '👍 Όλα καλά',
  feedbackLabelSoso: () => '😐 Έτσι κι έτσι',
  feedbackLabelBad: () => '👎 Όχι καλά',
  feedbackLabelReason: ({ reason, chosen }) => `${chosen ? '✓ ' : ''}${labels[reason]}`,
  feedbackLabelDone: () => 'Αυτά ήταν',
  feedbackLabelChange: () => 'Αλλαγή απάντησης',
  feedbackLabelServiceYes: () => 'Ναι, θυμίστε μου',
  feedbackLabelServiceNo: () => 'Όχι, ευχαριστώ',
  feedbackLabelBook: () => 'Κλείσιμο ραντεβού',
  feedbackLabelLater: () => 'Σε έναν μήνα',
  feedbackLabelNever: () => 'Χωρίς υπενθύμιση',
};
