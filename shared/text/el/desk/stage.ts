import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';
import { tankOf } from '../../tank.ts';

/** Stages as advisors call them; they stand on buttons, too. */
const names: Readonly<Record<Stage, string>> = {
  booked: 'Κλεισμένο',
  arrived: 'Παραλήφθηκε',
  checking: 'Έλεγχος',
  answer: 'Αναμονή απάντησης',
  parts: 'Αναμονή υλικών',
  working: 'Σε εργασία',
  quality: 'Τελικός έλεγχος',
  ready: 'Έτοιμο',
  handedBack: 'Παραδόθηκε',
  cancelled: 'Ακυρώθηκε',
  noShow: 'Δεν ήρθε',
};

const told = {
  now: 'Ο πελάτης ενημερώθηκε.',
  later: 'Ο πελάτης θα ενημερωθεί σε λίγα λεπτά, μαζί με ό,τι ακολουθεί.',
  silent: 'Ο πελάτης δεν ενημερώνεται από μόνο του, φαίνεται στην κάρτα.',
  asks: 'Ο πελάτης δεν έχει δεχτεί μηνύματα: το μαθαίνει όταν ρωτήσει.',
  reach: 'Δεν υπάρχει messenger: καλέστε παρακαλούμε.',
  call: 'Στον πελάτη έχουμε γράψει ήδη αρκετά για σήμερα: καλέστε, παρακαλούμε.',
} as const;

type OfOwner =
  | 'stageNews'
  | 'stageLate'
  | 'stageLabelPhotos'
  | 'stageLabelOrder'
  | 'stageLabelCollect'
  | 'stageCollect';

/** What only advisors see of where a visit is. */
export const deskStage: Omit<GroupTexts<'stage'>, OfOwner> = {
  stageCard: ({ stage, at, newsBy }, f) =>
    `${names[stage]}, ${f.dayTime(at)}${newsBy === null ? '' : `, νεότερα ${f.deadline(newsBy)}`}`,
  stageCardLate: ({ by }, f) => `Αναμένεται ${f.deadline(by)}`,
  stageAsk: ({ stage, car, at, readyBy, newsBy }, f) =>
    lines(
      f.about(car, at === 0 ? `${names[stage]}.` : `${names[stage]}, ${f.dayTime(at)}.`),
      `Υπόσχεση: έτοιμο ${f.deadline(readyBy)}${newsBy === null ? '' : `, νεότερα ${f.deadline(newsBy)}`}.`,
      'Πού βρίσκεται τώρα;',
    ),
  stageCollects: ({ car }, f) => f.about(car, 'έρχονται να το παραλάβουν.'),
  stageWhich: () => 'Για ποιο ραντεβού πρόκειται;',
  stageNoVisit: ({ name }) => `${excerpt(name, 40)}: δεν υπάρχει ραντεβού σε εξέλιξη.`,
  stageHelp: () => 'Όχημα που είναι εδώ: /status, /arrived 84210 1/2, /ready, /promise 17:00 υλικά.',
  stageHow: () =>
    lines(
      'Τέτοια κατάσταση δεν υπάρχει. Γράψτε μετά την εντολή μία από αυτές ή μόνο την εντολή για κουμπιά.',
      Object.values(names).join(', ').toLowerCase(),
    ),
  stageSet: ({ stage, car, by, told: how }, f) =>
    lines(f.about(car, `${f.person(by)}: ${names[stage]}.`), told[how]),
  stageNoBay: ({ car, readyBy }, f) =>
    f.about(
      car,
      `καμία θέση δεν είναι ελεύθερη τώρα. Έτοιμο ${f.deadline(readyBy)}: βρείτε του θέση, παρακαλώ, ή δώστε νέα ώρα με /promise.`,
    ),
  stageUndone: ({ stage, car, by }, f) => f.about(car, `${f.person(by)}, πίσω: ${names[stage]}.`),
  stageUndoGone: () =>
    'Αναιρείται μόνο μέσα σε δέκα λεπτά και όσο δεν άλλαξε κάτι άλλο. Διαλέξτε τη σωστή κατάσταση.',
  stageRefused: ({ from, to, why }) => refused(from, to, why),
  stageIntake: (came, f) => intakeText(came, f),
  stageIntakeOdd: () => 'Δεν το κατάλαβα. Χιλιόμετρα και καύσιμο γράφονται έτσι: 84210 1/2',
  stageIntakeMany: ({ most }) => `Χωράνε έως ${most} φωτογραφίες.`,
  stageIntakeGone: () => 'Αυτό το ραντεβού έκλεισε ή δεν είναι πια εδώ.',
  stageLabelStatus: () => 'Κατάσταση',
  stageLabelTo: ({ stage }) => names[stage],
  stageLabelUndo: () => 'Αναίρεση',
  stageLabelFuel: ({ fuel }) => `Καύσιμο ${tankOf(fuel)}`,
  stageLabelTell: () => 'Ενημέρωση πελάτη',
};

function refused(from: Stage, to: Stage, why: PhraseArgs['stageRefused']['why']): string {
  switch (why) {
    case 'already':
      return `Είναι ήδη σε αυτή την κατάσταση: ${names[to]}.`;
    case 'over':
      return `Το ραντεβού έκλεισε: ${names[from]}.`;
    case 'order': {
      const reason =
        from === 'booked'
          ? 'Το όχημα δεν είναι ακόμη εδώ.'
          : from === 'ready'
            ? 'Είναι έτοιμο: μόνο πίσω σε εργασία ή παράδοση.'
            : null;
      return lines(`Από «${names[from]}» δεν πηγαίνει σε «${names[to]}».`, reason);
    }
  }
}

function intakeText({ car, mileage, fuel, photos }: PhraseArgs['stageIntake'], f: Format): string {
  const known = [
    mileage === null ? 'χωρίς χιλιόμετρα' : `${f.plural(mileage, { other: '#' })} χλμ`,
    fuel === null ? 'χωρίς καύσιμο' : `καύσιμο ${tankOf(fuel)}`,
    photos === 0 ? 'χωρίς φωτογραφίες' : `φωτογραφίες: ${photos}`,
  ];
  return lines(
    f.about(car, 'το όχημα στην παραλαβή.'),
    f.capital(`${known.join(', ')}.`),
    'Απαντήστε σε αυτό το μήνυμα με χιλιόμετρα και καύσιμο, «84210 1/2», ή με φωτογραφίες.',
  );
}
