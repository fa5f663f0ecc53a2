import { answerBy } from '#shared/domain/answer-by.ts';
import { cut } from '#shared/domain/cut.ts';
import type { Change, PersonRequest } from '#shared/domain/facts.ts';
import { type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { Advisor } from '#shared/station/schema.ts';
import { textIn } from '#shared/station/text-in.ts';
import { type Decision, type Outgoing, type Turn, toCustomer, toDesk } from './flow.ts';

/** Who answers and by when, as texts show it. */
export type AnswerPromise = { readonly advisor: string; readonly by: number; readonly open: boolean };

/** The advisor who speaks the person's language, and the time by which they answer, from the station's hours. */
export function promiseOf(turn: Turn): AnswerPromise {
  const { station, now, language } = turn;
  const advisor =
    station.advisors.find(({ languages }) => languages.includes(language)) ?? station.advisors[0];
  const hoursOn = (date: string) => deskHoursOn(station, date);
  return { advisor: advisorName(advisor, turn), ...answerBy({ zone: station.zone, hoursOn }, now) };
}

/** The promise that was given, as long as it is ahead; what comes on top of a call is answered with the call. */
export function promiseGiven(turn: Turn): AnswerPromise {
  const { answerBy } = turn.conversation;
  const promise = promiseOf(turn);
  return answerBy > turn.now ? { ...promise, by: answerBy } : promise;
}

function advisorName(advisor: Advisor | undefined, { language, station }: Turn): string {
  return advisor ? textIn(advisor.name, language, station) : textIn(station.name, language, station);
}

/** Longest words of a person that a request carries; the transcript keeps all of them. */
const longestText = 1_000;

/** The request as it is stored, and the line that the advisors' group gets. */
function callPerson(
  turn: Turn,
  reason: PersonRequest['reason'],
  text: string,
  files: readonly string[] = [],
): {
  readonly changes: readonly Change[];
  readonly say: readonly Outgoing[];
  readonly promise: AnswerPromise;
  readonly settings: { readonly calledAt: number; readonly answerBy: number };
} {
  // Tapped again and again, a visit that starts soon is still one and the same request.
  const promise = reason === 'more' || reason === 'tooLate' ? promiseGiven(turn) : promiseOf(turn);
  const request: PersonRequest = {
    id: turn.id,
    customer: turn.customer.id,
    name: turn.customer.name,
    reason,
    text: cut(text, longestText),
    files: [...files],
    language: turn.language,
    at: turn.now,
    answerBy: promise.by,
  };
  const car = turn.customer.vehicles.at(-1)?.short ?? '';
  const line = phrase('deskRequest', {
    ref: request.id,
    name: request.name,
    car,
    reason,
    text: request.text,
    by: promise.by,
  });
  return {
    changes: [{ kind: 'request', request }],
    say: turn.desk ? [toDesk(say(line))] : [],
    promise,
    settings: { calledAt: turn.now, answerBy: promise.by },
  };
}

/** Calls a person and tells the customer who answers and by when; whatever was in progress goes on. */
export function handOver(
  turn: Turn,
  reason: PersonRequest['reason'],
  tell: (promise: AnswerPromise) => Say,
  text = '',
  files: readonly string[] = [],
): Decision<never> {
  const { changes, say: desk, promise, settings } = callPerson(turn, reason, text, files);
  return { next: { kind: 'stay' }, changes, say: [toCustomer(tell(promise)), ...desk], settings };
}

/** A visit that starts too soon to be changed in the chat: a person helps, by phone or here. */
export function tooLateToChange({ station }: Turn, { advisor, by }: AnswerPromise): Phrase {
  return phrase('tooLateToChange', { phone: station.phone, advisor, by });
}

/** As many open visits as one person may have. */
export function limitReached({ customer }: Turn, { advisor, by }: AnswerPromise): Phrase {
  return phrase('limitReached', { count: customer.visits.length, advisor, by });
}
