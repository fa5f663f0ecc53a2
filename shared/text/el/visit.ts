import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Texts, VisitKey } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { stayLine } from './booking.ts';
import { withArticle } from './names.ts';

export const visit: Texts<VisitKey> = {
  visitStatus: (args, f) => recap('Το ραντεβού σας', args, f),
  visitsList: ({ count }) => `Έχετε ${count} ραντεβού. Για ποιο πρόκειται;`,
  visitCancelAsk: () => 'Δεν έχει ακυρωθεί τίποτα ακόμη: αν δεν θα έρθετε, πατήστε «Ακύρωση».',
  noVisits: () =>
    'Δεν έχετε προγραμματισμένο ραντεβού. Αν το όχημα είναι τώρα σε εμάς, γράψτε «άνθρωπος» και θα δούμε πώς πάει.',
  chooseNewTime: ({ start, car }, f) =>
    f.about(
      car,
      `το ραντεβού σας, ${f.dayTime(start)}, ισχύει μέχρι να διαλέξετε άλλη ώρα. Ποια σας βολεύει;`,
    ),
  confirmMove: ({ from, to, minutes, readyBy, recap: of }, f) =>
    lines(
      `Να αλλάξουμε την ώρα;${of ? ` ${f.about(of.car, `${f.services(of.services)}.`)}` : ''}`,
      `Τώρα: ${f.dayTime(from)}`,
      `Νέα: ${f.dayTime(to)}, το όχημα έτοιμο ${f.ready(readyBy, to)}`,
      `Τη νέα ώρα την κρατάμε για ${f.duration(minutes)}.`,
    ),
  moved: (args, f) => recap('Η ώρα άλλαξε. Νέα ώρα', args, f),
  moveDropped: ({ start }, f) => `Δεν άλλαξε τίποτα, το ραντεβού σας είναι: ${f.dayTime(start)}.`,
  cancelled: ({ ref, start, car }, f) =>
    `Το ραντεβού ακυρώθηκε: ${f.dayTime(start)}, ${car} (αρ. ${ref}). Θα χαρούμε να σας δούμε άλλη φορά.`,
  cancelUndone: (args, f) => recap('Το ραντεβού σας ισχύει ξανά', args, f),
  cancelUndoGone: () => 'Η ώρα κλείστηκε στο μεταξύ και δεν γίνεται να επανέλθει. Να βρούμε άλλη;',
  tooLateToChange: ({ phone, advisor, by }, f) =>
    lines(
      `Το ραντεβού πλησιάζει, γι’ αυτό θα το κανονίσει μαζί σας ${withArticle(f.person(advisor))}: απάντηση εδώ ${f.deadline(by)}.`,
      `Πιο γρήγορα με ένα τηλεφώνημα: ${phone}`,
    ),
  visitPast: () => 'Αυτό το ραντεβού δεν ισχύει πια. Θέλετε να κλείσουμε νέο;',
  reminder: ({ start, car, services }, f) =>
    lines(
      `Σας θυμίζουμε το ραντεβού σας: ${f.when(start)}.`,
      f.about(car, `${f.services(services)}.`),
      `Διεύθυνση: ${f.address}.`,
      'Θα έρθετε;',
    ),
  reminderThanks: () => 'Ευχαριστούμε, σας περιμένουμε.',
  noticeDay: ({ at }, f) => f.fullDay(at),
  noticeTime: ({ at }, f) => f.time(at),
  noticeState: ({ what }) => states[what],
  noticeCar: ({ car }) => (car === '' ? 'το όχημά σας' : car),
  calendarTitle: ({ services, car }, f) => `${f.station}: ${f.services(services)} (${car})`,
  calendarNotes: ({ ref, readyBy }, f) =>
    lines(
      `Αριθμός ραντεβού: ${ref}. Το όχημα θα είναι έτοιμο: ${f.dayTime(readyBy)}.`,
      `Για αλλαγή ή ακύρωση γράψτε μας εδώ στο chat ή καλέστε στο ${f.phone}`,
    ),
  calendarGone: (_none, f) =>
    lines(
      'Σε αυτόν τον σύνδεσμο δεν υπάρχει πια ραντεβού.',
      `Τα ραντεβού σας είναι στη συνομιλία μας, ή καλέστε στο ${f.phone}`,
    ),
};

const states = {
  arrived: 'το όχημα είναι σε εμάς',
  checking: 'το όχημα είναι σε έλεγχο',
  answer: 'περιμένουμε την απάντησή σας',
  parts: 'περιμένουμε ανταλλακτικό',
  working: 'οι εργασίες άρχισαν',
  quality: 'οι εργασίες έγιναν, τελικός έλεγχος',
  ready: 'το όχημα είναι έτοιμο',
  handedBack: 'το όχημα παραδόθηκε',
  noShow: 'η ώρα του ραντεβού είναι πάλι ελεύθερη',
  due: 'πλησιάζει η ώρα για σέρβις',
  delayed: 'το όχημα θα είναι έτοιμο αργότερα',
  moved: 'νέα ώρα για το ραντεβού',
  cancelled: 'το ραντεβού ακυρώθηκε',
} as const;

function recap(
  head: string,
  { ref, start, readyBy, services, car, stay }: PhraseArgs['visitStatus'],
  f: Format,
) {
  return lines(
    `${head}: ${f.dayTime(start)}.`,
    f.about(car, `${f.services(services)}.`),
    stayLine(stay, f.ready(readyBy, start)),
    `Αριθμός ραντεβού: ${ref}`,
  );
}
