import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import {
  cameText,
  dangerAlertText,
  dangerLineText,
  defectText,
  lineText,
  type ReportWords,
  unsafeText,
} from '../report-line.ts';
import { withArticle } from './names.ts';

const words: ReportWords = {
  kinds: {
    lamp: 'λυχνία στο ταμπλό',
    noise: 'θόρυβος ή κραδασμός',
    leak: 'διαρροή',
    body: 'ζημιά στο αμάξωμα',
    tyre: 'ελαστικό',
    start: 'δεν παίρνει μπρος',
    part: 'ανταλλακτικό',
    other: 'βλάβη',
  },
  colours: { red: 'κόκκινη', yellow: 'κίτρινη', other: 'άλλο χρώμα' },
  moments: {
    cold: 'με κρύο κινητήρα',
    braking: 'στο φρενάρισμα',
    turning: 'στις στροφές',
    bumps: 'σε λακκούβες',
    speed: 'με ταχύτητα',
    always: 'συνέχεια',
  },
  places: {
    frontLeft: 'μπροστά αριστερά',
    frontRight: 'μπροστά δεξιά',
    rearLeft: 'πίσω αριστερά',
    rearRight: 'πίσω δεξιά',
    underneath: 'κάτω από το όχημα',
  },
  drives: {
    normal: 'κινείται κανονικά',
    badly: 'κινείται με δυσκολία',
    stands: 'δεν κινείται',
  },
  came: {
    photos: { one: '# φωτογραφία', other: '# φωτογραφίες' },
    videos: { other: '# βίντεο' },
    voices: { one: '# φωνητικό μήνυμα', other: '# φωνητικά μηνύματα' },
    documents: { one: '# αρχείο', other: '# αρχεία' },
  },
  dangers: {
    lamp: 'κόκκινη λυχνία',
    brakes: 'φρένα',
    steering: 'τιμόνι',
    overheating: 'υπερθέρμανση',
    smoke: 'καπνός ή φωτιά',
    fuel: 'μυρωδιά ή διαρροή καυσίμου',
    wheel: 'χαλαρός τροχός ή σκασμένο λάστιχο',
  },
  unsafe: 'επικίνδυνο να κινηθεί',
  number: (ref) => `αρ. ${ref}`,
  nothing: 'χωρίς λεπτομέρειες ακόμη',
  noPhone: 'Δεν έχουμε τηλέφωνο ακόμη.',
  phone: 'Τηλέφωνο',
  quoted: (text) => `«${text}»`,
};

export const report: GroupTexts<'report'> = {
  reportGot: (came, f) => `Λάβαμε ${cameText(came, words, f)}, ευχαριστούμε.`,
  reportHow: () => 'Όποτε θέλετε στείλτε φωτογραφίες, βίντεο ή φωνητικό μήνυμα· αρκούν και λίγες λέξεις.',
  reportAskKind: () => 'Τι συμβαίνει;',
  reportAskCar: () => 'Για ποιο όχημα πρόκειται;',
  reportAskColour: () => 'Τι χρώμα έχει η λυχνία;',
  reportAskDrive: () => 'Μπορεί να κινηθεί το όχημα με ασφάλεια τώρα;',
  reportAskMoment: () => 'Πότε συμβαίνει; Επιλέξτε ή γράψτε το με δικά σας λόγια.',
  reportAskPlace: () => 'Σε ποιο σημείο του οχήματος;',
  reportAskShot: ({ shot }) => shotTexts[shot],

  reportRecap: ({ advisor, by, remote, ref, car, ...defect }, f) => {
    const what = defectText(defect, words, f);
    const head = `Αναφορά ${ref}${car && ` για ${car}`}`;
    return lines(
      what === '' ? `${head}: τη λάβαμε.` : `${head}: ${what}.`,
      remote
        ? `Εκτίμηση από τις φωτογραφίες θα στείλει εδώ ${withArticle(f.person(advisor))} ${f.deadline(by)}.`
        : `Θα σας απαντήσει εδώ ${withArticle(f.person(advisor))} ${f.deadline(by)}.`,
    );
  },
  reportDropped: () =>
    'Εντάξει, δεν ρωτάμε άλλα. Όσα στείλατε μένουν σε εμάς· αν χρειαστείτε βοήθεια, γράψτε μας.',
  reportUnread: ({ what, why }) => `Δεν άνοιξε ${files[what]} που στείλατε. ${helps[why]}`,
  reportDanger: ({ kind, phone, advisor, by, open }, f) =>
    lines(
      ...dangerTexts[kind],
      open
        ? `Τηλέφωνό μας: ${phone}. Ειδοποιήσαμε τους συμβούλους: ${withArticle(f.person(advisor))} απαντά εδώ ${f.deadline(by)}.`
        : `Τώρα είμαστε κλειστά, απαντάμε ${f.deadline(by)}. Αν χρειαστείτε βοήθεια νωρίτερα: οδική βοήθεια. Τηλέφωνό μας: ${phone}`,
    ),
  reportPlaceSeen: ({ phone }) =>
    `Ευχαριστούμε, βλέπουμε πού είστε και το προωθήσαμε. Μείνετε, παρακαλούμε, σε ασφαλές σημείο. Τηλέφωνό μας: ${phone}`,

  reportLine: (line, f) => lineText(line, `Απάντηση ${f.deadline(line.by)}.`, words, f),
  reportDangerLine: (line, f) => dangerLineText(line, words, f),
  reportDangerAlert: (alert, f) => dangerAlertText(alert, words, f),
  reportPlaceLine: () => 'Εδώ βρίσκεται το όχημα: είναι επικίνδυνο να κινηθεί.',
  reportCard: ({ ref, kind, at }, f) =>
    `Αναφορά ${ref}: ${kind === null ? 'βλάβη' : words.kinds[kind]}, ${f.dayTime(at)}.`,
  reportCardDanger: ({ kind, at }, f) => `${f.capital(unsafeText(kind, words))}, από ${f.dayTime(at)}.`,

  reportLabelKind: ({ kind }) => kindLabels[kind],
  reportLabelColour: ({ colour }) => colourLabels[colour],
  reportLabelDrive: ({ drive }, f) => f.capital(words.drives[drive]),
  reportLabelMoment: ({ moment }, f) => f.capital(words.moments[moment]),
  reportLabelPlace: ({ place }, f) => f.capital(words.places[place]),
  reportLabelEnough: () => 'Αυτά είναι όλα',
  reportLabelLocation: () => 'Η τοποθεσία μου',
};

const shotTexts = {
  dash: 'Θα βοηθούσε μία φωτογραφία: όλο το ταμπλό με τον κινητήρα αναμμένο και το όχημα σταματημένο.',
  mileage: 'Και τα χιλιόμετρα, να διαβάζονται.',
  spot: 'Θα βοηθούσε μία φωτογραφία: η κηλίδα στο έδαφος, με ένα κέρμα ή κλειδί δίπλα για μέτρο.',
  under: 'Και κάτω από το όχημα, από το πλάι.',
  cap: 'Και το χρώμα του υγρού από κοντά ή η τάπα του δοχείου που χάνει.',
  sidewall: 'Θα βοηθούσε μία φωτογραφία: η διάσταση στο πλάι του ελαστικού.',
  tread: 'Και το πέλμα, με ένα κέρμα μέσα.',
  damage: 'Και η ίδια η ζημιά από κοντά.',
  back: 'Θα βοηθούσε μία φωτογραφία: ένα βήμα πίσω, να φαίνεται και τροχός ή φανάρι.',
  angle: 'Και η ζημιά λοξά, περίπου 45 μοίρες: έτσι φαίνονται καλύτερα τα βαθουλώματα.',
  close: 'Και η ζημιά από κοντά.',
  plate: 'Και μία φωτογραφία με την πινακίδα, παρακαλούμε.',
  sound: 'Θα βοηθούσε ένα βίντεο 10 δευτερολέπτων ή ένα φωνητικό μήνυμα με τον ήχο.',
  part: 'Θα βοηθούσε μία φωτογραφία: το ίδιο το ανταλλακτικό.',
  label: 'Και η ετικέτα ή ο αριθμός του.',
  seat: 'Και το σημείο όπου μπαίνει.',
  any: 'Θα βοηθούσε μία φωτογραφία: ένα βήμα πίσω, να φαίνεται σε ποιο σημείο του οχήματος είναι.',
} as const;

/** What to do, and why; the phone follows. */
const dangerTexts = {
  lamp: [
    'Παρακαλούμε μη συνεχίσετε: σταματήστε σε ασφαλές σημείο και σβήστε τον κινητήρα.',
    'Μια κόκκινη λυχνία μπορεί να σημαίνει βλάβη στη λίπανση, στην ψύξη ή στα φρένα.',
  ],
  brakes: [
    'Παρακαλούμε μην οδηγήσετε: σταματήστε σε ασφαλές σημείο και σβήστε τον κινητήρα.',
    'Με τέτοια φρένα το όχημα καλύτερα να έρθει με γερανό.',
  ],
  steering: [
    'Παρακαλούμε μην οδηγήσετε: σταματήστε σε ασφαλές σημείο και σβήστε τον κινητήρα.',
    'Με τέτοιο τιμόνι το όχημα καλύτερα να έρθει με γερανό.',
  ],
  overheating: [
    'Παρακαλούμε μη συνεχίσετε: σταματήστε σε ασφαλές σημείο και σβήστε τον κινητήρα.',
    'Μην ανοίξετε την τάπα του ψυκτικού όσο καίει: έχει πίεση.',
  ],
  smoke: [
    'Παρακαλούμε σταματήστε σε ασφαλές σημείο, σβήστε τον κινητήρα και απομακρυνθείτε όλοι από το όχημα.',
    'Αν υπάρχει φωτιά: 112.',
  ],
  fuel: [
    'Παρακαλούμε σταματήστε σε ασφαλές σημείο, σβήστε τον κινητήρα και απομακρυνθείτε όλοι· χωρίς φλόγα και τσιγάρο.',
    'Αν υπάρχει φωτιά: 112.',
  ],
  wheel: [
    'Παρακαλούμε μη συνεχίσετε: σταματήστε σε ασφαλές σημείο και σβήστε τον κινητήρα.',
    'Με χαλαρό τροχό ή σκασμένο λάστιχο μπορεί να χάσετε τον έλεγχο του οχήματος.',
  ],
} as const;

const files = {
  photo: 'μία φωτογραφία',
  voice: 'ένα φωνητικό μήνυμα',
  video: 'ένα βίντεο',
  document: 'ένα έγγραφο',
  audio: 'ένα αρχείο ήχου',
  sticker: 'ένα αυτοκόλλητο',
} as const;
const helps = {
  tooLarge: 'Το αρχείο είναι πολύ μεγάλο· στείλτε, παρακαλούμε, κάτι πιο μικρό ή πιο σύντομο.',
  unknownType: 'Τέτοια αρχεία δεν ανοίγουν εδώ· μια φωτογραφία ή ένα PDF ανοίγει.',
  again: 'Στείλτε ξανά, παρακαλούμε· αν δεν γίνει, αρκούν λίγες λέξεις.',
} as const;

const kindLabels = {
  lamp: 'Λυχνία στο ταμπλό',
  noise: 'Θόρυβος, κραδασμός',
  leak: 'Διαρροή',
  body: 'Ζημιά στο αμάξωμα',
  tyre: 'Ελαστικό',
  start: 'Δεν παίρνει μπρος',
  part: 'Ανταλλακτικό',
  other: 'Κάτι άλλο',
} as const;
const colourLabels = { red: 'Κόκκινη', yellow: 'Κίτρινη, πορτοκαλί', other: 'Άλλο χρώμα' } as const;
