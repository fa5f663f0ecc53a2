import type { CallReason } from '#shared/domain/call-reason.ts';
import type { DelayReason } from '#shared/domain/visit/life.ts';
import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';
import { withArticle } from './names.ts';

const why: Readonly<Record<DelayReason, string>> = {
  parts: 'το ανταλλακτικό αργεί να έρθει.',
  found: 'η δουλειά βγήκε περισσότερη από όσο φαινόταν αρχικά.',
  answer: 'περιμένουμε ακόμη την απάντησή σας.',
  queue: 'η προηγούμενη εργασία κράτησε περισσότερο.',
  test: 'ο τελικός έλεγχος κρατά λίγο περισσότερο.',
  longer: 'η εργασία κρατά περισσότερο από όσο υπολογίζαμε.',
};
const short: Readonly<Record<DelayReason, string>> = {
  parts: 'Αργεί ανταλλακτικό',
  found: 'Βρέθηκε κι άλλη',
  answer: 'Περιμένει απάντηση',
  queue: 'Ουρά',
  test: 'Τελικός έλεγχος',
  longer: 'Κρατά περισσότερο',
};
const nothing = 'Δεν χρειάζεται κάτι από εσάς τώρα.';
const home = 'Δεν χρειάζεται να περιμένετε εδώ: θα σας γράψουμε μόλις είναι έτοιμο.';
const ask = 'Απαντήστε, παρακαλούμε, εδώ στη συνομιλία.';
/** `most`: characters of the advisor's own words, so that all of it stays short. */
const because = (reason: DelayReason, words: string, most = 110) =>
  words === '' ? why[reason] : closed(excerpt(words, most));
/** To the desk; that a car is ready earlier needs no reason. */
const inShort = (reason: DelayReason, words: string, later: boolean) =>
  words !== '' ? `: ${excerpt(words, 60)}` : later ? `: ${short[reason].toLowerCase()}` : '';
const closed = (words: string) => (/[.!;…]$/.test(words) ? words : `${words}.`);
const calls: Readonly<Record<CallReason, string>> = {
  asks: 'δεν έχουν δεχτεί μηνύματα από εμάς.',
  quiet: 'στις ώρες ησυχίας το bot δεν γράφει.',
  cap: 'έλαβαν ήδη όσα μηνύματα χωρά μία μέρα.',
  reach: 'δεν υπάρχει messenger εδώ.',
};
const called = (reason: CallReason, phone: string) =>
  `Τηλεφωνήστε, παρακαλούμε${phone === '' ? '' : `, στο ${phone}`}: ${calls[reason]}`;

export const promise: GroupTexts<'promise'> = {
  promiseExpected: ({ car, start }, f) =>
    f.about(car, `σας περιμέναμε στις ${f.time(start)}. Είναι όλα καλά;`),
  promiseMoved: ({ car, reason, words, from, to, newsBy, waits }, f) =>
    to > from
      ? lines(
          f.about(car, because(reason, words, newsBy === null && !waits ? 110 : 60)),
          `Νέα ώρα: έτοιμο ${f.deadline(to)} (ήταν ${f.deadline(from)}). Συγγνώμη για την αναμονή.`,
          newsBy !== null && `Νεότερα ${f.deadline(newsBy)}.`,
          reason === 'answer' ? ask : waits && !f.isToday(to) ? home : nothing,
        )
      : lines(
          f.about(car, 'καλά νέα, θα είναι έτοιμο νωρίτερα.'),
          words !== '' && closed(excerpt(words, 110)),
          `Νέα ώρα: έτοιμο ${f.deadline(to)} (ήταν ${f.deadline(from)}).`,
          nothing,
        ),
  promiseNewsMoved: ({ car, reason, words, to }, f) =>
    lines(
      f.about(car, because(reason, words)),
      `Θα έχετε νέα μας ${f.deadline(to)}. Συγγνώμη για την αναμονή.`,
      reason === 'answer' ? ask : nothing,
    ),
  promiseFine: ({ car, to }, f) => f.about(car, `σας ευχαριστούμε. Θα είναι έτοιμο ${f.deadline(to)}.`),
  promiseCollect: ({ car, since }, f) =>
    lines(
      f.about(car, `είναι έτοιμο και σας περιμένει, ${f.dayTime(since)}.`),
      `Μπορείτε να το παραλάβετε: ${f.hours}.`,
      'Πείτε μας απλώς όταν ξεκινάτε.',
    ),
  promiseLabelFine: () => 'Εντάξει',
  promiseRequested: ({ car, start, advisor, by }, f) =>
    lines(
      f.about(car, `η ώρα κρατιέται για εσάς: ${f.dayTime(start)}.`),
      `Θα επιβεβαιώσει το ραντεβού εδώ ${withArticle(f.person(advisor))} ${f.deadline(by)}. Μέχρι τότε είναι αίτημα, όχι ραντεβού.`,
    ),

  promiseDeskExpected: ({ ref, car, start, call, phone }, f) =>
    lines(
      f.about(car, `το περιμέναμε στις ${f.time(start)}, δεν σημειώθηκε άφιξη. Ραντεβού ${ref}.`),
      call === null
        ? 'Μόλις ρωτήσαμε στη συνομιλία.'
        : `${called(call, phone)} Η θέση μένει δική τους μέχρι να πείτε εσείς.`,
    ),
  promiseDeskReleased: ({ ref, car, start, call, phone }, f) =>
    lines(
      f.about(car, `δεν ήρθε στις ${f.time(start)}, η θέση είναι πάλι ελεύθερη. Ραντεβού ${ref}.`),
      call === null ? 'Το είπαμε στη συνομιλία.' : called(call, phone),
    ),
  promiseDeskWarn: ({ ref, car, of, by, call, phone }, f) =>
    lines(
      f.about(
        car,
        of === 'ready'
          ? `έτοιμο ${f.deadline(by)}, δεν τελείωσε ακόμη. Ραντεβού ${ref}.`
          : `νέα ${f.deadline(by)}. Ραντεβού ${ref}.`,
      ),
      call !== null
        ? called(call, phone)
        : of === 'ready'
          ? 'Με νέα ώρα ή [Έτοιμο] το μαθαίνουν από εσάς· αλλιώς το bot λέει δέκα λεπτά πριν ότι χρειάζεται κι άλλος χρόνος.'
          : 'Νέο στάδιο ή λίγα λόγια σας είναι νέα· αλλιώς το bot λέει δέκα λεπτά πριν πού βρίσκεται.',
    ),
  promiseDeskNewsCall: ({ ref, car, by, call, phone }, f) =>
    lines(f.about(car, `έχουμε πει νέα ${f.deadline(by)}. Ραντεβού ${ref}.`), called(call, phone)),
  promiseDeskUntold: ({ ref, car, since, call, phone }, f) =>
    lines(
      f.about(car, `έτοιμο (${f.dayTime(since)}), και δεν το ξέρουν ακόμη. Ραντεβού ${ref}.`),
      called(call, phone),
    ),
  promiseDeskMoved: ({ ref, car, of, by, from, to, reason, words, told, phone }, f) =>
    lines(
      f.about(
        car,
        `${of === 'ready' ? 'έτοιμο' : 'νέα'} ${f.deadline(to)} (ήταν ${f.deadline(from)}). Ραντεβού ${ref}.`,
      ),
      `${by === null ? 'Το άλλαξε το bot, χωρίς άλλη ώρα' : f.person(by)}${inShort(reason, words, to > from)}.`,
      told === 'now'
        ? 'Το είπαμε στη συνομιλία.'
        : told === 'later'
          ? 'Θα το πούμε μόλις τελειώσουν οι ώρες ησυχίας.'
          : called(told, phone),
    ),
  promiseDeskClose: ({ ref, car, by, closes }, f) =>
    lines(
      f.about(car, `δεν τελείωσε, και κλείνουμε στις ${f.time(closes)}. Ραντεβού ${ref}.`),
      `Έτοιμο ${f.deadline(by)}. Ισχύει ακόμη;`,
    ),
  promiseDeskRequested: ({ name, car, services, start, stay, by, until }, f) =>
    lines(
      `${[name, car].filter(Boolean).join(' · ')}: ζητά ${f.dayTime(start)}, ${stay === 'wait' ? 'θα περιμένει' : 'θα αφήσει το αυτοκίνητο'}.`,
      `${excerpt(f.services(services), 90)}.`,
      `Δύο φορές σε έξι μήνες δεν ήρθε κανείς: επιβεβαιώστε το, παρακαλώ. Απάντηση ${f.deadline(by)}· κρατιέται μέχρι ${f.dayTime(until)}.`,
    ),
  promiseLabelConfirm: () => 'Επιβεβαίωση',
  promiseDeskStands: ({ ref, car, by, advisor }, f) =>
    f.about(car, `ισχύει, έτοιμο ${f.deadline(by)}. Το επιβεβαιώνει: ${f.person(advisor)}. Ραντεβού ${ref}.`),
  promiseDeskWaits: ({ ref, car, since, phone }, f) =>
    lines(
      f.about(car, `έτοιμο (${f.dayTime(since)}), δεν το παρέλαβε κανείς. Ραντεβού ${ref}.`),
      `Τηλεφωνήστε, παρακαλούμε${phone === '' ? '' : `, στο ${phone}`}.`,
    ),
  promiseDeskWhen: ({ ref, car, by }, f) =>
    f.about(car, `έτοιμο ${f.deadline(by)}. Ποια είναι η νέα ώρα; Ραντεβού ${ref}.`),
  promiseDeskWhy: ({ ref, car, of, to }, f) =>
    f.about(car, `${of === 'ready' ? 'έτοιμο' : 'νέα'} ${f.deadline(to)}. Γιατί; Ραντεβού ${ref}.`),
  promiseDeskWhich: () => 'Ποιο ραντεβού είναι;',
  promiseDeskNone: ({ name }) =>
    `Δεν υπάρχει εδώ όχημα που να μην τελείωσε${name === '' ? '' : `: ${name}`}.`,
  promiseDeskOdd: ({ what, example }) =>
    lines(
      what === '' ? 'Λείπει η ώρα.' : `«${excerpt(what, 60)}» δεν είναι ώρα.`,
      `Για παράδειγμα: ${example}`,
    ),
  promiseDeskPast: ({ to }, f) =>
    `${f.capital(f.dayTime(to))}: η ώρα πέρασε ή σχεδόν έφτασε. Γράψτε, παρακαλούμε, μια μεταγενέστερη.`,
  promiseDeskClosed: ({ to, opens }, f) =>
    `${f.capital(f.dayTime(to))}: είμαστε κλειστά. Ανοίγουμε ${f.dayTime(opens)}· γράψτε, παρακαλούμε, ώρα από τότε και μετά.`,
  promiseDeskOld: () => 'Η ώρα άλλαξε στο μεταξύ, φαίνεται στην κάρτα.',
  promiseLabelReason: ({ reason }) => short[reason],
  promiseLabelStands: () => 'Ισχύει',
  promiseLabelOther: () => 'Άλλη ώρα',
};
