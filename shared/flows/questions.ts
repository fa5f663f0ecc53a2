import * as z from 'zod';
import { toWall } from '#shared/domain/clock.ts';
import { upcomingVisits } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { type Option, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { noWish, type Topic } from '#shared/domain/understood.ts';
import { reviewsDue } from '#shared/station/answers.ts';
import type { BookingAction } from './booking/state.ts';
import { type AnswerPromise, callMe, handOver } from './call-person.ts';
import { askedHappened, unhelpedHappened } from './count.ts';
import { answer, button, type Decision, defineFlow, type Outgoing, type Turn, toCustomer } from './flow.ts';
import { type Asked, type QuestionAction, questionActionSchema } from './questions/action.ts';
import { withAskedWork } from './questions/asked-work.ts';
import { datesRead } from './questions/hours.ts';
import { questionsIn, replyTo } from './questions/replies.ts';
import type { Reply } from './questions/reply.ts';
import { toStatus } from './questions/work.ts';

/** Questions that the station's own data answers, from any state and without disturbing it. */
export const questions = defineFlow({
  name: 'questions',
  state: z.never(),
  action: questionActionSchema,
  takes: () => false,
  needs: (_state, event, turn) => {
    const asked = event.kind === 'action' ? event.action : null;
    if (asked?.ask !== 'topics' || !asked.topics.includes('hours')) return [];
    return [{ kind: 'days', dates: datesRead(asked.days, turn) }];
  },
  decide: (_state, event, facts, turn) => {
    const asked: QuestionAction = event.kind === 'action' ? event.action : { ask: 'address' };
    switch (asked.ask) {
      case 'address':
        return answer({ kind: 'place' }, say(phrase('address'), [[nextStep(null, turn)]]));
      case 'hours':
        return answer(say(phrase('hours'), [[nextStep(null, turn)]]));
      case 'stored':
        return answer(say(phrase('whatIsStored'), rights));
      case 'topics':
        return answered(asked, facts, turn);
      case 'unhelped':
        return unhelped(asked, turn);
    }
  },
});

/** What anybody may ask of us about their data. */
const rights = [
  [
    button(phrase('ownLabelExport'), { flow: 'archive', data: { do: 'ask' } }),
    button(phrase('ownLabelErase'), { flow: 'erase', data: { do: 'ask' } }),
  ],
];

/** So many questions of one message are answered at once; the next one is a tap away. */
const mostAnswers = 2;

function answered(asked: Asked, facts: Facts, turn: Turn): Decision<never> {
  const all = questionsIn(asked.topics.length > 0 ? asked.topics : ['services']);
  const replies = all.slice(0, mostAnswers).map((question) => replyTo(question, asked, facts, turn));
  const rest = all.slice(mostAnswers).flat();
  const missing = replies.filter(({ text }) => text === null);
  const topics = replies.flatMap((reply) => reply.topics);
  const counted = asked.narrows ? [] : [askedHappened(topics, missing.length > 0 ? 'person' : 'bot', turn)];
  const place: readonly Outgoing[] = replies.some((reply) => reply.place)
    ? [toCustomer({ kind: 'place' })]
    : [];
  const text = replies.flatMap((reply) => reply.text ?? []);
  const stale = staleLines(topics, turn);
  if (missing.length === 0) {
    const card = say(text, waysOf(replies, rest, asked, turn));
    const isOfWork = topics.some(
      (topic) => topic === 'price' || topic === 'duration' || topic === 'services',
    );
    return {
      next: { kind: 'stay' },
      changes: counted,
      say: [...place, toCustomer(card), ...stale],
      settings: isOfWork ? withAskedWork(asked.services, turn) : {},
    };
  }
  const open = missing.flatMap((reply) => reply.topics);
  const tell = ({ advisor, by }: AnswerPromise) =>
    say([...text, phrase('questionPerson', { topics: open, advisor, by })], [[callMe, nextStep(null, turn)]]);
  const services = missing.flatMap((reply) => reply.services);
  const called = handOver(turn, 'question', tell, '', [], {
    line: deskLine({ topics: open, services }, 'noAnswer', turn),
  });
  return {
    ...called,
    changes: [...counted, ...called.changes],
    say: [...place, ...called.say, ...stale],
  };
}

function unhelped(asked: Extract<QuestionAction, { ask: 'unhelped' }>, turn: Turn): Decision<never> {
  const tell = ({ advisor, by }: AnswerPromise) =>
    say(phrase('questionUnhelped', { advisor, by }), [[callMe, nextStep(null, turn)]]);
  const called = handOver(turn, 'question', tell, '', [], { line: deskLine(asked, 'unhelped', turn) });
  const counted = asked.topics.slice(0, 1).map((topic) => unhelpedHappened(topic, turn));
  return { ...called, changes: [...counted, ...called.changes] };
}

/** What the advisors read of it in the customer's topic. */
function deskLine(
  { topics, services }: { readonly topics: readonly Topic[]; readonly services: readonly string[] },
  why: 'unhelped' | 'noAnswer',
  { id: ref, customer }: Turn,
): (by: number) => Phrase {
  const about = { topics: [...topics], services: [...services] };
  const car = customer.vehicles.at(-1)?.short ?? '';
  return (by) => phrase('questionDesk', { ref, name: customer.name, car, ...about, why, by });
}

/** An answer that nobody checked for long is given all the same, and the advisors read that it was. */
function staleLines(topics: readonly Topic[], { station, now, desk }: Turn): readonly Outgoing[] {
  if (!desk) return [];
  return reviewsDue(station, toWall(now, station.zone).date).flatMap(({ owner, since, topics: due }) => {
    const given = due.filter((topic) => topics.includes(topic));
    if (given.length === 0) return [];
    const line = phrase('questionStale', { topics: given, owner, since });
    return [{ to: 'desk', priority: 'mirror', message: say(line) } as const];
  });
}

/** At most three buttons: the best way on from the answer, what was in progress or the booking, and a person; or a list. */
function waysOf(
  replies: readonly Reply[],
  rest: readonly Topic[],
  { services, days }: Asked,
  turn: Turn,
): readonly (readonly Option[])[] {
  const about: QuestionAction = {
    ask: 'unhelped',
    topics: replies.flatMap((reply) => [...reply.topics]),
    services: [...new Set(replies.flatMap((reply) => reply.services))],
  };
  const noHelp = button(phrase('questionLabelUnhelped'), { flow: 'questions', data: about });
  const list = replies.flatMap((reply) => reply.list ?? []);
  if (list.length > 0) {
    const goOn = isBusy(turn) ? [[nextStep(null, turn)]] : [];
    return [...list.map((one) => [one]), ...goOn, [noHelp]];
  }
  const [next] = rest;
  const later: QuestionAction = { ask: 'topics', topics: [...rest], services, days };
  const more =
    next && button(phrase('questionLabelTopic', { topic: next }), { flow: 'questions', data: later });
  const [way] = more ? [more] : replies.flatMap((reply) => reply.ways ?? []);
  return [...(way ? [[way]] : []), [nextStep(booksOf(replies), turn)], [noHelp]];
}

/** The work and the days of all answers. */
function booksOf(replies: readonly Reply[]): Reply['books'] | null {
  const books = replies.flatMap((reply) => reply.books ?? []);
  if (books.length === 0) return null;
  const services = [...new Set(books.flatMap((one) => one.services))];
  return { services, days: books.find((one) => one.days.length > 0)?.days ?? [] };
}

/** A booking is in progress. */
function isBusy({ conversation }: Turn): boolean {
  return conversation.flow?.name === 'book';
}

/** Back to the booking that was interrupted, into one for what was asked, or to the visit that is booked. */
function nextStep(books: Reply['books'] | null, turn: Turn): Option {
  const open: BookingAction = { do: 'open' };
  if (isBusy(turn)) return button(phrase('labelContinue'), { flow: 'book', data: open });
  if (books) {
    const { services, days } = books;
    const words: BookingAction = {
      do: 'words',
      wish: { ...noWish, intent: 'book', services: [...services], days: [...days] },
    };
    const label = services.length > 0 ? phrase('questionLabelBook', { services: [...services] }) : null;
    return button(label ?? phrase('labelBook'), { flow: 'book', data: words });
  }
  if (upcomingVisits(turn.customer, turn.now).length > 0) return toStatus;
  return button(phrase('labelBook'), { flow: 'book', data: open });
}
