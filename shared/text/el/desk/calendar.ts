import { dayLine, freeLine, takenOut, visitLine } from '../../diary-line.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { shorten } from '../../shorten.ts';
import { diaryBooking } from './diary-booking.ts';

export const calendar: GroupTexts<'calendar'> = {
  ...diaryBooking,

  diaryDay: ({ date, closed, visits, full }, f) =>
    dayLine(
      date,
      closed ? 'κλειστά' : f.plural(visits, { one: '# ραντεβού', other: '# ραντεβού' }),
      closed ? '' : `πιασμένο το ${f.percent(full)} του χρόνου των τεχνικών`,
      f,
    ),
  diaryVisit: (args, f) => visitLine(args, words, f),
  diaryBlocked: ({ from, to, bays, people }, f) =>
    `${f.time(from)}–${f.time(to)} ${[...bays, ...people.map(f.person)].join(', ') || station}: δεν δίνονται ραντεβού`,
  diaryEmpty: () => 'Δεν υπάρχει κανένα ραντεβού αυτή την ημέρα.',
  diaryFree: (args, f) => freeLine(args, 'ελεύθερες ώρες', 'καμία ελεύθερη ώρα', f),
  diaryHalf: ({ half }) =>
    half === 'morning' ? 'Εδώ φαίνονται οι ώρες ως το μεσημέρι.' : 'Εδώ φαίνονται οι ώρες από το μεσημέρι.',
  diaryLabelHalf: ({ half }) => (half === 'morning' ? 'Ως το μεσημέρι' : 'Από το μεσημέρι'),
  diaryLabelBefore: ({ date }, f) => `‹ ${f.day(date)}`,
  diaryLabelAfter: ({ date }, f) => `${f.day(date)} ›`,

  diaryBlockAsk: (args, f) =>
    lines(`Να μη δίνονται ραντεβού: ${takenOut(args, station, f)};`, affected(args.affected, f)),
  diaryBlockDone: (args, f) =>
    lines(`Δεν δίνονται ραντεβού: ${takenOut(args, station, f)}.`, affected(args.affected, f)),
  diaryBlockUndone: (args, f) => `Δίνονται ξανά ραντεβού: ${takenOut(args, station, f)}.`,
  diaryBlockGone: () => 'Δεν υπάρχει πια στο ημερολόγιο.',
  diaryAffected: (args, f) => visitLine(args, words, f),
  diaryLabelDoIt: () => 'Ναι, να μη δίνονται',
  diaryLabelLeaveIt: () => 'Όχι',
  diaryLabelUndo: () => 'Αναίρεση',
  diaryLabelUnblock: ({ id }, f) => shorten(`Ελεύθερο: ${id === '' ? 'όλα' : f.person(id)}`, 20),
  diaryLabelOfferMove: ({ name }) => shorten(`Μεταφορά: ${name}`, 20),
  diaryLeft: () => 'Δεν άλλαξε τίποτα.',

  diaryNoBay: ({ word, bays }) =>
    lines(
      word ? `Δεν υπάρχει θέση «${word}».` : 'Ποια θέση;',
      `Θέσεις: ${bays.join(', ')}. Παράδειγμα: /block B3 14-15 αύριο`,
    ),
  diaryNoPerson: ({ word, people }, f) =>
    lines(
      word ? `Δεν ξέρω ποιος είναι «${word}».` : 'Ποιος θα λείπει;',
      `Τεχνικοί: ${people.map(f.person).join(', ')}. Παράδειγμα: /away Κώστας αύριο`,
    ),
  diaryNoDay: ({ word, example }) =>
    lines(word ? `Ποια μέρα είναι «${word}»;` : 'Ποια μέρα;', `Παράδειγμα: ${example}`),
  diaryNoTime: ({ word, example }) => lines(`Δεν διαβάζω την ώρα «${word}».`, `Παράδειγμα: ${example}`),
  diaryPast: ({ date }, f) => `${f.day(date)}: έχει περάσει. Γράψτε σημερινή ή επόμενη μέρα.`,
  diaryTooLong: ({ days }) =>
    `Το πολύ ${days} μέρες κάθε φορά. Μεγαλύτερο κλείσιμο γράφεται στα δεδομένα του συνεργείου.`,
  diaryClosedAnyway: ({ date }, f) => `${f.day(date)}: το συνεργείο είναι έτσι κι αλλιώς κλειστό.`,
};

const station = 'όλο το συνεργείο';
const words = {
  waits: 'περιμένει εδώ',
  leaves: 'αφήνει το όχημα',
  held: 'επιλέγεται τώρα',
  odd: 'εκτός ωραρίου',
  number: 'αρ.',
};

function affected(count: number, f: Pick<Format, 'plural'>) {
  return count === 0
    ? 'Δεν υπάρχει ραντεβού εκεί.'
    : f.plural(count, {
        one: 'Εκεί υπάρχει # ραντεβού· μένει ώσπου να το μεταφέρετε:',
        other: 'Εκεί υπάρχουν # ραντεβού· μένουν ώσπου να τα μεταφέρετε:',
      });
}
