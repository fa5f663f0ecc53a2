import { estimatePart } from '#shared/desk/estimate/part.ts';
import type { DeskDecision, DeskEvent, DeskTurn } from '#shared/desk/turn.ts';
import type { Content } from '#shared/domain/content.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { type Facts, type Other, orderName } from '#shared/domain/facts.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Agreement } from '#shared/domain/order/agreement.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { type Action, actionsOf, type Outbound, type Say } from '#shared/domain/outbound.ts';
import { station } from '#shared/station/station.ts';
import { newConversation } from '#shared/store/conversation.ts';
import { textFor } from '#shared/text/text.ts';
import { Counter } from '#test/desk/diary/counter.ts';
import { noFacts } from '#test/helpers/facts.ts';

/** Tuesday 24 November 2026, 10:00 in Athens. */
export const start = Date.parse('2026-11-24T08:00:00Z');

/** An advisor who writes estimates in one customer's topic, and what the store would keep. */
export class Easel {
  now = start;
  language: Language = 'en';
  customer: Customer = { ...new Counter(start).customer, name: 'Lena', phone: '+306900000001' };
  /** False: they were booked by phone and have no messenger. */
  hasHome = true;
  signAbove: number | null = 100_000;
  people = new Map<string, Other>();
  readonly orders = new Map<string, Order>();
  readonly agreements: Agreement[] = [];
  last: DeskDecision = { changes: [], say: [] };
  #count = 0;

  turn(change: Partial<DeskTurn> = {}): DeskTurn {
    const counter = new Counter(this.now);
    counter.customer = this.customer;
    const turn = counter.turn('topic');
    this.#count += 1;
    const about = turn.about && {
      ...turn.about,
      home: this.hasHome ? turn.about.home : null,
      conversation: this.hasHome ? newConversation(this.customer.id, 'ru') : null,
    };
    return {
      ...turn,
      id: `E${String(this.#count).padStart(5, '0')}`,
      station: { ...station, rules: { ...station.rules, signAbove: this.signAbove } },
      messageId: String(this.#count),
      language: this.language,
      about,
      ...change,
    };
  }

  get facts(): Facts {
    return { ...noFacts, orders: this.orders, people: this.people };
  }

  /** The only order. */
  get order(): Order {
    const [only, ...more] = this.orders.values();
    if (!only || more.length > 0) throw new Error(`There are ${this.orders.size} orders`);
    return only;
  }

  says(name: 'estimate' | 'work' | 'agreed', words = ''): this {
    return this.does({ kind: 'command', name, words });
  }

  answersPreview(content: Content, row: NonNullable<DeskTurn['counterpart']>['row']): this {
    const counterpart = { how: 'sent', destination: 'desk', row } as const;
    return this.does({ kind: 'content', content }, { counterpart });
  }

  /** Taps a button of what was shown last, here or earlier. */
  taps(label: string | RegExp): this {
    const found = this.buttons.find(({ text }) =>
      typeof label === 'string' ? text === label : label.test(text),
    );
    if (!found)
      throw new Error(`No button ${label}; there are ${this.buttons.map(({ text }) => text).join(', ')}`);
    return this.act(found.action);
  }

  act(action: Action): this {
    return this.does({ kind: 'action', action: action.data, shownAt: this.now });
  }

  does(event: DeskEvent<unknown>, change: Partial<DeskTurn> = {}): this {
    this.now += 60_000;
    const turn = this.turn(change);
    const read = estimatePart
      .needs(event, turn)
      .flatMap((need) => (need.kind === 'order' ? [orderName(need)] : []));
    const orders = new Map([...this.orders].filter(([name]) => read.includes(name)));
    const decision = estimatePart.decide(event, { ...this.facts, orders }, turn);
    if (decision === 'expired') throw new Error('The action is not one of the part’s');
    this.last = decision;
    for (const one of decision.changes) {
      if (one.kind === 'order') {
        const before = this.orders.get(orderName(one.order))?.version ?? 0;
        if (before !== one.order.version) throw new Error('The order was written over');
        this.orders.set(orderName(one.order), { ...one.order, version: before + 1 });
      }
      if (one.kind === 'agreed') this.agreements.push(one.agreement);
    }
    if (decision.customer) this.customer = { ...decision.customer, version: this.customer.version + 1 };
    for (const message of this.cards) this.#shown.push(message);
    return this;
  }

  #shown: Say[] = [];

  get cards(): readonly Say[] {
    return this.last.say.flatMap(({ to, message }) =>
      (to === 'here' || to === 'topic') && message.kind === 'say' ? [message] : [],
    );
  }

  /** Buttons of the card that was shown last with some. */
  get buttons(): readonly { readonly text: string; readonly action: Action }[] {
    const card = this.#shown.findLast((one) => actionsOf(one).length > 0);
    return this.#buttonsOf(card ? [card] : []);
  }

  /** All buttons that were ever shown: old ones stay on people's screens. */
  get allButtons(): readonly { readonly text: string; readonly action: Action }[] {
    return this.#buttonsOf(this.#shown);
  }

  #buttonsOf(cards: readonly Say[]) {
    return cards.flatMap(({ options }) =>
      options
        .flat()
        .flatMap((one) => (one.kind === 'act' ? [{ text: this.#said(one.label), action: one.action }] : [])),
    );
  }

  /** What the advisor reads: cards, or the answer to the tap. */
  get reads(): string {
    const { toast } = this.last;
    const lines = this.cards.flatMap(({ text }) => text).map((one) => this.#said(one));
    return [...lines, ...(toast ? [this.#said(toast)] : [])].join('\n');
  }

  /** What goes to customers, in their order: `of` null is the topic's own. */
  get sent(): readonly { readonly of: string | null; readonly message: Outbound; readonly text: string }[] {
    return this.last.say.flatMap(({ to, of, message }) => {
      if (to !== 'customer') return [];
      const text = message.kind === 'say' ? message.text.map((one) => this.#said(one)).join('\n') : '';
      return [{ of: of?.customer.id ?? null, message, text }];
    });
  }

  #said(one: Parameters<ReturnType<typeof textFor>['say']>[0]): string {
    return textFor(this.language, station, this.now).say(one);
  }
}
