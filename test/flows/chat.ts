import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { type InboundEvent, inboundSchema } from '#shared/domain/inbound.ts';
import { actionsOf, type Outbound } from '#shared/domain/outbound.ts';
import { type PhraseArgs, type PhraseKey, phraseSchema } from '#shared/domain/phrase.ts';
import type { Street } from './street.ts';

type Offer = {
  readonly row: string;
  readonly option: number;
  readonly key: PhraseKey;
  readonly args: unknown;
};

/** Visits that an answer booked or cancelled, and whether it joined chats or took them apart. */
type Agreed = {
  readonly booked: string | undefined;
  readonly cancelled: string | undefined;
  readonly linked: boolean;
  readonly unlinked: boolean;
};

/** One chat of a person, at the address that they have now, and what they see there. */
export class Chat {
  readonly street: Street;
  address: Address;
  readonly name: string;
  /** The number that the messenger vouches for with every message; null where it does not. */
  phone: string | null;
  /** What the last step said here. */
  told: readonly Outbound[] = [];
  readonly offers: Offer[] = [];
  /** What was agreed in each answer so far. */
  readonly answers: Agreed[] = [];
  #sent = 0;

  constructor(street: Street, address: Address, name: string, phone: string | null) {
    this.street = street;
    this.address = address;
    this.name = name;
    this.phone = phone;
  }

  get key(): string {
    return addressKey(this.address);
  }

  says(text: string): Promise<this> {
    return this.does({ kind: 'text', text });
  }

  shares(phone: string, own = true): Promise<this> {
    return this.does({ kind: 'contact', phone, own });
  }

  /** `known`: chats of the same messenger under which it says that the person may be known. */
  async does(event: InboundEvent, known: readonly string[] = [], at = this.street.now): Promise<this> {
    this.#sent += 1;
    const { channel, bot } = this.address;
    const inbound = inboundSchema.parse({
      id: `${this.street.chats.indexOf(this)}-${this.#sent}`,
      address: this.address,
      at,
      from: {
        id: this.address.chat,
        name: this.name,
        language: 'en',
        phone: this.phone,
        known: known.map((chat) => addressKey({ channel, bot, chat, thread: '' })),
      },
      messageId: String(this.#sent),
      event,
    });
    await this.street.take(inbound);
    await this.#read();
    this.answers.push({
      booked: this.heardOf('booked')?.ref ?? this.heardOf('cancelUndone')?.ref,
      cancelled: this.heardOf('cancelled')?.ref,
      linked: this.heard.includes('linked'),
      unlinked: this.heard.includes('unlinked'),
    });
    return this;
  }

  /** The messenger tells of a new id: whoever had `known` is here from now on. */
  async moves(chat: string, known: readonly string[], phone = this.phone): Promise<this> {
    this.address = { ...this.address, chat };
    this.phone = phone;
    return this.does({ kind: 'identity' }, known);
  }

  /** The newest button with that label; `args` tell buttons of one label apart. */
  async taps<K extends PhraseKey>(key: K, args: Partial<PhraseArgs[K]> = {}): Promise<this> {
    const offer = this.offers.findLast((one) => one.key === key && agrees(one.args, args));
    if (!offer) throw new Error(`There is no button ${key} in ${this.key}`);
    return this.tapsOffer(offer);
  }

  tapsOffer({ row, option }: Pick<Offer, 'row' | 'option'>): Promise<this> {
    return this.does({ kind: 'tap', tapId: 'tap', offer: { row, option } });
  }

  /** Books an oil change for the earliest time offered; the car is typed where it is asked for. */
  async books(car = 'Octavia ABC-4821'): Promise<this> {
    await this.does({ kind: 'command', name: 'book', payload: '' });
    for (let steps = 0; steps < 8; steps += 1) {
      if (this.heard.includes('askCar')) await this.says(car);
      else if (this.labels.includes('labelNewCar')) await this.taps('labelNewCar');
      else if (this.labels.includes('labelSlot')) await this.taps('labelSlot');
      else if (this.labels.includes('labelWait')) await this.taps('labelWait');
      else if (this.labels.includes('labelLeave')) await this.taps('labelLeave');
      else if (this.labels.includes('labelService')) await this.taps('labelService', { id: 'oil' });
      else break;
    }
    return this;
  }

  /** Phrases of the last answer. */
  get heard(): readonly PhraseKey[] {
    return this.told.flatMap((message) => (message.kind === 'say' ? message.text : [])).map(({ key }) => key);
  }

  /** The newest button labels, of the last answer only. */
  get labels(): readonly PhraseKey[] {
    return this.told.flatMap(labelsOf).map(({ key }) => key);
  }

  heardOf<K extends PhraseKey>(key: K): PhraseArgs[K] | undefined {
    for (const message of this.told) {
      const found = message.kind === 'say' ? message.text.find((one) => one.key === key) : undefined;
      if (found && isOf(found, key)) return found.args;
    }
    return undefined;
  }

  async customer(): Promise<Customer> {
    return (await this.street.known(this.key)).customer;
  }

  async visits(): Promise<readonly string[]> {
    return (await this.customer()).visits.map(({ id }) => id);
  }

  async cars(): Promise<readonly string[]> {
    return (await this.customer()).vehicles.map(({ label }) => label);
  }

  /** What came to this chat since it was looked at. */
  async #read(): Promise<void> {
    const rows = this.street.rows();
    this.hears(rows);
    for (const chat of this.street.chats) if (chat !== this) chat.hears(rows, true);
  }

  hears(rows: ReturnType<Street['rows']>, only = false): void {
    const own = rows.filter(({ to }) => to === this.key);
    if (only && own.length === 0) return;
    this.told = own.flatMap(({ row }) => row.messages);
    for (const { row } of own) {
      const actions = row.messages.flatMap(actionsOf);
      const labels = row.messages.flatMap(labelsOf);
      this.offers.push(...actions.map((_, option) => ({ row: row.sk, option, ...label(labels[option]) })));
    }
  }
}

function label(given: { readonly key: PhraseKey; readonly args: unknown } | undefined) {
  return phraseSchema.parse(given);
}

function labelsOf(message: Outbound) {
  return message.kind === 'say'
    ? message.options.flat().flatMap((one) => (one.kind === 'act' ? [one.label] : []))
    : [];
}

function isOf<K extends PhraseKey>(
  said: { readonly key: PhraseKey; readonly args: unknown },
  key: K,
): said is { readonly key: K; readonly args: PhraseArgs[K] } {
  return said.key === key;
}

function agrees(args: unknown, wanted: object): boolean {
  const said = new Map(Object.entries(args ?? {}));
  return Object.entries(wanted).every(([name, value]) => said.get(name) === value);
}
