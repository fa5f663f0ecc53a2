import { agreementName } from '#shared/domain/order/agreement.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { confirm } from '#shared/domain/order/steps.ts';
import { card, type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { handOver } from '../call-person.ts';
import { aboutOther, type Decision, type Turn, toCustomer, toDesk } from '../flow.ts';
import { actsOf } from './action.ts';
import { answeredLines, readyFor } from './lines.ts';
import { agreedChange, byTurn, recapOf } from './recap.ts';
import { changesOf, refusal, type Standing } from './standing.ts';

/** Agreements by phone or at the desk: an advisor records them, and the owner says whether they are right. */

/** Of what an advisor (`by`, a station id) recorded just now; null where nothing of the kind stands. */
export function recordedCard(order: Order, by: string): Say | null {
  const { agreed, ref, of, car } = order;
  if (agreed === null || (agreed.how !== 'phone' && agreed.how !== 'desk')) return null;
  const { number, how, at, cents, estimate, choices, edition } = agreed;
  const lines = answeredLines(estimate, choices);
  const ready = readyFor(estimate, at);
  const act = actsOf({ of, ref }, edition);
  return card('aside', phrase('estimateRecorded', { ref, number, by, how, car, at, lines, cents, ready }), [
    [
      act(phrase('estimateLabelRight'), { do: 'right', number }),
      act(phrase('estimateLabelNotSo'), { do: 'notSo', number }),
    ],
  ]);
}

/** "That's right": it is written down beside what was recorded. */
export function isRight(number: number, standing: Standing, turn: Turn): Decision<never> {
  const { customer, now } = turn;
  const step = confirm(standing.order, { number, right: true, who: customer });
  if (step.kind === 'refused') return refusal(step.why, standing, turn);
  const { order } = step;
  const { ref, agreed } = order;
  const yes = phrase('estimateConfirmed', { ref, number, who: customer.name, at: now });
  const recap = agreed
    ? recapOf(order, agreed.estimate, agreed.choices, {
        who: customer.name,
        at: agreed.at,
        number,
        signed: false,
      })
    : [];
  return {
    next: { kind: 'stay' },
    changes: [
      ...changesOf(order, standing),
      ...agreedChange(order, { ...byTurn(turn), kind: 'confirmed' }, [yes]),
    ],
    say: [toCustomer(card('aside', [...recap, yes])), aboutOther(toDesk(say(yes)), standing.owner)],
  };
}

/** "Not so": the work stands still, and a person is called at once. */
export function isNotSo(number: number, standing: Standing, turn: Turn): Decision<never> {
  const { customer, now } = turn;
  const step = confirm(standing.order, { number, right: false, who: customer });
  if (step.kind === 'refused') return refusal(step.why, standing, turn);
  const { order } = step;
  const { ref } = order;
  const no = phrase('estimateDisputed', { ref, number, who: customer.name, at: now });
  const called = handOver(
    turn,
    'estimate',
    ({ advisor, by }) => card('aside', [no, phrase('estimateDisputedNext', { advisor, by })]),
    agreementName({ ref, number }),
  );
  return {
    ...called,
    changes: [
      ...changesOf(order, standing),
      ...agreedChange(order, { ...byTurn(turn), kind: 'disputed' }, [no]),
      ...called.changes,
    ],
    say: [...called.say, aboutOther(toDesk(say(no)), standing.owner)],
  };
}
