import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Topic } from '#shared/domain/understood.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { eachWork, named, workLine } from '../work-line.ts';
import { length, price } from './booking.ts';
import { withArticle } from './names.ts';
import { topicNames } from './topics.ts';

export const question: GroupTexts<'question'> = {
  questionAnswer: ({ topic }, f) => lines(f.answer(topic), topic === 'towing' && `Τηλέφωνο: ${f.phone}`),
  questionEntrance: (_, f) => lines(f.entrance, `${f.address}.`),
  questionHoursNow: ({ open, at, pause }, f) => {
    const opens = at === null ? null : f.opens(at);
    if (!open)
      return opens === null ? 'Τώρα είμαστε κλειστά.' : `Τώρα είμαστε κλειστά, ανοίγουμε ξανά ${opens}.`;
    const back = pause === null ? '' : ` Το συνεργείο έχει διάλειμμα έως τις ${f.time(pause)}.`;
    return `Τώρα είμαστε ανοιχτά${at === null ? '' : `, έως τις ${f.time(at)}`}.${back}`;
  },
  questionHoursOn: ({ date, hours, short, only, pause, again, far, bringBy }, f) => {
    const day = f.day(date);
    if (hours === null) {
      const why = f.closedFor(date);
      const opens = again === null ? null : f.opens(again);
      return `${day}: κλειστά${why === null ? '' : ` (${why})`}.${opens === null ? '' : ` Ανοίγουμε ξανά ${opens}.`}`;
    }
    return lines(
      `${day}: ανοιχτά ${short ? 'μόνο ' : ''}${f.time(hours.from)}–${f.time(hours.to)}${far ? ', απ’ όσο ξέρουμε σήμερα' : ''}.`,
      only !== null && `Εκείνη την ημέρα μόνο: ${only.map((id) => f.services([id])).join(', ')}.`,
      pause !== null &&
        `Το συνεργείο έχει διάλειμμα ${f.time(pause.from)}–${f.time(pause.to)}· η υποδοχή είναι ανοιχτή.`,
      bringBy !== null &&
        `${f.capital(f.services(bringBy.services))}: φέρτε το όχημα έως τις ${f.time(bringBy.at)}.`,
    );
  },
  questionWork: (args, f) => {
    const { cents, takes, booking } = args;
    return lines(
      workLine(args, 'Ναι, το κάνουμε', [price(cents, f), takes === null ? '' : length(takes, f)], f),
      [
        how(args, f),
        booking !== 'remote' && (cents ?? 0) > 0 && 'Ό,τι κοστίζει παραπάνω το συμφωνούμε πρώτα μαζί σας.',
      ]
        .filter(Boolean)
        .join(' '),
    );
  },
  questionWhich: (args, f) =>
    lines(`${heads[args.tells]}: ${eachWork(args, price, f)}.`, 'Για ποια εργασία ρωτάτε;'),
  questionBring: ({ services }, f) => f.bring(services),
  questionStatus: () => 'Πού βρίσκεται τώρα το όχημά σας, το δείχνει το κουμπί.',
  questionPerson: ({ topics, advisor, by }, f) =>
    `Προωθήσαμε την ερώτησή σας (${named(topics, names)}): ${withArticle(f.person(advisor))} θα σας απαντήσει εδώ ${f.deadline(by)}.`,
  questionUnhelped: ({ advisor, by }, f) =>
    `Ευχαριστούμε που μας το είπατε. Την ερώτησή σας τη βλέπει τώρα ${withArticle(f.person(advisor))} και θα σας απαντήσει εδώ ${f.deadline(by)}.`,

  questionDesk: ({ ref, name, car, topics, services, why, by }, f) =>
    lines(
      [`Αρ. ${ref}`, name, car].filter(Boolean).join(' · '),
      `Ρωτά για: ${named(topics, topicNames)}${services.length > 0 ? ` (${f.services(services)})` : ''}.`,
      `${why === 'unhelped' ? 'Η απάντηση του bot δεν βοήθησε.' : 'Τα δεδομένα του συνεργείου δεν έχουν απάντηση.'} Απάντηση ${f.deadline(by)}.`,
    ),
  questionStale: ({ topics, owner, since }, f) =>
    `Μόλις δόθηκε απάντηση από τα δεδομένα του συνεργείου, που περιμένει έλεγχο από ${f.day(since)}: ${named(topics, topicNames)} (${f.person(owner)}).`,
  questionReview: ({ due }, f) =>
    `Παρακαλούμε ελέγξτε τι απαντά το bot: ${due.map(({ owner, topics, since }) => `${named(topics, topicNames)} (${f.person(owner)}, από ${f.day(since)})`).join(' · ')}.`,

  questionLabelBook: ({ services }, f) => {
    const label = `Ραντεβού: ${f.servicesShort(services)}`;
    return label.length > 20 ? 'Κλείστε ραντεβού' : label;
  },
  questionLabelUnhelped: () => 'Δεν με βοηθά',
  questionLabelTopic: ({ topic }, f) => f.capital(names[topic]),
};

/** On a button, and before who answers. */
const names: Readonly<Record<Topic, string>> = {
  address: 'διεύθυνση',
  entrance: 'είσοδος',
  hours: 'ωράριο',
  price: 'τιμή',
  duration: 'πόση ώρα παίρνει',
  bring: 'τι να φέρετε',
  payment: 'πληρωμή',
  parking: 'στάθμευση',
  warranty: 'εγγύηση',
  ownParts: 'ανταλλακτικά πελάτη',
  towing: 'οδική βοήθεια',
  courtesyCar: 'όχημα αντικατάστασης',
  services: 'υπηρεσίες',
  status: 'πού είναι το όχημα',
};

const heads = {
  price: 'Τιμές με ΦΠΑ',
  length: 'Εξαρτάται από την εργασία',
  both: 'Τιμές με ΦΠΑ και πόση ώρα παίρνει',
  none: 'Μερικά από όσα κάνουμε',
} as const;

/** What somebody does for it: wait, leave the car, come without a booking, send photos. */
function how({ services, takes, booking }: PhraseArgs['questionWork'], f: Format): string {
  if (booking === 'walk-in') return 'Δεν χρειάζεται ραντεβού: περάστε όσο είμαστε ανοιχτά.';
  if (booking === 'remote') return f.bring(services);
  if (takes === null) return '';
  if (takes.stay === 'wait') return 'Μπορείτε να περιμένετε εδώ.';
  if (takes.stay === 'both') return 'Μπορείτε να περιμένετε εδώ ή να αφήσετε το όχημα.';
  return takes.days > 1 ? 'Το όχημα μένει σε εμάς και το βράδυ.' : 'Το όχημα μένει σε εμάς όσο χρειάζεται.';
}
