import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { tankOf } from '../tank.ts';
import { deskStage } from './desk/stage.ts';

export const stage: GroupTexts<'stage'> = {
  stageNews: (news, f) => newsText(news, f),
  stageLate: ({ by }, f) => `We expect you ${f.deadline(by)}.`,
  stageLabelPhotos: ({ count }) => `Photos · ${count}`,
  stageLabelOrder: () => 'Show the estimate',
  stageLabelCollect: () => 'On my way',
  stageCollect: ({ opens }, f) =>
    opens === null
      ? 'Thank you, the keys will be waiting for you.'
      : `Thank you. We are closed now and open ${f.dayTime(opens)}; the keys will be waiting for you then.`,
  ...deskStage,
};

const nothing = 'Nothing is needed from you now.';

/** What happened, what is next, when, what is needed: four lines at most. */
function newsText({ stage, car, at, ...news }: PhraseArgs['stageNews'], f: Format): string {
  const { start, readyBy, newsBy, cents, asked, waits } = news;
  const since = f.isToday(at) ? ` since ${f.time(at)}` : ` since ${f.dayTime(at)}`;
  const ready = readyBy !== null && `Ready ${f.deadline(readyBy)}.`;
  switch (stage) {
    case 'booked':
      return lines(
        f.about(car, 'a correction, the car is not with us yet.'),
        `Your visit stays as booked: ${f.when(start)}.`,
        nothing,
      );
    case 'arrived':
      return lines(
        f.about(car, `with us${[since, ...conditionOf(news, f)].join(', ')}.`),
        newsBy === null ? 'Next we look it over.' : `Next we look it over; first news ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'checking':
      // Agreed, not begun: what is next is the work, and not what is found.
      if (cents !== null)
        return lines(
          f.about(car, `work for ${f.money(cents)} is agreed.`),
          'Next we begin it.',
          ready,
          nothing,
        );
      return lines(
        f.about(car, `with our technicians${since}.`),
        newsBy === null
          ? 'Next you hear what they found.'
          : `Next you hear what they found, ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'answer':
      return lines(
        f.about(car, `waiting for your answer${since}.`),
        'We go on as soon as we have it.',
        ready,
        asked
          ? 'Please answer the estimate here in the chat, or ask us about it.'
          : 'Please answer here in the chat. If it is not clear what we ask, just write to us.',
      );
    case 'parts':
      return lines(
        f.about(car, `waiting for a part${since}.`),
        newsBy === null
          ? 'We go on as soon as it is here.'
          : `We go on as soon as it is here; more news ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'working':
      return lines(f.about(car, `being worked on${since}.`), 'Next comes the final check.', ready, nothing);
    case 'quality':
      return lines(
        f.about(car, `the work is done, in its final check${since}.`),
        'Next you hear that it is ready.',
        ready,
        nothing,
      );
    case 'ready':
      return lines(
        f.about(car, `ready to be collected${since}.`),
        cents !== null && `${f.money(cents)}, as agreed.`,
        `You can collect it: ${f.hours}.`,
        waits && f.isToday(start) && f.isToday(at)
          ? 'If you are still here, please come to the reception.'
          : 'Please write when you set off.',
      );
    case 'handedBack':
      return lines(
        f.about(car, `handed back to you${f.isToday(at) ? ` at ${f.time(at)}` : `, ${f.dayTime(at)}`}.`),
        'Thank you for coming. What we agreed stays here in the chat.',
      );
    case 'cancelled':
      return lines(
        f.about(car, `the visit of ${f.dayTime(start)} is cancelled.`),
        'You are welcome any time.',
      );
    case 'noShow':
      return lines(
        f.about(car, `we did not meet (${f.dayTime(start)}), so that time is free again.`),
        'You are welcome any other day: a new time takes a few taps.',
      );
  }
}

type Condition = Pick<PhraseArgs['stageNews'], 'mileage' | 'fuel' | 'photos'>;

function conditionOf({ mileage, fuel, photos }: Condition, f: Format): string[] {
  return [
    ...(mileage === null ? [] : [`${f.plural(mileage, { other: '#' })} km`]),
    ...(fuel === null ? [] : [`fuel ${tankOf(fuel)}`]),
    ...(photos === 0 ? [] : [`${f.plural(photos, { one: '# photo', other: '# photos' })} of its condition`]),
  ];
}
