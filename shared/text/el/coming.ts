import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';

/** The time before, since it is a promise that they remember. */
const instead = (was: number | null, start: number, f: Format) =>
  was === null ? '' : ` (ήταν ${f.ready(was, start)})`;

export const coming: GroupTexts<'coming'> = {
  comingAskLate: ({ car }, f) => f.about(car, 'πόσο περίπου θα αργήσετε;'),
  comingHeld: ({ car, by }, f) =>
    f.about(car, `ευχαριστούμε που μας το λέτε. Κρατάμε τη θέση σας ως τις ${f.time(by)}.`),
  comingFits: ({ car, start, by, readyBy, moved, was }, f) =>
    f.about(
      car,
      `προλαβαίνουμε, ελάτε ως τις ${f.time(by)}. Το όχημα θα είναι έτοιμο ${f.ready(readyBy, start)}${moved ? instead(was, start, f) : ', όπως συμφωνήσαμε'}.`,
    ),
  comingNeeded: ({ car, start, next, readyBy }, f) =>
    lines(
      f.about(
        car,
        next !== null
          ? `στις ${f.time(next)} η θέση χρειάζεται για άλλο όχημα.`
          : readyBy === null
            ? 'τόσο αργά η εργασία δεν προλαβαίνει να γίνει εκείνη τη μέρα.'
            : 'τότε δεν προλαβαίνουμε να γίνει όσο περιμένετε.',
      ),
      readyBy === null
        ? 'Να βρούμε άλλη ώρα;'
        : `Αν αφήσετε το όχημα, θα είναι έτοιμο ${f.ready(readyBy, start)}. Ή να βρούμε άλλη ώρα;`,
    ),
  comingOnWay: ({ car, by }, f) =>
    f.about(car, `ωραία, κρατάμε τη θέση σας ως τις ${f.time(by)}. Καλό δρόμο.`),
  comingHere: ({ car }, f) =>
    f.about(car, 'καλώς ήρθατε! Στην υποδοχή ξέρουν ότι είστε εδώ και έρχονται σε εσάς.'),
  comingCant: ({ car, start }, f) =>
    f.about(car, `ευχαριστούμε που μας το λέτε. Τι κάνουμε με το ραντεβού, ${f.dayTime(start)};`),

  comingDesk: ({ what, car, start, by, readyBy }, f) => {
    const visit = f.about(car, f.dayTime(start));
    const time = f.time(by);
    const ready = f.ready(readyBy, start);
    return {
      yes: `${visit}: θα έρθουν.`,
      late: `${visit}: αργούν, εδώ ως τις ${time}. Η θέση κρατιέται.`,
      placed: `${visit}: αργούν, εδώ ως τις ${time}. Η εργασία μετακινήθηκε, έτοιμο ${ready}.`,
      needed: `${visit}: αργούν, εδώ ως τις ${time}. Δεν χωράει: διαλέγουν αν θα αφήσουν το όχημα ή θα αλλάξουν ώρα.`,
      onWay: `${visit}: είναι στον δρόμο. Η θέση κρατιέται ως τις ${time}.`,
      here: `${visit}: είναι εδώ.`,
      hereAfter: `${visit}: ήρθε τελικά. Η θέση έχει ελευθερωθεί· πηγαίνετε, παρακαλώ, να δείτε.`,
      onWayAfter: `${visit}: έρχεται τελικά. Η θέση έχει ελευθερωθεί· απαντήστε, παρακαλώ.`,
      cant: `${visit}: δεν μπορούν να έρθουν. Προτάθηκε άλλη ώρα.`,
    }[what];
  },

  waitlistJoined: ({ minutes, ...wish }, f) =>
    lines(
      `Είστε στη λίστα αναμονής. ${wishLine(wish, f)}`,
      `Μόλις ελευθερωθεί τέτοια ώρα, σας γράφω εδώ και σας την κρατάω για ${f.duration(minutes)}.`,
    ),
  waitlistMost: ({ count }, f) =>
    `Περιμένετε ήδη για ${f.plural(count, { one: '# ώρα', other: '# ώρες' })}. Αφήστε πρώτα μία από αυτές.`,
  waitlistOffer: ({ services, car, start, from, until, readyIfLeft, readyIfWaiting }, f) =>
    lines(
      `Ελευθερώθηκε ώρα που περιμένατε: ${f.dayTime(start)}${from === null ? '' : `, αντί για ${f.dayTime(from)}`}.`,
      f.about(car, `${f.services(services)}.`),
      readyLine(start, readyIfLeft, readyIfWaiting, f),
      `Σας την κρατάμε ως τις ${f.time(until)}.`,
    ),
  waitlistPassed: () => 'Εντάξει. Μένετε στη λίστα αναμονής και σας γράφω για την επόμενη ελεύθερη ώρα.',
  waitlistOver: () => 'Αυτή η ώρα δεν κρατιέται πια. Μένετε στη λίστα αναμονής.',
  waitlistEntry: ({ number, ...wish }, f) => `${number > 0 ? `${number}. ` : ''}${wishLine(wish, f)}`,
  waitlistNone: () => 'Δεν περιμένετε καμία ώρα.',
  waitlistLeft: (wish, f) => `Δεν είστε πια στη λίστα αναμονής. ${wishLine(wish, f)}`,
  waitlistCard: ({ count }, f) =>
    `Στη λίστα αναμονής: ${f.plural(count, { one: '# αίτημα', other: '# αιτήματα' })}.`,

  comingLabelLate: () => 'Θα αργήσω',
  comingLabelMinutes: ({ minutes, open }, f) => `${f.duration(minutes)}${open ? ' ή παραπάνω' : ''}`,
  comingLabelLeave: ({ readyBy }, f) => `Το αφήνω ως ${f.time(readyBy)}`,
  comingLabelOnWay: () => 'Έρχομαι',
  comingLabelHere: () => 'Είμαι ήδη εκεί',
  waitlistLabelJoin: () => 'Λίστα αναμονής',
  waitlistLabelMine: () => 'Λίστα αναμονής μου',
  waitlistLabelBook: () => 'Κλείνω την ώρα',
  waitlistLabelNotNow: () => 'Όχι τώρα',
  waitlistLabelLeave: ({ number }) => (number > 0 ? `Δεν περιμένω: ${number}` : 'Δεν περιμένω πια'),
};

type Wish = PhraseArgs['waitlistLeft'];

function wishLine({ services, car, date, until }: Wish, f: Format): string {
  const when = date === null ? `όποια μέρα ως ${f.day(until)}` : f.day(date);
  return `${f.capital(f.about(car, [f.services(services), when].filter(Boolean).join(', ')))}.`;
}

function readyLine(start: number, left: number | null, waiting: number | null, f: Format): string {
  if (left !== null && waiting !== null)
    return `Αν το αφήσετε, έτοιμο ${f.ready(left, start)}· αν περιμένετε, ${f.ready(waiting, start)}.`;
  const ready = left ?? waiting;
  if (ready === null) return '';
  return left === null
    ? `Περιμένετε στο συνεργείο, έτοιμο ${f.ready(ready, start)}.`
    : `Το όχημα μένει σε εμάς, έτοιμο ${f.ready(ready, start)}.`;
}
