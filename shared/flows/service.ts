import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, defineFlow, type Turn } from './flow.ts';
import { type ServiceAction, serviceAction } from './service/action.ts';
import { due, marked, monthMs } from './service/reminder.ts';
import { serviceTimer } from './service/timer.ts';

/** What is due of a car: said once where its owner wants to be reminded, with a way to book it, to put it off, or to hear no more. */
export const service = defineFlow({
  name: 'service',
  state: z.never(),
  action: serviceAction,
  takes: () => false,
  timers: true,
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    if (event.kind === 'timer') return due(event.key, event.data, turn);
    return event.kind === 'action' ? answered(event.action, turn) : answer();
  },
});

function answered(action: ServiceAction, turn: Turn): Decision<never> {
  const { customer, station, now, address } = turn;
  const isLater = action.do === 'later';
  const after = marked(customer, action, isLater ? { later: now + monthMs } : { silent: true });
  const car = customer.vehicles.find(({ id }) => id === action.vehicle)?.short ?? '';
  const told = isLater ? phrase('feedbackLater') : phrase('feedbackNever', { car });
  return {
    ...answer(card('aside', told)),
    changes: [
      { kind: 'customer', customer: after },
      serviceTimer(after, action.vehicle, addressKey(address), station, now),
    ],
  };
}
