import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { purposesText, spanText } from '../own-line.ts';
import { excerpt, firstFew } from '../shorten.ts';
import { withArticle } from './names.ts';

const yesNo = (on: boolean) => (on ? 'ναι' : 'όχι');
const purposes = {
  visit: 'για τα ραντεβού σας',
  service: 'για το επόμενο σέρβις',
  offers: 'για προσφορές',
} as const;

export const own: GroupTexts<'own'> = {
  ownCard: ({ visit, service, offers, quiet, cars, payer }) =>
    lines(
      `Γράφουμε εμείς πρώτοι: ${purposesText({ visit, service, offers }, purposes) || 'όχι, μόνο όταν μας ρωτάτε'}.`,
      `Ποτέ τις ώρες ${spanText(quiet)}${quiet.own ? '' : ' (όπως το συνεργείο)'}.`,
      `Οχήματα: ${firstFew(cars, 2) || 'κανένα ακόμη'}.`,
      `Τα έξοδα τα εγκρίνει: ${payer === null ? 'εσείς' : payer || 'άλλο πρόσωπο'}.`,
    ),
  ownAskQuiet: ({ own: mine, ...span }) =>
    lines(
      `Τι ώρες να μη γράφουμε εμείς πρώτοι; Τώρα ισχύει ${spanText(span)}${mine ? '' : ', όπως στο συνεργείο'}.`,
      'Διαλέξτε παρακάτω ή γράψτε τις ώρες, για παράδειγμα 22–8.',
    ),
  ownQuietOdd: ({ hours }, f) =>
    `Χρειαζόμαστε δύο ώρες, και να μένουν τουλάχιστον ${f.duration(hours * 60)} την ημέρα για μηνύματα, για παράδειγμα 22–8.`,
  ownCars: ({ count }, f) =>
    `Έχετε ${f.plural(count, { one: '# όχημα', other: '# οχήματα' })} σε εμάς. Ποιο θέλετε;`,
  ownNoCars: () => 'Δεν ξέρουμε ακόμη κάποιο όχημά σας. Το κρατάμε με το πρώτο ραντεβού.',
  ownCar: ({ car }) => car,
  ownAskCarName: ({ car }) => `${car}: πώς να το γράψουμε; Στείλτε μάρκα, μοντέλο και πινακίδα.`,
  ownCarNamed: ({ car }) => `Έγινε: ${car}.`,
  ownAskRemove: ({ car }) =>
    `Να βγει από τη λίστα σας το ${car}; Όσα συμφωνήθηκαν για αυτό μένουν στα αρχεία μας.`,
  ownCarRemoved: ({ car }) => `Το ${car} δεν είναι πια στη λίστα σας.`,
  ownCarStays: ({ car, start }, f) =>
    `Το ${car} έχει ραντεβού ${f.dayTime(start)}, γι’ αυτό μένει. Μετά την επίσκεψη μπορείτε να το βγάλετε.`,
  ownCarGone: () => 'Αυτό το όχημα δεν είναι πια στη λίστα σας.',
  ownResumed: ({ on }) => `Όπως πριν: σας γράφουμε ${on.map((one) => purposes[one]).join(', ')}.`,
  ownNothingToUndo: () => 'Δεν υπάρχει κάτι να αναιρεθεί. Αυτές είναι οι ρυθμίσεις σας:',

  ownStopWork: ({ advisor, by, open, phone }, f) =>
    open
      ? lines(
          `Το μεταφέραμε στους συμβούλους μας: ζητήσαμε να σταματήσει η εργασία. Θα σας απαντήσει εδώ ${withArticle(f.person(advisor))} ${f.deadline(by)}.`,
          `Τηλεφωνικά: ${phone}`,
        )
      : lines(
          `Το μεταφέραμε στους συμβούλους μας: ζητήσαμε να σταματήσει η εργασία. Τώρα είμαστε κλειστά· θα σας απαντήσει εδώ ${withArticle(f.person(advisor))} ${f.deadline(by)}.`,
          `Τηλεφωνικά: ${phone}`,
        ),
  ownStopWhich: () => 'Τι να σταματήσει: τα αυτόματα μηνύματά μας ή η εργασία στο όχημά σας;',
  ownStopLine: ({ car, text, phone, work }) =>
    lines(
      `Να σταματήσει η εργασία${car && `: ${car}`}`,
      `«${excerpt(text, 140)}»`,
      work
        ? 'Σύμφωνα με την εντολή η εργασία προχωρά.'
        : 'Σύμφωνα με την εντολή δεν γίνεται εργασία· δείτε το και απαντήστε.',
      phone !== '' && `Τηλέφωνο: ${phone}`,
    ),
  ownStopAlert: ({ who, text, phone, managers }, f) =>
    lines(
      `${[managers.map(f.person).join(', '), `${who} ζητά να σταματήσει η εργασία`].filter(Boolean).join(': ')}.`,
      `«${excerpt(text, 120)}»`,
      phone !== '' && `Τηλέφωνο: ${phone}`,
    ),

  ownLabelSettings: () => 'Οι ρυθμίσεις μου',
  ownLabelVisit: ({ on }) => `Ραντεβού: ${yesNo(on)}`,
  ownLabelService: ({ on }) => `Σέρβις: ${yesNo(on)}`,
  ownLabelOffers: ({ on }) => `Προσφορές: ${yesNo(on)}`,
  ownLabelQuiet: () => 'Ώρες ησυχίας',
  ownLabelCars: () => 'Τα οχήματά μου',
  ownLabelExport: () => 'Τα δεδομένα μου',
  ownLabelErase: () => 'Διαγραφή δεδομένων',
  ownLabelSpan: spanText,
  ownLabelAsStation: () => 'Όπως το συνεργείο',
  ownLabelRename: () => 'Μετονομασία',
  ownLabelRemove: () => 'Βγάλτε το',
  ownLabelKeep: () => 'Να μείνει',
  ownLabelStopMessages: () => 'Τα μηνύματα',
  ownLabelStopWork: () => 'Η εργασία',
  ownLabelDeskStop: () => 'Η εργασία σταμάτησε',
};
