import { type Address, addressKey } from '#shared/domain/address.ts';
import { type Case, newCase } from '#shared/domain/case.ts';
import type { Instant } from '#shared/domain/clock.ts';
import { type Conversation, conversationSchema } from '#shared/domain/conversation.ts';
import { type Customer, customerSchema, newCustomer, type Visit } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { type Inbound, type InboundEvent, inboundSchema } from '#shared/domain/inbound.ts';
import type { Language } from '#shared/domain/language.ts';
import { actionsOf, type Option, type Outbound, outboundSchema } from '#shared/domain/outbound.ts';
import type { PhraseArgs, PhraseKey } from '#shared/domain/phrase.ts';
import { reportSchema } from '#shared/domain/report.ts';
import { decide, type Outcome, type Prepared, prepare } from '#shared/flows/step.ts';
import { newConversation } from '#shared/store/conversation.ts';
import type { Town } from './given.ts';

/** What was said in one step, as the outbox keeps it: the buttons on it can be tapped for ever. */
type Row = { readonly id: string; readonly language: Language; readonly messages: readonly Outbound[] };
export type Offer = { readonly row: string; readonly option: number; readonly label: Option['label'] };
/** One step with what it was decided from, for checks. */
export type Played = {
  readonly inbound: Inbound;
  readonly prepared: Prepared;
  readonly before: Conversation;
  readonly facts: Facts;
  readonly outcome: Outcome;
};

/** A customer with a phone: sends things, and remembers what came back as the store would. */
export class Neighbour {
  readonly town: Town;
  readonly name: string;
  readonly profile: Language;
  readonly address: Address;
  conversation: Conversation;
  customer: Customer;
  case: Case;
  readonly rows: Row[] = [];
  readonly timers = new Map<string, { readonly dueAt: Instant; readonly data: unknown }>();
  readonly changes: Change[] = [];
  /** The burst whose quiet end is still to come. */
  quiet: number | null = null;
  #sent = 0;
  readonly #agreed = new Set<string>();

  constructor(town: Town, who: { name: string; language: Language; address: Address }) {
    this.town = town;
    this.name = who.name;
    this.profile = who.language;
    this.address = who.address;
    const id = addressKey(who.address);
    this.conversation = newConversation(id, town.station.defaultLanguage);
    this.customer = newCustomer(id, who.name);
    this.case = newCase(id, id);
  }

  says(text: string): this {
    return this.does({ kind: 'text', text });
  }

  sends(name: string, payload = ''): this {
    return this.does({ kind: 'command', name, payload });
  }

  shares(phone: string, own = true): this {
    return this.does({ kind: 'contact', phone, own });
  }

  /** Photos that came one by one. */
  shows(...files: readonly string[]): this {
    for (const id of files) {
      const file = { id, bytes: 1, mime: 'image/jpeg', name: null };
      this.does({ kind: 'photo', file, caption: '', album: null });
    }
    return this;
  }

  /** The newest button with that label, or the `nth` of several; `args` tell buttons of one label apart. */
  taps<K extends PhraseKey>(key: K, args: Partial<PhraseArgs[K]> = {}, nth = 0): this {
    for (const row of this.rows.toReversed()) {
      const offer = offersOf(row).filter(({ label }) => label.key === key && says(label.args, args))[nth];
      if (offer) return this.tapsOffer(offer);
    }
    throw new Error(`${this.name} sees no button ${key} ${JSON.stringify(args)}`);
  }

  tapsOffer({ row, option }: Pick<Offer, 'row' | 'option'>): this {
    return this.does({ kind: 'tap', tapId: 'tap', offer: { row, option } });
  }

  /** Nothing more is sent for a while: a burst ends. */
  waits(burst = this.quiet): this {
    return burst === null ? this : this.does({ kind: 'quiet', burst });
  }

  /** The timers that are due by now fire. */
  ticks(): this {
    for (const [key, { dueAt }] of [...this.timers])
      if (dueAt <= this.town.now) this.does({ kind: 'timer', key, dueAt });
    return this;
  }

  does(event: InboundEvent): this {
    this.play(event);
    return this;
  }

  /** One step: prepare, read, decide, commit. */
  play(event: InboundEvent): Played {
    const inbound = this.#inbound(event);
    const before = this.conversation;
    const offer = event.kind === 'tap' ? this.rows.find(({ id }) => id === event.offer?.row) : undefined;
    const timer = event.kind === 'timer' ? this.timers.get(event.key) : undefined;
    const known = {
      conversation: before,
      customer: this.customer,
      offer: offer ?? null,
      timer: timer ?? null,
      home: this.address,
      arrived: [],
      case: this.case,
    };
    const prepared = prepare(inbound, known, this.town.setting());
    const facts = this.town.read(prepared.needs);
    const outcome = decide(inbound, prepared, facts);
    this.#commit(inbound, outcome);
    return { inbound, prepared, before, facts, outcome };
  }

  /** What the last step said to this person, by the names of its phrases. */
  get heard(): readonly PhraseKey[] {
    return this.told.flatMap((message) => (message.kind === 'say' ? message.text : [])).map(({ key }) => key);
  }

  /** The messages of the last step to this person. */
  get told(): readonly Outbound[] {
    return this.rows.at(-1)?.messages ?? [];
  }

  /** What a phrase of the last step says; undefined when it was not said. */
  heardOf(key: PhraseKey): unknown {
    return this.told
      .flatMap((message) => (message.kind === 'say' ? message.text : []))
      .find((one) => one.key === key)?.args;
  }

  /** The buttons of the last step. */
  get sees(): readonly Offer[] {
    const last = this.rows.at(-1);
    return last ? offersOf(last) : [];
  }

  get labels(): readonly PhraseKey[] {
    return this.sees.map(({ label }) => label.key);
  }

  /** Every button ever shown, oldest first. */
  get offers(): readonly Offer[] {
    return this.rows.flatMap(offersOf);
  }

  get visits(): readonly Visit[] {
    return this.customer.visits;
  }

  #inbound(event: InboundEvent): Inbound {
    this.#sent += 1;
    const silent = event.kind === 'quiet' || event.kind === 'timer';
    return inboundSchema.parse({
      id: event.kind === 'timer' ? `timer#${event.key}#${event.dueAt}` : `u${this.#sent}`,
      address: this.address,
      at: this.town.now,
      from: silent ? null : { id: this.address.chat, name: this.name, language: this.profile },
      messageId: silent ? null : String(this.#sent),
      event,
    });
  }

  #commit(inbound: Inbound, outcome: Outcome): void {
    const { conversation } = outcome;
    if (conversation) {
      if (conversation.version !== this.conversation.version)
        throw new Error('The conversation was not read');
      this.conversation = conversationSchema.parse(
        stored({ ...conversation, version: conversation.version + 1 }),
      );
    }
    this.case = { ...this.case, ...outcome.case };
    const folded = new Map(outcome.changes.map((change, index) => [itemOf(change, index), change]));
    for (const change of folded.values()) this.#apply(change);
    this.changes.push(...folded.values());
    if (outcome.jobs?.some(({ kind }) => kind === 'erase')) this.#forget();
    if (inbound.event.kind === 'quiet' && inbound.event.burst === this.quiet) this.quiet = null;
    if (outcome.quiet !== null) this.quiet = outcome.quiet;
    const said = outcome.say.filter(({ to }) => to === 'customer').map(({ message }) => message);
    const answers = inbound.from !== null && outcome.quiet === null;
    if (said.length === 0 && !answers) return;
    const id = conversation ? `v${String(this.conversation.version).padStart(8, '0')}` : `a${inbound.id}`;
    const messages = said.map((message) => outboundSchema.parse(stored(message)));
    this.rows.push({ id, language: outcome.language, messages });
  }

  /** Who was erased is nobody whom we know, at the same address; only versions go on. */
  #forget(): void {
    const { id, version } = this.customer;
    this.customer = { ...newCustomer(id, this.name), version };
  }

  #apply(change: Change): void {
    switch (change.kind) {
      case 'day':
        this.town.write(change.day);
        return;
      case 'customer': {
        const { customer } = change;
        if (customer.version !== this.customer.version) throw new Error('The customer was not read');
        this.customer = customerSchema.parse(stored({ ...customer, version: customer.version + 1 }));
        return;
      }
      case 'agreement': {
        // An agreement is never written twice: the store would refuse this step for ever.
        const key = `${change.visit.id} ${change.visit.sequence}`;
        if (this.#agreed.has(key))
          throw new Error(`Two agreements of one visit have the number ${change.visit.sequence}`);
        this.#agreed.add(key);
        return;
      }
      case 'report':
        this.town.reports.set(
          `${this.customer.id} ${change.report.id}`,
          reportSchema.parse(stored(change.report)),
        );
        return;
      case 'waitlist':
        this.town.writeWaitlist(change.list);
        return;
      case 'timer': {
        const { timers } = this.town.people.find((one) => addressKey(one.address) === change.chat) ?? this;
        if (change.dueAt === null) timers.delete(change.key);
        else timers.set(change.key, { dueAt: change.dueAt, data: stored(change.data) });
        return;
      }
      case 'consent':
      case 'request':
      case 'reachable':
      case 'unreachable':
      case 'windowShut':
      case 'undelivered':
      case 'moved':
      case 'number':
      case 'code':
      case 'link':
      case 'feed':
      case 'case':
      case 'waiter':
      case 'passed':
      case 'withdrawn':
      case 'buried':
      case 'roster':
      case 'topicMade':
      case 'groupMoved':
      case 'replies':
      case 'answers':
      case 'order':
      case 'agreed':
      case 'file':
      case 'groupTrouble':
      case 'happened':
      case 'over':
        return;
    }
  }
}

function says(args: object, wanted: object): boolean {
  const said = new Map<string, unknown>(Object.entries(args));
  return Object.entries(wanted).every(([name, value]) => said.get(name) === value);
}

function offersOf({ id, messages }: Row): readonly Offer[] {
  const labels = messages.flatMap((message) =>
    message.kind === 'say' ? message.options.flat().filter(({ kind }) => kind === 'act') : [],
  );
  return messages.flatMap(actionsOf).flatMap((_, option) => {
    const label = labels[option]?.label;
    return label ? [{ row: id, option, label }] : [];
  });
}

function stored(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Changes of one item are folded into the last of them, as a transaction may name an item once. */
function itemOf(change: Change, index: number): string {
  switch (change.kind) {
    case 'day':
      return `day ${change.day.date}`;
    case 'report':
      return `report ${change.report.id}`;
    case 'timer':
      return `timer ${change.chat ?? ''} ${change.key}`;
    case 'waitlist':
      return change.kind;
    case 'customer':
    case 'reachable':
    case 'unreachable':
    case 'windowShut':
      return change.kind;
    case 'replies':
    case 'answers':
    case 'order':
    case 'agreed':
    case 'file':
    case 'agreement':
    case 'over':
    case 'consent':
    case 'request':
    case 'undelivered':
    case 'moved':
    case 'number':
    case 'code':
    case 'feed':
    case 'link':
    case 'case':
    case 'waiter':
    case 'passed':
    case 'withdrawn':
    case 'buried':
    case 'roster':
    case 'topicMade':
    case 'groupMoved':
    case 'groupTrouble':
    case 'happened':
      return `${change.kind} ${index}`;
  }
}
