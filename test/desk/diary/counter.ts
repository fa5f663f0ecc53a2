import { diaryPart } from '#shared/desk/diary/diary-part.ts';
import type { DiaryAction } from '#shared/desk/diary/plan.ts';
import type { Part } from '#shared/desk/part.ts';
import type { DeskDecision, DeskEvent, DeskTurn } from '#shared/desk/turn.ts';
import { newCase } from '#shared/domain/case.ts';
import type { Instant } from '#shared/domain/clock.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import { type Day, decodeDay, emptyDay, encodeDay } from '#shared/domain/day.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { emptyRoster } from '#shared/domain/group.ts';
import { actionsOf, type Say } from '#shared/domain/outbound.ts';
import { emptyWaitlist, type Waitlist } from '#shared/domain/waitlist.ts';
import { newConversation } from '#shared/store/conversation.ts';
import { figuresFor } from '#shared/text/figures.ts';
import { demo } from '#test/domain/slots/bookings.ts';
import { noFacts } from '#test/helpers/facts.ts';

/** The desk's calendar in memory: an advisor at it, one customer, and what the store would keep. */
export class Counter {
  readonly days = new Map<string, Day>();
  readonly owners = new Map<string, Customer>();
  customer: Customer = { ...newCustomer('telegram/4242/501/', 'Lena'), version: 1 };
  waitlist: Waitlist = emptyWaitlist;
  now: Instant;
  /** What was decided last. */
  last: DeskDecision = { changes: [], say: [] };
  #count = 0;

  constructor(now: Instant) {
    this.now = now;
  }

  turn(where: 'topic' | 'general'): DeskTurn {
    const address = { channel: 'telegram', bot: '4242', chat: '-1002000000001', thread: '' };
    const home = { ...address, chat: '501' };
    const conversation: Conversation = newConversation(this.customer.id, 'en');
    const topic = { chat: address.chat, thread: '7', title: '', slots: {}, last: null, rebuilt: 0 };
    this.#count += 1;
    const about: DeskTurn['about'] = {
      customer: this.customer,
      case: newCase(this.customer.id, this.customer.id),
      home,
      conversation,
      openUntil: null,
      editableMs: null,
      calendar: 'file',
      topic,
      elsewhere: [],
    };
    return {
      now: this.now,
      id: `D${String(this.#count).padStart(5, '0')}`,
      token: '0'.repeat(32),
      station: demo,
      windowAt: () => null,
      publicUrl: 'https://station.example',
      desk: { address: { ...address, chat: 'desk' }, chat: address.chat },
      group: { chat: null, creating: null, trouble: [] },
      roster: emptyRoster,
      by: { id: '5000002', advisor: 'eleni', role: 'advisor' },
      language: 'en',
      here: address,
      thread: where === 'topic' ? '7' : '',
      messageId: '1',
      about: where === 'topic' ? about : null,
      counterpart: null,
      answersCard: false,
      named: null,
      album: null,
      linkTo: () => null,
      figures: (language) => figuresFor(language, demo, this.now),
    };
  }

  says(name: string, words = '', where: 'topic' | 'general' = 'topic', part = diaryPart): this {
    return this.#does({ kind: 'command', name, words }, where, part);
  }

  does(action: DiaryAction, where: 'topic' | 'general' = 'topic'): this {
    return this.#does({ kind: 'action', action, shownAt: this.now }, where, diaryPart);
  }

  /** The cards of the last decision, where the advisor is. */
  get shown(): readonly Say[] {
    return this.last.say.flatMap(({ to, message }) =>
      to === 'here' && message.kind === 'say' ? [message] : [],
    );
  }

  /** Actions of the buttons on them. */
  get buttons(): readonly unknown[] {
    return this.shown.flatMap(actionsOf).map(({ data }) => data);
  }

  get keys(): readonly string[] {
    return this.shown.flatMap(({ text }) => text).map(({ key }) => key);
  }

  facts(dates: readonly string[]): Facts {
    const days = new Map(dates.map((date) => [date, this.days.get(date) ?? emptyDay(date)]));
    return { ...noFacts, days, visits: this.owners };
  }

  #does(event: DeskEvent<unknown>, where: 'topic' | 'general', part: Part): this {
    const turn = this.turn(where);
    const dates = part
      .needs(event, turn)
      .flatMap((need) => (need.kind === 'days' ? need.dates : need.kind === 'visits' ? need.on : []));
    const asksList = part.needs(event, turn).some(({ kind }) => kind === 'waitlist');
    const waitlist = asksList ? this.waitlist : emptyWaitlist;
    const decision = part.decide(event, { ...this.facts(dates), waitlist }, turn);
    if (decision === 'expired') throw new Error('The action is not one of the part’s');
    this.last = decision;
    for (const change of decision.changes) this.#apply(change);
    if (decision.customer) this.customer = { ...decision.customer, version: this.customer.version + 1 };
    for (const { id } of this.customer.visits) this.owners.set(id, this.customer);
    return this;
  }

  #apply(change: Change): void {
    if (change.kind === 'day') {
      // As the store keeps it: what cannot be written is seen here.
      const { date, version } = change.day;
      this.days.set(date, { ...decodeDay(encodeDay(change.day)), version: version + 1 });
    }
    if (change.kind === 'waitlist') {
      if (change.list.version !== this.waitlist.version) throw new Error('The waiting list was not read');
      this.waitlist = { ...change.list, version: change.list.version + 1 };
    }
    if (change.kind === 'customer')
      for (const { id } of change.customer.visits) this.owners.set(id, change.customer);
  }
}
