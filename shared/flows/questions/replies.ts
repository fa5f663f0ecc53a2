import type { Facts } from '#shared/domain/facts.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Topic } from '#shared/domain/understood.ts';
import type { AnswerTopic } from '#shared/station/answers.ts';
import { mapUrl } from '../booking/cards.ts';
import { callMe } from '../call-person.ts';
import type { Turn } from '../flow.ts';
import type { Asked } from './action.ts';
import { hoursText, isOpenOn } from './hours.ts';
import type { Reply } from './reply.ts';
import { bringReply, draftServices, statusReply, workReply } from './work.ts';

/** What belongs together is one question: where it is and how to get in; what it costs and how long it takes. */
const together: readonly (readonly Topic[])[] = [
  ['address', 'entrance'],
  ['price', 'duration', 'services'],
];

/** The questions of a message, in the order of its words. */
export function questionsIn(topics: readonly Topic[]): readonly (readonly Topic[])[] {
  const asked = [...new Set(topics)];
  const groups = asked.map((topic) => {
    const group = together.find((one) => one.includes(topic)) ?? [topic];
    return asked.filter((one) => group.includes(one));
  });
  return groups.filter(([first], index) => groups.findIndex(([other]) => other === first) === index);
}

/** What the station's data says to one of them. */
export function replyTo(
  question: readonly Topic[],
  { services, days }: Asked,
  facts: Facts,
  turn: Turn,
): Reply {
  const [topic = 'services'] = question;
  switch (topic) {
    case 'address':
    case 'entrance':
      return question.includes('address')
        ? { topics: question, services: [], text: [phrase('address')], place: true }
        : { topics: question, services: [], text: [phrase('questionEntrance')], ways: [map(turn)] };
    case 'hours': {
      const meant = services.length > 0 ? services : draftServices(turn);
      const text = hoursText(days, meant, facts, turn);
      const books = isOpenOn(days, facts, turn) ? { books: { services, days } } : {};
      return { topics: question, services: [], text, ...books };
    }
    case 'price':
    case 'duration':
    case 'services':
      return workReply(question, services, days, turn);
    case 'bring':
      return bringReply(services, turn);
    case 'status':
      return statusReply(question);
    case 'payment':
    case 'parking':
    case 'warranty':
    case 'ownParts':
    case 'towing':
    case 'courtesyCar':
      return written(topic, turn);
  }
}

/** The station's own words. */
function written(topic: AnswerTopic, turn: Turn): Reply {
  const text = turn.station.answers[topic] ? [phrase('questionAnswer', { topic })] : null;
  const ways = topic === 'towing' ? [callMe] : topic === 'parking' ? [map(turn)] : [];
  return { topics: [topic], services: [], text, ways };
}

function map({ station }: Pick<Turn, 'station'>) {
  return { kind: 'link', label: phrase('labelMap'), url: mapUrl(station) } as const;
}
