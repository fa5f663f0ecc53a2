import type { BookingKey, Texts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';

export const booking: Texts<BookingKey> = {
  askWork: ({ car, chosen }, f) => {
    if (chosen.length > 0) return `Chosen so far: ${f.services(chosen)}. What else?`;
    return car === null ? 'What needs doing?' : `${car}: what needs doing?`;
  },
  askMoreWork: ({ chosen }, f) => `Chosen so far: ${f.services(chosen)}. Anything to add?`,
  askProblem: () => 'What is the matter with the car? One sentence is enough, and a photo helps.',
  askCar: () => 'Which car is it? Model or plate, any form will do: “octavia 2018”.',
  askWhichCar: () => 'Which car is it this time?',
  carTooLong: () => 'A shorter form is enough: model and year, or the plate. For example “octavia 2018”.',
  times: ({ services, car, minutes, fromCents, days }, f) => {
    const length = days > 1 ? `about ${days} days` : `about ${f.duration(minutes)}`;
    return lines(
      f.about(car, `${[f.services(services), length, price(fromCents, f)].filter(Boolean).join(', ')}.`),
      'Earliest times:',
    );
  },
  moreTimes: ({ services, car }, f) => `${f.about(car, f.services(services))}. Which time suits you?`,
  chooseDay: () => 'Which day suits you?',
  dayFull: ({ date }, f) => `${f.day(date)} is full.`,
  noTimes: ({ services, phone }, f) =>
    `The calendar shows no time yet for this work: ${f.services(services)}. Write “person” or call ${phone} and we will find one.`,
  separateVisits: ({ services }, f) =>
    `These do not fit into one visit: ${f.services(services)}. Please choose one for now; the rest can be a separate visit.`,
  slotGone: () => 'That time has just been taken; everything else is kept.',
  slotReplaced: () => 'The time you chose is no longer held; everything else is kept.',
  held: ({ start, minutes, readyIfLeft, readyIfWaiting }, f) =>
    lines(
      `Held for ${f.duration(minutes)}: ${f.dayTime(start)}.`,
      choice(start, readyIfLeft, readyIfWaiting, f),
    ),
  draftKept: ({ services, car }, f) => {
    const kept = [car, f.services(services)].filter(Boolean).join(', ');
    return `Welcome back. Your answers are kept${kept && `: ${kept}`}.`;
  },
  draftDropped: () => 'All right, nothing has been booked. Write whenever you like.',
  booked: ({ ref, start, readyBy, services, car, stay, bring }, f) =>
    lines(
      `Booked: ${f.dayTime(start)}.`,
      f.about(car, `${f.services(services)}.`),
      stayLine(stay, f.ready(readyBy, start)),
      `Address: ${f.address}.`,
      bring && f.bring(services),
      `Booking no. ${ref}`,
    ),
  requested: ({ advisor, by }, f) =>
    `${f.person(advisor)} will write here ${f.deadline(by)} and propose a time. For now this is a request, not a booking.`,
  limitReached: ({ count, advisor, by }, f) =>
    `You already have ${f.plural(count, { one: '# visit', other: '# visits' })} booked. ${f.person(advisor)} will arrange the next one with you and will answer here ${f.deadline(by)}.`,
  askPhone: () =>
    'Would you like to leave a phone number, in case a question comes up about the visit? It is optional.',
  phoneSaved: () => 'Thank you, the number is saved.',
  phoneSkipped: () => 'No problem, it is not needed.',
  phoneNotYours: () =>
    'This looks like another person’s contact. We need your own number; if you would rather not give it, that is fine.',
  hintSkip: () => 'To go on without a number, write “skip”.',
};

/** The way of staying and the promise, in one line. */
export function stayLine(stay: 'wait' | 'leave', ready: string): string {
  return stay === 'leave'
    ? `The car stays with us and will be ready ${ready}.`
    : `You wait at the garage; the car will be ready ${ready}.`;
}

function price(fromCents: number | null, f: Format): string {
  if (fromCents === null) return '';
  return fromCents === 0 ? 'free of charge' : `from ${f.money(fromCents)}`;
}

function choice(start: number, left: number | null, waiting: number | null, f: Format): string {
  if (left !== null && waiting !== null) {
    return `Will you leave the car (ready ${f.ready(left, start)}) or wait at the garage (ready ${f.ready(waiting, start)})?`;
  }
  if (left !== null)
    return `The car stays with us and will be ready ${f.ready(left, start)}. Does that suit you?`;
  if (waiting !== null)
    return `You can wait at the garage; the car will be ready ${f.ready(waiting, start)}. Does that suit you?`;
  return 'Does that suit you?';
}
