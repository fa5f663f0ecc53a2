import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { carsText, limitIn, named, type PutOffWords, putOffText } from '../payer-line.ts';
import { excerpt, shorten } from '../shorten.ts';

export const putOffWords: PutOffWords = {
  months: [
    ...['τον Ιανουάριο', 'τον Φεβρουάριο', 'τον Μάρτιο', 'τον Απρίλιο', 'τον Μάιο', 'τον Ιούνιο'],
    ...['τον Ιούλιο', 'τον Αύγουστο', 'τον Σεπτέμβριο', 'τον Οκτώβριο', 'τον Νοέμβριο', 'τον Δεκέμβριο'],
  ],
  put: 'αφήσαμε για αργότερα',
  before: 'τότε',
};
const atMost = (percent: string, sum: string) => `${percent}, αλλά όχι πάνω από ${sum}`;
/** Names stay as they are: the sentence has no article before them, since it would tell he from she. */
const owner = (name: string) => named(name, 'ο κάτοχος του οχήματος');
const payerNamed = (name: string) => named(name, 'όποιος πληρώνει');
const instead = (name: string) =>
  name === '' ? 'για τον κάτοχο του οχήματος' : `για άλλο άτομο (${excerpt(name, 40)})`;
const carsOf = (cars: readonly string[]) => carsText(cars, 'όχημα');

function above(limit: PhraseArgs['payerLimitSet'], f: Format): string {
  const most = limitIn(limit, atMost, f);
  return most === null ? 'ρωτάμε πάντα πρώτα' : `έως ${most} χωρίς να ρωτήσουμε`;
}

export const payer: GroupTexts<'payer'> = {
  payerCard: ({ name, ...limit }, f) =>
    lines(
      name === null
        ? 'Έξοδα: σε κάθε προσφορά απαντάτε εσείς.'
        : `Στις προσφορές απαντά: ${payerNamed(name)}. Βλέπετε κάθε προσφορά και κάθε απάντηση.`,
      `Πάνω από το συμφωνημένο ποσό: ${above(limit, f)}.`,
    ),
  payerCardFor: ({ name, ...limit }, f) =>
    lines(`Απαντάτε στις προσφορές ${instead(name)}.`, `Πάνω από το συμφωνημένο ποσό: ${above(limit, f)}.`),
  payerCode: ({ hours }, f) =>
    `Προωθήστε, παρακαλούμε, το επόμενο μήνυμα σε όποιον πληρώνει. Τον κωδικό πρέπει να μας τον γράψει από τη δική του συνομιλία· ισχύει μία φορά, για ${f.duration(hours * 60)}.`,
  payerForward: ({ name, cars, code }, f) =>
    lines(
      `Σας ζητείται να απαντάτε στις προσφορές (${carsOf(cars)}) στο ${f.station}. Το ζητά: ${owner(name)}.`,
      `Αν συμφωνείτε, γράψτε τον κωδικό στη συνομιλία με το ${f.station} στο Telegram ή στο WhatsApp.`,
      `Κωδικός: ${code}`,
    ),
  payerAsk: ({ name, cars }) =>
    lines(
      `Σας ζητείται να απαντάτε στις προσφορές (${carsOf(cars)}). Οι προσφορές θα έρχονται σε εσάς.`,
      `Το ζητά και βλέπει τις απαντήσεις σας: ${owner(name)}.`,
      'Το αναλαμβάνετε;',
    ),
  payerOwnCode: () =>
    'Ο κωδικός είναι για όποιον πληρώνει: προωθήστε τον και θα μας τον γράψει από τη δική του συνομιλία.',
  payerGone: () => 'Αυτό το αίτημα δεν ισχύει πια. Αν χρειάζεται ακόμη, ζητήστε, παρακαλούμε, νέο κωδικό.',
  payerAccepted: ({ name }) =>
    lines(
      'Σας ευχαριστούμε. Οι προσφορές έρχονται πια σε εσάς και μετρά η δική σας απάντηση.',
      `Τη βλέπει και: ${owner(name)}. Μπορείτε να το σταματήσετε όποτε θέλετε.`,
    ),
  payerOn: ({ name }) =>
    lines(
      `Στις προσφορές απαντά από τώρα: ${payerNamed(name)}.`,
      'Βλέπετε κάθε προσφορά και κάθε απάντηση, και μπορείτε να το σταματήσετε όποτε θέλετε.',
    ),
  payerRefused: ({ name }) => `Εντάξει. Στις προσφορές απαντά, όπως και πριν: ${owner(name)}.`,
  payerRefusedBy: ({ name }) =>
    `Δεν αναλαμβάνει τις προσφορές: ${payerNamed(name)}. Απαντάτε εσείς, όπως και πριν.`,
  payerAskEnd: ({ as, name }) =>
    as === 'owner'
      ? `Στις προσφορές απαντά τώρα: ${payerNamed(name)}. Να το σταματήσουμε, ώστε να έρχονται σε εσάς;`
      : `Να μη σας στέλνουμε άλλες προσφορές; Θα απαντά: ${owner(name)}.`,
  payerEnded: () => 'Έγινε. Από εδώ και πέρα στις προσφορές απαντάτε εσείς.',
  payerEndedFor: ({ name }) =>
    `Στις προσφορές απαντά πάλι: ${owner(name)}. Σας ευχαριστούμε για τη βοήθειά σας.`,
  payerLeft: ({ name }) => `Έγινε. Δεν έρχονται πια προσφορές σε εσάς. Απαντά: ${owner(name)}.`,
  payerLeftBy: ({ name }) => `Δεν απαντά πια στις προσφορές: ${payerNamed(name)}. Τώρα απαντάτε εσείς.`,
  payerNothing: () => 'Εδώ δεν απαντά κάποιος άλλος στις προσφορές, οπότε δεν υπάρχει κάτι να σταματήσει.',

  payerWaiting: ({ name }) => `Περιμένουμε απάντηση στην προσφορά. Απαντά: ${payerNamed(name)}.`,
  payerFor: ({ name }) => `Αποφασίζετε ${instead(name)}:`,
  payerAnswered: ({ name }) => `Ήρθε απάντηση στην προσφορά. Απάντησε: ${payerNamed(name)}.`,
  payerOther: ({ name }) =>
    `Στις προσφορές απαντά τώρα: ${payerNamed(name)}. Μόλις έρθει η απάντηση, σας τη λέμε.`,
  payerNotYours: () => 'Δεν σας ρωτάμε πια για αυτά τα έξοδα, οπότε το κουμπί δεν αλλάζει κάτι.',

  payerAskLimit: () =>
    'Αν η δουλειά βγει λίγο ακριβότερη, πόσο μπορούμε να προσθέσουμε χωρίς να ρωτήσουμε; Πάνω από αυτό ρωτάμε πάντα πρώτα.',
  payerOfferLimit: () =>
    'Για το μέλλον: αν η δουλειά βγει λίγο ακριβότερη, πόσο μπορούμε να προσθέσουμε χωρίς να ρωτήσουμε; Αν δεν απαντήσετε, ρωτάμε πάντα.',
  payerLimitSet: (limit, f) => {
    const most = limitIn(limit, atMost, f);
    return most === null
      ? 'Εντάξει: ρωτάμε πάντα, προτού μεγαλώσει το ποσό.'
      : `Εντάξει: μπορούμε να προσθέσουμε στο συμφωνημένο ποσό έως ${most} χωρίς να ρωτήσουμε, και σας το λέμε.`;
  },
  payerUpTo: ({ cents }, f) => `Χωρίς να ρωτήσουμε μπορούμε να φτάσουμε έως ${f.money(cents)}.`,

  payerPutOff: ({ items, more }, f) =>
    lines(`${putOffText(items, more, putOffWords, f)}.`, 'Να το δούμε αυτή τη φορά;'),
  payerLook: () => 'Εντάξει, θα το δούμε αυτή τη φορά. Πόσο κοστίζει τώρα, σας το λέμε πρώτα με προσφορά.',
  payerNotNow: () => 'Εντάξει, όχι αυτή τη φορά.',
  payerNever: () => 'Εντάξει, δεν θα ξαναρωτήσουμε για αυτό.',

  payerDeskAccepted: ({ name }) => `Στις προσφορές απαντά από τώρα: ${payerNamed(name)}.`,
  payerDeskFor: ({ name }) => `Απαντά από τώρα στις προσφορές ${instead(name)}.`,
  payerDeskRefused: ({ name }) => `Δεν θέλει να απαντά στις προσφορές: ${payerNamed(name)}.`,
  payerDeskEnded: ({ name, by }) =>
    ({
      owner: `Στις προσφορές απαντά πάλι ο πελάτης. Δεν απαντά πια: ${payerNamed(name)}.`,
      approver: `Δεν απαντά πια στις προσφορές: ${payerNamed(name)}. Ρωτάμε πάλι τον πελάτη.`,
    })[by],
  payerDeskEndedFor: ({ name }) => `Δεν απαντά πια στις προσφορές ${instead(name)}.`,
  payerDeskAsks: ({ name, ref }) =>
    `Υπάρχει ερώτηση για την προσφορά ${ref}. Ρωτά: ${payerNamed(name)}. Η συζήτηση είναι σε ξεχωριστό θέμα.`,
  payerDeskLimit: (limit, f) =>
    `Μπορεί να προστεθεί χωρίς ερώτηση: ${limitIn(limit, atMost, f) ?? 'τίποτα'}.`,
  payerDeskLook: ({ ref, items }, f) =>
    lines(
      `${putOffText(items, 0, putOffWords, f)}.`,
      `Να το δούμε στο ραντεβού ${ref}· κανένα ποσό δεν συμφωνήθηκε με αυτό.`,
    ),
  payerCardAnswers: ({ name }) => `Στις προσφορές απαντά: ${payerNamed(name)}`,
  payerCardPutOff: ({ items, more }, f) => putOffText(items, more, putOffWords, f),
  payerCardLook: ({ ref, items }, f) =>
    `Να το δούμε, ραντεβού ${ref}. ${putOffText(items, 0, putOffWords, f)}`,

  payerLabelOther: () => 'Πληρώνει άλλος',
  payerLabelYes: () => 'Ναι, το αναλαμβάνω',
  payerLabelNo: () => 'Όχι',
  payerLabelEnd: () => 'Να σταματήσει',
  payerLabelEndYes: () => 'Ναι, να σταματήσει',
  payerLabelKeep: () => 'Να μείνει έτσι',
  payerLabelFor: ({ name }) => shorten(named(name, 'Κάτοχος οχήματος'), 20),
  payerLabelLimit: () => 'Όριο χωρίς ερώτηση',
  payerLabelAlways: () => 'Να ρωτάτε πάντα',
  payerLabelSum: ({ cents }, f) => `Έως ${f.money(cents)}`,
  payerLabelPercent: ({ percent, cents }, f) => `${f.percent(percent)}, έως ${f.money(cents)}`,
  payerLabelLook: () => 'Ναι, παρακαλώ',
  payerLabelNotNow: () => 'Όχι τώρα',
  payerLabelNever: () => 'Να μη ρωτήσετε ξανά',
  payerLabelCosts: () => 'Ποιος πληρώνει',
};
