import type { GroupTexts } from '../../dictionary.ts';
import { megabytes } from '../../megabytes.ts';

export const media: GroupTexts<'media'> = {
  mediaMissing: ({ what }) =>
    `Εδώ υπήρχε ${kinds[what]}, αλλά δεν γίνεται να εμφανιστεί. Ζητήστε, παρακαλώ, να σταλεί ξανά.`,
  mediaPending: ({ what }) => `Έρχεται ${kinds[what]}.`,
  mediaFailed: ({ what, why, bytes, whose }) => {
    const file = `${kinds[what]}${megabytes(bytes, 'MB')}`;
    return whose === 'customer'
      ? `Ο πελάτης έστειλε ${file}, αλλά δεν έφτασε ως εδώ: ${theirs[why]}`
      : `Δεν στάλθηκε στον πελάτη: ${file}. ${ours[why]}`;
  },

  mediaHistoryTitle: ({ name }) => (name === '' ? 'Όλη η συνομιλία' : `Όλη η συνομιλία: ${name}`),
  mediaHistoryCut: ({ count }, f) =>
    f.plural(count, {
      one: 'Φαίνεται μόνο το τελευταίο μήνυμα· υπάρχουν και παλαιότερα.',
      other: 'Φαίνονται μόνο τα τελευταία # μηνύματα· υπάρχουν και παλαιότερα.',
    }),
  mediaHistoryEmpty: () => 'Δεν έχει ειπωθεί κάτι ακόμη.',
  mediaHistoryBot: () => 'Bot',
  mediaHistoryTapped: ({ label }) => `Πατήθηκε: ${label}`,
  mediaHistoryEdited: ({ text }) => `Διόρθωση: ${text}`,
  mediaHistoryFile: ({ what, name }) => `[${names[what]}${name && `: ${name}`}]`,
  mediaHistoryLocation: () => '[σημείο στον χάρτη]',
  mediaHistoryContact: () => '[αριθμός τηλεφώνου]',
  mediaHistoryOther: () => '[μήνυμα που δεν ανοίγει εδώ]',
  mediaHistoryGone: () =>
    'Η σελίδα δεν υπάρχει πια: τέτοιοι σύνδεσμοι ισχύουν επτά ημέρες. Η συζήτηση συνεχίζεται στο θέμα του πελάτη.',
};

const kinds = {
  photo: 'μια φωτογραφία',
  voice: 'ένα φωνητικό μήνυμα',
  video: 'ένα βίντεο',
  document: 'ένα έγγραφο',
  audio: 'ένα αρχείο ήχου',
  sticker: 'ένα αυτοκόλλητο',
} as const;

const names = {
  photo: 'φωτογραφία',
  voice: 'φωνητικό μήνυμα',
  video: 'βίντεο',
  document: 'έγγραφο',
  audio: 'αρχείο ήχου',
  sticker: 'αυτοκόλλητο',
} as const;

/** Why what a customer sent is not here, and what helps. */
const theirs = {
  tooLarge: 'το αρχείο είναι πολύ μεγάλο. Υπάρχει ακόμη στο κινητό του πελάτη· ένα μικρότερο θα φτάσει.',
  gone: 'η εφαρμογή μηνυμάτων δεν το έχει πια. Ζητήστε, παρακαλώ, να σταλεί ξανά.',
  unknownType: 'τέτοια αρχεία δεν προωθούνται. Μια φωτογραφία ή ένα PDF θα φτάσει.',
  damaged: 'το αρχείο έχει φθαρεί και δεν ανοίγει. Ζητήστε, παρακαλώ, να σταλεί ξανά.',
  unreachable:
    'η εφαρμογή μηνυμάτων δεν το παρέδωσε, παρότι δοκιμάσαμε αρκετές φορές. Ζητήστε, παρακαλώ, να σταλεί ξανά.',
} as const;

/** Why what one of us sent did not go to the customer, and what helps. */
const ours = {
  tooLarge: 'Η εφαρμογή του πελάτη δεν δέχεται τόσο μεγάλα αρχεία. Στείλτε, παρακαλώ, κάτι μικρότερο.',
  gone: 'Η εφαρμογή μηνυμάτων δεν το έχει πια. Στείλτε το, παρακαλώ, ξανά.',
  unknownType: 'Η εφαρμογή του πελάτη δεν δέχεται τέτοια αρχεία. Μια φωτογραφία ή ένα PDF θα φτάσει.',
  damaged: 'Το αρχείο έχει φθαρεί και δεν ανοίγει. Στείλτε το, παρακαλώ, ξανά.',
  unreachable:
    'Η εφαρμογή μηνυμάτων δεν το παρέδωσε, παρότι δοκιμάσαμε αρκετές φορές. Στείλτε το, παρακαλώ, ξανά.',
} as const;
