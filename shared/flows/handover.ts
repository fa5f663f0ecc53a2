import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import { callDue } from '#shared/domain/call-time.ts';
import { type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { titleOf } from '#shared/domain/topic-title.ts';
import { isOpen } from '#shared/domain/working-time.ts';
import { managersOf } from '#shared/station/managers.ts';
import { loudFrom } from './automatic.ts';
import {
  alertMinutes,
  anotherMorning,
  deskHours,
  gone,
  silenceMinutes,
  type TimerName,
  timerNamed,
} from './baton/timers.ts';
import { promiseOf, waiting } from './baton/waits.ts';
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

/** What the timers of a wait carry: since when it lasts. A wait that began since is another one. */
const waitData = z.object({ since: z.number() });

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
      return isThatWait(data, turn) ? broken(turn) : answer();
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
  return { ...answer(), say: [say], case: { alerts: alerts + 1 } };
}

function turnManagers({ station }: Turn): { readonly managers: string[] } {
  return { managers: managersOf(station).map(({ id }) => id) };
}

/** The time by which an answer was promised has come. */
function broken(turn: Turn): Decision<never> {
  const { owner, answerBy } = turn.case;
  if (answerBy === null || answerBy > turn.now) return answer();
  return {
    ...answer(),
    say: [toGeneral(phrase('caseAlertPromise', { who: titleOf(turn.customer), by: answerBy, owner }))],
  };
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
  // Nobody's quiet hours end for this.
  const isLoud = loudFrom(turn.customer, turn.station, turn.now) === turn.now;
  const told = isLoud && turn.now - turn.conversation.heardAt < recentMs;
  return {
    ...answer(),
    say: [
      ...(told ? [toCustomer(say(phrase('caseBackNewDay')))] : []),
      { ...toDesk(say(phrase('caseBackMorning'))), priority: 'mirror' },
    ],
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
