import { estimatePart } from '#shared/desk/estimate/part.ts';
import { partNamed } from '#shared/desk/registry.ts';
import type { DeskDecision, DeskEvent, DeskTurn } from '#shared/desk/turn.ts';
import { withVisits } from '#shared/desk/visit/follow.ts';
import type { Content } from '#shared/domain/content.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { type Day, emptyDay } from '#shared/domain/day.ts';
import { type Change, type Facts, orderName } from '#shared/domain/facts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { agree, chooseAll, decline, expire, withOrder } from '#shared/domain/order/steps.ts';
import { type Action, actionsOf, type Say } from '#shared/domain/outbound.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { withVisits as followed } from '#shared/flows/visit/follow.ts';
import type { Station } from '#shared/station/schema.ts';
import { station as demo } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { Counter } from '#test/desk/diary/counter.ts';
import { noFacts } from '#test/helpers/facts.ts';

/** Tuesday 24 November 2026, 09:06 in Athens; the visit is booked for nine. */
export const nineSix = Date.parse('2026-11-24T07:06:00Z');
const minute = 60_000;

/** An advisor with one customer's visit and its work orders, and what the store would keep. */
export class Yard {
  now = nineSix;
  customer: Customer;
  station: Station = demo;
  hasHome = true;
  readonly orders = new Map<string, Order>();
  readonly days = new Map<string, Day>();
  changes: readonly Change[] = [];
  last: DeskDecision = { changes: [], say: [] };
  readonly #shown: Say[] = [];
  #count = 0;

  constructor(agreesToHear = true) {
    const visit: Visit = {
      id: 'V00001',
      start: nineSix - 6 * minute,
      readyBy: nineSix + 8 * 60 * minute,
      services: ['oil'],
      vehicle: { id: 'c1', label: 'Skoda Octavia · ABC-4821', short: 'Octavia …4821' },
      stay: 'leave',
      sequence: 1,
      dates: ['2026-11-24'],
      chat: 'telegram/4242/501/',
      life: freshLife,
    };
    const given = { given: true, at: 1, wording: 'w', language: 'en', messageId: null } as const;
    this.customer = {
      ...new Counter(nineSix).customer,
      vehicles: [visit.vehicle],
      visits: [visit],
      consents: agreesToHear ? { visit: given } : {},
    };
  }

  get visit(): Visit {
    const [visit] = this.customer.visits;
    if (!visit) throw new Error('The visit is over');
    return visit;
  }

  get stage(): Stage | undefined {
    return this.customer.visits[0]?.life.stage ?? this.customer.past.at(-1)?.stage;
  }

  turn(change: Partial<DeskTurn> = {}): DeskTurn {
    const counter = new Counter(this.now);
    counter.customer = this.customer;
    const turn = counter.turn('topic');
    this.#count += 1;
    const about = turn.about && { ...turn.about, home: this.hasHome ? turn.about.home : null };
    return {
      ...turn,
      about,
      station: this.station,
      id: `Y${String(this.#count).padStart(5, '0')}`,
      messageId: String(this.#count),
      ...change,
    };
  }

  says(name: string, words = ''): this {
    return this.does(
      name === 'estimate' || name === 'work' || name === 'agreed' ? 'desk.estimate' : 'desk.visit',
      {
        kind: 'command',
        name,
        words,
      },
    );
  }

  to(stage: Stage): this {
    return this.act({
      flow: 'desk.visit',
      data: { do: 'to', customer: this.customer.id, visit: 'V00001', stage },
    });
  }

  /** What a message counts as that answers the latest card, or the first that was sent: an edit is no message of its own. */
  counterpart(which: 'last' | 'first' = 'last'): NonNullable<DeskTurn['counterpart']> {
    const cards = this.#shown.filter((one) => actionsOf(one).length > 0);
    const card = which === 'last' ? cards.at(-1) : cards[0];
    const row = {
      sk: 't1',
      messages: card ? [card] : [],
      parts: ['77'],
      source: null,
      born: this.now,
      waits: false,
      isOver: false,
    };
    return { how: 'sent', destination: 'desk', row };
  }

  answers(content: Content, which: 'last' | 'first' = 'last'): this {
    return this.does('desk.visit', { kind: 'content', content }, { counterpart: this.counterpart(which) });
  }

  taps(label: string): this {
    const found = this.#shown
      .toReversed()
      .flatMap(({ options }) => options.flat())
      .find((one) => one.kind === 'act' && this.said(one) === label);
    if (found?.kind !== 'act') throw new Error(`No button ${label}`);
    return this.act(found.action);
  }

  said(option: Say['options'][number][number]): string {
    return textFor('en', this.station, this.now).say(option.label);
  }

  act({ flow, data }: Action): this {
    return this.does(flow, { kind: 'action', action: data, shownAt: this.now });
  }

  does(name: string, event: DeskEvent<unknown>, change: Partial<DeskTurn> = {}): this {
    this.now += minute;
    const part = partNamed(name) ?? estimatePart;
    const turn = this.turn(change);
    const needs = part.needs(event, turn);
    const read = needs.flatMap((need) => (need.kind === 'order' ? [orderName(need)] : []));
    const dates = needs.flatMap((need) => (need.kind === 'days' ? need.dates : []));
    const facts: Facts = {
      ...noFacts,
      days: new Map(dates.map((date) => [date, this.days.get(date) ?? emptyDay(date)])),
      orders: new Map([...this.orders].filter(([of]) => read.includes(of))),
    };
    const made = part.decide(event, facts, turn);
    if (made === 'expired') throw new Error('The action is not one of the part’s');
    const decision = withVisits(made, facts, turn.about, turn.by.advisor, turn);
    this.last = decision;
    this.#keep(decision.changes);
    if (decision.customer) this.customer = { ...decision.customer, version: this.customer.version + 1 };
    for (const { message } of decision.say) if (message.kind === 'say') this.#shown.push(message);
    return this;
  }

  /** What the owner answers to the estimate that is open. */
  owner(how: 'agrees' | 'declines' | 'waits too long'): this {
    this.now += minute;
    const [order] = [...this.orders.values()].filter(({ state }) => state === 'asked');
    if (!order?.estimate) return this;
    const by = { edition: order.estimate.edition, at: this.now, who: this.customer };
    const chosen = chooseAll(order, { ...by, says: 'yes' });
    const step =
      how === 'agrees'
        ? chosen.kind === 'next'
          ? agree(chosen.order, { ...by, signAbove: null })
          : chosen
        : how === 'declines'
          ? decline(order, by)
          : expire(order, { edition: by.edition, at: order.estimate.validUntil });
    if (step.kind !== 'next') return this;
    const changes: readonly Change[] = [
      { kind: 'order', order: step.order },
      { kind: 'customer', customer: withOrder(this.customer, step.order) },
    ];
    const facts = { ...noFacts, orders: new Map(this.orders) };
    this.#keep(followed(changes, facts, { customer: this.customer, station: this.station, now: this.now }));
    return this;
  }

  #keep(changes: readonly Change[]): void {
    this.changes = changes;
    for (const one of changes) {
      if (one.kind === 'order') this.orders.set(orderName(one.order), one.order);
      if (one.kind === 'customer') this.customer = one.customer;
      if (one.kind === 'day') this.days.set(one.day.date, one.day);
    }
  }

  /** What the advisor reads: cards, lines, the answer to the tap. */
  get reads(): string {
    const { say, toast } = this.last;
    const shown = say.flatMap(({ to, message }) =>
      to !== 'customer' && message.kind === 'say' ? message.text : [],
    );
    return [...shown, ...(toast ? [toast] : [])]
      .map((one) => textFor('en', this.station, this.now).say(one))
      .join('\n');
  }

  /** What the owner is told in this step. */
  get told(): string {
    const shown = this.last.say.flatMap(({ to, message }) =>
      to === 'customer' && message.kind === 'say' ? message.text : [],
    );
    return shown.map((one) => textFor('en', this.station, this.now).say(one)).join('\n');
  }
}
