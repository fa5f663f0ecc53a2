import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { tankOf } from '../tank.ts';

export const stage: GroupTexts<'stage'> = {
  stageNews: (news, f) => newsText(news, f),
  stageLabelOnMyWay: () => 'Ξεκίνησα',
  stageLabelPhotos: ({ count }) => `Φωτογραφίες · ${count}`,
};

const nothing = 'Δεν χρειάζεται κάτι από εσάς τώρα.';

function newsText({ stage, car, at, ...news }: PhraseArgs['stageNews'], f: Format): string {
  const { start, readyBy, newsBy, photos, cents } = news;
  const since = f.isToday(at) ? f.time(at) : f.dayTime(at);
  const ready = readyBy !== null && `Έτοιμο ${f.deadline(readyBy)}.`;
  const more = newsBy !== null && `Νεότερα ${f.deadline(newsBy)}.`;
  switch (stage) {
    case 'booked':
      return lines(
        f.about(car, 'διόρθωση, το όχημα δεν είναι ακόμη σε εμάς.'),
        `Το ραντεβού σας ισχύει: ${f.when(start)}.`,
        nothing,
      );
    case 'arrived':
      return lines(
        f.about(car, `το όχημα είναι σε εμάς, ${[since, ...conditionOf(news, f)].join(', ')}.`),
        photos > 0 && `Φωτογραφίες της κατάστασής του: ${photos}.`,
        newsBy === null ? 'Ακολουθεί ο έλεγχος.' : `Ακολουθεί ο έλεγχος, πρώτα νέα ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'checking':
      return lines(
        f.about(car, `σε έλεγχο από τους τεχνικούς μας, έναρξη: ${since}.`),
        'Μετά θα σας πούμε τι βρήκαμε.',
        more,
        ready,
        nothing,
      );
    case 'answer':
      return lines(
        f.about(car, `περιμένουμε την απάντησή σας, έναρξη: ${since}.`),
        'Μόλις απαντήσετε, συνεχίζουμε.',
        ready,
        'Απαντήστε παρακαλούμε στην προσφορά εδώ στο chat ή ρωτήστε μας.',
      );
    case 'parts':
      return lines(
        f.about(car, `περιμένουμε ανταλλακτικό, έναρξη: ${since}.`),
        'Μόλις έρθει, συνεχίζουμε.',
        more,
        ready,
        nothing,
      );
    case 'working':
      return lines(
        f.about(car, `οι εργασίες προχωρούν, έναρξη: ${since}.`),
        'Ακολουθεί ο τελικός έλεγχος.',
        ready,
        nothing,
      );
    case 'quality':
      return lines(
        f.about(car, `οι εργασίες έγιναν, τελικός έλεγχος, έναρξη: ${since}.`),
        'Μετά θα σας πούμε ότι είναι έτοιμο.',
        ready,
        nothing,
      );
    case 'ready':
      return lines(
        f.about(car, `το όχημα είναι έτοιμο, ${since}.`),
        cents !== null && `${f.money(cents)}, όπως συμφωνήσαμε.`,
        `Μπορείτε να το παραλάβετε: ${f.hours}.`,
        'Πείτε μας όταν ξεκινήσετε.',
      );
    case 'handedBack':
      return lines(
        f.about(car, `το όχημα παραδόθηκε, ${since}.`),
        'Ευχαριστούμε που ήρθατε. Όσα συμφωνήσαμε μένουν εδώ στο chat.',
        nothing,
      );
    case 'cancelled':
      return lines(
        f.about(car, `το ραντεβού ακυρώθηκε, ${f.dayTime(start)}.`),
        'Θα χαρούμε να σας δούμε άλλη φορά.',
      );
    case 'noShow':
      return lines(
        f.about(car, `δεν συναντηθήκαμε, ${f.dayTime(start)}, και η ώρα είναι πάλι ελεύθερη.`),
        'Σας περιμένουμε όποια άλλη μέρα θέλετε: νέα ώρα με λίγα πατήματα.',
      );
  }
}

function conditionOf(
  { mileage, fuel }: Pick<PhraseArgs['stageNews'], 'mileage' | 'fuel'>,
  f: Format,
): string[] {
  return [
    ...(mileage === null ? [] : [`${f.plural(mileage, { other: '#' })} χλμ.`]),
    ...(fuel === null ? [] : [`καύσιμο ${tankOf(fuel)}`]),
  ];
}
