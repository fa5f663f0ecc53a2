import * as z from 'zod';
import type { OrderHead } from '#shared/domain/order/order.ts';
import { card, type Option, type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { titleOf } from '#shared/domain/topic-title.ts';
import { isInHouse } from '#shared/domain/visit/stage.ts';
import { managersOf } from '#shared/station/managers.ts';
import { type AnswerPromise, callMe, handOver } from './call-person.ts';
import { isHere } from './coming/which.ts';
import { answer, button, type Decision, defineFlow, type Outgoing, type Turn } from './flow.ts';

const action = z.discriminatedUnion('do', [
  /** `text`: their words; '' where they said it by a button or a lone word. */
  z.object({ do: z.literal('asked'), text: z.string() }),
  /** "Please stop", and nothing tells what. */
  z.object({ do: z.literal('which') }),
]);

/**
 * "Please stop the work": the advisors hear it at once, before anything else and at any hour, the managers by name. It is never
 * taken for a wish to get no messages. Whether work stops is for a person to say: by one tap below the line.
 */
export const stopWork = defineFlow({
  name: 'stopWork',
  state: z.never(),
  action,
  takes: () => false,
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    if (event.kind !== 'action') return answer();
    if (event.action.do === 'asked') return alerted(event.action.text, turn);
    // With a car here the safe reading counts at once; the other one is a tap away.
    return isWithUs(turn) ? alerted('', turn, [stopMessages]) : answer(which);
  },
});

/** What follows so soon is about the same: it is passed on, and all are not told once more. Milliseconds. */
const sameWishMs = 10 * 60_000;

const stopMessages: Option = button(phrase('ownLabelStopMessages'), {
  flow: 'settings',
  data: { do: 'stop' },
});

const which: Say = card('aside', phrase('ownStopWhich'), [
  [stopMessages, button(phrase('ownLabelStopWork'), { flow: 'stopWork', data: { do: 'asked', text: '' } })],
]);

/** A car of theirs is at the station, or work on it goes on. */
function isWithUs(turn: Turn): boolean {
  return startedOf(turn.customer.orders).length > 0 || isHere(turn);
}

function startedOf(orders: readonly OrderHead[]): readonly OrderHead[] {
  return orders.filter(({ work }) => work === 'started');
}

function alerted(text: string, turn: Turn, more: readonly Option[] = []): Decision<never> {
  const { customer, now, conversation, station } = turn;
  const isSaidAgain = turn.case.waitingSince !== null && now - conversation.stopWorkAt < sameWishMs;
  if (isSaidAgain)
    return handOver(turn, 'more', ({ advisor, by }) => say(phrase('passedOn', { advisor, by })), text);
  const started = startedOf(customer.orders);
  const phone = customer.phone ?? '';
  const line = say(
    phrase('ownStopLine', { car: carOf(started, turn), text, phone, work: started.length > 0 }),
    started.map((head) => [stopButton(head)]),
  );
  const handed = handOver(turn, 'stopWork', (promise) => told(promise, turn, more), text);
  const managers = managersOf(station).map(({ id }) => id);
  const alert = say(phrase('ownStopAlert', { who: titleOf(customer), text, phone, managers }));
  return {
    ...handed,
    say: [
      ...handed.say.filter(({ to }) => to === 'customer').map(first),
      { to: 'desk', priority: 'danger', message: line },
      { to: 'general', priority: 'danger', message: alert },
    ],
    settings: { ...handed.settings, stopWorkAt: now },
  };
}

function first(outgoing: Outgoing): Outgoing {
  return { ...outgoing, priority: 'danger' };
}

function told({ advisor, by, open }: AnswerPromise, { station }: Turn, more: readonly Option[]): Say {
  const text = phrase('ownStopWork', { advisor, by, open, phone: station.phone });
  return say(text, [[callMe], ...more.map((one) => [one])]);
}

/** The car that work goes on at, or that is here; '' where neither is known. */
function carOf(started: readonly OrderHead[], { customer }: Turn): string {
  const here = customer.visits.find(({ life }) => isInHouse(life.stage));
  return started.at(-1)?.car || here?.vehicle.short || '';
}

/** The desk's own button: work on that order stands still. Work is of the order, whatever edition of its estimate is agreed. */
function stopButton({ of, ref }: OrderHead): Option {
  return button(phrase('ownLabelDeskStop'), {
    flow: 'desk.estimate',
    data: { do: 'work', of, ref, edition: 0, to: 'stop' },
  });
}
