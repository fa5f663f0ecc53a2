import type { GroupTexts } from '../dictionary.ts';
import { tankOf } from '../tank.ts';
import { withArticle } from './names.ts';

export const archive: GroupTexts<'archive'> = {
  archiveComing: () =>
    'Συγκεντρώνουμε τα δεδομένα σας: όλη τη συνομιλία, επισκέψεις, συμφωνίες, φωτογραφίες και έγγραφα. Το αρχείο έρχεται εδώ μέσα σε πέντε λεπτά.',
  archiveWait: ({ next }, f) =>
    `Ζητήσατε τα δεδομένα σας μέσα στο τελευταίο εικοσιτετράωρο: το αρχείο είναι σε αυτή τη συνομιλία ή έρχεται σε λίγο. Το επόμενο μπορείτε να το πάρετε: ${f.when(next)}.`,
  archiveReady: ({ part, parts }) =>
    parts === 1
      ? 'Τα δεδομένα σας. Αποσυμπιέστε το αρχείο και ανοίξτε το index.html: διαβάζεται και χωρίς ίντερνετ.'
      : `Τα δεδομένα σας, μέρος ${part} από ${parts}. Αποσυμπιέστε όλα τα μέρη σε έναν φάκελο και ανοίξτε εκεί το index.html.`,
  archiveLink: ({ part, parts, until }, f) =>
    `${parts === 1 ? 'Τα δεδομένα σας είναι έτοιμα' : `Έτοιμα τα δεδομένα σας, μέρος ${part} από ${parts}`}. Ο σύνδεσμος είναι μόνο για εσάς και ισχύει έως ${f.dayTime(until)}. Αποσυμπιέστε το αρχείο και ανοίξτε το index.html.`,
  archiveFailed: ({ phone }) =>
    `Αυτή τη φορά τα δεδομένα σας δεν συγκεντρώθηκαν. Γράψτε ξανά αργότερα «τα δεδομένα μου» ή καλέστε στο ${phone}.`,
  archiveGone: () =>
    'Το αρχείο δεν είναι πια εδώ: τέτοιοι σύνδεσμοι ισχύουν μία ημέρα. Γράψτε «τα δεδομένα μου» στη συνομιλία για καινούργιο.',
  archiveLabelExport: () => 'Τα δεδομένα μου',
  archiveLabelFetch: () => 'Λήψη',

  archiveTitle: ({ name }, f) =>
    name === '' ? `Τα δεδομένα μου: ${f.station}` : `${name}, τα δεδομένα μου: ${f.station}`,
  archiveMade: ({ at }, f) => `Όλα όσα κρατά για εσάς: ${f.station}. Κατάσταση: ${f.fullMoment(at)}.`,
  archiveParts: ({ parts }, f) =>
    f.plural(parts, {
      one: 'Φωτογραφίες και έγγραφα βρίσκονται στον φάκελο «files» δίπλα σε αυτή τη σελίδα.',
      other:
        'Φωτογραφίες και έγγραφα βρίσκονται στον φάκελο «files»: αποσυμπιέστε και τα # μέρη στο ίδιο σημείο.',
    }),
  archiveSection: ({ section }) => sections[section],
  archiveField: ({ field }) => fields[field],
  archiveNothing: () => 'Τίποτα.',
  archiveQuiet: ({ from, to }) => `από ${from} έως ${to}`,
  archiveServices: ({ services }, f) => f.capital(f.services(services)),
  archiveStage: ({ stage }) => stages[stage],
  archiveMileage: ({ km }) => `${km} χλμ.`,
  archiveFuel: ({ eighths }) => tankOf(eighths),
  archiveMoved: ({ of, from, to, reason, words }, f) =>
    `${of === 'ready' ? 'Παράδοση' : 'Νέα'}: από ${f.dayTime(from)} σε ${f.dayTime(to)}${because(words || (to > from ? reasons[reason] : ''))}`,
  archivePurpose: ({ purpose }) => purposes[purpose],
  archiveConsent: ({ given, at, wording }, f) =>
    `${given ? 'Ναι' : 'Μόνο όταν ρωτάω'}, ${f.fullMoment(at)} (κείμενο ${wording})`,
  archiveAgreed: ({ kind }) => agreed[kind],

  archiveManagersOnly: () => 'Τους πίνακες και το ημερολόγιο των θέσεων τα ζητά μόνο ο υπεύθυνος.',
  archiveTablesComing: ({ month }) =>
    `Ετοιμάζουμε τους πίνακες για ${month.slice(0, 7)}. Έρχονται στο General σε ένα λεπτό.`,
  archiveTable: ({ of, month }) => `${tables[of]}, ${month.slice(0, 7)}`,
  archiveTableFailed: ({ month }) =>
    `Οι πίνακες για ${month.slice(0, 7)} δεν έγιναν αυτή τη φορά. Ζητήστε τους ξανά σε λίγα λεπτά.`,
  archiveNoMonth: ({ word, example }) =>
    word === ''
      ? `Για ποιον μήνα; Για παράδειγμα: /export ${example}`
      : `Το «${word}» δεν είναι μήνας που έχει αρχίσει. Για παράδειγμα: /export ${example}`,
  archiveColumn: ({ column }) => columns[column],
  archiveHow: ({ how }) => hows[how],

  archiveFeedMade: () =>
    'Οι επόμενες επτά ημέρες στις θέσεις εργασίας ως ημερολόγιο, για την οθόνη του συνεργείου. Το διαβάζει όποιος έχει τη διεύθυνση, χωρίς ονόματα και τηλέφωνα. Φαίνεται μία φορά· το /feed new την καταργεί και δίνει άλλη.',
  archiveFeedThere: ({ advisor, since }, f) =>
    `Το ημερολόγιο των θέσεων έχει διεύθυνση από ${f.dayTime(since)}, την έφτιαξε ${withArticle(f.person(advisor))}. Φάνηκε μία φορά και δεν φυλάσσεται ως κείμενο. Νέα διεύθυνση καταργεί την παλιά.`,
  archiveFeedGone: () =>
    'Το ημερολόγιο έχει πια άλλη διεύθυνση ή καμία. Νέα δίνει ο υπεύθυνος με /feed new στην ομάδα.',
  archiveLabelFeed: () => 'Νέα διεύθυνση',
  archiveFeedName: (_args, f) => `${f.station}: θέσεις`,
  archiveFeedTitle: ({ bay, services, car }, f) =>
    [bay, f.capital(f.services(services)), car].filter(Boolean).join(' · '),
  archiveFeedBlocked: ({ bay }) => [bay, 'Δεσμευμένη'].filter(Boolean).join(' · '),
  archiveFeedPerson: ({ technician }, f) => f.person(technician),
  archiveFeedReady: ({ readyBy, start }, f) => `Έτοιμο ${f.ready(readyBy, start)}`,
};
/** Nobody has to say why it is earlier. */
const because = (why: string) => (why === '' ? '' : `, ${why}`);

const sections = {
  person: 'Ποιοι είστε',
  cars: 'Τα οχήματά σας',
  visits: 'Επισκέψεις που έρχονται ή είναι σε εξέλιξη',
  past: 'Παλαιότερες επισκέψεις',
  agreements: 'Τι συμφωνήσαμε, λέξη προς λέξη',
  consents: 'Για τι δεχτήκατε μηνύματα',
  reports: 'Προβλήματα που αναφέρατε',
  talk: 'Όλη η συνομιλία',
} as const;

const fields = {
  name: 'Όνομα',
  phone: 'Τηλέφωνο',
  quiet: 'Χωρίς αυτόματα μηνύματα',
  approver: 'Εγκρίνει τα έξοδα για εσάς',
  approvesFor: 'Εγκρίνετε τα έξοδα για',
  mileage: 'Χιλιόμετρα',
  number: 'Αριθμός',
  when: 'Πότε',
  car: 'Όχημα',
  work: 'Εργασίες',
  ready: 'Έτοιμο έως',
  stage: 'Κατάσταση',
  fuel: 'Καύσιμο',
  total: 'Σύνολο',
  words: 'Με δικά σας λόγια',
} as const;

const stages = {
  booked: 'ραντεβού',
  arrived: 'το όχημα ήρθε',
  checking: 'έλεγχος',
  answer: 'περιμένουμε την απάντησή σας',
  parts: 'περιμένουμε ανταλλακτικά',
  working: 'σε εργασία',
  quality: 'τελικός έλεγχος',
  ready: 'έτοιμο',
  handedBack: 'παραδόθηκε',
  cancelled: 'ακυρώθηκε',
  noShow: 'η επίσκεψη δεν έγινε',
} as const;

const reasons = {
  parts: 'το ανταλλακτικό ήρθε αργότερα',
  found: 'βρέθηκε και κάτι άλλο',
  answer: 'περιμέναμε απάντηση',
  queue: 'η προηγούμενη εργασία κράτησε περισσότερο',
  test: 'χρειάστηκε ακόμη ένας έλεγχος',
  longer: 'χρειάστηκε περισσότερος χρόνος',
} as const;

const purposes = {
  visit: 'Μηνύματα για την επίσκεψη',
  service: 'Υπενθυμίσεις για το επόμενο σέρβις',
  offers: 'Προσφορές',
} as const;

const agreed = {
  answer: 'Συμφωνήθηκε',
  signed: 'Συμφωνήθηκε με υπογραφή στη συνομιλία',
  confirmed: 'Επιβεβαιώθηκε',
  disputed: 'Δηλώθηκε ότι δεν είναι έτσι',
  declined: 'Άρνηση',
} as const;

const tables = { visits: 'Επισκέψεις', agreements: 'Συμφωνίες' } as const;

const hows = {
  chat: 'συνομιλία',
  phone: 'τηλέφωνο',
  desk: 'υποδοχή',
  allowance: 'μέσα στο επιτρεπόμενο όριο',
} as const;

const columns = {
  date: 'Ημερομηνία',
  time: 'Ώρα',
  number: 'Αρ. ραντεβού',
  ended: 'Κατάληξη',
  customer: 'Πελάτης',
  car: 'Όχημα',
  work: 'Εργασίες',
  promised: 'Υπόσχεση έως',
  ready: 'Έτοιμο στις',
  moved: 'Μεταθέσεις υπόσχεσης',
  late: 'Από αυτές καθυστερημένα',
  order: 'Αρ. εντολής',
  edition: 'Αρ. συμφωνίας',
  kind: 'Τι',
  how: 'Πώς',
  by: 'Καταγραφή από',
  chosen: 'Συμφωνημένες εργασίες',
  total: 'Σύνολο με ΦΠΑ',
  vatPercent: 'ΦΠΑ %',
  vat: 'από τα οποία ΦΠΑ',
  currency: 'Νόμισμα',
} as const;
