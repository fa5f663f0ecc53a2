import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt, shorten } from '../../shorten.ts';

export const relay: GroupTexts<'relay'> = {
  relayCorrection: ({ text }) => `Διόρθωση: ${text}`,
  relayRetracted: ({ text }) =>
    text === ''
      ? 'Παρακαλώ, αγνοήστε το αρχείο που σας έστειλα νωρίτερα.'
      : `Παρακαλώ, αγνοήστε το μήνυμά μου «${excerpt(text, 100)}».`,
  relaySign: ({ name }, f) => f.person(name),
  relaySignCorrection: ({ name }, f) => `${f.person(name)}, διόρθωση`,

  relayStranger: ({ name, id }) =>
    `Δεν υπάρχει στη λίστα των συμβούλων: ${excerpt(name, 60) || 'χωρίς όνομα'} (${id}). Δεν στάλθηκε τίποτα στον πελάτη· αυτό το αλλάζει ο υπεύθυνος.`,
  relayHidden: () =>
    'Δεν στάλθηκε τίποτα: το μήνυμα γράφτηκε στο όνομα της ομάδας και δεν φαίνεται από ποιον. Στις ρυθμίσεις διαχειριστή της ομάδας κλείστε για εσάς την «Ανωνυμία» και γράψτε ξανά.',
  relayNobodysTopic: () =>
    'Αυτό το θέμα δεν ανήκει σε πελάτη, οπότε δεν στάλθηκε τίποτα. Κάθε πελάτης έχει δικό του θέμα με καρφιτσωμένη κάρτα.',
  relayUnsupported: () =>
    'Αυτό δεν μεταφέρεται, οπότε δεν στάλθηκε τίποτα. Λόγια, εικόνες και αρχεία μεταφέρονται.',
  relayNoMessenger: ({ name, phone }) =>
    `${name === '' ? '' : `${excerpt(name, 60)}: `}ο πελάτης δεν γράφει από εφαρμογή, οπότε δεν στάλθηκε τίποτα.${phone === '' ? '' : ` Μπορείτε να τηλεφωνήσετε: ${phone}`}`,
  relayShutOut: ({ by }, f) =>
    `Ο πελάτης έχει αποκλειστεί (${f.person(by)}): μέχρι να ξαναγίνει δεκτός, δεν του πηγαίνει τίποτα.`,

  relayHeldOwner: ({ owner }, f) =>
    `Τη συζήτηση την έχει: ${f.person(owner)}. Το μήνυμά σας περιμένει εδώ. Να σταλεί παρ’ όλα αυτά;`,
  relayHeldCalm: ({ why }) => `${sharp[why]} Δεν στάλθηκε ακόμη. Ίσως έτσι:`,
  relayHeldWindow: ({ until, phone }, f) =>
    lines(
      `Δεν στάλθηκε ακόμη: από ${f.dayTime(until)} η εφαρμογή του πελάτη δέχεται από εμάς μόνο μια σύντομη ειδοποίηση. Στείλτε την και τα λόγια σας φεύγουν μόλις απαντήσει.`,
      phone !== '' && `Ή τηλεφωνήστε: ${phone}`,
    ),
  relayHeldSent: () => 'Στέλνεται.',
  relayHeldDropped: () => 'Μένει εδώ· ο πελάτης δεν βλέπει τίποτα.',
  relayHeldExpired: () =>
    'Η απάντηση έμεινε πολλή ώρα σε αναμονή. Αν ισχύει ακόμη, γράψτε την ξανά, παρακαλώ.',
  relaySentAlready: () => 'Έχει ήδη σταλεί.',
  relayOnlyWriter: ({ name }, f) => `Μπορεί να το στείλει μόνο όποιος το έγραψε: ${f.person(name)}.`,
  relayAgain: () => 'Στέλνεται ξανά.',
  relayNoOtherWay: () => 'Ο πελάτης γράφει μόνο από αυτή την εφαρμογή.',

  relayEditNotSent: () =>
    'Αυτό το μήνυμα δεν στάλθηκε και η αλλαγή του δεν στέλνει τίποτα. Για να απαντήσετε, γράψτε καινούργιο.',
  relayStaysSent: () =>
    'Ό,τι είχατε στείλει μένει στον πελάτη όπως ήταν. Για να το πάρετε πίσω, απαντήστε στο μήνυμά σας με /undo.',
  relayUndone: ({ how }) => undone[how],
  relayUndoHow: () => 'Απαντήστε με /undo στο μήνυμα που θέλετε να πάρετε πίσω.',
  relayUndoNothing: () => 'Εκείνο το μήνυμα δεν στάλθηκε στον πελάτη, οπότε δεν υπάρχει κάτι να πάρετε πίσω.',

  relayTaken: () => 'Είναι δικό σας. Το bot σωπαίνει.',
  relayTakenBy: ({ owner }, f) => `Το έχει ήδη: ${f.person(owner)}.`,
  relayNobodys: () => 'Δεν το έχει κανείς.',
  relayReleased: () => 'Ελεύθερο: μπορεί να το πάρει όποιος συνάδελφος θέλει.',
  relayHandToWhom: () => 'Ποιος το αναλαμβάνει;',
  relayHandedOver: ({ from, to, waits }, f) =>
    `${f.person(from)} → ${f.person(to)}: η συζήτηση παραδόθηκε.${waits ? ' Ο πελάτης περιμένει απάντηση.' : ''}`,
  relayHanded: ({ to }, f) => `Τώρα το έχει: ${f.person(to)}.`,
  relayNobodyNamed: ({ name }) => `Δεν υπάρχει συνάδελφος με το όνομα «${excerpt(name, 40)}».`,
  relayNoColleague: () => 'Δεν υπάρχει άλλος στη λίστα.',
  relayStillWaits: () => 'Περιμένουν ακόμη απάντηση: απαντήστε ή δηλώστε ότι δεν χρειάζεται.',
  relayBotHasIt: () => 'Το bot απαντά ήδη.',
  relayGivenBack: () => 'Το bot απαντά ξανά.',
  relayNoAnswer: () => 'Βγήκε από την αναμονή: δεν χρειάζεται απάντηση.',
  relayNobodyWaits: () => 'Εδώ δεν περιμένει κανείς.',
  relayCallDone: () => 'Σημειώθηκε: μιλήσατε.',
  relayNoCall: () => 'Δεν έχει ζητηθεί τηλεφώνημα.',
  relayShutOutWhy: () => 'Δεν θα μεταφέρεται τίποτα δικό του και δεν θα παίρνει απαντήσεις. Για ποιον λόγο;',
  relayShutOutNow: ({ by, reason }, f) =>
    `${f.person(by)}: ο πελάτης αποκλείστηκε (${reasons[reason]}). Δεν μεταφέρεται τίποτα δικό του και δεν παίρνει απαντήσεις.`,
  relayNotShutOut: () => 'Ο πελάτης δεν έχει αποκλειστεί.',
  relayLetIn: ({ by }, f) => `${f.person(by)}: ο πελάτης έγινε πάλι δεκτός.`,
  relayMore: () => 'Τι άλλο;',

  relayOpenNone: () => 'Δεν περιμένει κανείς απάντηση.',
  relayOpenHead: ({ count }, f) =>
    f.plural(count, { one: '# άνθρωπος περιμένει απάντηση', other: '# άνθρωποι περιμένουν απάντηση' }),
  relayOpenLine: ({ who, minutes, owner, by }, f) =>
    lines(
      `${who || 'Κάποιος'}: ${f.duration(minutes)}`,
      [
        owner === null ? 'δεν το πήρε κανείς' : `το έχει: ${f.person(owner)}`,
        by !== null && `υποσχεθήκαμε ${f.deadline(by)}`,
      ]
        .filter(Boolean)
        .join(', '),
    ),

  relayJoined: ({ name, id, managers, kind }, f) =>
    `${named(managers, f.person)}νέο μέλος στην ομάδα: ${excerpt(name, 60) || 'χωρίς όνομα'} (${id}). ${joined[kind]}`,
  relayLeft: ({ name, id, managers, kind }, f) =>
    `${named(managers, f.person)}έφυγε από την ομάδα: ${excerpt(name, 60) || 'χωρίς όνομα'} (${id}).${kind === 'listed' ? ' Στη λίστα των συμβούλων παραμένει.' : ''}`,
  relayRosterHead: () => 'Ποιοι εργάζονται εδώ',
  relayRosterLine: ({ advisor, role, id, anyway }, f) =>
    [
      f.person(advisor),
      roles[role],
      id,
      anyway > 0 &&
        f.plural(anyway, {
          one: '# απάντηση στάλθηκε παρά την παρατήρηση',
          other: '# απαντήσεις στάλθηκαν παρά την παρατήρηση',
        }),
    ]
      .filter(Boolean)
      .join(' · '),
  relayRosterHow: () =>
    'Για προσθήκη: /advisors add, αριθμητικό id και όνομα, ή με το κουμπί, όταν κάποιος μπει στην ομάδα ή γράψει εδώ.',
  relayManagersOnly: () => 'Τη λίστα την αλλάζει μόνο ο υπεύθυνος.',
  relayAdded: ({ name }, f) => `Μπήκε στη λίστα: ${f.person(name)}.`,
  relayListedAlready: () => 'Υπάρχει ήδη στη λίστα.',
  relayRemoved: ({ name }, f) => `Βγήκε από τη λίστα: ${f.person(name)}.`,
  relayNotYourself: () => 'Δεν μπορείτε να βγάλετε τον εαυτό σας από τη λίστα· το κάνει άλλος υπεύθυνος.',
  relayNotListedId: ({ id }) => `Δεν μπορεί να εργαστεί εδώ: ${id}.`,
  relayNotListed: () => 'Αυτά τα κουμπιά είναι μόνο για συμβούλους της λίστας.',

  relayLanguageAsk: ({ name }, f) => `${f.person(name)}, σε ποια γλώσσα θέλετε να σας μιλά το γραφείο;`,
  relayLanguageSet: ({ name }, f) => `Έγινε, ${f.person(name)}: από εδώ και πέρα θα βλέπετε ελληνικά.`,

  relayGone: () => 'Αυτό το κουμπί είναι παλιό. Τα καινούργια είναι στην καρφιτσωμένη κάρτα.',
  relayInTopic: () => 'Αυτό λειτουργεί στο θέμα ενός πελάτη.',
  relayUnknownCommand: ({ name, near }) =>
    `Δεν υπάρχει εντολή /${excerpt(name, 40)} και δεν στάλθηκε τίποτα.${near === '' ? '' : ` Μήπως /${near};`} Όλες τις δείχνει η /help.`,
  relayHelp: () =>
    lines(
      'Ό,τι γράφετε στο θέμα ενός πελάτη φτάνει σε εκείνον με το όνομά σας.',
      'Μια σημείωση για συναδέλφους αρχίζει με // ή απαντά στην καρφιτσωμένη κάρτα.',
      'Για να πάρετε ένα μήνυμα πίσω, απαντήστε σε αυτό με /undo.',
      'Ένα σημάδι στο μήνυμά σας δείχνει πού έφτασε:',
    ),
  relayHelpMark: ({ mark }) => marks[mark],
  relayHelpCommands: () =>
    lines(
      '/open: ποιοι περιμένουν. /advisors: ποιοι εργάζονται εδώ. /language: η γλώσσα σας.',
      'Σε θέμα: /note, /take, /release, /hand, /give πίσω στο bot, /done δεν χρειάζεται απάντηση, /say έτοιμες απαντήσεις.',
      'Ημερολόγιο: /day, /book, /move, /cancel, /walkin, /block, /away, /closed.',
      'Εξάσκηση: /playbook.',
    ),

  relayLabelSend: () => 'Να σταλεί έτσι',
  relayLabelDraft: () => 'Να σταλεί αυτό',
  relayLabelDrop: () => 'Να μη σταλεί',
  relayLabelNotice: () => 'Ειδοποίηση τώρα',
  relayLabelLetAct: () => 'Προσθήκη στη λίστα',
  relayLabelRemove: ({ advisor }, f) => shorten(`✕ ${f.person(advisor)}`, 20),
  relayLabelPerson: ({ advisor }, f) => shorten(f.person(advisor), 20),
  relayLabelAbuse: () => 'Προσβολές',
  relayLabelSpam: () => 'Ενοχλητικά',
  relayLabelOther: () => 'Άλλος λόγος',
  relayLabelHistory: () => 'Όλη η συζήτηση',
};

const sharp = {
  insult: 'Αυτό μπορεί να πληγώσει.',
  shouting: 'Αυτό διαβάζεται σαν φωνές.',
  sarcasm: 'Αυτό μπορεί να ακουστεί ειρωνικό.',
  blame: 'Αυτό μπορεί να ακουστεί σαν παράπονο.',
} as const;

const undone = {
  kept: 'Το πήρατε πίσω: δεν είχε φύγει ακόμη.',
  deleted: 'Το πήρατε πίσω: διαγράφηκε στον πελάτη.',
  corrected: 'Δεν διαγράφεται πια εκεί, οπότε ζητήθηκε από τον πελάτη να το αγνοήσει.',
  before: 'Εκείνο το είχατε πάρει πίσω νωρίτερα.',
} as const;

const reasons = { abuse: 'προσβολές', spam: 'ενοχλητικά μηνύματα', other: 'άλλος λόγος' } as const;
const roles = { advisor: 'σύμβουλος', manager: 'υπεύθυνος' } as const;
const joined = {
  stranger: 'Ό,τι γράφει δεν πηγαίνει στους πελάτες, μέχρι να μπει στη λίστα.',
  listed: 'Υπάρχει στη λίστα των συμβούλων.',
  bot: 'Είναι bot: ό,τι γράφει δεν πηγαίνει ποτέ στους πελάτες.',
} as const;

/** Called by name, so that they look here. */
function named(managers: readonly string[], person: (advisor: string) => string): string {
  return managers.length === 0 ? '' : `${managers.map(person).join(', ')}: `;
}

const marks = {
  sent: '👌 στάλθηκε',
  delivered: '👍 παραδόθηκε',
  read: '👀 διαβάστηκε',
  failed: '💔 δεν παραδόθηκε, το θέμα γράφει γιατί',
};
