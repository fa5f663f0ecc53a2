import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Texts, VisitKey } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { stayLine } from './booking.ts';

export const visit: Texts<VisitKey> = {
  visitStatus: (args, f) => recap('Your visit', args, f),
  visitsList: ({ count }, f) =>
    `You have ${f.plural(count, { one: '# visit', other: '# visits' })} booked. Which one is it about?`,
  visitCancelAsk: () => 'Nothing is cancelled yet: if you are not coming, tap “Cancel the visit”.',
  noVisits: () =>
    'You have no visit booked. If your car is with us now, write “person” and we will check on it.',
  chooseNewTime: ({ start, car }, f) =>
    f.about(car, `${f.dayTime(start)} stays yours until you choose a new time. Which one suits you?`),
  confirmMove: ({ from, to, minutes, readyBy, recap: of }, f) =>
    lines(
      `Shall we move the visit?${of ? ` ${f.about(of.car, `${f.services(of.services)}.`)}` : ''}`,
      `Now: ${f.dayTime(from)}`,
      `New: ${f.dayTime(to)}, ready ${f.ready(readyBy, to)}`,
      `The new time is held for ${f.duration(minutes)}.`,
    ),
  moved: (args, f) => recap('Moved. The new time', args, f),
  moveDropped: ({ start }, f) => `All as before: your visit is ${f.dayTime(start)}.`,
  cancelled: ({ ref, start, car }, f) =>
    `Cancelled: ${f.dayTime(start)}, ${car} (no. ${ref}). You are welcome any time.`,
  cancelUndone: (args, f) => recap('Your visit is booked again', args, f),
  cancelUndoGone: () =>
    'That time has been taken meanwhile and cannot be brought back. Shall we find another?',
  tooLateToChange: ({ phone, advisor, by }, f) =>
    lines(
      `Your visit starts soon, so ${f.person(advisor)} will sort it out with you and answer here ${f.deadline(by)}.`,
      `It is quicker by phone: ${phone}`,
    ),
  visitPast: () => 'That visit is no longer booked. Would you like to book a new one?',
  reminder: ({ start, car, services }, f) =>
    lines(
      `Your visit is coming up: ${f.when(start)}.`,
      f.about(car, `${f.services(services)}.`),
      `Address: ${f.address}.`,
      'Will you be there?',
    ),
  reminderThanks: () => 'Thank you, see you then.',
  noticeDay: ({ at }, f) => f.fullDay(at),
  noticeTime: ({ at }, f) => f.time(at),
  noticeState: ({ what }) => states[what],
  noticeCar: ({ car }) => (car === '' ? 'your car' : car),
  calendarTitle: ({ services, car }, f) => `${f.station}: ${f.services(services)} (${car})`,
  calendarNotes: ({ ref, readyBy }, f) =>
    lines(
      `Booking no. ${ref}. The car will be ready by ${f.dayTime(readyBy)}.`,
      `To change or cancel, write to us in the chat or call ${f.phone}`,
    ),
  calendarGone: (_none, f) =>
    lines('There is no visit behind this link any more.', `Your visits are in our chat, or call ${f.phone}`),
};

const states = {
  arrived: 'the car is with us',
  checking: 'the car is being checked',
  answer: 'we wait for your answer',
  parts: 'we wait for a part',
  working: 'work on the car has begun',
  quality: 'the work is done, final check',
  ready: 'the car is ready',
  handedBack: 'the car was handed back',
  noShow: 'the time is free again',
  due: 'it is about time for a service',
  delayed: 'the car will be ready later',
  moved: 'a new time for the visit',
  cancelled: 'the visit is cancelled',
} as const;

function recap(
  head: string,
  { ref, start, readyBy, services, car, stay }: PhraseArgs['visitStatus'],
  f: Format,
) {
  return lines(
    `${head}: ${f.dayTime(start)}.`,
    f.about(car, `${f.services(services)}.`),
    stayLine(stay, f.ready(readyBy, start)),
    `Booking no. ${ref}`,
  );
}
