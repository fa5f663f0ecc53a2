import type { BookingKey, Texts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { heardLine } from '../heard-line.ts';
import { lines } from '../lines.ts';
import { carLine, sentences } from '../work-line.ts';
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
  times: ({ services, car, minutes, fromCents, days, fit }, f) =>
    lines(
      carLine(car, [f.services(services), length({ minutes, days }, f), price(fromCents, f)], f),
      fit ? fitting[fit] : 'Πρώτες διαθέσιμες ώρες:',
    ),
  moreTimes: ({ services, car }, f) => `${f.about(car, f.services(services))}. Ποια ώρα σας βολεύει;`,
  chooseDay: () => 'Ποια μέρα σας βολεύει;',
  dayFull: ({ date }, f) => `${f.day(date)} δεν υπάρχει ελεύθερη ώρα.`,
  noTimes: ({ services, phone }, f) =>
    `Δεν βρίσκουμε ακόμη ελεύθερη ώρα για: ${f.services(services)}. Γράψτε «άνθρωπος» ή καλέστε στο ${phone} και θα σας βρούμε μία.`,
  separateVisits: ({ services }, f) =>
    `Δεν γίνονται όλα σε ένα ραντεβού: ${f.services(services)}. Διαλέξτε τώρα ένα από αυτά· για τα υπόλοιπα κλείνουμε άλλο ραντεβού.`,
  slotGone: () => 'Αυτή η ώρα μόλις κλείστηκε. Όλα τα υπόλοιπα μένουν όπως τα διαλέξατε.',
  slotReplaced: () => 'Η ώρα που διαλέξατε δεν κρατιέται πια. Όλα τα υπόλοιπα μένουν όπως ήταν.',
  held: ({ start, minutes, readyIfLeft, readyIfWaiting, recap }, f) =>
    lines(
      `Σας κρατάμε την ώρα για ${f.duration(minutes)}: ${f.dayTime(start)}.`,
      recap ? carLine(recap.car, [f.services(recap.services), price(recap.fromCents, f)], f) : null,
      recap?.said
        ? agreed(recap.said, start, { readyIfLeft, readyIfWaiting }, f)
        : choice(start, readyIfLeft, readyIfWaiting, f),
    ),
  wishAfterClosing: ({ date, close, last }, f) =>
    last === null
      ? `Κλείνουμε στις ${f.time(close)} και ${f.day(date)} δεν υπάρχει πια ελεύθερη ώρα.`
      : `Κλείνουμε στις ${f.time(close)}· ${f.day(date)} η τελευταία ώρα για αυτή την εργασία είναι στις ${f.time(last)}.`,
  wishOpens: ({ open }, f) => `Ανοίγουμε στις ${f.time(open)}.`,
  wishComesBy: ({ by }, f) => `Για αυτή την εργασία το όχημα πρέπει να είναι εδώ έως τις ${f.time(by)}.`,
  wishClosed: ({ date }, f) => `${f.day(date)} είμαστε κλειστά.`,
  wishOnly: ({ date, only }, f) =>
    `${f.day(date)} κάνουμε μόνο: ${only.map((id) => f.services([id])).join(', ')}.`,
  wishTooFar: ({ last }, f) =>
    `Δεν κλείνουμε ακόμη ραντεβού τόσο μακριά: η τελευταία μέρα για την ώρα είναι ${f.day(last)}.`,
  wishTooSoon: ({ date }, f) => `Η πρώτη μέρα για αυτή την εργασία είναι ${f.day(date)}.`,
  wishPartFull: ({ date }, f) => `${f.day(date)} δεν υπάρχει τίποτα ελεύθερο εκείνη την ώρα.`,
  wishDaysFull: () => 'Τότε δεν υπάρχει ελεύθερη ώρα.',
  wishNotAt: ({ at }, f) => `Στις ${f.time(at)} δεν μπορούμε.`,
  wishNoWay: ({ stay, thatTime }) => {
    if (thatTime && stay === 'wait')
      return 'Αυτή την ώρα δεν γίνεται να περιμένετε, μπορείτε όμως να αφήσετε το όχημα.';
    if (thatTime) return 'Αυτή την ώρα η εργασία γίνεται όσο περιμένετε.';
    return stay === 'wait'
      ? 'Για αυτή την εργασία δεν γίνεται να περιμένετε, μπορείτε όμως να αφήσετε το όχημα.'
      : 'Αυτή η εργασία γίνεται όσο περιμένετε.';
  },
  wishCloses: ({ close }, f) => `Κλείνουμε στις ${f.time(close)}.`,
  wishHeard: (said, f) => heardLine('Το σημειώσαμε', said, heardWords, f),
  wishWhich: () => 'Διαλέξτε, παρακαλούμε, μία από αυτές τις ώρες.',
  wishWhichCar: () => 'Αυτό το όχημα δεν υπάρχει ακόμη στα στοιχεία μας.',
  wishWalkIn: ({ services, fromCents }, f) =>
    sentences(
      [`${f.services(services)}: δεν χρειάζεται ραντεβού, ελάτε όποτε είμαστε ανοιχτά`, price(fromCents, f)],
      f,
    ),
  wishRemote: ({ services }, f) =>
    `${f.capital(f.services(services))}: δεν χρειάζεται να έρθετε. Στείλτε εδώ φωτογραφίες και θα σας πούμε την τιμή.`,
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

/** What was heard, in the words of this language. */
const heardWords = {
  from: (time: string) => `μετά τις ${time}`,
  to: (time: string) => `πριν από τις ${time}`,
  at: (time: string) => `στις ${time}`,
  earliest: 'η πρώτη ελεύθερη ώρα',
  wait: 'θα περιμένετε εδώ',
  leave: 'θα αφήσετε το όχημα',
};

/** What words asked for, or what is near it. */
const fitting = { fitting: 'Ώρες που ταιριάζουν:', nearest: 'Κοντινότερες ώρες:' } as const;

/** The way of staying and the promise, in one line. */
export function stayLine(stay: 'wait' | 'leave', ready: string): string {
  return stay === 'leave'
    ? `Το όχημα μένει σε εμάς και θα είναι έτοιμο ${ready}.`
    : `Θα περιμένετε στο συνεργείο· το όχημα θα είναι έτοιμο ${ready}.`;
}

/** `from 65 €`; '' where nobody can say. */
export function price(fromCents: number | null, f: Format): string {
  if (fromCents === null) return '';
  return fromCents === 0 ? 'δωρεάν' : `από ${f.money(fromCents)}`;
}

type Takes = { readonly minutes: number; readonly days: number };

/** How long the work takes, by the days that the car is here. */
export function length({ minutes, days }: Takes, f: Format): string {
  return days > 1 ? `περίπου ${days} ημέρες` : `περίπου ${f.duration(minutes)}`;
}

/** The way that they said, asked as the last step before the booking. */
function agreed(
  said: 'wait' | 'leave',
  start: number,
  by: { readonly readyIfLeft: number | null; readonly readyIfWaiting: number | null },
  f: Format,
): string {
  const at = said === 'leave' ? by.readyIfLeft : by.readyIfWaiting;
  if (at === null) return choice(start, by.readyIfLeft, by.readyIfWaiting, f);
  const ready = f.ready(at, start);
  return said === 'leave'
    ? `Αφήνετε το όχημα· θα είναι έτοιμο ${ready}. Να κλείσουμε το ραντεβού;`
    : `Θα περιμένετε στο συνεργείο· το όχημα θα είναι έτοιμο ${ready}. Να κλείσουμε το ραντεβού;`;
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
