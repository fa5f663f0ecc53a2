import * as z from 'zod';
import { callStart, callTimes } from '#shared/domain/call-time.ts';
import type { CaseChange } from '#shared/domain/case.ts';
import type { Change } from '#shared/domain/facts.ts';
import { card, type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { callTimer, deskHours } from './baton/timers.ts';
import { promiseOf, waiting } from './baton/waits.ts';
import { answer, button, type Decision, defineFlow, type Turn, toCustomer, toDesk } from './flow.ts';
import { typedPhone } from './typed-phone.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask') }),
  /** `when` as in `domain/call-time.ts`. */
  z.object({ do: z.literal('at'), when: z.string() }),
]);

/** "Call me back": when it suits, on which number; the advisors see it, and somebody waits from that time on. */
export const callback = defineFlow({
  name: 'callback',
  /** The number is asked for where none is known. */
  state: z.object({ when: z.string() }),
  action,
  takes: (_state, event, { word }) => {
    if (event.kind === 'contact') return true;
    return event.kind === 'text' && (word === 'skip' || word === 'no' || typedPhone(event.text) !== null);
  },
  needs: () => [],
  decide: (state, event, _facts, turn) => {
    switch (event.kind) {
      case 'action':
        return event.action.do === 'ask' ? asksWhen(turn) : asksNumber(event.action.when, turn);
      case 'contact':
        return event.own
          ? agreed(state?.when ?? 'now', event.phone, turn)
          : answer(say(phrase('phoneNotYours')));
      case 'text':
        return agreed(state?.when ?? 'now', typedPhone(event.text) ?? '', turn);
      case 'again':
        return state === null ? asksWhen(turn) : { ...answer(numberQuestion(state.when)), understood: false };
      case 'timer':
        return answer();
    }
  },
});

function asksWhen({ station, now }: Turn): Decision<never> {
  const rows = callTimes(deskHours(station), now).map((when) => [
    button(phrase('caseLabelCallWhen', { when }), { flow: 'callback', data: { do: 'at', when } }),
  ]);
  return answer(card('aside', phrase('caseCallAsk'), rows));
}

/** Nothing is asked that is known already, nor in the middle of something else: a booking would lose the time it holds. */
function asksNumber(when: string, turn: Turn): Decision<{ when: string }> {
  const { phone } = turn.customer;
  const { flow } = turn.conversation;
  const isBusy = flow !== null && flow.name !== 'callback';
  if (phone !== null || isBusy) return agreed(when, phone ?? '', turn);
  return { ...answer(numberQuestion(when)), next: { kind: 'at', state: { when } } };
}

function numberQuestion(when: string): Outbound {
  const askContact = { share: phrase('labelSharePhone'), skip: phrase('labelSkip') };
  return { ...say(phrase('caseCallPhone', { when })), askContact };
}

/** A call "now" is somebody who waits now; a later one is, from its time on. */
function agreed(when: string, phone: string, turn: Turn): Decision<never> {
  const { now, customer } = turn;
  const promise = promiseOf(turn);
  const start = callStart(deskHours(turn.station), when);
  const isLater = start !== null && start > now;
  const wish: CaseChange = { callback: { when, at: now } };
  const changes: Change[] = isLater ? [callTimer(turn.case.home, start, when)] : [];
  if (phone !== '' && customer.phone === null)
    changes.push({ kind: 'customer', customer: { ...customer, phone, phoneProven: false } });
  return {
    next: { kind: 'done' },
    changes,
    say: [
      toCustomer(say(phrase('caseCallSet', { when, phone, advisor: promise.advisor }))),
      toDesk(say(phrase('caseCallLine', { when, phone }))),
    ],
    case: isLater ? wish : { ...wish, ...waiting(turn, promise) },
  };
}
