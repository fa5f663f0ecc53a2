import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import { callDue } from '#shared/domain/call-time.ts';
import { card, type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { titleOf } from '#shared/domain/topic-title.ts';
import { newsAfter } from '#shared/domain/visit/promise.ts';
import { isOpen, workingMinutes } from '#shared/domain/working-time.ts';
import { managersOf } from '#shared/station/managers.ts';
import { loudFrom, passage } from './automatic.ts';
import {
  alertMinutes,
  anotherMorning,
  deskHours,
  gone,
  promiseAgain,
  silenceMinutes,
  type TimerName,
  timerNamed,
} from './baton/timers.ts';
import { promiseOf, waiting } from './baton/waits.ts';
import { callMe } from './call-person.ts';
import { happened } from './count.ts';
import {
  answer,
  button,
  type Decision,
  defineFlow,
  type Outgoing,
  type Turn,
  toCustomer,
  toDesk,
} from './flow.ts';

/** What the timers of a wait carry: since when it lasts. A wait that began since is another one. `alerted`: the desk knows already. */
const waitData = z.object({ since: z.number(), alerted: z.boolean().exactOptional() });

/** The baton by itself: alerts while nobody answers, the offer to give a silent talk back, its return in the morning. */
export const handover = defineFlow({
  name: 'handover',
  state: z.never(),
  action: z.never(),
  takes: () => false,
  timers: true,
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    if (event.kind !== 'timer') return answer();
    const name = timerNamed(event.key);
    const home = addressKey(turn.address);
    // It was used up by firing, whatever follows.
    const used = [gone(name ?? 'alert', home)];
    if (name === null)
      return { ...answer(), changes: [{ kind: 'timer', key: event.key, dueAt: null, data: null }] };
    const decision = fired(name, event.data, turn);
    return { ...decision, changes: [...used, ...decision.changes] };
  },
});

function fired(name: TimerName, data: unknown, turn: Turn): Decision<never> {
  switch (name) {
    case 'alert':
      return isThatWait(data, turn) ? alert(turn) : answer();
    case 'promise':
      return isThatWait(data, turn) ? broken(data, turn) : answer();
    case 'silence':
      return offer(turn);
    case 'morning':
      return morning(turn);
    case 'call':
      return callDueNow(data, turn);
  }
}

function isThatWait(data: unknown, { case: { waitingSince } }: Turn): boolean {
  const wait = waitData.safeParse(data);
  return wait.success && waitingSince !== null && wait.data.since === waitingSince;
}

/** The next of the alerts: whoever has it, in the topic; then everybody; then the manager by name. */
function alert(turn: Turn): Decision<never> {
  const { alerts, owner, waitingSince } = turn.case;
  const minutes = alertMinutes[alerts];
  if (minutes === undefined || waitingSince === null) return answer();
  const told = { who: titleOf(turn.customer), since: waitingSince, minutes, owner };
  const { managers } = turnManagers(turn);
  const say: Outgoing =
    alerts === 0
      ? inTopic(turn, phrase('caseAlertOwner', told))
      : toGeneral(
          alerts === 1 || managers.length === 0
            ? phrase('caseAlertAll', told)
            : phrase('caseAlertManager', { ...told, managers }),
        );
  const isLast = alerts + 1 === alertMinutes.length;
  return {
    ...answer(),
    say: [say],
    case: { alerts: alerts + 1 },
    changes: isLast ? [happened(`unanswered#${turn.id}`, { what: 'unanswered' }, turn)] : [],
  };
}

function turnManagers({ station }: Turn): { readonly managers: string[] } {
  return { managers: managersOf(station).map(({ id }) => id) };
}

/** The time by which an answer was promised has come: all advisors hear it, and who was told that time reads an honest new one. */
function broken(data: unknown, turn: Turn): Decision<never> {
  const { owner, answerBy: was, home, waitingSince } = turn.case;
  const { customer, station, now } = turn;
  if (was === null || was > now) return answer();
  const alert = toGeneral(phrase('caseAlertPromise', { who: titleOf(customer), by: was, owner }));
  const isFirst = !waitData.safeParse(data).data?.alerted;
  const alerted = isFirst ? [alert] : [];
  const changes =
    isFirst && isTold(turn, was)
      ? [happened(`broken#${turn.id}`, { what: 'broken', of: 'answer' }, turn)]
      : [];
  const by = isTold(turn, was) ? anotherAnswer(turn) : null;
  if (by === null) return { ...answer(), say: alerted, changes };
  const loud = loudFrom(customer, station, now);
  if (loud > now) {
    const again = promiseAgain(home, loud, { since: waitingSince, alerted: true });
    return { ...answer(), say: alerted, changes: [...changes, again] };
  }
  const words = phrase('caseLate', { advisor: promiseOf(turn).advisor, was, by, phone: station.phone });
  return {
    ...answer(),
    say: [toCustomer(card('aside', words, [[callMe]])), ...alerted],
    changes,
    case: { answerBy: by },
    settings: { answerBy: by },
  };
}

/** The customer was told that time; what only the desk knows is no promise to them. */
function isTold({ conversation }: Turn, was: number): boolean {
  return conversation.answerBy === was;
}

/** Working minutes that another answer takes at least. */
const leastMinutes = 30;

/** The longer somebody has waited, the longer until the next word: each is said once, and not every half hour. */
function anotherAnswer({ case: { waitingSince }, station, now }: Turn): number | null {
  const desk = deskHours(station);
  const waited = waitingSince === null ? 0 : workingMinutes(desk, waitingSince, now);
  return newsAfter(desk, Math.max(leastMinutes, 2 * waited), now);
}

/** Nobody said anything for a while, and nobody waits: shall the bot go on? At night the morning decides. */
function offer(turn: Turn): Decision<never> {
  const { baton, owner, waitingSince } = turn.case;
  if (baton !== 'person' || waitingSince !== null || !isOpen(deskHours(turn.station), turn.now))
    return answer();
  const line = say(phrase('caseSilence', { owner, minutes: silenceMinutes }), [
    [deskButton('caseLabelGiveBack', 'giveBack')],
  ]);
  return { ...answer(), say: [{ ...toDesk(line), priority: 'answer' }] };
}

/** Customers who wrote longer ago have left: they are not written to just to say that a talk is over. */
const recentMs = 23 * 60 * 60_000;

/** A new day: the bot has the talk again, unless somebody still waits for an answer. */
function morning(turn: Turn): Decision<never> {
  const { baton, waitingSince, home } = turn.case;
  if (baton !== 'person') return answer();
  if (waitingSince !== null) return { ...answer(), changes: anotherMorning(home, turn.station, turn.now) };
  // They were answered and ask for nothing: it goes by the gate, and what would have to wait is not worth saying.
  const may = passage({ purpose: 'visit', worthUntil: turn.conversation.heardAt + recentMs }, turn);
  const desk: Outgoing = { ...toDesk(say(phrase('caseBackMorning'))), priority: 'mirror' };
  return {
    ...answer(),
    changes: may.kind === 'go' ? [{ kind: 'customer', customer: may.customer }] : [],
    say: may.kind === 'go' ? [toCustomer(say(phrase('caseBackNewDay'))), desk] : [desk],
    case: { baton: 'bot', owner: null },
  };
}

const callData = z.object({ when: z.string() });

/** The time has come at which the customer wanted to be called: they wait from now on. */
function callDueNow(data: unknown, turn: Turn): Decision<never> {
  const { callback } = turn.case;
  const known = callData.safeParse(data);
  if (!known.success || callback?.when !== known.data.when) return answer();
  const { when } = callback;
  const by = callDue(deskHours(turn.station), when);
  const promise = promiseOf(turn);
  return {
    ...answer(),
    say: [toDesk(say(phrase('caseCallLine', { when, phone: turn.customer.phone ?? '' })))],
    case: waiting(turn, { ...promise, by: by ?? promise.by }),
  };
}

function inTopic({ case: { baton } }: Turn, line: ReturnType<typeof phrase>): Outgoing {
  const take = baton === 'person' ? [] : [deskButton('caseLabelTake', 'take')];
  return toDesk(say(line, [[...take, deskButton('caseLabelNoAnswer', 'noAnswer')]]));
}

function toGeneral(line: ReturnType<typeof phrase>): Outgoing {
  return { to: 'general', priority: 'person', message: say(line) };
}

function deskButton(
  label: 'caseLabelTake' | 'caseLabelNoAnswer' | 'caseLabelGiveBack',
  what: string,
): Option {
  return button(phrase(label), { flow: 'desk.case', data: { do: what } });
}
