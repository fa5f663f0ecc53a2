import type { GroupTexts } from '../dictionary.ts';
import {
  answeredText,
  choiceLabel,
  type EstimateWords,
  fitting,
  offeredText,
  optionLabel,
} from '../estimate-line.ts';
import { lines } from '../lines.ts';
import { withArticle } from './names.ts';

/** How soon, and of what a price is made: also on paper. */
export const words: EstimateWords = {
  parts: 'ανταλλακτικά',
  work: 'εργασία',
  urgency: { safety: 'ασφάλεια', soon: 'σύντομα', wish: 'αν θέλετε' },
  within: (months, f) => `μέσα σε ${f.plural(months, { one: 'έναν μήνα', other: '# μήνες' })}`,
  later: 'αργότερα',
  no: 'όχι',
};

export const estimate: GroupTexts<'estimate'> = {
  // Names are not called here: their vocative is not known.
  estimateHead: ({ by, car, note, photos, edition }, f) =>
    lines(
      `${f.person(by)}, σύμβουλος σέρβις.`,
      `Αυτή είναι ${edition > 1 ? 'η νέα προσφορά' : 'η προσφορά'}${car === '' ? '' : ` για ${car}`}.`,
      note,
      photos > 0 && `📷 ${f.plural(photos, { one: '# φωτογραφία', other: '# φωτογραφίες' })}`,
    ),
  estimateLines: ({ lines: offered }, f) => lines(...offered.map((line) => offeredText(line, words, f))),
  estimateSoFar: ({ cents }, f) =>
    `Έχουν ήδη συμφωνηθεί ${f.money(cents)}. Μέχρι να απαντήσετε, δεν κάνουμε τίποτα πέρα από αυτά.`,
  estimateTotal: ({ cents, tax, vatPercent, ways, ready, answerBy, validUntil }, f) =>
    lines(
      `${ways ? 'Όλα μαζί, με το A όπου υπάρχει επιλογή' : 'Όλα μαζί'}: ${f.money(cents)}, με ΦΠΑ ${f.money(tax)} (${f.percent(vatPercent)}).`,
      ready !== null &&
        (answerBy === null
          ? `Το όχημα θα είναι έτοιμο: ${f.when(ready)}.`
          : `Το όχημα θα είναι έτοιμο: ${f.when(ready)}, αν απαντήσετε ${f.deadline(answerBy)}.`),
      `Οι τιμές ισχύουν μέχρι: ${f.day(validUntil)}.`,
    ),

  estimateChoose: ({ lines: answered, cents, left }, f) =>
    lines(
      answeredText(answered, words, f),
      left > 0
        ? `Ως εδώ ${f.money(cents)}, ${f.plural(left, { one: 'μένει # εργασία', other: 'μένουν # εργασίες' })}.`
        : `Σύνολο ${f.money(cents)}. Επιβεβαιώστε ή αλλάξτε ό,τι θέλετε.`,
    ),
  estimateLine: ({ line, at, count, says }, f) =>
    lines(
      count > 1 && `Εργασία ${at} από ${count}`,
      offeredText(line, words, f),
      says === null ? 'Να γίνει;' : `Απαντήσατε: ${said[says]}. Να μείνει έτσι;`,
    ),
  estimateConfirm: ({ lines: answered, cents }, f) =>
    lines(
      answeredText(answered, words, f),
      answered.some(({ says }) => says === 'yes')
        ? `Σύνολο ${f.money(cents)}. Είναι σωστά;`
        : 'Τώρα δεν κάνουμε καμία εργασία. Είναι σωστά;',
    ),
  estimateWhichLine: () => 'Ποια εργασία να αλλάξουμε;',

  estimateAgreed: ({ ref, number, who, car, at, lines: answered, cents, ready, signed }, f) =>
    lines(
      f.about(
        car,
        `συμφωνήθηκε ${f.dayTime(at)}. Απάντησε: ${who}${signed ? ', με τη λέξη «συμφωνώ»' : ''}.`,
      ),
      answeredText(answered, words, f),
      `Σύνολο ${f.money(cents)} με ΦΠΑ${ready === null ? '' : `, έτοιμο: ${f.dayTime(ready)}`}.`,
      `Συμφωνία ${ref}-v${number}`,
    ),
  estimateLate: ({ by }, f) =>
    `Η ώρα που είχαμε πει ήταν για απάντηση νωρίτερα. Τη νέα ώρα θα σας την πει εδώ ${withArticle(f.person(by))}.`,
  estimateDeclined: ({ ref, number, who, car, at, lines: answered }, f) =>
    lines(
      f.about(
        car,
        `απάντηση ${f.dayTime(at)}, ${who}. Τώρα δεν κάνουμε τίποτα και δεν χρωστάτε τίποτα για αυτά.`,
      ),
      answeredText(answered, words, f),
      'Σας ευχαριστούμε που την είδατε. Αν αλλάξετε γνώμη, γράψτε μας.',
      `Απάντηση ${ref}-v${number}`,
    ),
  estimateSign: ({ ref, cents, lines: answered, limit }, f) =>
    lines(
      answeredText(answered, words, f),
      `Σύνολο ${f.money(cents)} (προσφορά ${ref}).`,
      `Πάνω από ${f.money(limit)} χρειάζεται ένα βήμα ακόμη: απαντήστε με τη λέξη «συμφωνώ» ή υπογράψτε στην υποδοχή μας. Η εντολή εργασίας έρχεται εδώ ως έγγραφο.`,
    ),
  estimateRecorded: ({ ref, number, by, how, car, at, lines: answered, cents, ready }, f) =>
    lines(
      f.about(
        car,
        `αυτά συμφωνήσαμε ${how === 'phone' ? 'στο τηλέφωνο' : 'στην υποδοχή'}, ${f.dayTime(at)}. Τα κατέγραψε ${withArticle(f.person(by))}.`,
      ),
      answeredText(answered, words, f),
      `Σύνολο ${f.money(cents)} με ΦΠΑ${ready === null ? '' : `, έτοιμο: ${f.dayTime(ready)}`}.`,
      `Συμφωνία ${ref}-v${number}. Είναι σωστά;`,
    ),
  estimateConfirmed: ({ ref, number, who, at }, f) =>
    `Συμφωνία ${ref}-v${number}: είναι σωστή, επιβεβαιώθηκε ${f.dayTime(at)} (${who}).`,
  estimateDisputed: ({ ref, number, who, at }, f) =>
    `Συμφωνία ${ref}-v${number}: απάντηση «δεν είναι έτσι», ${f.dayTime(at)} (${who}). Μέχρι να ξεκαθαρίσει, δεν γίνεται καμία εργασία.`,
  estimateDisputedNext: ({ advisor, by }, f) =>
    `Ευχαριστούμε που μας το είπατε. Θα το δει μαζί σας ${withArticle(f.person(advisor))}: απάντηση εδώ ${f.deadline(by)}.`,

  estimateAskQuestion: ({ by, several }, f) =>
    `Τι θέλετε να μάθετε; Γράψτε το εδώ${several ? ', με τον αριθμό της εργασίας αν αφορά μία' : ''}, και θα σας απαντήσει ${withArticle(f.person(by))}. Η προσφορά μένει ανοιχτή.`,
  estimateQuestionSent: ({ advisor, by }, f) =>
    `Ευχαριστούμε, η ερώτησή σας προωθήθηκε. Θα απαντήσει ${withArticle(f.person(advisor))} εδώ ${f.deadline(by)}. Η προσφορά μένει ανοιχτή.`,
  estimateDeskQuestion: ({ ref, id, name, cents }, f) =>
    `Για τη γραμμή ${id} της προσφοράς ${ref}: ${name}, ${f.money(cents)}`,

  estimateNudge: ({ car, cents, ready, answerBy }, f) =>
    lines(
      f.about(car, `η προσφορά των ${f.money(cents)} είναι εδώ, όποτε σας βολεύει.`),
      ready !== null &&
        answerBy !== null &&
        `Με απάντηση ${f.deadline(answerBy)} το όχημα θα είναι έτοιμο: ${f.when(ready)}. Και αργότερα γίνεται, τότε βρίσκουμε νέα ώρα.`,
    ),
  estimateDeskOver: ({ ref, car, cents }, f) =>
    f.about(car, `κανείς δεν απάντησε στην προσφορά ${ref} (${f.money(cents)}) και δεν ισχύει πια.`),

  estimateNewer: () => 'Υπάρχει νεότερη προσφορά στη θέση εκείνης. Είναι αυτή.',
  estimateOver: ({ ref, state }) => `${over[state]} (προσφορά ${ref}).`,
  estimateChanged: () => 'Κάτι άλλαξε στο μεταξύ. Τώρα είναι έτσι.',

  estimateNothingAgreed: () =>
    'Δεν έχουμε συμφωνήσει ακόμη κάποια εργασία εδώ. Όταν συμφωνήσουμε, θα μπορείτε να τη διαβάσετε όποτε θέλετε, λέξη προς λέξη.',
  estimateNothingToSign: () => 'Τώρα τίποτα δεν περιμένει την υπογραφή σας.',
  estimateDocument: () => 'Ετοιμάζουμε το έγγραφο, έρχεται εδώ σε ένα λεπτό.',
  estimateNewest: () => 'Υπάρχει μια προσφορά που περιμένει απάντηση.',

  estimateLabelAll: () => 'Εγκρίνω όλα',
  estimateLabelSome: () => 'Επιλογή εργασιών',
  estimateLabelQuestion: () => 'Έχω ερώτηση',
  estimateLabelConfirm: ({ cents }, f) =>
    cents === 0
      ? 'Επιβεβαίωση'
      : fitting(`Επιβεβαίωση · ${f.money(cents)}`, `Ναι · ${f.money(cents)}`, 'Επιβεβαίωση'),
  estimateLabelYes: (choice) => choiceLabel(choice, 'yes', 'Ναι'),
  estimateLabelOption: (option, f) => optionLabel(option, f),
  estimateLabelLater: (choice) => choiceLabel(choice, 'later', 'Αργότερα'),
  estimateLabelNo: (choice) => choiceLabel(choice, 'no', 'Όχι'),
  estimateLabelMore: () => 'Άλλες εργασίες',
  estimateLabelChange: () => 'Αλλαγή',
  estimateLabelDocument: () => 'Λήψη εγγράφου',
  estimateLabelRight: () => 'Είναι σωστά',
  estimateLabelNotSo: () => 'Δεν είναι έτσι',
  estimateLabelShow: () => 'Δείξτε την προσφορά',
  estimateLabelEarlier: () => 'Προηγούμενες',
};

const said = { yes: 'ναι', later: 'αργότερα', no: 'όχι' } as const;

const over = {
  agreed: 'Έχει ήδη συμφωνηθεί· γράψτε «τι συμφωνήσαμε» και θα το διαβάσετε όλο',
  declined: 'Έχει ήδη απαντηθεί, τίποτα δεν γίνεται χωρίς εσάς',
  withdrawn: 'Το συνεργείο απέσυρε αυτή την προσφορά, η νέα θα έρθει εδώ',
  expired: 'Οι τιμές αυτής της προσφοράς δεν ισχύουν πια, γράψτε μας για νέες',
  gone: 'Αυτή η προσφορά δεν είναι πια ανοιχτή',
} as const;
