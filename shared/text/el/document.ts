import type { GroupTexts } from '../dictionary.ts';
import { urgencyText } from '../estimate-line.ts';
import { words } from './estimate.ts';

export const document: GroupTexts<'document'> = {
  documentReady: ({ kind, name }) => `${titles[kind]} ${name} ως έγγραφο.`,
  documentFailed: ({ name, phone }) =>
    `Το έγγραφο ${name} δεν έγινε. Ό,τι συμφωνήσαμε ισχύει όπως είναι· για αντίγραφο σε χαρτί ρωτήστε στην υποδοχή ή καλέστε στο ${phone}.`,

  documentTitle: ({ kind, name }) => `${titles[kind]} ${name}`,
  documentField: ({ field }) => fields[field],
  documentPerson: ({ advisor }, f) => f.person(advisor),
  documentMoment: ({ at }, f) => f.fullMoment(at),
  documentDay: ({ at }, f) => f.fullDate(at),
  documentColumn: ({ column }) => columns[column],
  documentSection: ({ section }) => sections[section],
  documentUrgency: (line, f) => f.capital(urgencyText(line, words, f)) || 'Όποτε σας βολεύει',
  documentMoney: ({ cents }, f) => f.exact(cents),
  documentTotal: ({ of }) => totals[of],
  documentTax: ({ percent }, f) => `από τα οποία ΦΠΑ ${f.percent(percent)}`,
  documentAnswered: ({ how, who, by, at }, f) => {
    const written = by === null ? '' : `· καταγράφηκε από: ${f.person(by)}`;
    return `${who}, ${hows[how]}, ${f.fullMoment(at)}${written}`;
  },
  documentOwnersWord: ({ word }) => ownersWords[word],
  documentShown: () => 'Όπως ήταν στη συνομιλία',
  documentSignHint: () =>
    'Το ποσό ξεπερνά το όριο ως το οποίο αρκεί μια απάντηση στη συνομιλία: ισχύει με υπογραφή ή με τη λέξη «συμφωνώ» στη συνομιλία.',
  documentSignature: ({ of }) =>
    of === 'owner' ? 'Κάτοχος: υπογραφή και ημερομηνία' : 'Συνεργείο: υπογραφή και ημερομηνία',
  documentPage: ({ page, pages }) => `Σελίδα ${page} από ${pages}`,
};

const titles = {
  agreement: 'Εντολή εργασίας',
  declined: 'Απάντηση στην προσφορά',
  estimate: 'Προσφορά',
} as const;

const fields = {
  car: 'Όχημα',
  owner: 'Κάτοχος',
  advisor: 'Σύμβουλος',
  date: 'Ημερομηνία',
  ready: 'Έτοιμο έως',
  validUntil: 'Ισχύει έως',
  answered: 'Απάντηση',
} as const;

const columns = { work: 'Περιγραφή', parts: 'Ανταλλακτικά', labour: 'Εργασία', price: 'Τιμή' } as const;

const sections = {
  proposed: 'Προτείνονται',
  chosen: 'Επιλεγμένα, χωρίς υπογραφή ακόμη',
  agreed: 'Συμφωνήθηκαν',
  later: 'Για αργότερα',
  declined: 'Δεν γίνονται',
} as const;

const totals = {
  agreed: 'Σύνολο συμφωνίας',
  chosen: 'Σύνολο επιλογής',
  all: 'Σύνολο',
  allFirst: 'Σύνολο με τις επιλογές A',
} as const;

const hows = {
  chat: 'στη συνομιλία',
  phone: 'τηλεφωνικά',
  desk: 'στην υποδοχή',
  allowance: 'μέσα στο όριο χωρίς ερώτηση',
} as const;

const ownersWords = {
  right: 'Ο κάτοχος επιβεβαίωσε στη συνομιλία ότι είναι σωστό.',
  notSo: 'Ο κάτοχος απάντησε στη συνομιλία ότι δεν είναι έτσι.',
  open: 'Ο κάτοχος ρωτήθηκε στη συνομιλία αν είναι σωστό.',
} as const;
