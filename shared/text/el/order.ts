import type { GroupTexts } from '../dictionary.ts';
import { answeredText, fitting, lineLabel } from '../estimate-line.ts';
import { lines } from '../lines.ts';
import { cardText, changesText, type OrderWords, problemText } from '../order-line.ts';
import { excerpt } from '../shorten.ts';

const words: OrderWords = {
  line: (line) => `«${line}»:`,
  difference: (way, sum, agreed) => {
    const before = agreed ? 'όσα συμφωνήθηκαν' : 'την προηγούμενη έκδοση';
    return way === 'same'
      ? `Ίδιο ποσό με ${before}.`
      : `${sum} ${way === 'more' ? 'περισσότερα' : 'λιγότερα'} από ${before}.`;
  },
  added: 'Νέα',
  left: 'Δεν περιλαμβάνονται πια',
  changed: 'Άλλαξαν',
};

const trouble = {
  price: () => 'δεν υπάρχει τιμή. Γράφεται μετά το όνομα.',
  name: () => 'υπάρχει τιμή χωρίς όνομα.',
  words: (what: string) =>
    `δεν ξέρω το «${what}». Μετά την τιμή μπαίνει ασφάλεια, σύντομα, προαιρετικό ή μήνες (3 μήνες)· ο λόγος σε παρένθεση.`,
  amounts: () => 'βλέπω πολλούς αριθμούς και δεν ξέρω ποιος είναι η τιμή. Βάλτε τους άλλους σε παρένθεση.',
  sum: () => 'ανταλλακτικά και εργασία δεν δίνουν το σύνολο.',
  negative: () => 'μια τιμή δεν είναι κάτω από το μηδέν.',
  currency: (_what: string, price: string) => `οι τιμές είναι μόνο στο νόμισμά μας: ${price}.`,
  number: () => 'αυτό δεν είναι χρηματικό ποσό.',
  urgency: () => 'το πόσο επείγει αντιφάσκει. Οι μήνες ταιριάζουν μόνο στο «σύντομα».',
  options: () => 'ως τρεις επιλογές χωρούν σε μία γραμμή.',
  longName: () => 'το όνομα έχει ως 80 χαρακτήρες, ο λόγος ως 200.',
  longNote: () => 'η σημείωση είναι πολύ μεγάλη: ως 300 χαρακτήρες.',
  time: () => 'αυτό δεν είναι ώρα. Γράψτε την ως 17:00.',
  day: () => 'αυτό δεν είναι ημερομηνία. Γράψτε την ως 5.12.',
  past: () => 'αυτή η ώρα πέρασε.',
  twice: () => 'αυτό γράφτηκε δύο φορές.',
  empty: () => 'Δεν υπάρχει καμία γραμμή με τιμή.',
  lines: (what: string) => `Οι γραμμές είναι πολλές (${what}): χωρούν 20.`,
  much: () => 'Το ποσό ξεπερνά τις 100.000 που χωρά μία προσφορά.',
} as const;

export const order: GroupTexts<'order'> = {
  orderHowTo: () =>
    'Η προσφορά γράφεται σε ένα μήνυμα, μία γραμμή για κάθε εργασία. Τη βλέπετε πριν φύγει. Για παράδειγμα:',
  orderNotHere: () => 'Οι προσφορές γράφονται στο θέμα του πελάτη.',
  orderProblems: () => 'Δεν αποθηκεύτηκε ακόμη τίποτα.',
  orderProblem: (problem, f) => problemText(problem, words, trouble, f),
  orderMoreProblems: ({ more }, f) =>
    `Και ακόμη ${f.plural(more, { one: '# παρατήρηση', other: '# παρατηρήσεις' })}.`,
  orderExample: () => 'Για παράδειγμα:',
  orderPreview: ({ ref, edition, car, note, photos }, f) =>
    lines(
      f.about(car, `προσφορά ${ref}, έκδοση ${edition}. Ως τώρα τη βλέπει μόνο αυτή η ομάδα.`),
      note,
      photos > 0 && `Με ${f.plural(photos, { one: '# φωτογραφία', other: '# φωτογραφίες' })}.`,
    ),
  orderDiff: (diff, f) => changesText(diff, words, f),
  orderAsked: ({ name, owner }) =>
    owner === null
      ? `Θα απαντήσει: ${excerpt(name, 40)}.`
      : `Θα απαντήσει: ${excerpt(name, 40)}. Την προσφορά τη βλέπει και: ${excerpt(owner, 40)}.`,
  orderLimit: ({ agreed, limit, fits }, f) =>
    `Συμφωνήθηκαν ${f.money(agreed)}· χωρίς ερώτηση ως ${f.money(limit)}. ${fits ? 'Η προσφορά είναι εντός.' : 'Η προσφορά είναι πάνω από αυτό.'}`,
  orderShut: () =>
    'Ο πελάτης έχει καιρό να γράψει: πρώτα φτάνει μια ειδοποίηση ότι η προσφορά είναι έτοιμη, και τη βλέπει μόλις την πατήσει.',
  orderHow: () =>
    'Για διόρθωση, αλλάξτε το μήνυμά σας ή στείλτε ξανά /estimate. Μια φωτογραφία που απαντά εδώ μπαίνει στην προσφορά· ο αριθμός της γραμμής στη λεζάντα τη βάζει εκεί.',
  orderNoReach: ({ name, phone }) =>
    lines(
      `Δεν γίνεται αποστολή: ${excerpt(name, 40)} δεν μας γράφει από εφαρμογή.`,
      phone === ''
        ? 'Καταγράψτε ό,τι συμφωνήσετε στην υποδοχή.'
        : `Καλέστε στο ${phone} και καταγράψτε ό,τι συμφωνήσετε.`,
    ),
  orderDiscarded: ({ ref }) => `Το πρόχειρο της προσφοράς ${ref} διαγράφηκε. Δεν το είδε κανείς.`,
  orderReplied: () =>
    'Αυτό απαντούσε στο πρόχειρο, γι’ αυτό δεν στάλθηκε στον πελάτη. Για διόρθωση στείλτε όλες τις γραμμές της προσφοράς.',
  orderPhotoLate: () => 'Η προσφορά έφυγε πριν ετοιμαστεί αυτή η φωτογραφία. Στείλτε τη χωριστά.',
  orderPhotoMany: ({ most }) => `Μια προσφορά δέχεται ως ${most} φωτογραφίες.`,

  orderSent: ({ ref, edition, by, name, cents }, f) =>
    `Προσφορά ${ref}, έκδοση ${edition}, ${f.money(cents)}. Αποστολή: ${f.person(by)}. Θα απαντήσει: ${excerpt(name, 40)}.`,
  orderWithdrawn: ({ ref, by }, f) =>
    `Η προσφορά ${ref} ανακλήθηκε (${f.person(by)}) και ο πελάτης το ξέρει.`,
  orderAnswered: ({ ref }) => `Η ερώτηση για την προσφορά ${ref} απαντήθηκε.`,
  orderCall: ({ ref, car, cents, since, name, phone }, f) =>
    lines(
      f.about(car, `καμία απάντηση στην προσφορά ${ref} (${f.money(cents)}) από ${f.dayTime(since)}.`),
      phone === ''
        ? `Παρακαλώ καλέστε: ${excerpt(name, 40)}. Αριθμός δεν υπάρχει εδώ.`
        : `Παρακαλώ καλέστε: ${excerpt(name, 40)}, ${phone}`,
    ),
  orderPhone: ({ name, phone }) =>
    phone === '' ? `Αριθμός δεν υπάρχει εδώ: ${excerpt(name, 40)}.` : `${excerpt(name, 40)}: ${phone}`,

  orderRecordHow: ({ ref }) => `Πώς συμφωνήθηκε η προσφορά ${ref};`,
  orderRecord: ({ ref, how, lines: answered, cents, left }, f) =>
    lines(
      `Τι συμφωνήθηκε ${ways[how]}, προσφορά ${ref}; Πατήστε μια γραμμή ώσπου να είναι σωστή.`,
      answeredText(answered, said, f),
      left > 0
        ? `${f.plural(left, { one: 'Μένει # γραμμή', other: 'Μένουν # γραμμές' })}.`
        : `Μαζί ${f.money(cents)}.`,
    ),
  orderRecorded: ({ ref, number, how, by, cents, told }, f) =>
    `Συμφωνήθηκε ${ways[how]}: ${f.money(cents)}, συμφωνία ${ref}-v${number}. Καταγραφή: ${f.person(by)}. ${told ? 'Ο πελάτης ρωτήθηκε αν είναι σωστό.' : 'Ο πελάτης δεν μας γράφει από εφαρμογή.'}`,
  orderToSign: ({ ref, cents }, f) =>
    `Για ${f.money(cents)} χρειάζεται υπογραφή: η προσφορά ${ref} περιμένει τη λέξη «συμφωνώ» ή το «${labels.desk}».`,
  orderRefusedAll: ({ ref, number, by }, f) =>
    `Δεν γίνεται καμία εργασία: απάντηση ${ref}-v${number}. Καταγραφή: ${f.person(by)}.`,
  orderCarriedOn: ({ ref, number, by, cents, limit }, f) =>
    `Συνεχίζουμε εντός ορίου: ${f.money(cents)} από ${f.money(limit)}, συμφωνία ${ref}-v${number} (${f.person(by)}). Ο πελάτης ενημερώθηκε.`,
  orderWithin: ({ ref, number, by, car, at, lines: answered, cents, limit, ready }, f) =>
    lines(
      f.about(
        car,
        `η εργασία μεγάλωσε λίγο, ${f.dayTime(at)} (${f.person(by)}). Μένει εντός των ${f.money(limit)} που επιτρέψατε χωρίς ερώτηση.`,
      ),
      answeredText(answered, said, f),
      `Σύνολο ${f.money(cents)} με ΦΠΑ${ready === null ? '' : `, έτοιμο: ${f.dayTime(ready)}`}.`,
      `Συμφωνία ${ref}-v${number}. Αν δεν το θέλετε, απλώς γράψτε μας.`,
    ),

  orderWorkHow: () => '/work start, /work stop ή /work done: πού βρίσκεται η συμφωνημένη εργασία.',
  orderWork: ({ ref, by, work, cents }, f) =>
    `${f.person(by)}: ${acts[work]} (${ref}, συμφωνήθηκαν ${f.money(cents)}).`,
  orderNothing: () => 'Δεν υπάρχει ακόμη προσφορά για αυτόν τον πελάτη. Τη γράφει το /estimate.',
  orderRefused: ({ why, ref, agreed, planned }, f) =>
    `${why === 'above' ? aboveAgreed(f.money(agreed), f.money(planned)) : refusals[why]} (${ref})`,
  orderCard: (card, f) => cardText(card, { states, works }, f),
  orderHelp: () =>
    'Προσφορές, σε θέμα πελάτη: /estimate και μία γραμμή για κάθε εργασία· τη βλέπετε πριν φύγει. Το /agreed καταγράφει συμφωνία στο τηλέφωνο ή στην υποδοχή. /work start, stop, done.',

  orderLabelSend: () => 'Αποστολή',
  orderLabelDiscard: () => 'Διαγραφή προχείρου',
  orderLabelKeep: () => 'Και τα συμφωνημένα',
  orderLabelWithin: () => 'Συνέχεια εντός ορίου',
  orderLabelPhone: () => 'Ναι στο τηλέφωνο',
  orderLabelDesk: () => labels.desk,
  orderLabelWithdraw: () => 'Ανάκληση',
  orderLabelCall: () => 'Τηλέφωνο πελάτη',
  orderLabelAnswered: () => 'Απαντήθηκε',
  orderLabelAllYes: () => 'Ναι σε όλα',
  orderLabelLine: (line) => lineLabel(line),
  orderLabelRecord: ({ cents }, f) => fitting(`Καταγραφή · ${f.money(cents)}`, 'Καταγραφή'),
  orderLabelBack: () => 'Πίσω',
  orderLabelStart: () => 'Έναρξη εργασίας',
  orderLabelDone: () => 'Τέλος εργασίας',
};

const said = { later: 'αργότερα', no: 'όχι' } as const;
const labels = { desk: 'Υπογράφηκε εδώ' } as const;
const ways = { phone: 'στο τηλέφωνο', desk: 'στην υποδοχή' } as const;
const acts = {
  started: 'η εργασία άρχισε',
  stopped: 'η εργασία σταμάτησε',
  done: 'η εργασία τελείωσε',
} as const;
const works = {
  started: 'η εργασία προχωρά',
  stopped: 'η εργασία σταμάτησε',
  done: 'η εργασία τελείωσε',
} as const;
const states = {
  none: 'πρόχειρο',
  asked: 'περιμένει απάντηση',
  signing: 'περιμένει υπογραφή',
  agreed: 'συμφωνήθηκε',
  declined: 'απορρίφθηκε',
  withdrawn: 'ανακλήθηκε',
  expired: 'δεν ισχύει πια',
} as const;

const aboveAgreed = (agreed: string, planned: string) =>
  `Δεν γίνεται ακόμη: συμφωνήθηκαν ${agreed}, προβλέπονται ${planned}. Χρειάζεται πρώτα το ναι του πελάτη`;

const refusals = {
  mustAsk: 'Ο πελάτης θέλει να ερωτηθεί πρώτα',
  done: 'Η εργασία έχει τελειώσει· ό,τι γίνει τώρα είναι νέα προσφορά',
  older: 'Υπάρχει νεότερη έκδοση αυτής της προσφοράς',
  notOpen: 'Αυτή η προσφορά δεν είναι ανοιχτή',
  already: 'Έτσι είναι ήδη',
  expired: 'Η προσφορά δεν ισχύει πια. Στείλτε τη με νέα ημερομηνία',
  notTheirs: 'Απαντά κάποιος άλλος',
  noLine: 'Δεν υπάρχει τέτοια γραμμή',
  unanswered: 'Δεν έχουν όλες οι γραμμές απάντηση',
  waits: 'Η προσφορά περιμένει ακόμη την απάντηση του πελάτη',
  question: 'Ο πελάτης έχει ανοιχτή ερώτηση',
  notAgreed: 'Δεν έχει συμφωνηθεί τίποτα ακόμη, άρα δεν αρχίζει εργασία',
  disputed: 'Ο πελάτης λέει ότι η συμφωνία δεν είναι έτσι. Ξεκαθαρίστε το πρώτα',
  options: 'Μια γραμμή γίνεται με πολλούς τρόπους και διαλέγει μόνο ο πελάτης',
  refused: 'Μία από αυτές τις γραμμές ο πελάτης την άφησε για μετά ή την απέρριψε',
  sign: 'Για τέτοιο ποσό χρειάζεται υπογραφή ή η λέξη του πελάτη «συμφωνώ»',
  notStarted: 'Δεν γίνεται εργασία τώρα',
} as const;
