import type { Person } from '../customer.ts';
import { agreedTotal, type Choice, type Estimate, totalOf } from './estimate.ts';
import type { Allowance, Order } from './order.ts';
import { closedFor } from './propose.ts';
import { isAsked, isOwner, next, type OrderStep, type Refusal, refused } from './step.ts';
import { ceiling, held, isOpen, namesOf } from './sums.ts';

/** Answers to an estimate: by whoever is asked, by an advisor who heard them, and within the allowance. Pure. */

/** Who answers which edition, when (epoch milliseconds). */
export type Answering = { readonly edition: number; readonly at: number; readonly who: Person };
/** Sums above it need a signature or the word for it; null: none does. Cents. */
export type SignAbove = { readonly signAbove: number | null };

/** One line is chosen; it counts only once they agree. Another word on the same line takes its place. */
export function choose(order: Order, { choice, ...by }: Answering & { readonly choice: Choice }): OrderStep {
  const why = notFor(order, by);
  if (why !== null) return refused(why);
  const line = order.estimate?.lines.find(({ id }) => id === choice.line);
  if (!line?.options[choice.option]) return refused('noLine');
  const others = order.choices.filter((one) => one.line !== choice.line);
  return next(order, { choices: [...others, choice], state: 'asked' });
}

/** All lines are chosen alike; where a way was chosen, it stays. */
export function chooseAll(order: Order, { says, ...by }: Answering & Pick<Choice, 'says'>): OrderStep {
  const why = notFor(order, by);
  if (why !== null) return refused(why);
  const choices = (order.estimate?.lines ?? []).map(({ id }): Choice => {
    const before = order.choices.find(({ line }) => line === id);
    return { line: id, says, option: before?.option ?? 0 };
  });
  return next(order, { choices, state: 'asked' });
}

/**
 * What they chose is agreed; above the station's limit it waits for a signature (`signing`). Where they said yes to nothing,
 * it is declined: nothing may be done any more.
 */
export function agree(order: Order, { signAbove, ...by }: Answering & SignAbove): OrderStep {
  const why = notFor(order, by);
  if (why !== null) return refused(why);
  const { estimate, choices } = order;
  if (estimate === null || !isComplete(estimate, choices)) return refused('unanswered');
  if (!choices.some(({ says }) => says === 'yes')) return next(declined(order, choices, by.at));
  const cents = agreedTotal(estimate, choices);
  if (signAbove !== null && cents > signAbove)
    return order.state === 'signing' ? refused('sign') : next(order, { state: 'signing' });
  return next(agreedBy(order, estimate, choices, { ...by, how: 'chat' }));
}

/** They refuse all of it; what they had put off stays put off. */
export function decline(order: Order, by: Answering): OrderStep {
  const why = notFor(order, by);
  if (why !== null) return refused(why);
  return next(declined(order, refusedLines(order), by.at));
}

/** The word for it, or their signature on the document: what was chosen is agreed. */
export function sign(order: Order, by: Answering): OrderStep {
  const why = notFor(order, by);
  if (why !== null) return refused(why);
  const { estimate, choices, state } = order;
  if (state !== 'signing' || estimate === null) return refused('notOpen');
  return next(agreedBy(order, estimate, choices, { ...by, how: 'chat' }));
}

/**
 * An advisor records what was agreed by phone or at the desk: of the draft, or of the edition that was sent last. Work may
 * begin; the owner is asked if it is right (`confirm`). Until then the allowance counts from what they said before. Above the
 * station's limit only a signature at the desk counts; what was said by phone waits for it.
 */
export function record(
  order: Order,
  recorded: SignAbove & {
    readonly edition: number;
    readonly at: number;
    readonly how: 'phone' | 'desk';
    readonly choices: readonly Choice[];
    /** Who is asked if it is right: the approver by id, the owner (null); without it whoever was asked before. */
    readonly who?: string | null;
  },
): OrderStep {
  const { edition, at, how, who = order.askedWho, signAbove } = recorded;
  if (order.work === 'done') return refused('done');
  const isDraft = order.draft?.edition === edition;
  const estimate = isDraft ? order.draft : order.estimate;
  if (estimate === null || estimate.edition !== edition) return refused('older');
  if (!isDraft && order.state === 'withdrawn') return refused('notOpen');
  const choices = recorded.choices.filter(({ line }) => estimate.lines.some(({ id }) => id === line));
  if (!isComplete(estimate, choices)) return refused('unanswered');
  const draft = isDraft ? null : order.draft;
  const taken: Order = { ...order, estimate, choices: [...choices], draft, askedWho: who };
  const asked: Order = isDraft ? { ...taken, question: false, nudgedAt: null } : taken;
  if (!choices.some(({ says }) => says === 'yes')) return next(declined(asked, choices, at));
  const cents = agreedTotal(estimate, choices);
  if (how === 'phone' && signAbove !== null && cents > signAbove)
    return next(held({ ...asked, state: 'signing', answeredAt: null }));
  return next(agreedBy(asked, estimate, choices, { at, how }));
}

/** The owner's word (or the approver's) on what an advisor recorded. "Not so" stops the work and ends the allowance. */
export function confirm(
  order: Order,
  { number, right, who }: { readonly number: number; readonly right: boolean; readonly who: Person },
): OrderStep {
  const { agreed } = order;
  if (agreed === null || agreed.number !== number) return refused('older');
  if (!isOwner(order, who) && !isAsked(order, who)) return refused('notTheirs');
  if (agreed.how !== 'phone' && agreed.how !== 'desk') return refused('already');
  if (agreed.confirmed === true || agreed.confirmed === right) return refused('already');
  if (right) return next(order, { agreed: { ...agreed, confirmed: true, base: agreed.cents } });
  return next(held({ ...order, agreed: { ...agreed, confirmed: false }, asksAlways: true }));
}

/**
 * The draft is done without asking, as far as the owner lets us: within the allowance, nothing that they refused or put off,
 * nothing where they have a choice. `allowance`: theirs as it is now.
 */
export function carryOn(
  order: Order,
  {
    edition,
    at,
    allowance,
    signAbove,
  }: SignAbove & { readonly edition: number; readonly at: number; readonly allowance: Allowance | null },
): OrderStep {
  const { draft, agreed } = order;
  if (order.work === 'done') return refused('done');
  if (draft === null || draft.edition !== edition) return refused('older');
  if (agreed === null) return refused('notAgreed');
  if (agreed.confirmed === false) return refused('disputed');
  if (isOpen(order)) return refused('waits');
  if (draft.lines.some(({ options }) => options.length > 1)) return refused('options');
  if (draft.lines.flatMap(namesOf).some((name) => agreed.refused.includes(name))) return refused('refused');
  const cents = totalOf(draft);
  const allowed: Order = { ...order, allowance };
  if (allowance === null || order.asksAlways) return refused('mustAsk');
  if (cents > ceiling(allowed)) return refused('above');
  if (signAbove !== null && cents > signAbove) return refused('sign');
  const choices = draft.lines.map(({ id }): Choice => ({ line: id, says: 'yes', option: 0 }));
  return next(
    agreedBy({ ...allowed, draft: null, nudgedAt: null }, draft, choices, { at, how: 'allowance' }),
  );
}

/** Why this person cannot answer this edition now; null where they can. An open question keeps it open. */
export function notFor(order: Order, { edition, at, who }: Answering): Refusal | null {
  const why = closedFor(order, edition);
  if (why !== null) return why;
  if (!isAsked(order, who)) return 'notTheirs';
  return order.estimate && at >= order.estimate.validUntil && !order.question ? 'expired' : null;
}

/** Whether each line has one word, in a way that there is. */
function isComplete({ lines }: Estimate, choices: readonly Choice[]): boolean {
  return (
    choices.length === lines.length &&
    lines.every(({ id, options }) => choices.some(({ line, option }) => line === id && options[option]))
  );
}

function refusedLines({ estimate, choices }: Order): readonly Choice[] {
  return (estimate?.lines ?? []).map(({ id }): Choice => {
    const before = choices.find(({ line }) => line === id);
    return before?.says === 'later' ? before : { line: id, says: 'no', option: before?.option ?? 0 };
  });
}

/** Nothing is agreed any more: an edition is the whole of the work. */
function declined(order: Order, choices: readonly Choice[], at: number): Order {
  return held({
    ...order,
    choices: [...choices],
    state: 'declined',
    agreed: null,
    agreements: order.agreements + 1,
    answeredAt: at,
    asksAlways: true,
    question: false,
  });
}

type How = { readonly at: number; readonly how: 'chat' | 'phone' | 'desk' | 'allowance' };

function agreedBy(order: Order, estimate: Estimate, choices: readonly Choice[], { at, how }: How): Order {
  const cents = agreedTotal(estimate, choices);
  const number = order.agreements + 1;
  return held({
    ...order,
    estimate,
    choices: [...choices],
    state: 'agreed',
    agreements: number,
    answeredAt: at,
    asksAlways: order.asksAlways && how !== 'chat',
    question: false,
    agreed: {
      number,
      edition: estimate.edition,
      estimate,
      choices: [...choices],
      refused: how === 'allowance' ? (order.agreed?.refused ?? []) : namesRefused(estimate, choices),
      cents,
      base: baseOf(order, how, cents),
      at,
      how,
      confirmed: how === 'phone' || how === 'desk' ? null : true,
    },
  });
}

/** What the allowance counts from: their own word only. What an advisor recorded lowers it, and raises it once they confirm. */
function baseOf({ agreed }: Order, how: How['how'], cents: number): number {
  switch (how) {
    case 'chat':
      return cents;
    case 'allowance':
      return agreed?.base ?? 0;
    case 'phone':
    case 'desk':
      return Math.min(agreed?.base ?? 0, cents);
  }
}

function namesRefused({ lines }: Estimate, choices: readonly Choice[]): string[] {
  const left = lines.filter(({ id }) => choices.some(({ line, says }) => line === id && says !== 'yes'));
  return [...new Set(left.flatMap(namesOf))];
}
