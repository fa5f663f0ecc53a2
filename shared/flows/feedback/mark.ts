import type { PastVisit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { titleOf } from '#shared/domain/topic-title.ts';
import { isOpen, type Mark, type Rating, rated, withReason } from '#shared/domain/visit/rating.ts';
import { managersOf } from '#shared/station/managers.ts';
import { type AnswerPromise, callMe, handOver, promiseGiven, promiseOf } from '../call-person.ts';
import { happened } from '../count.ts';
import { answer, type Decision, type Outgoing, type Turn, toCustomer, toDesk } from '../flow.ts';
import { act, askCard, review, whyCard, withPast } from './action.ts';
import { type ServiceState, withServiceQuestion } from './service-consent.ts';

/** The answer to how a visit was, and what follows it. */

/** 👍 is thanked for, 😐 and 👎 are asked what went wrong; 👎 alerts the managers at once. */
export function marked(past: PastVisit, mark: Mark, text: string, turn: Turn): Decision<ServiceState> {
  const before = past.rating;
  const rating = rated(before, mark, turn.now);
  const changes = kept(past, rating, turn);
  switch (mark) {
    case 'good': {
      const thanks = card('aside', [phrase('feedbackGood'), ...review(turn.station)], [[change(past)]]);
      const decision = {
        ...answer(thanks),
        changes: [...changes],
        say: [toCustomer(thanks), line(past, rating, text)],
      };
      return withServiceQuestion(past, decision, turn);
    }
    case 'soso': {
      const why = whyCard(past, { ...rating, mark }, [phrase('feedbackSoso')], turn);
      return { ...answer(), changes, say: [toCustomer(why), line(past, rating, text)] };
    }
    case 'bad':
      return before?.mark === 'bad'
        ? { ...answer(whyCard(past, { ...rating, mark }, promised(turn), turn)), changes }
        : alerted(past, rating, text, changes, turn);
  }
}

/** The owner hears who answers and by when; the topic, and all advisors with the managers by name, hear of it at once. */
function alerted(
  past: PastVisit,
  rating: Rating,
  text: string,
  changes: readonly Change[],
  turn: Turn,
): Decision<never> {
  const { id, vehicle } = past;
  const promise = managersPromise(turn);
  const tell = ({ advisor, by }: AnswerPromise) =>
    whyCard(past, { ...rating, mark: 'bad' }, [phrase('feedbackBad', { advisor, by })], turn);
  const handed = handOver(turn, 'rated', tell, text, [], {
    promise,
    line: (by) => phrase('feedbackBadLine', { ref: id, car: vehicle.short, text, by }),
  });
  const by = handed.settings?.answerBy ?? promise.by;
  return {
    ...handed,
    changes: [...handed.changes, ...changes],
    say: [...handed.say, ...(turn.desk ? [alert(id, text, by, turn)] : [])],
  };
}

/** A manager answers who was not content: one who speaks their language, where there is one. */
function managersPromise(turn: Turn): AnswerPromise {
  const promise = promiseOf(turn);
  const managers = managersOf(turn.station);
  const manager = managers.find(({ languages }) => languages.includes(turn.language)) ?? managers[0];
  return manager && turn.case.owner === null ? { ...promise, advisor: manager.id } : promise;
}

function alert(ref: string, text: string, by: number, { station, customer }: Turn): Outgoing {
  const managers = managersOf(station).map(({ id }) => id);
  return {
    to: 'general',
    priority: 'person',
    message: say(phrase('feedbackAlert', { who: titleOf(customer), ref, text, by, managers })),
  };
}

/** One reason more or less, on the card where it stands. */
export function reasoned(past: PastVisit, reason: Rating['reasons'][number], turn: Turn): Decision<never> {
  const { rating } = past;
  if (!rating || rating.mark === 'good') return answer(askCard(past));
  const { mark } = rating;
  const after = withReason(rating, reason);
  const lead = mark === 'bad' ? promised(turn) : [];
  return { ...answer(whyCard(past, { ...after, mark }, lead, turn)), changes: kept(past, after, turn) };
}

/** The promise that stands, said again above what changes in place. */
function promised(turn: Turn) {
  if (turn.case.waitingSince === null) return [];
  const { advisor, by } = promiseGiven(turn);
  return [phrase('feedbackBad', { advisor, by })];
}

/** The reasons are complete: the advisors read them together. */
export function finished(past: PastVisit, turn: Turn): Decision<ServiceState> {
  const { rating } = past;
  if (!rating || rating.mark === 'good') return answer(askCard(past));
  const isWaiting = rating.mark === 'bad' && turn.case.waitingSince !== null;
  const { advisor, by } = promiseGiven(turn);
  const promise = isWaiting ? { advisor, by } : null;
  const thanks = card(
    'aside',
    [phrase('feedbackThanks', { promise }), ...review(turn.station)],
    [[callMe], [change(past)]],
  );
  const decision: Decision<never> = {
    ...answer(thanks),
    say: [toCustomer(thanks), ...(rating.reasons.length > 0 ? [line(past, rating, '')] : [])],
  };
  return rating.mark === 'bad' ? decision : withServiceQuestion(past, decision, turn);
}

/** What they say in their own words, or by voice, is read and answered by a person. */
export function said(past: PastVisit, text: string, files: readonly string[], turn: Turn): Decision<never> {
  const { rating } = past;
  if (rating?.mark === 'good') return praised(past, rating, text, turn);
  const tell = ({ advisor, by }: AnswerPromise) => say(phrase('feedbackSaid', { advisor, by }));
  const own = rating ? { line: () => ratingPhrase(past, rating, text) } : {};
  const handed = handOver(turn, 'rated', tell, text, files, { promise: managersPromise(turn), ...own });
  const changes = rating ? kept(past, { ...rating, said: true }, turn) : [];
  return { ...handed, changes: [...handed.changes, ...changes] };
}

/** Kind words after 👍: the team reads them, and nobody has to answer. */
function praised(past: PastVisit, rating: Rating, text: string, turn: Turn): Decision<never> {
  return {
    ...answer(),
    changes: kept(past, { ...rating, said: true }, turn),
    say: [toCustomer(say(phrase('feedbackThanks', { promise: null }))), line(past, rating, text)],
  };
}

/** The visit with its rating, and the figure of it: a change within a day is the same answer, later the figure stays. */
function kept(past: PastVisit, rating: Rating, { customer, station, now }: Turn): readonly Change[] {
  const stored: Change = { kind: 'customer', customer: withPast(customer, { ...past, rating }) };
  if (!isOpen(past.rating, now)) return [stored];
  const { mark, reasons, at } = rating;
  return [stored, happened(`rated#${past.id}`, { what: 'rated', mark, reasons }, { station, now: at })];
}

function change({ id }: PastVisit) {
  return act(phrase('feedbackLabelChange'), { do: 'ask', visit: id });
}

function line(past: PastVisit, rating: Rating, text: string): Outgoing {
  return { ...toDesk(say(ratingPhrase(past, rating, text))), priority: 'mirror' };
}

function ratingPhrase({ id, vehicle }: PastVisit, { mark, reasons }: Rating, text: string) {
  return phrase('feedbackLine', { ref: id, car: vehicle.short, mark, reasons, text });
}
