import type { CaseChange } from '#shared/domain/case.ts';
import { cut } from '#shared/domain/cut.ts';
import type { Change, PersonRequest } from '#shared/domain/facts.ts';
import { type Option, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import {
  type AnswerPromise,
  isHushed,
  promiseGiven,
  promiseOf,
  waiting,
  wasToldLately,
} from './baton/waits.ts';
import { button, type Decision, type Outgoing, type Turn, toCustomer, toDesk } from './flow.ts';

export { type AnswerPromise, promiseGiven, promiseOf } from './baton/waits.ts';

/** Longest words of a person that a request carries; the transcript keeps all of them. */
const longestText = 1_000;

/** What calls a person: the stored request, the line in the customer's topic, and who waits from now on. */
function callPerson(
  turn: Turn,
  reason: PersonRequest['reason'],
  promise: AnswerPromise,
  text: string,
  files: readonly string[],
  { line, beside = [], ways = [] }: Own,
): { readonly changes: readonly Change[]; readonly say: readonly Outgoing[]; readonly case: CaseChange } {
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
  const plain = phrase('deskRequest', {
    ref: request.id,
    name: request.name,
    car,
    reason,
    text: request.text,
    by: promise.by,
  });
  return {
    changes: [{ kind: 'request', request }],
    // What is only added stands in the topic by itself.
    say: turn.desk && reason !== 'more' ? [toDesk(say([line?.(promise.by) ?? plain, ...beside], ways))] : [],
    case: waiting(turn, promise),
  };
}

/** [Call me back], wherever a call is the better answer. */
export const callMe: Option = button(phrase('caseLabelCallMe'), { flow: 'callback', data: { do: 'ask' } });

/** What was added to a call is not worth a word each time, and at night nothing is. */
const additions: readonly PersonRequest['reason'][] = ['more', 'misunderstood', 'photos', 'file'];

/** What a call has of its own: the line that the advisors read, and by when it is answered. */
type Own = {
  readonly line?: (by: number) => Phrase;
  /** What they are told below it. */
  readonly beside?: readonly Phrase[];
  /** Buttons below that line. */
  readonly ways?: readonly (readonly Option[])[];
  readonly promise?: AnswerPromise;
};

/**
 * Calls a person and tells the customer who answers and by when; whatever was in progress goes on. Nothing is said where the
 * customer was told already and only adds to it.
 */
export function handOver(
  turn: Turn,
  reason: PersonRequest['reason'],
  tell: (promise: AnswerPromise) => Say,
  text = '',
  files: readonly string[] = [],
  own: Own = {},
): Decision<never> {
  // Somebody who waits has a promise already; nobody gets two different ones for one and the same wait.
  const isAdded = reason === 'more' || reason === 'tooLate' || turn.case.waitingSince !== null;
  const promise = isAdded ? promiseGiven(turn) : (own.promise ?? promiseOf(turn));
  const called = callPerson(turn, reason, promise, text, files, own);
  const isSilent =
    (additions.includes(reason) && isHushed(turn, promise)) || (reason === 'more' && wasToldLately(turn));
  const told = reason === 'more' && !isSilent ? { passedOnAt: turn.now } : {};
  return {
    next: { kind: 'stay' },
    changes: called.changes,
    say: [...(isSilent ? [] : [toCustomer(tell(promise))]), ...called.say],
    case: called.case,
    settings: { calledAt: turn.now, answerBy: promise.by, ...told },
  };
}

/** A visit that starts too soon to be changed in the chat: a person helps, by phone or here. */
export function tooLateToChange({ station }: Turn, { advisor, by }: AnswerPromise): Phrase {
  return phrase('tooLateToChange', { phone: station.phone, advisor, by });
}

/** As many open visits as one person may have. */
export function limitReached({ customer }: Turn, { advisor, by }: AnswerPromise): Phrase {
  return phrase('limitReached', { count: customer.visits.length, advisor, by });
}
