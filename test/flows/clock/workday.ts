import { promisePart } from '#shared/desk/promise/part.ts';
import { type Address, addressKey } from '#shared/domain/address.ts';
import { type Case, newCase } from '#shared/domain/case.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import { type Customer, newCustomer, type Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { PhraseArgs, PhraseKey } from '#shared/domain/phrase.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { isUnfinished, type Stage } from '#shared/domain/visit/stage.ts';
import { clockChange, withoutPastReminders } from '#shared/flows/clock/agenda.ts';
import { newsOwed } from '#shared/flows/clock/owed.ts';
import { clock } from '#shared/flows/clock.ts';
import type { Turn } from '#shared/flows/flow.ts';
import { stageChange } from '#shared/flows/visit/change.ts';
import { newsOf } from '#shared/flows/visit/news.ts';
import { newConversation } from '#shared/store/conversation.ts';
import { Counter } from '#test/desk/diary/counter.ts';
import { demo } from '#test/domain/slots/bookings.ts';
import { noFacts } from '#test/helpers/facts.ts';

/** One visit from the booking on, over pure functions: what people do, and what its clock does by itself. */

export type Told = {
  readonly at: number;
  readonly to: 'customer' | 'desk' | 'general';
  /** Who made it: the clock, or somebody's own act. */
  readonly by: 'clock' | 'person';
  readonly key: PhraseKey;
  readonly args: unknown;
};

export type Booking = Pick<Visit, 'start' | 'readyBy'> &
  Pick<Customer, 'quietHours'> & { readonly agreed: boolean; readonly booked: number };

const address: Address = { channel: 'telegram', bot: '4242', chat: '501', thread: '' };
const id = addressKey(address);

export class Workday {
  now: number;
  customer: Customer;
  case: Case = newCase(id, id);
  timer: number | null = null;
  readonly told: Told[] = [];
  /** To the owner, of one paragraph or several. */
  messages = 0;
  /** Every time that "ready by" had, with what stood then. */
  readonly promises: { readonly readyBy: number; readonly since: number }[] = [];
  /** Every time by which news were owed, with what stood then. */
  readonly news: { readonly by: number; readonly since: number }[] = [];
  /** Each stage with its moment. */
  readonly stages: { readonly stage: Stage; readonly at: number }[] = [];
  #count = 0;

  constructor({ start, readyBy, quietHours, agreed, booked }: Booking) {
    this.now = booked;
    const consent = { given: true, at: booked, wording: '1', language: 'en', messageId: null } as const;
    const visit = withoutPastReminders(
      {
        id: 'VISIT1',
        start,
        readyBy,
        services: ['annual'],
        vehicle: { id: 'car', label: 'Octavia', short: 'Octavia …4821' },
        stay: 'leave',
        sequence: 1,
        dates: [],
        chat: id,
        life: freshLife,
      },
      demo,
      booked,
    );
    const blank = { ...newCustomer(id, 'Lena'), version: 1, phone: '+306970000001', quietHours };
    this.customer = { ...blank, visits: [visit], consents: agreed ? { visit: consent } : {} };
    for (const change of clockChange(visit, { customer: this.customer, station: demo }, booked))
      this.#set(change);
    this.#note();
  }

  get visit(): Visit | null {
    return this.customer.visits[0] ?? null;
  }

  /** The clock's timer fires. */
  fires(): void {
    const key = 'clock#VISIT1';
    const event = { kind: 'timer', key, data: { visit: 'VISIT1' } } as const;
    this.timer = null;
    const decision = clock.decide(null, event, noFacts, this.#turn());
    if (decision === 'expired') return;
    for (const { to, message } of decision.say) this.#hear(to, 'clock', message);
    this.case = { ...this.case, ...decision.case };
    this.#take(decision.changes);
  }

  /** Where the car is now, as an advisor sets it. */
  goes(to: Stage): void {
    const { visit } = this;
    if (!visit) return;
    const moved = stageChange(visit, to, {
      by: 'eleni',
      at: this.now,
      customer: this.customer,
      station: demo,
    });
    if (moved.kind === 'refused') return;
    const news = newsOf(moved.visit, this.customer, demo, this.now);
    this.stages.push({ stage: to, at: this.now });
    const over = to === 'handedBack' || to === 'noShow';
    this.customer = { ...news.customer, visits: over ? [] : [news.visit] };
    if (news.say) this.#hear('customer', 'clock', news.say);
    this.#settle();
  }

  /** What the owner said of coming late. */
  comesLate(until: number): void {
    const { visit } = this;
    if (visit?.life.stage !== 'booked') return;
    const life = { ...visit.life, coming: { kind: 'late', at: this.now, until } as const };
    this.customer = { ...this.customer, visits: [{ ...visit, life }] };
    this.#settle();
  }

  /** `/promise`, with these words behind it. */
  promisesAnew(words: string): void {
    const counter = new Counter(this.now);
    counter.customer = this.customer;
    const turn = counter.turn('topic');
    const decision = promisePart.decide({ kind: 'command', name: 'promise', words }, noFacts, turn);
    if (decision === 'expired') return;
    for (const { to, message } of decision.say)
      this.#hear(to === 'customer' ? 'customer' : 'desk', 'person', message);
    this.case = { ...this.case, ...decision.case };
    this.#take([
      ...decision.changes,
      ...(decision.customer ? [{ kind: 'customer', customer: decision.customer } as const] : []),
    ]);
  }

  of<K extends PhraseKey>(key: K): readonly (Told & { readonly args: PhraseArgs[K] })[] {
    return this.told.filter((one): one is Told & { readonly args: PhraseArgs[K] } => one.key === key);
  }

  #settle(): void {
    const { visit } = this;
    const clock = visit ? clockChange(visit, { customer: this.customer, station: demo }, this.now) : [];
    for (const change of clock) this.#set(change);
    if (!visit) this.timer = null;
    this.#note();
  }

  #take(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'customer') this.customer = change.customer;
      this.#set(change);
    }
    this.#note();
  }

  #set(change: Change): void {
    if (change.kind === 'timer' && change.key.startsWith('clock#')) this.timer = change.dueAt;
  }

  #note(): void {
    const { visit } = this;
    if (!visit || !isUnfinished(visit.life.stage)) return;
    if (this.promises.at(-1)?.readyBy !== visit.readyBy)
      this.promises.push({ readyBy: visit.readyBy, since: this.now });
    const by = newsOwed(visit, demo);
    if (by !== null && this.news.at(-1)?.by !== by) this.news.push({ by, since: this.now });
  }

  #hear(to: Told['to'], by: Told['by'], message: Outbound): void {
    if (message.kind !== 'say') return;
    if (to === 'customer') this.messages += 1;
    for (const { key, args } of message.text) this.told.push({ at: this.now, to, by, key, args });
  }

  #turn(): Turn {
    this.#count += 1;
    return {
      now: this.now,
      id: `T${String(this.#count).padStart(5, '0')}`,
      station: demo,
      address,
      desk: address,
      case: this.case,
      language: 'en',
      customer: this.customer,
      token: '0'.repeat(32),
      word: null,
      danger: null,
      canEdit: true,
      conversation: newConversation(id, 'en'),
      messageId: null,
      understood: null,
      missTopicOf: () => 'other',
      said: null,
      publicUrl: 'https://station.example',
    };
  }
}

/** The clock fires at each of its moments up to then, as the tick does. */
export function until(day: Workday, end: number): Workday {
  for (let count = 0; count < 100 && day.timer !== null && day.timer <= end; count += 1) {
    day.now = Math.max(day.now, Math.ceil(day.timer / MINUTE) * MINUTE);
    day.fires();
  }
  day.now = end;
  return day;
}
