import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { Report } from '#shared/domain/report.ts';
import { afterWorkingMinutes } from '#shared/domain/working-time.ts';
import { deskHours } from '../baton/timers.ts';
import { type AnswerPromise, handOver, promiseOf } from '../call-person.ts';
import { type Decision, type Outgoing, type Turn, toCustomer } from '../flow.ts';
import { consentQuestion } from '../settings/consent.ts';
import { defectOf, leadsTo, recapCard } from './cards.ts';
import { kept, noTimer } from './row.ts';
import type { Reporting } from './state.ts';

/** The end of the questions: the advisors get one line, the owner the recap with its number. */

/** An estimate by photos is there within so many working minutes. */
const remoteMinutes = 60;
/** Promises are made in steps of five minutes. */
const stepMs = 5 * 60_000;

/**
 * Hands a report over, whatever of it is known. `told`: false where a person has the talk and the owner asked for nothing:
 * then only the advisors read it.
 */
export function passOn(
  report: Report,
  before: Reporting['before'],
  turn: Turn,
  told = true,
): Decision<Reporting> {
  const passed = { ...report, passedAt: turn.now };
  const promise = promiseFor(report, turn);
  const handed = handOver(
    turn,
    'problem',
    (given) => recapCard(passed, given, before, turn),
    report.words,
    [],
    {
      line: (by) => lineOf(report, by),
      ...(promise ? { promise } : {}),
    },
  );
  return {
    ...handed,
    next: afterwards(before),
    changes: [...handed.changes, ...kept(passed, turn), noTimer(report.id)],
    say: told ? handed.say : handed.say.filter(({ to }: Outgoing) => to !== 'customer'),
  };
}

/**
 * The same where the person just said it all: below their first report they are asked whether we may write by ourselves, unless
 * they were asked before, or something else goes on. No answer is "only when I ask".
 */
export function passOnAndAsk(report: Report, before: Reporting['before'], turn: Turn): Decision<Reporting> {
  const passed = passOn(report, before, turn);
  const { consents, reports } = turn.customer;
  const isFirst = reports.every(({ id }) => id === report.id);
  if (consents.visit !== undefined || before !== null || !isFirst) return passed;
  return {
    ...passed,
    next: { kind: 'hand', flow: 'settings', state: { step: 'consent' } },
    say: [...passed.say, toCustomer(consentQuestion([]))],
  };
}

/** One line that a technician can act on. */
function lineOf(report: Report, by: number): Phrase {
  return phrase('reportLine', { ...defectOf(report), danger: report.danger, words: report.words, by });
}

/** An estimate by photos takes an hour in which people are there; null: the usual promise. */
function promiseFor(report: Report, turn: Turn): AnswerPromise | null {
  if (leadsTo(report, turn) !== 'remote') return null;
  const by = afterWorkingMinutes(deskHours(turn.station), turn.now, remoteMinutes);
  return by === null ? null : { ...promiseOf(turn), by: Math.ceil(by / stepMs) * stepMs };
}

/** What was in progress when the report began goes on. */
export function afterwards(before: Reporting['before']): Decision<Reporting>['next'] {
  return before === null ? { kind: 'done' } : { kind: 'hand', flow: before.name, state: before.state };
}
