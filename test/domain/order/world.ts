import type { Choice, Estimate } from '#shared/domain/order/estimate.ts';
import type { Allowance, Order } from '#shared/domain/order/order.ts';
import * as steps from '#shared/domain/order/steps.ts';
import { type Act, people, type Somebody } from './acts.ts';
import { day, empty, noon, proposal } from './given.ts';

/** Above it the tests' station wants a signature, in cents. */
export const signAbove = 25_000;

/** What really was said, by whom: kept beside the order, by other means than the order's own. */
type Said = {
  /** The sum that stands by somebody's word, and the edition it is of. */
  readonly sum: number;
  readonly edition: Estimate;
  readonly choices: readonly Choice[];
  /** Of whom the word is; an advisor's until the owner confirms it. */
  readonly by: 'asked' | 'advisor' | 'allowance';
  readonly signed: boolean;
};

/**
 * One order, everybody around it, and the truth about what was agreed. The truth is kept from what was shown and said only, so
 * that a mistake in the order's own sums is seen.
 */
export class World {
  order: Order = empty;
  now = noon;
  allowance: Allowance | null = null;
  /** Each edition as it was written. */
  private readonly written: Estimate[] = [];
  private open: { edition: Estimate; who: Somebody; choices: Map<string, Choice>; question: boolean } | null =
    null;
  private said: Said | null = null;
  /** What the one who is asked said yes to by themselves last, and what they then did not want. */
  private own = 0;
  private unwanted = new Set<string>();
  /** They said no to something as a whole and to nothing yes since. */
  private isCross = false;
  private readonly numbers: number[] = [];

  /** Tries it; whatever is wrong with the outcome is thrown. True where it was done. */
  try(act: Act): boolean {
    const before = this.order;
    const step = this.stepOf(act);
    if (step === null) return true;
    if (step.kind === 'refused') {
      check(steps.refusals.includes(step.why), `Unknown refusal ${step.why}`);
      return false;
    }
    this.order = frozen(step.order);
    this.hear(act, before);
    this.judge(act, before);
    return true;
  }

  /** The sum that nobody may go beyond now. */
  limit(): number {
    if (this.said === null) return 0;
    const rise =
      this.allowance && !this.isCross
        ? Math.min(Math.floor((this.own * this.allowance.percent) / 100), this.allowance.cents)
        : 0;
    return Math.max(this.said.sum, this.own + rise);
  }

  /** What is planned: while something is asked, as much as it may come to. */
  plan(): number {
    const stands = this.said?.sum ?? 0;
    return this.open ? Math.max(stands, atMost(this.open.edition)) : stands;
  }

  private stepOf(act: Act): steps.OrderStep | null {
    const { order, now: at, allowance } = this;
    const edition = (order.estimate?.edition ?? 0) - ('back' in act ? act.back : 0);
    const draft = (order.draft?.edition ?? 0) - ('back' in act ? act.back : 0);
    switch (act.do) {
      case 'draft':
        return steps.draftOf(order, proposal(act.lines, { at, validUntil: at + act.days * day }));
      case 'propose':
        return steps.propose(order, { edition: draft, at, who: idOf(act.who), allowance });
      case 'choose':
        return steps.choose(order, { edition, at, who: people[act.who], choice: act.choice });
      case 'chooseAll':
        return steps.chooseAll(order, { edition, at, who: people[act.who], says: act.says });
      case 'agree':
        return steps.agree(order, { edition, at, who: people[act.who], signAbove });
      case 'decline':
        return steps.decline(order, { edition, at, who: people[act.who] });
      case 'sign':
        return steps.sign(order, { edition, at, who: people[act.who] });
      case 'record': {
        const on = order.draft ? draft : edition;
        const choices = this.heard(act, on);
        return steps.record(order, { edition: on, at, how: act.how, choices, signAbove });
      }
      case 'confirm': {
        const number = (order.agreed?.number ?? 0) - act.back;
        return steps.confirm(order, { number, right: act.right, who: people[act.who] });
      }
      case 'carryOn':
        return steps.carryOn(order, { edition: draft, at, allowance, signAbove });
      case 'expire':
        return steps.expire(order, { edition, at });
      case 'allow':
        this.allowance = act.allowance;
        return order.work === 'done' ? null : steps.allow(order, act.allowance);
      case 'wait':
        this.now += act.days * day;
        return null;
      case 'withdraw':
        return steps.withdraw(order);
      case 'ask':
        return steps.ask(order, { edition });
      case 'answered':
        return steps.answered(order);
      case 'start':
        return steps.start(order, { allowance });
      case 'stop':
        return steps.stop(order);
      case 'finish':
        return steps.finish(order);
      case 'askInstead':
        return steps.askInstead(order, idOf(act.who));
    }
  }

  /** What was done, in the words of those who did it. */
  private hear(act: Act, before: Order): void {
    switch (act.do) {
      case 'draft':
        if (this.order.draft) this.written.push(this.order.draft);
        return;
      case 'propose': {
        const edition = this.newest();
        check(act.back === 0, 'An older draft was sent');
        check(edition.validUntil > this.now, 'An estimate was sent that nobody can answer');
        this.open = { edition, who: act.who, choices: new Map(), question: false };
        return;
      }
      case 'choose':
        this.answering(act).set(act.choice.line, act.choice);
        return;
      case 'chooseAll': {
        const choices = this.answering(act);
        for (const { id } of this.open?.edition.lines ?? [])
          choices.set(id, { line: id, says: act.says, option: choices.get(id)?.option ?? 0 });
        return;
      }
      case 'agree':
      case 'sign': {
        const choices = [...this.answering(act).values()];
        const edition = this.open?.edition ?? this.newest();
        check(
          edition.lines.every(({ id }) => choices.some(({ line }) => line === id)),
          'A line has no answer',
        );
        const sum = sumOf(edition, choices);
        if (act.do === 'agree' && choices.every(({ says }) => says !== 'yes')) {
          this.refuse();
          return;
        }
        if (act.do === 'agree' && sum > signAbove) {
          check(this.order.state === 'signing', 'A high sum was agreed to by a tap');
          check(this.order.agreements === before.agreements, 'A high sum counts without a signature');
          return;
        }
        this.agree({ sum, edition, choices, by: 'asked', signed: act.do === 'sign' });
        return;
      }
      case 'decline':
        this.answering(act);
        this.refuse();
        return;
      case 'record': {
        const on = (before.draft ?? before.estimate)?.edition ?? 0;
        const edition = this.edition(on - act.back);
        const stands = [before.draft?.edition, before.estimate?.edition];
        check(edition !== null && stands.includes(edition.edition), 'An older edition was recorded');
        if (edition === null) return;
        const choices = this.heard(act, edition.edition);
        if (choices.every(({ says }) => says !== 'yes')) {
          this.refuse();
          return;
        }
        const sum = sumOf(edition, choices);
        if (sum > signAbove && act.how === 'phone') {
          const who: Somebody = this.order.askedWho === people.anna.id ? 'anna' : 'nikos';
          const chosen = new Map(choices.map((one) => [one.line, one]));
          this.open = { edition, who, choices: chosen, question: this.open?.question ?? false };
          return;
        }
        this.own = Math.min(this.own, sum);
        this.agree({ sum, edition, choices, by: 'advisor', signed: act.how === 'desk' });
        return;
      }
      case 'confirm':
        check(act.back === 0, 'A word on an older agreement counted');
        check(act.who !== 'stranger', 'A stranger judged an agreement');
        if (act.right) {
          if (this.said === null) this.said = this.disputed;
          this.own = this.said?.sum ?? 0;
        } else {
          this.disputed = this.said;
          this.said = null;
          this.isCross = true;
        }
        return;
      case 'carryOn': {
        const edition = this.newest();
        const choices = edition.lines.map(({ id }): Choice => ({ line: id, says: 'yes', option: 0 }));
        const sum = sumOf(edition, choices);
        check(act.back === 0, 'An older draft was carried on with');
        check(
          this.said !== null && this.open === null,
          'Carried on without an agreement, or past an open question',
        );
        check(this.allowance !== null && !this.isCross, 'Carried on where we must ask');
        check(sum <= this.limit() && sum <= signAbove, 'Carried on beyond the limit');
        check(
          edition.lines.every(({ options }) => options.length === 1),
          'Chose for the owner',
        );
        check(
          !edition.lines.some(({ options }) => this.unwanted.has(options[0]?.name ?? '')),
          'Did what was refused',
        );
        this.agree({ sum, edition, choices, by: 'allowance', signed: false });
        return;
      }
      case 'expire':
        check(this.open !== null && this.now >= this.open.edition.validUntil, 'Expired before its time');
        check(!this.open?.question, 'Expired while a question was open');
        this.open = null;
        return;
      case 'withdraw':
        this.open = null;
        return;
      case 'ask':
      case 'answered':
        if (this.open) this.open.question = act.do === 'ask';
        return;
      case 'askInstead':
        if (this.open) this.open.who = act.who;
        return;
      case 'start':
        check(this.said !== null && this.plan() <= this.limit(), 'Work began beyond what was agreed');
        return;
      case 'finish':
        check(
          this.said !== null && this.plan() <= this.limit(),
          'Work was called done beyond what was agreed',
        );
        return;
      case 'allow':
      case 'wait':
      case 'stop':
        return;
    }
  }

  private disputed: Said | null = null;

  /** Holds after every step, whatever it was. */
  private judge(act: Act, before: Order): void {
    const { order } = this;
    check(steps.mayWork(order) || order.work !== 'started', 'Work goes on that may not');
    if (order.work === 'started') {
      check(this.said !== null, `Work goes on without an agreement after ${act.do}`);
      check(this.plan() <= this.limit(), `Work of ${this.plan()} goes on, agreed is ${this.limit()}`);
    }
    if (before.work === 'done') check(act.do === 'confirm', `${act.do} was done to an order that is over`);
    if (order.work === 'started' && before.work !== 'started')
      check(act.do === 'start', 'Work began by itself');
    check(order.agreements - before.agreements <= 1 && order.agreements >= before.agreements, 'Numbers leap');
    const said = this.said?.sum ?? null;
    const stands = order.agreed === null || order.agreed.confirmed === false ? null : order.agreed.cents;
    check(said === stands, `The order says ${stands}, they said ${said}`);
    check((this.open !== null) === steps.isOpen(order), 'Both sides see another estimate open');
    if (order.agreed && order.agreements > before.agreements) {
      check(!this.numbers.includes(order.agreed.number), 'A number was given twice');
      this.numbers.push(order.agreed.number);
    }
  }

  private agree(said: Said): void {
    this.said = said;
    this.open = null;
    if (said.by === 'allowance') return;
    const left = said.edition.lines.filter(({ id }) =>
      said.choices.some((one) => one.line === id && one.says !== 'yes'),
    );
    this.unwanted = new Set(left.flatMap(({ options }) => options.map(({ name }) => name)));
    if (said.by === 'advisor') return;
    this.own = said.sum;
    this.isCross = false;
  }

  private refuse(): void {
    this.said = null;
    this.own = 0;
    this.open = null;
    this.isCross = true;
  }

  /** The answers so far, for somebody who really may answer what really is open. */
  private answering({ back, who }: { readonly back: number; readonly who: Somebody }): Map<string, Choice> {
    const { open } = this;
    if (open === null) throw new Error('Something was answered that is not open');
    check(back === 0, 'A button of an older edition counted');
    check(who === open.who, `${who} answered what ${open.who} was asked`);
    check(this.now < open.edition.validUntil || open.question, 'Answered when it was over');
    return open.choices;
  }

  private edition(number: number): Estimate | null {
    return this.written.find(({ edition }) => edition === number) ?? null;
  }

  private heard({ says }: Extract<Act, { do: 'record' }>, edition: number): Choice[] {
    const { lines } = this.edition(edition) ?? { lines: [] };
    return lines.map(({ id }, index) => ({ line: id, says: says[index] ?? 'no', option: 0 }));
  }

  private newest(): Estimate {
    const last = this.written.at(-1);
    if (!last) throw new Error('Nothing was written yet');
    return last;
  }
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** Whoever changes an order that was given to them is found out. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

function idOf(who: 'nikos' | 'anna'): string | null {
  return who === 'nikos' ? null : people.anna.id;
}

function sumOf({ lines }: Estimate, choices: readonly Choice[]): number {
  let sum = 0;
  for (const { line, says, option } of choices)
    if (says === 'yes') sum += lines.find(({ id }) => id === line)?.options[option]?.price ?? Number.NaN;
  return sum;
}

function atMost({ lines }: Estimate): number {
  let sum = 0;
  for (const { options } of lines) sum += Math.max(...options.map(({ price }) => price));
  return sum;
}
