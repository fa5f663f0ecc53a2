import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';

/** The time before, since it is a promise that they remember. */
const instead = (was: number | null, start: number, f: Format) =>
  was === null ? ' then' : ` then (it was ${f.ready(was, start)})`;

export const coming: GroupTexts<'coming'> = {
  comingAskLate: ({ car }, f) => f.about(car, 'how late will you be, roughly?'),
  comingHeld: ({ car, by }, f) =>
    f.about(car, `thank you for telling us. Your bay is held until ${f.time(by)}.`),
  comingFits: ({ car, start, by, readyBy, moved, was }, f) =>
    f.about(
      car,
      `it still fits, come by ${f.time(by)}. The car will be ready ${f.ready(readyBy, start)}${moved ? instead(was, start, f) : ', as agreed'}.`,
    ),
  comingNeeded: ({ car, start, next, readyBy }, f) =>
    lines(
      f.about(
        car,
        next !== null
          ? `the bay is needed at ${f.time(next)}.`
          : readyBy === null
            ? 'coming so late, the work does not fit in that day any more.'
            : 'waiting for it here would not work out then.',
      ),
      readyBy === null
        ? 'Shall we find another time?'
        : `If you leave the car, it is ready ${f.ready(readyBy, start)}. Or shall we find another time?`,
    ),
  comingOnWay: ({ car, by }, f) =>
    f.about(car, `good, your bay is held until ${f.time(by)}. Have a safe drive.`),
  comingHere: ({ car }, f) => f.about(car, 'welcome! The reception knows you are here and comes to you.'),
  comingCant: ({ car, start }, f) =>
    f.about(car, `thank you for telling us. What shall we do with ${f.dayTime(start)}?`),

  comingDesk: ({ what, car, start, by, readyBy }, f) => {
    const visit = f.about(car, f.dayTime(start));
    const time = f.time(by);
    const ready = f.ready(readyBy, start);
    return {
      yes: `${visit}: they will be there.`,
      late: `${visit}: late, here by ${time}. The bay is held.`,
      placed: `${visit}: late, here by ${time}. The work is placed anew, ready ${ready}.`,
      needed: `${visit}: late, here by ${time}. It does not fit: they choose whether to leave the car or to move.`,
      onWay: `${visit}: on their way. The bay is held until ${time}.`,
      here: `${visit}: they are here.`,
      hereAfter: `${visit}: they are here after all. The bay was given free; please go and see them.`,
      onWayAfter: `${visit}: they are coming after all. The bay was given free; please answer them.`,
      cant: `${visit}: they cannot come then. Another time was offered.`,
    }[what];
  },

  waitlistJoined: ({ minutes, ...wish }, f) =>
    lines(
      `You are on the waiting list. ${wishLine(wish, f)}`,
      `When such a time is free, I’ll write to you here and keep it for you for ${f.duration(minutes)}.`,
    ),
  waitlistMost: ({ count }, f) =>
    `You are waiting for ${f.plural(count, { one: '# time', other: '# times' })} already. Leave one of them first, please.`,
  waitlistOffer: ({ services, car, start, from, until, readyIfLeft, readyIfWaiting }, f) =>
    lines(
      `A time is free that you were waiting for: ${f.dayTime(start)}${from === null ? '' : `, instead of ${f.dayTime(from)}`}.`,
      f.about(car, `${f.services(services)}.`),
      readyLine(start, readyIfLeft, readyIfWaiting, f),
      `It is kept for you until ${f.time(until)}.`,
    ),
  waitlistPassed: () => 'All right. You stay on the waiting list, and I’ll write when the next time is free.',
  waitlistOver: () => 'This time is not kept any more. You stay on the waiting list.',
  waitlistEntry: ({ number, ...wish }, f) => `${number > 0 ? `${number}. ` : ''}${wishLine(wish, f)}`,
  waitlistNone: () => 'You are not waiting for any time.',
  waitlistLeft: (wish, f) => `You are off the waiting list. ${wishLine(wish, f)}`,
  waitlistCard: ({ count }, f) =>
    `On the waiting list for ${f.plural(count, { one: '# time', other: '# times' })}.`,

  comingLabelLate: () => 'Running late',
  comingLabelMinutes: ({ minutes, open }, f) => `${f.duration(minutes)}${open ? ' or more' : ''}`,
  comingLabelLeave: ({ readyBy }, f) => `Leave, ready ${f.time(readyBy)}`,
  comingLabelOnWay: () => 'On my way',
  comingLabelHere: () => 'I’m there already',
  waitlistLabelJoin: () => 'Waiting list',
  waitlistLabelMine: () => 'My waiting list',
  waitlistLabelBook: () => 'Book it',
  waitlistLabelNotNow: () => 'Not now',
  waitlistLabelLeave: ({ number }) => (number > 0 ? `Stop waiting: ${number}` : 'Stop waiting'),
};

type Wish = PhraseArgs['waitlistLeft'];

function wishLine({ services, car, date, until }: Wish, f: Format): string {
  const when = date === null ? `any day until ${f.day(until)}` : f.day(date);
  return `${f.capital(f.about(car, [f.services(services), when].filter(Boolean).join(', ')))}.`;
}

function readyLine(start: number, left: number | null, waiting: number | null, f: Format): string {
  if (left !== null && waiting !== null)
    return `Ready ${f.ready(left, start)} if you leave the car, ${f.ready(waiting, start)} if you wait.`;
  const ready = left ?? waiting;
  if (ready === null) return '';
  return left === null
    ? `You wait here, ready ${f.ready(ready, start)}.`
    : `The car stays, ready ${f.ready(ready, start)}.`;
}
