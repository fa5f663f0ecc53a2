import type { Estimate } from './estimate.ts';
import type { Allowance, Order } from './order.ts';
import { next, type OrderStep, refused } from './step.ts';
import { held, isOpen } from './sums.ts';

/** From an advisor's draft to an estimate that waits for its answer. Pure; instants are epoch milliseconds. */

/** A work order that nothing was written in yet. `allowance`: what its owner lets us do without asking. */
export function newOrder(
  about: Pick<Order, 'ref' | 'of' | 'car' | 'vehicle' | 'visit' | 'currency' | 'vatPercent' | 'allowance'>,
): Order {
  return {
    ...about,
    version: 0,
    editions: 0,
    draft: null,
    estimate: null,
    choices: [],
    state: 'none',
    agreed: null,
    agreements: 0,
    answeredAt: null,
    asksAlways: false,
    work: 'none',
    askedWho: null,
    question: false,
    nudgedAt: null,
  };
}

/** An estimate as an advisor writes it; its edition is given here. */
export type Proposal = Omit<Estimate, 'edition'>;

/**
 * The draft from now on, as the next edition. An edition is the whole of the work: what it leaves out is not done any more
 * once it is agreed to (`agreedLines` is what it starts from).
 */
export function draftOf(order: Order, proposal: Proposal): OrderStep {
  if (order.work === 'done') return refused('done');
  const edition = order.editions + 1;
  return next(order, { editions: edition, draft: { ...proposal, edition } });
}

/** Who is asked (null: the owner), and what the owner lets us do without asking, as it is now. */
export type Proposing = {
  readonly edition: number;
  readonly at: number;
  readonly who: string | null;
  readonly allowance: Allowance | null;
};

/**
 * The draft is put to somebody. It takes the place of an edition that still waits, whose buttons say nothing from now on.
 * Work above the agreed sum stops at once.
 */
export function propose(order: Order, { edition, at, who, allowance }: Proposing): OrderStep {
  const { draft } = order;
  if (order.work === 'done') return refused('done');
  if (draft === null) return refused(order.estimate?.edition === edition ? 'already' : 'older');
  if (draft.edition !== edition) return refused('older');
  if (draft.validUntil <= at) return refused('expired');
  const asked: Order = {
    ...order,
    draft: null,
    estimate: draft,
    choices: [],
    state: 'asked',
    answeredAt: null,
    askedWho: who,
    allowance,
    question: false,
    nudgedAt: null,
  };
  return next(held(asked));
}

/** The same estimate is put to somebody else: the approver changed, or the owner answers again by themselves. */
export function askInstead(order: Order, who: string | null): OrderStep {
  return isOpen(order) ? next(order, { askedWho: who, nudgedAt: null }) : refused('notOpen');
}

/** Whoever is asked asks back: they are not reminded, and the estimate stays open, until an advisor answered. */
export function ask(order: Order, { edition }: { readonly edition: number }): OrderStep {
  const why = closedFor(order, edition);
  return why === null ? next(order, { question: true }) : refused(why);
}

/** An advisor answered it. */
export function answered(order: Order): OrderStep {
  return order.question ? next(order, { question: false }) : refused('notOpen');
}

/** The owner changed what may be done without asking: work that went on by it only stands still. */
export function allow(order: Order, allowance: Allowance | null): OrderStep {
  return order.work === 'done' ? refused('done') : next(held({ ...order, allowance }));
}

/** They were reminded, which is done once for an edition. */
export function nudged(order: Order, at: number): OrderStep {
  if (!isOpen(order)) return refused('notOpen');
  if (order.question) return refused('question');
  return order.nudgedAt === null ? next(order, { nudgedAt: at }) : refused('already');
}

/** The station takes the open edition back; what was agreed before stands. */
export function withdraw(order: Order): OrderStep {
  if (!isOpen(order)) return refused('notOpen');
  return next(order, { state: 'withdrawn', choices: [], question: false });
}

/** Nobody answered in time; what was agreed before stands. */
export function expire(
  order: Order,
  { edition, at }: { readonly edition: number; readonly at: number },
): OrderStep {
  const why = closedFor(order, edition);
  if (why !== null) return refused(why);
  if (order.question) return refused('question');
  if (order.estimate && at < order.estimate.validUntil) return refused('waits');
  return next(order, { state: 'expired', choices: [] });
}

/** Why an edition cannot be answered; null where it waits for its answer. Time is not looked at. */
export function closedFor(
  { state, estimate, work }: Order,
  edition: number,
): 'done' | 'older' | 'notOpen' | 'already' | 'expired' | null {
  if (work === 'done') return 'done';
  if (estimate?.edition !== edition) return 'older';
  switch (state) {
    case 'asked':
    case 'signing':
      return null;
    case 'agreed':
    case 'declined':
      return 'already';
    case 'expired':
      return 'expired';
    case 'none':
    case 'withdrawn':
      return 'notOpen';
  }
}
