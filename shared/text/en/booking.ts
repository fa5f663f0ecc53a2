import type { BookingKey, Texts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { heardLine } from '../heard-line.ts';
import { lines } from '../lines.ts';
import { carLine, sentences } from '../work-line.ts';

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
  times: ({ services, car, minutes, fromCents, days, fit }, f) =>
    lines(
      carLine(car, [f.services(services), length({ minutes, days }, f), price(fromCents, f)], f),
      fit ? fitting[fit] : 'Earliest times:',
    ),
  moreTimes: ({ services, car }, f) => `${f.about(car, f.services(services))}. Which time suits you?`,
  chooseDay: () => 'Which day suits you?',
  dayFull: ({ date }, f) => `${f.day(date)} is full.`,
  noTimes: ({ services, phone }, f) =>
    `The calendar shows no time yet for this work: ${f.services(services)}. Write “person” or call ${phone} and we will find one.`,
  separateVisits: ({ services }, f) =>
    `These do not fit into one visit: ${f.services(services)}. Please choose one for now; the rest can be a separate visit.`,
  slotGone: () => 'That time has just been taken; everything else is kept.',
  slotReplaced: () => 'The time you chose is no longer held; everything else is kept.',
  held: ({ start, minutes, readyIfLeft, readyIfWaiting, recap }, f) =>
    lines(
      `Held for ${f.duration(minutes)}: ${f.dayTime(start)}.`,
      recap ? carLine(recap.car, [f.services(recap.services), price(recap.fromCents, f)], f) : null,
      recap?.said
        ? agreed(recap.said, start, { readyIfLeft, readyIfWaiting }, f)
        : choice(start, readyIfLeft, readyIfWaiting, f),
    ),
  wishAfterClosing: ({ date, close, last, services }, f) =>
    last === null
      ? `We close at ${f.time(close)}, and no time is left on ${f.day(date)}.`
      : `We close at ${f.time(close)}: the last time for ${f.services(services)} on ${f.day(date)} is ${f.time(last)}.`,
  wishOpens: ({ open }, f) => `We open at ${f.time(open)}.`,
  wishComesBy: ({ by }, f) => `For this work the car has to be here by ${f.time(by)}.`,
  wishClosed: ({ date }, f) => `We are closed on ${f.day(date)}.`,
  wishOnly: ({ date, only }, f) =>
    `On ${f.day(date)} we only do: ${only.map((id) => f.services([id])).join(', ')}.`,
  wishTooFar: ({ last }, f) => `That is further ahead than we book: the last day for now is ${f.day(last)}.`,
  wishTooSoon: ({ date }, f) => `The earliest day for this work is ${f.day(date)}.`,
  wishPartFull: ({ date }, f) => `Nothing is free at that time on ${f.day(date)}.`,
  wishDaysFull: () => 'Nothing is free then.',
  wishNotAt: ({ at }, f) => `${f.time(at)} is not free.`,
  wishNoWay: ({ stay, thatTime }) => {
    if (thatTime && stay === 'wait')
      return 'Waiting is not possible at that time, but the car can stay with us.';
    if (thatTime) return 'At that time the work is done while you wait.';
    return stay === 'wait'
      ? 'It is not possible to wait for this work, but the car can stay with us.'
      : 'This work is done while you wait.';
  },
  wishCloses: ({ close }, f) => `We close at ${f.time(close)}.`,
  wishHeard: (said, f) => heardLine('Noted', said, heardWords, f),
  wishWhich: () => 'Please choose one of these times.',
  wishWhichCar: () => 'That car is new to us.',
  wishWalkIn: ({ services, fromCents }, f) =>
    sentences(
      [`${f.services(services)}: no appointment needed, come any time we are open`, price(fromCents, f)],
      f,
    ),
  wishRemote: ({ services }, f) =>
    `${f.capital(f.services(services))}: no visit needed. Send photos here, and we will tell you the price.`,
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

/** What was heard, in the words of this language. */
const heardWords = {
  from: (time: string) => `after ${time}`,
  to: (time: string) => `before ${time}`,
  at: (time: string) => `at ${time}`,
  earliest: 'the earliest time',
  wait: 'you wait here',
  leave: 'you leave the car',
};

/** What words asked for, or what is near it. */
const fitting = { fitting: 'Times that fit:', nearest: 'The nearest times:' } as const;

/** The way of staying and the promise, in one line. */
export function stayLine(stay: 'wait' | 'leave', ready: string): string {
  return stay === 'leave'
    ? `The car stays with us and will be ready ${ready}.`
    : `You wait at the garage; the car will be ready ${ready}.`;
}

/** `from 65 €`; '' where nobody can say. */
export function price(fromCents: number | null, f: Format): string {
  if (fromCents === null) return '';
  return fromCents === 0 ? 'free of charge' : `from ${f.money(fromCents)}`;
}

type Takes = { readonly minutes: number; readonly days: number };

/** How long the work takes, by the days that the car is here. */
export function length({ minutes, days }: Takes, f: Format): string {
  return days > 1 ? `about ${days} days` : `about ${f.duration(minutes)}`;
}

/** The way that they said, asked as the last step before the booking. */
function agreed(
  said: 'wait' | 'leave',
  start: number,
  by: { readonly readyIfLeft: number | null; readonly readyIfWaiting: number | null },
  f: Format,
): string {
  const at = said === 'leave' ? by.readyIfLeft : by.readyIfWaiting;
  if (at === null) return choice(start, by.readyIfLeft, by.readyIfWaiting, f);
  const ready = f.ready(at, start);
  return said === 'leave'
    ? `You leave the car; it will be ready ${ready}. Shall we book it?`
    : `You wait at the garage; the car will be ready ${ready}. Shall we book it?`;
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
