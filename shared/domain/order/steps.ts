/**
 * The work order as a state machine: every step gives the next order or a named refusal (`OrderStep`), and none of them leads to
 * work that costs more than was agreed. `propose.ts`: from draft to estimate; `answer.ts`: what is said to it; `work.ts`: whether
 * work goes on; `sums.ts`: what may be done; `heads.ts`: what the customer's row carries.
 */
export { agree, carryOn, choose, chooseAll, confirm, decline, notFor, record, sign } from './answer.ts';
export { deferredOf, headOf, isOver, withOrder } from './heads.ts';
export {
  allow,
  answered,
  ask,
  askInstead,
  draftOf,
  expire,
  newOrder,
  nudged,
  propose,
  withdraw,
} from './propose.ts';
export { isAsked, isOwner, type OrderStep, type Refusal, refusals } from './step.ts';
export { agreedLines, ceiling, dearest, isOpen, mayWork, nameOf, planned } from './sums.ts';
export { finish, start, stop } from './work.ts';
