import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { tankOf } from '../tank.ts';

export const stage: GroupTexts<'stage'> = {
  stageNews: (news, f) => newsText(news, f),
  stageLabelOnMyWay: () => 'On my way',
  stageLabelPhotos: ({ count }) => `Photos · ${count}`,
};

const nothing = 'Nothing is needed from you now.';

function newsText({ stage, car, at, ...news }: PhraseArgs['stageNews'], f: Format): string {
  const { start, readyBy, newsBy, photos, cents } = news;
  const since = f.isToday(at) ? f.time(at) : f.dayTime(at);
  const ready = readyBy !== null && `Ready ${f.deadline(readyBy)}.`;
  const more = newsBy !== null && `More news ${f.deadline(newsBy)}.`;
  switch (stage) {
    case 'booked':
      return lines(
        f.about(car, 'a correction, the car is not with us yet.'),
        `Your visit stays as booked: ${f.when(start)}.`,
        nothing,
      );
    case 'arrived':
      return lines(
        f.about(car, `with us since ${[since, ...conditionOf(news, f)].join(', ')}.`),
        photos > 0 && `Photos of its condition: ${photos}.`,
        newsBy === null ? 'Next we look it over.' : `Next we look it over; first news ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'checking':
      return lines(
        f.about(car, `with our technicians since ${since}.`),
        'Next you hear what they found.',
        more,
        ready,
        nothing,
      );
    case 'answer':
      return lines(
        f.about(car, `waiting for your answer since ${since}.`),
        'As soon as we have it, we go on.',
        ready,
        'Please answer the estimate here in the chat, or ask us about it.',
      );
    case 'parts':
      return lines(
        f.about(car, `waiting for a part since ${since}.`),
        'As soon as it is here, we go on.',
        more,
        ready,
        nothing,
      );
    case 'working':
      return lines(
        f.about(car, `being worked on since ${since}.`),
        'Next comes the final check.',
        ready,
        nothing,
      );
    case 'quality':
      return lines(
        f.about(car, `the work is done; final check since ${since}.`),
        'Next you hear that it is ready.',
        ready,
        nothing,
      );
    case 'ready':
      return lines(
        f.about(car, `ready since ${since}.`),
        cents !== null && `${f.money(cents)}, as agreed.`,
        `You can collect it: ${f.hours}.`,
        'Just tell us when you set off.',
      );
    case 'handedBack':
      return lines(
        f.about(car, `handed back to you, ${since}.`),
        'Thank you for coming. What we agreed stays here in the chat.',
        nothing,
      );
    case 'cancelled':
      return lines(
        f.about(car, `the visit of ${f.dayTime(start)} is cancelled.`),
        'You are welcome any time.',
      );
    case 'noShow':
      return lines(
        f.about(car, `we did not meet at ${f.dayTime(start)}, so that time is free again.`),
        'You are welcome any other day: a new time takes a few taps.',
      );
  }
}

function conditionOf(
  { mileage, fuel }: Pick<PhraseArgs['stageNews'], 'mileage' | 'fuel'>,
  f: Format,
): string[] {
  return [
    ...(mileage === null ? [] : [`${f.plural(mileage, { other: '#' })} km`]),
    ...(fuel === null ? [] : [`fuel ${tankOf(fuel)}`]),
  ];
}
