import type { BookingKey, Texts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { withArticle } from './names.ts';

export const booking: Texts<BookingKey> = {
  askWork: ({ car, chosen }, f) => {
    if (chosen.length > 0) return `Έχετε διαλέξει: ${f.services(chosen)}. Τι άλλο;`;
    return car === null ? 'Τι χρειάζεται να γίνει;' : `${car}: τι χρειάζεται να γίνει;`;
  },
  askMoreWork: ({ chosen }, f) => `Έχετε διαλέξει: ${f.services(chosen)}. Θέλετε κάτι ακόμη;`,
  askProblem: () => 'Τι συμβαίνει με το όχημα; Αρκεί μία πρόταση· βοηθά και μια φωτογραφία.',
  askCar: () => 'Ποιο είναι το όχημά σας; Μοντέλο ή πινακίδα, όπως σας βολεύει: «octavia 2018».',
  askWhichCar: () => 'Για ποιο όχημα πρόκειται;',
  carTooLong: () => 'Αρκεί κάτι πιο σύντομο: μοντέλο και έτος, ή πινακίδα. Για παράδειγμα «octavia 2018».',
  times: ({ services, car, minutes, fromCents, days }, f) => {
    const length = days > 1 ? `περίπου ${days} ημέρες` : `περίπου ${f.duration(minutes)}`;
    return lines(
      f.about(car, `${[f.services(services), length, price(fromCents, f)].filter(Boolean).join(', ')}.`),
      'Πρώτες διαθέσιμες ώρες:',
    );
  },
  moreTimes: ({ services, car }, f) => `${f.about(car, f.services(services))}. Ποια ώρα σας βολεύει;`,
  chooseDay: () => 'Ποια μέρα σας βολεύει;',
  dayFull: ({ date }, f) => `${f.day(date)} δεν υπάρχει ελεύθερη ώρα.`,
  noTimes: ({ services, phone }, f) =>
    `Δεν βρίσκουμε ακόμη ελεύθερη ώρα για: ${f.services(services)}. Γράψτε «άνθρωπος» ή καλέστε στο ${phone} και θα σας βρούμε μία.`,
  separateVisits: ({ services }, f) =>
    `Δεν γίνονται όλα σε ένα ραντεβού: ${f.services(services)}. Διαλέξτε τώρα ένα από αυτά· για τα υπόλοιπα κλείνουμε άλλο ραντεβού.`,
  slotGone: () => 'Αυτή η ώρα μόλις κλείστηκε. Όλα τα υπόλοιπα μένουν όπως τα διαλέξατε.',
  slotReplaced: () => 'Η ώρα που διαλέξατε δεν κρατιέται πια. Όλα τα υπόλοιπα μένουν όπως ήταν.',
  held: ({ start, minutes, readyIfLeft, readyIfWaiting }, f) =>
    lines(
      `Σας κρατάμε την ώρα για ${f.duration(minutes)}: ${f.dayTime(start)}.`,
      choice(start, readyIfLeft, readyIfWaiting, f),
    ),
  draftKept: ({ services, car }, f) => {
    const kept = [car, f.services(services)].filter(Boolean).join(', ');
    return `Καλώς ήρθατε ξανά. Κρατήσαμε τις απαντήσεις σας${kept && `: ${kept}`}.`;
  },
  draftDropped: () => 'Εντάξει, δεν κλείστηκε ραντεβού. Γράψτε μας όποτε θέλετε.',
  booked: ({ ref, start, readyBy, services, car, stay, bring }, f) =>
    lines(
      `Το ραντεβού σας κλείστηκε: ${f.dayTime(start)}.`,
      f.about(car, `${f.services(services)}.`),
      stayLine(stay, f.ready(readyBy, start)),
      `Διεύθυνση: ${f.address}.`,
      bring && f.bring(services),
      `Αριθμός ραντεβού: ${ref}`,
    ),
  requested: ({ advisor, by }, f) =>
    `Θα σας γράψει εδώ ${withArticle(f.person(advisor))} ${f.deadline(by)} και θα σας προτείνει ώρα. Προς το παρόν είναι αίτημα, όχι ραντεβού.`,
  limitReached: ({ count, advisor, by }, f) =>
    `Έχετε ήδη ${count} ραντεβού. Το επόμενο θα το κανονίσει μαζί σας ${withArticle(f.person(advisor))}: απάντηση εδώ ${f.deadline(by)}.`,
  askPhone: () =>
    'Θέλετε να μας αφήσετε ένα τηλέφωνο, σε περίπτωση που χρειαστεί κάτι για το ραντεβού; Δεν είναι υποχρεωτικό.',
  phoneSaved: () => 'Ευχαριστούμε, ο αριθμός αποθηκεύτηκε.',
  phoneSkipped: () => 'Κανένα πρόβλημα, δεν είναι απαραίτητο.',
  phoneNotYours: () =>
    'Φαίνεται πως είναι η επαφή κάποιου άλλου. Χρειάζεται ο δικός σας αριθμός· αν δεν θέλετε να τον δώσετε, δεν πειράζει.',
  hintSkip: () => 'Για να συνεχίσετε χωρίς αριθμό, γράψτε «παράλειψη».',
};

/** The way of staying and the promise, in one line. */
export function stayLine(stay: 'wait' | 'leave', ready: string): string {
  return stay === 'leave'
    ? `Το όχημα μένει σε εμάς και θα είναι έτοιμο ${ready}.`
    : `Θα περιμένετε στο συνεργείο· το όχημα θα είναι έτοιμο ${ready}.`;
}

function price(fromCents: number | null, f: Format): string {
  if (fromCents === null) return '';
  return fromCents === 0 ? 'δωρεάν' : `από ${f.money(fromCents)}`;
}

function choice(start: number, left: number | null, waiting: number | null, f: Format): string {
  if (left !== null && waiting !== null) {
    return `Θα αφήσετε το όχημα (έτοιμο ${f.ready(left, start)}) ή θα περιμένετε στο συνεργείο (έτοιμο ${f.ready(waiting, start)});`;
  }
  if (left !== null)
    return `Το όχημα μένει σε εμάς και θα είναι έτοιμο ${f.ready(left, start)}. Σας βολεύει;`;
  if (waiting !== null)
    return `Μπορείτε να περιμένετε στο συνεργείο· το όχημα θα είναι έτοιμο ${f.ready(waiting, start)}. Σας βολεύει;`;
  return 'Σας βολεύει;';
}
