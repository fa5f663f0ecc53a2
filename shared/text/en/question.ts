import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Topic } from '#shared/domain/understood.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { eachWork, named, workLine } from '../work-line.ts';
import { length, price } from './booking.ts';
import { topicNames } from './topics.ts';

export const question: GroupTexts<'question'> = {
  questionAnswer: ({ topic }, f) => lines(f.answer(topic), topic === 'towing' && `Phone: ${f.phone}`),
  questionEntrance: (_, f) => lines(f.entrance, `${f.address}.`),
  questionHoursNow: ({ open, at, pause }, f) => {
    const opens = at === null ? null : f.opens(at);
    if (!open) return opens === null ? 'We are closed now.' : `We are closed now and open again ${opens}.`;
    const back = pause === null ? '' : ` The workshop is back from its break at ${f.time(pause)}.`;
    return `We are open now${at === null ? '' : `, until ${f.time(at)}`}.${back}`;
  },
  questionHoursOn: ({ date, hours, short, only, pause, again, far, bringBy }, f) => {
    const day = f.day(date);
    if (hours === null) {
      const why = f.closedFor(date);
      const opens = again === null ? null : f.opens(again);
      return `${day}: closed${why === null ? '' : ` (${why})`}.${opens === null ? '' : ` We open again ${opens}.`}`;
    }
    return lines(
      `${day}: ${short ? 'a short day, ' : 'open '}${f.time(hours.from)}–${f.time(hours.to)}${far ? ', as far as we know today' : ''}.`,
      only !== null && `On that day only: ${only.map((id) => f.services([id])).join(', ')}.`,
      pause !== null &&
        `The workshop has a break ${f.time(pause.from)}–${f.time(pause.to)}; the desk is open.`,
      bringBy !== null &&
        `${f.capital(f.services(bringBy.services))}: please bring the car by ${f.time(bringBy.at)}.`,
    );
  },
  questionWork: (args, f) => {
    const { cents, takes, booking } = args;
    return lines(
      workLine(args, 'Yes, we do that', [price(cents, f), takes === null ? '' : length(takes, f)], f),
      [
        how(args, f),
        booking !== 'remote' && (cents ?? 0) > 0 && 'Whatever costs more is agreed with you first.',
      ]
        .filter(Boolean)
        .join(' '),
    );
  },
  questionWhich: (args, f) =>
    lines(`${heads[args.tells]}: ${eachWork(args, price, f)}.`, 'Which work do you mean?'),
  questionBring: ({ services }, f) => f.bring(services),
  questionStatus: () => 'Where your car is now is one tap away.',
  questionPerson: ({ topics, advisor, by }, f) =>
    `We have passed on your question (${named(topics, names)}): ${f.person(advisor)} will answer here ${f.deadline(by)}.`,
  questionUnhelped: ({ advisor, by }, f) =>
    `Thank you for saying so. ${f.person(advisor)} sees what you asked and will answer here ${f.deadline(by)}.`,

  questionDesk: ({ ref, name, car, topics, services, why, by }, f) =>
    lines(
      [`No. ${ref}`, name, car].filter(Boolean).join(' · '),
      `Asks about: ${named(topics, topicNames)}${services.length > 0 ? ` (${f.services(services)})` : ''}.`,
      `${why === 'unhelped' ? 'The bot’s answer did not help.' : 'The station’s data has no answer.'} Answer ${f.deadline(by)}.`,
    ),
  questionStale: ({ topics, owner, since }, f) =>
    `Just answered from the station’s data, which has been due for a check since ${f.day(since)}: ${named(topics, topicNames)} (${f.person(owner)}).`,
  questionReview: ({ due }, f) =>
    `Please check what the bot answers: ${due.map(({ owner, topics, since }) => `${named(topics, topicNames)} (${f.person(owner)}, since ${f.day(since)})`).join('; ')}.`,

  questionLabelBook: ({ services }, f) => {
    const label = `Book: ${f.servicesShort(services)}`;
    return label.length > 20 ? 'Book this' : label;
  },
  questionLabelUnhelped: () => 'This does not help',
  questionLabelTopic: ({ topic }, f) => f.capital(names[topic]),
};

/** On a button, and before who answers. */
const names: Readonly<Record<Topic, string>> = {
  address: 'address',
  entrance: 'the entrance',
  hours: 'opening hours',
  price: 'price',
  duration: 'how long it takes',
  bring: 'what to bring',
  payment: 'payment',
  parking: 'parking',
  warranty: 'warranty',
  ownParts: 'own parts',
  towing: 'towing',
  courtesyCar: 'courtesy car',
  services: 'services',
  status: 'where the car is',
};

const heads = {
  price: 'Prices with VAT',
  length: 'It depends on the work',
  both: 'Prices with VAT, and how long it takes',
  none: 'Here is some of what we do',
} as const;

/** What somebody does for it: wait, leave the car, come without a booking, send photos. */
function how({ services, takes, booking }: PhraseArgs['questionWork'], f: Format): string {
  if (booking === 'walk-in') return 'No booking needed: come while we are open.';
  if (booking === 'remote') return f.bring(services);
  if (takes === null) return '';
  if (takes.stay === 'wait') return 'You can wait here.';
  if (takes.stay === 'both') return 'You can wait here or leave the car.';
  return takes.days > 1 ? 'The car stays with us overnight.' : 'The car stays with us for that time.';
}
