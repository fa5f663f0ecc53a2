import type { Order } from '#shared/domain/order/order.ts';
import { finish, type OrderStep, start, stop, withOrder } from '#shared/domain/order/steps.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { type About, type DeskDecision, type DeskTurn, toast } from '../turn.ts';
import { refusedWords } from './refused.ts';
import { isOne } from './words.ts';

/** Whether work goes on. However it is asked for, it never goes beyond what was agreed: `shared/domain/order/work.ts` decides. */

export type WorkStep = 'start' | 'stop' | 'done';

const words: Readonly<Record<WorkStep, readonly string[]>> = {
  start: ['start', 'go', 'старт', 'начать', 'начали', 'почати', 'почали', 'εναρξη', 'αρχη', 'ξεκινα'],
  stop: ['stop', 'стоп', 'зупинити', 'остановить', 'στοπ', 'διακοπη'],
  done: ['done', 'ready', 'finish', 'готово', 'готова', 'зроблено', 'τελος', 'ετοιμο'],
};

/** What stands behind `/work`, in any language of the desk; null for anything else. */
export function workStepOf(text: string): WorkStep | null {
  const all = ['start', 'stop', 'done'] as const;
  return all.find((step) => isOne(text, words[step])) ?? null;
}

/** Work begins, stands still, or is done; or why not, with the sums that it is about. */
export function worked(to: WorkStep, order: Order, about: About, { by }: DeskTurn): DeskDecision {
  const step = stepped(to, order, about);
  if (step.kind === 'refused') return toast(refusedWords(step.why, order));
  const { order: after } = step;
  const work = ({ start: 'started', stop: 'stopped', done: 'done' } as const)[to];
  const cents = after.agreed?.cents ?? 0;
  const line = phrase('orderWork', { ref: after.ref, by: by.advisor, work, cents });
  return {
    changes: [{ kind: 'order', order: after }],
    customer: withOrder(about.customer, after),
    say: [{ to: 'topic', priority: 'answer', message: say(line) }],
  };
}

function stepped(to: WorkStep, order: Order, { customer }: About): OrderStep {
  switch (to) {
    case 'start':
      return start(order, { allowance: customer.allowance });
    case 'stop':
      return stop(order);
    case 'done':
      return finish(order);
  }
}
