import { type CallWords, callLabel, callWhen } from '../../call-when.ts';
import { channelName } from '../../channel-names.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';
import { talkLine } from '../../talk-line.ts';
import { withArticle } from '../names.ts';

export const case_: GroupTexts<'case'> = {
  caseEdited: () => 'Διορθωμένο',
  caseVia: ({ channel }) => `Από ${channelName(channel)}`,
  caseRevoked: () => 'Ο πελάτης διέγραψε αυτό το μήνυμα.',
  caseUnsupported: ({ what }) => `Ο πελάτης έστειλε κάτι που δεν φαίνεται εδώ (${what}).`,
  caseTalk: (args, f) => talkLine(args, { tapped: 'Επιλογές', bot: 'Bot' }, f),
  caseJoined: ({ other }) => `Είναι το ίδιο πρόσωπο με «${other}»: η συζήτηση συνεχίζεται σε εκείνο το θέμα.`,

  caseCard: ({ name, language, channels, cars, phone }) =>
    lines(
      [name, spoken[language] ?? language].filter(Boolean).join(' · '),
      channels.length > 0 && `Γράφει από ${channels.map(channelName).join(', ')}`,
      cars.length > 0 && `Οχήματα: ${excerpt(cars.join(', '), 120)}`,
      phone !== '' && `Τηλέφωνο: ${phone}`,
    ),
  caseCardVisit: ({ ref, start, services, car, stay, readyBy }, f) =>
    lines(
      `Ραντεβού: ${f.dayTime(start)}. ${f.about(car, f.services(services))}.`,
      `${stay === 'wait' ? 'Περιμένει εδώ' : 'Αφήνει το όχημα'}, έτοιμο ${f.ready(readyBy, start)}. Αρ. ${ref}`,
    ),
  caseCardVisits: ({ more }, f) =>
    more === 0
      ? 'Κανένα ραντεβού.'
      : f.plural(more, { one: 'Και # ακόμη ραντεβού.', other: 'Και # ακόμη ραντεβού.' }),
  caseCardState: ({ baton, owner, since, by }, f) => {
    const who = owner === null ? '' : `Έχει αναλάβει: ${f.person(owner)}.`;
    if (since !== null)
      return lines(
        `Περιμένει απάντηση: ${f.dayTime(since)}${by === null ? '' : ` (υπόσχεση: ${f.ready(by, since)})`}.`,
        who || 'Δεν το έχει αναλάβει κανείς ακόμη.',
      );
    if (baton === 'bot') return 'Απαντά το bot.';
    return `${who || 'Απαντά σύμβουλος.'} Το bot σωπαίνει.`;
  },
  caseCardWindow: ({ until, shut }, f) =>
    shut
      ? `Μετά από ${f.dayTime(until)} φεύγει μόνο σύντομη ειδοποίηση· το κείμενό σας ακολουθεί μόλις απαντήσουν.`
      : `Μπορείτε να γράφετε ελεύθερα έως ${f.dayTime(until)}.`,
  caseCardCall: ({ when, at }, f) =>
    `Ζητά τηλεφώνημα: ${callWhen(when, calls, f)} (το ζήτησε ${f.dayTime(at)}).`,
  caseCardUndelivered: ({ why, at }, f) =>
    `Το τελευταίο μήνυμα δεν παραδόθηκε, ${f.dayTime(at)}: ${failures[why] ?? failures.rejected}.`,
  caseCardBlocked: ({ by, reason, at }, f) =>
    lines(
      `Αποκλεισμός: ${f.person(by)}, ${f.dayTime(at)}. Τα μηνύματα δεν προωθούνται και μένουν χωρίς απάντηση.`,
      reason !== '' && `Λόγος: ${excerpt(reason, 120)}`,
    ),

  caseAlertOwner: ({ who, since, minutes, owner }, f) =>
    owner === null
      ? `Δεν το έχει αναλάβει κανείς ακόμη. ${who}: περιμένει απάντηση ${from(since, f)} (${long(minutes, since, f)}).`
      : `${f.person(owner)}, περιμένουν την απάντησή σας ${from(since, f)} (${long(minutes, since, f)}): ${who}.`,
  caseAlertAll: ({ who, since, minutes, owner }, f) =>
    lines(
      `${who}: χωρίς απάντηση ${long(minutes, since, f)}, ${from(since, f)}.`,
      owner === null
        ? 'Δεν το έχει αναλάβει κανείς ακόμη.'
        : `Έχει αναλάβει: ${f.person(owner)}. Ποιος μπορεί να βοηθήσει;`,
    ),
  caseAlertManager: ({ who, since, minutes, owner, managers }, f) =>
    lines(
      `${managers.map(f.person).join(', ')}: ${who} χωρίς απάντηση ${long(minutes, since, f)}, ${from(since, f)}.`,
      owner === null ? 'Δεν το έχει αναλάβει κανείς.' : `Έχει αναλάβει: ${f.person(owner)}.`,
    ),
  caseAlertPromise: ({ who, by, owner }, f) =>
    lines(
      `${who}: υποσχεθήκαμε απάντηση ${f.deadline(by)} και δεν έχει δοθεί ακόμη.`,
      owner === null ? 'Δεν το έχει αναλάβει κανείς.' : `Έχει αναλάβει: ${f.person(owner)}.`,
    ),
  caseSilence: ({ minutes }, f) => `Σιωπή εδώ και ${f.duration(minutes)}. Να αναλάβει πάλι το bot;`,
  caseBackMorning: () =>
    'Νέα μέρα: εδώ απαντά πάλι το bot. Με το επόμενο μήνυμά σας η συζήτηση επιστρέφει σε εσάς.',
  caseBack: ({ advisor }, f) =>
    advisor === null
      ? 'Το θέμα έκλεισε. Είμαι πάλι εδώ για ραντεβού και κατάσταση.'
      : `${capital(withArticle(f.person(advisor)))} έκλεισε το θέμα. Είμαι πάλι εδώ για ραντεβού και κατάσταση.`,
  caseLate: ({ advisor, was, by, phone }, f) =>
    lines(
      `Συγγνώμη: σας υποσχεθήκαμε απάντηση ${f.deadline(was)} και δεν προλάβαμε ακόμη. Θα απαντήσει ${withArticle(f.person(advisor))} ${f.deadline(by)}.`,
      `Αν επείγει: ${phone}`,
    ),
  caseBackNewDay: () => 'Εδώ πάλι το bot: ραντεβού και κατάσταση. Αν μένει κάτι ανοιχτό, γράψτε «άνθρωπος».',
  caseCallThem: ({ phone }) => `Το τηλέφωνό τους: ${phone}`,

  caseCallAsk: () => 'Πότε να σας καλέσουμε;',
  caseCallSet: ({ when, phone, advisor }, f) =>
    `Θα σας καλέσει ${withArticle(f.person(advisor))}: ${callWhen(when, calls, f)}${phone === '' ? '' : `, στο ${phone}`}. Μπορείτε να γράφετε και εδώ.`,
  caseCallLine: ({ when, phone }, f) =>
    `Ζητά τηλεφώνημα: ${callWhen(when, calls, f)}${phone === '' ? ' (δεν έχουμε αριθμό ακόμη)' : `, ${phone}`}`,
  caseCallPhone: ({ when }, f) =>
    `Θα σας καλέσουμε: ${callWhen(when, calls, f)}. Σε ποιον αριθμό; Δώστε τον με το κουμπί ή γράψτε τον εδώ.`,

  caseLabelTake: () => 'Ανάληψη',
  caseLabelRelease: () => 'Αποδέσμευση',
  caseLabelHandOver: () => 'Σε συνάδελφο',
  caseLabelGiveBack: () => 'Πίσω στο bot',
  caseLabelNoAnswer: () => 'Χωρίς απάντηση',
  caseLabelOffer: () => 'Πρόταση ώρας',
  caseLabelBook: () => 'Κλείσιμο ραντεβού',
  caseLabelCallDone: () => 'Η κλήση έγινε',
  caseLabelMore: () => 'Περισσότερα',
  caseLabelBlock: () => 'Αποκλεισμός',
  caseLabelUnblock: () => 'Άρση αποκλεισμού',
  caseLabelOpenTopic: () => 'Άνοιγμα θέματος',
  caseLabelAgain: () => 'Αποστολή ξανά',
  caseLabelOtherWay: () => 'Άλλη εφαρμογή',
  caseLabelCallMe: () => 'Καλέστε με',
  caseLabelCallWhen: ({ when }, f) => callLabel(when, calls, f),
};

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('el') + text.slice(1);
}

/** Since when somebody waits; a wait that began on an earlier day names it. */
const from = (since: number, f: Format) =>
  f.isToday(since) ? `από τις ${f.time(since)}` : `από ${f.dayTime(since)}`;

/** How long: of a night in between only the hours in which people are there count, which has to be said. */
const long = (minutes: number, since: number, f: Format) =>
  f.isToday(since) ? f.duration(minutes) : `${f.duration(minutes)} εργάσιμου χρόνου`;

const calls: CallWords = {
  now: 'το συντομότερο',
  morning: 'πρωί',
  noon: 'απόγευμα',
  evening: 'βράδυ',
};

const spoken: Readonly<Record<string, string>> = {
  en: 'αγγλικά',
  ru: 'ρωσικά',
  uk: 'ουκρανικά',
  el: 'ελληνικά',
};

const failures: Readonly<Record<string, string>> & { readonly rejected: string } = {
  blocked: 'μας απέκλεισαν ή έφυγαν από την εφαρμογή',
  held: 'περιμένει απάντηση στην ειδοποίηση',
  noAnswer: 'δεν απάντησε κανείς στην ειδοποίηση',
  rejected: 'η εφαρμογή δεν το δέχτηκε',
  lost: 'η εφαρμογή δεν το επιβεβαίωσε',
  payment: 'ο λογαριασμός χρειάζεται τρόπο πληρωμής',
  account: 'η εφαρμογή δεν δέχεται τον λογαριασμό μας',
  throttled: 'η εφαρμογή ζητά να περιμένουμε',
  unreachable: 'η εφαρμογή δεν απαντούσε',
};
