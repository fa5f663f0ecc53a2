import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { tankOf } from '../tank.ts';
import { deskStage } from './desk/stage.ts';

export const stage: GroupTexts<'stage'> = {
  stageNews: (news, f) => newsText(news, f),
  stageLate: ({ by }, f) => `Σας περιμένουμε ${f.deadline(by)}.`,
  stageLabelPhotos: ({ count }) => `Φωτογραφίες · ${count}`,
  stageLabelOrder: () => 'Δείτε την προσφορά',
  stageLabelCollect: () => 'Ξεκίνησα',
  stageCollect: ({ opens }, f) =>
    opens === null
      ? 'Ευχαριστούμε, τα κλειδιά θα σας περιμένουν.'
      : `Ευχαριστούμε. Τώρα είμαστε κλειστά, ανοίγουμε ${f.dayTime(opens)}: τα κλειδιά θα σας περιμένουν.`,
  ...deskStage,
};

const nothing = 'Δεν χρειάζεται κάτι από εσάς τώρα.';

/** What happened, what is next, when, what is needed: four lines at most. */
function newsText({ stage, car, at, ...news }: PhraseArgs['stageNews'], f: Format): string {
  const { start, readyBy, newsBy, cents, asked, waits } = news;
  const since = f.isToday(at) ? ` από τις ${f.time(at)}` : ` από ${f.dayTime(at)}`;
  const ready = readyBy !== null && `Έτοιμο ${f.deadline(readyBy)}.`;
  switch (stage) {
    case 'booked':
      return lines(
        f.about(car, 'διόρθωση, το όχημα δεν είναι ακόμη σε εμάς.'),
        `Το ραντεβού σας ισχύει: ${f.when(start)}.`,
        nothing,
      );
    case 'arrived':
      return lines(
        f.about(car, `το όχημα είναι σε εμάς${[since, ...conditionOf(news, f)].join(', ')}.`),
        newsBy === null ? 'Ακολουθεί ο έλεγχος.' : `Ακολουθεί ο έλεγχος, πρώτα νέα ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'checking':
      // Agreed, not begun: what is next is the work, and not what is found.
      if (cents !== null)
        return lines(
          f.about(car, `οι εργασίες συμφωνήθηκαν, ${f.money(cents)}.`),
          'Ακολουθούν οι εργασίες.',
          ready,
          nothing,
        );
      return lines(
        f.about(car, `σε έλεγχο από τους τεχνικούς μας${since}.`),
        newsBy === null
          ? 'Μετά θα σας πούμε τι βρήκαμε.'
          : `Μετά θα σας πούμε τι βρήκαμε, ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'answer':
      return lines(
        f.about(car, `περιμένουμε την απάντησή σας${since}.`),
        'Μόλις απαντήσετε, συνεχίζουμε.',
        ready,
        asked
          ? 'Απαντήστε παρακαλούμε στην προσφορά εδώ στο chat ή ρωτήστε μας.'
          : 'Απαντήστε παρακαλούμε εδώ στο chat. Αν κάτι δεν είναι σαφές, γράψτε μας.',
      );
    case 'parts':
      return lines(
        f.about(car, `περιμένουμε ανταλλακτικό${since}.`),
        newsBy === null
          ? 'Μόλις έρθει, συνεχίζουμε.'
          : `Μόλις έρθει, συνεχίζουμε· νεότερα ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'working':
      return lines(f.about(car, `σε εργασία${since}.`), 'Ακολουθεί ο τελικός έλεγχος.', ready, nothing);
    case 'quality':
      return lines(
        f.about(car, `οι εργασίες έγιναν, τελικός έλεγχος${since}.`),
        'Μετά θα σας πούμε ότι είναι έτοιμο.',
        ready,
        nothing,
      );
    case 'ready':
      return lines(
        f.about(car, `το όχημα είναι έτοιμο${since}.`),
        cents !== null && `${f.money(cents)}, όπως συμφωνήσαμε.`,
        `Μπορείτε να το παραλάβετε: ${f.hours}.`,
        waits && f.isToday(start) && f.isToday(at)
          ? 'Αν είστε ακόμη εδώ, περάστε παρακαλούμε από την υποδοχή.'
          : 'Γράψτε μας παρακαλούμε όταν ξεκινήσετε.',
      );
    case 'handedBack':
      return lines(
        f.about(car, `το όχημα παραδόθηκε${f.isToday(at) ? ` στις ${f.time(at)}` : `, ${f.dayTime(at)}`}.`),
        'Ευχαριστούμε που ήρθατε. Όσα συμφωνήσαμε μένουν εδώ στο chat.',
      );
    case 'cancelled':
      return lines(
        f.about(car, `το ραντεβού ακυρώθηκε, ${f.dayTime(start)}.`),
        'Θα χαρούμε να σας δούμε άλλη φορά.',
      );
    case 'noShow':
      return lines(
        f.about(car, `δεν συναντηθήκαμε (${f.dayTime(start)}) και η ώρα είναι πάλι ελεύθερη.`),
        'Σας περιμένουμε όποια άλλη μέρα θέλετε: νέα ώρα με λίγα πατήματα.',
      );
  }
}

type Condition = Pick<PhraseArgs['stageNews'], 'mileage' | 'fuel' | 'photos'>;

function conditionOf({ mileage, fuel, photos }: Condition, f: Format): string[] {
  return [
    ...(mileage === null ? [] : [`${f.plural(mileage, { other: '#' })} χλμ`]),
    ...(fuel === null ? [] : [`καύσιμο ${tankOf(fuel)}`]),
    ...(photos === 0 ? [] : [`φωτογραφίες της κατάστασής του: ${photos}`]),
  ];
}
