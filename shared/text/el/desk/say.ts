import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { actIn } from '../../playbook.ts';
import { excerpt } from '../../shorten.ts';
import { playbook } from './playbook.ts';

export const say: GroupTexts<'say'> = {
  cannedHow: () =>
    'Γράψτε /say και μία ή δύο λέξεις στο θέμα ενός πελάτη, για παράδειγμα /say τιμή. Βλέπετε την απάντηση με τα στοιχεία του, και ένα πάτημα τη στέλνει στη γλώσσα του, με την υπογραφή σας.',
  cannedDrawers: () => 'Για ποιο πράγμα; Με μια λέξη βρίσκεται πιο γρήγορα: /say καθυστέρηση',
  cannedFound: ({ query, count, page, pages }, f) =>
    [
      f.plural(count, { one: '# απάντηση', other: '# απαντήσεις' }),
      query && ` για «${excerpt(query, 40)}»`,
      pages > 1 && `, σελίδα ${page} από ${pages}`,
    ]
      .filter(Boolean)
      .join(''),
  cannedLine: ({ title, text }) => `${title}: ${excerpt(text, 70)}`,
  cannedNothing: ({ query }) => `Έτοιμη απάντηση για «${excerpt(query, 40)}» δεν υπάρχει. Να τι υπάρχει:`,
  cannedHint: ({ text }) => `Για εσάς: ${text}`,
  cannedGoesOut: ({ text, language }) => `Ο πελάτης διαβάζει ${tongues[language]}: «${text}»`,
  cannedMeant: ({ text }) => `Σημαίνει: «${text}»`,
  cannedMissing: ({ variables }) =>
    `Έτσι δεν μπορεί να σταλεί, εδώ λείπει: ${variables.map((name) => names[name]).join(', ')}. Γράψτε την απάντηση εσείς ή διαλέξτε άλλη.`,
  cannedSent: ({ text }) => `Στάλθηκε στον πελάτη: «${text}»`,
  cannedRenewed: () => 'Αυτό φαινόταν πριν από ώρα. Να πώς θα έφευγε τώρα.',
  cannedGone: () => 'Αυτή η απάντηση δεν υπάρχει πια.',
  cannedGap: () =>
    'Όπου υπάρχει «…», κάθε φορά ήταν διαφορετικό: γράψτε την απάντηση εσείς, με ό,τι ταιριάζει εκεί.',
  cannedAsk: ({ text, count }) =>
    `Γράφτηκε σε ${count} πελάτες: «${excerpt(text, 200)}» Να αποθηκευτεί ως έτοιμη απάντηση; Θα τη βρίσκει το /say.`,
  cannedKept: ({ text }) => `Αποθηκεύτηκε ως έτοιμη απάντηση: «${excerpt(text, 200)}»`,
  cannedNotKept: ({ text }) => `Δεν αποθηκεύτηκε: «${excerpt(text, 200)}»`,
  cannedRemoved: ({ text }) => `Αφαιρέθηκε από τις έτοιμες απαντήσεις: «${excerpt(text, 200)}»`,

  playbookStart: ({ by }, f) =>
    `Δέκα ασκήσεις, περίπου 20 λεπτά. Εξασκείται: ${f.person(by)}. Κάθε μία λέει τι έγινε· πατήστε τι θα κάνατε. Κανένας πελάτης δεν βλέπει τίποτα και κανείς δεν βάζει βαθμό.`,
  playbookCase: ({ case: name, at, of }) => lines(`${at} από ${of}`, playbook[name].told),
  playbookWhy: ({ good, ...chosen }) => {
    const [label, why] = actIn(playbook, chosen);
    return lines(`${good ? '✓' : '✗'} ${label}`, why);
  },
  playbookEnd: ({ right, of }) =>
    `Τέλος: ${right} από ${of} με την πρώτη. Τώρα στην ομάδα: το /open δείχνει ποιος περιμένει, το «Ανάληψη» στην κάρτα κάνει τη συνομιλία δική σας, // είναι σημείωση, /say βρίσκει απάντηση, /undo την παίρνει πίσω.`,
  playbookWeak: ({ cases }) =>
    `Αξίζει μια δεύτερη ματιά: ${cases.map((name) => playbook[name].name).join(', ')}.`,
  playbookTry: () =>
    'Ελεύθερο παιχνίδι: γράψτε /playbook και την απάντησή σας στον θυμωμένο πελάτη, για παράδειγμα /playbook Ζητούμε συγγνώμη. Βλέπετε πώς ακούγεται και δεν στέλνεται πουθενά.',
  playbookOthers: ({ by }, f) => `Εδώ εξασκείται: ${f.person(by)}. Με το /playbook αρχίζετε τη δική σας.`,
  calmFine: () => 'Αυτό θα έφευγε όπως είναι.',
  calmLong: ({ length }) =>
    `Αυτό θα έφευγε, αλλά έχει ${length} χαρακτήρες. Με μια ματιά διαβάζονται ως 300· τα υπόλοιπα ακολουθούν αν ρωτήσουν.`,
  calmHeld: ({ why, draft }) => `Αυτό θα κρατιόταν: ${reasons[why]}. Πιο ευγενικά: «${draft}»`,

  cannedLabelDrawer: ({ group }) => drawers[group],
  cannedLabelAll: () => 'Όλες οι απαντήσεις',
  cannedLabelMore: () => 'Περισσότερα',
  cannedLabelBack: () => 'Πίσω',
  cannedLabelSend: () => 'Αποστολή',
  cannedLabelKeep: () => 'Αποθήκευση',
  cannedLabelNo: () => 'Όχι',
  cannedLabelRemove: () => 'Αφαίρεση',
  playbookLabelAct: (chosen) => actIn(playbook, chosen)[0],
  playbookLabelStart: () => 'Έναρξη',
  playbookLabelNext: () => 'Επόμενη άσκηση',
  playbookLabelEnd: () => 'Πώς πήγε;',
  playbookLabelAgain: () => 'Άλλη μία φορά',
};

const tongues = {
  en: 'στα αγγλικά',
  ru: 'στα ρωσικά',
  uk: 'στα ουκρανικά',
  el: 'στα ελληνικά',
} as const;

const names = {
  name: 'το όνομα',
  car: 'το όχημα',
  visit: 'η ώρα του ραντεβού',
  date: 'η ημέρα του ραντεβού',
  ready: 'πότε θα είναι έτοιμο',
  price: 'η τιμή',
  advisor: 'ποιος απαντά',
  hours: 'το ωράριο',
  address: 'η διεύθυνση',
  phone: 'το τηλέφωνο',
  payment: 'ο τρόπος πληρωμής',
  parking: 'πού σταθμεύουν',
  warranty: 'η εγγύηση',
} as const;

const drawers = {
  greeting: 'Χαιρετισμοί',
  visit: 'Πριν το ραντεβού',
  work: 'Όσο είναι εδώ',
  money: 'Χρήματα',
  place: 'Μέρος και ωράριο',
  objection: 'Αντιρρήσεις',
  decline: 'Ευγενική άρνηση',
  sorry: 'Συγγνώμες, διαφωνία',
  kept: 'Από απαντήσεις σας',
} as const;

const reasons = {
  insult: 'μπορεί να πληγώσει',
  shouting: 'ακούγεται δυνατά',
  sarcasm: 'ακούγεται ειρωνικά',
  blame: 'ακούγεται σαν κατηγορία',
} as const;
