import { expect } from 'vitest';
import { isAt } from '#shared/domain/identity.ts';
import { canonicalNumber } from '#shared/domain/phone.ts';
import type { Chat } from './chat.ts';
import { Street } from './street.ts';

/** A human as the test knows them: what the station may know of them from each chat is checked against this. */
type Person = { readonly visits: Set<string>; readonly numbers: Set<string> };

/** What one person does in one chat by themselves; numbers pick among the chats and numbers there are. */
type Deed =
  | { readonly kind: 'book' | 'cancel' | 'unlink' | 'yes' | 'no' | 'hello' | 'consent'; readonly who: number }
  | { readonly kind: 'show'; readonly who: number; readonly number: number }
  | { readonly kind: 'guess'; readonly who: number; readonly digits: number }
  | { readonly kind: 'move'; readonly who: number; readonly late: boolean; readonly number: number };

/** One thing that happens. */
export type Event =
  | Deed
  | { readonly kind: 'share'; readonly who: number; readonly number: number }
  | { readonly kind: 'code'; readonly who: number; readonly other: number }
  | { readonly kind: 'newcomer'; readonly left: number; readonly number: number }
  | { readonly kind: 'time'; readonly minutes: number };

/** The number of somebody whom WhatsApp shows without an id at first. */
const bareNumber = '+306900000009';
const bare = 'tel.306900000009';
const numbers = ['+306900000001', '+306900000002', '+551187654321', '+5511987654321'];

/** Chats of humans over a random life, and the truth about who they are. */
export class People {
  readonly street = new Street();
  readonly #persons = new Map<Chat, Person>();
  /** WhatsApp ids that were given up. */
  readonly #left: string[] = [];
  #ids = 0;

  constructor() {
    for (const chat of ['501', '502', '503']) this.#met(this.street.telegram(chat));
    for (const number of [...numbers.slice(0, 2), null])
      this.#met(this.street.whatsapp(this.#newId(), number));
    this.#met(this.street.whatsapp(bare, bareNumber));
  }

  async happens(event: Event): Promise<void> {
    this.street.later(1);
    switch (event.kind) {
      case 'time':
        this.street.later(event.minutes);
        return;
      case 'newcomer': {
        const [id = this.#newId()] = this.#left.splice(event.left % Math.max(1, this.#left.length), 1);
        const taken = this.#live().some((one) => one.address.chat === bare);
        const phone = (taken ? numbers : [...numbers, bareNumber])[event.number % 5] ?? null;
        for (const chat of this.street.chats) if (phone && sameNumber(chat.phone, phone)) chat.phone = null;
        const chat = this.street.whatsapp(id, phone);
        this.#met(chat);
        await this.#does(chat, () => this.#hello(chat));
        return;
      }
      case 'code': {
        const [from, to] = [this.#chat(event.who), this.#chat(event.other)];
        await this.#does(from, () => from.says('link'));
        const code = from.heardOf('linkCode')?.code;
        if (code) await this.#does(to, () => to.says(code), from);
        return;
      }
      case 'share': {
        const chat = this.#chat(event.who);
        if (chat.address.channel !== 'telegram') return;
        await this.#does(chat, () => chat.shares(numbers[event.number % numbers.length] ?? ''));
        return;
      }
      case 'book':
      case 'cancel':
      case 'consent':
      case 'guess':
      case 'hello':
      case 'move':
      case 'no':
      case 'show':
      case 'unlink':
      case 'yes': {
        const chat = this.#chat(event.who);
        await this.#does(chat, () => this.#acts(chat, event));
      }
    }
  }

  async #acts(chat: Chat, event: Deed): Promise<unknown> {
    switch (event.kind) {
      case 'hello':
        return this.#hello(chat);
      case 'book':
        return chat.books(`Car ${this.street.chats.indexOf(chat)}`);
      case 'consent':
        return this.#taps(chat, 'labelConsentYes');
      case 'cancel':
        return this.#taps(chat, 'labelCancelVisit');
      case 'yes':
        return this.#taps(chat, 'labelLinkYes');
      case 'no':
        return this.#taps(chat, 'labelLinkNo');
      case 'unlink':
        await chat.says('link');
        return chat.labels.includes('labelUnlink')
          ? (await chat.taps('labelUnlink')).taps('labelUnlink')
          : undefined;
      case 'guess':
        return chat.says(String(event.digits).padStart(8, '0'));
      case 'show':
        return this.#showsNumber(chat, event.number);
      case 'move':
        return this.#moves(chat, event);
    }
  }

  async #showsNumber(chat: Chat, number: number): Promise<void> {
    if (chat.address.channel !== 'whatsapp' || chat.address.chat === bare) return;
    chat.phone = numbers[number % numbers.length] ?? null;
    await this.#hello(chat);
  }

  async #moves(chat: Chat, { late, number }: Extract<Event, { kind: 'move' }>): Promise<void> {
    if (chat.address.channel !== 'whatsapp') return;
    const old = chat.address.chat;
    const next = this.#newId();
    if (old === bare) {
      chat.address = { ...chat.address, chat: next };
      await this.#hello(chat);
      return;
    }
    if (late) {
      // The message from the new id overtakes the word of it.
      chat.address = { ...chat.address, chat: next };
      await chat.books('Overtaking');
    }
    this.#left.push(old);
    await chat.moves(next, [old], numbers[number % numbers.length] ?? null);
  }

  #hello(chat: Chat) {
    const known = chat.phone && chat.address.channel === 'whatsapp' ? [`tel.${chat.phone.slice(1)}`] : [];
    return chat.does({ kind: 'command', name: 'start', payload: '' }, known);
  }

  async #taps(chat: Chat, key: 'labelConsentYes' | 'labelCancelVisit' | 'labelLinkYes' | 'labelLinkNo') {
    if (chat.offers.some((offer) => offer.key === key)) await chat.taps(key);
  }

  /** Does it, and takes from the answers what the truth is now; `from`: the chat whose code is used. */
  async #does(chat: Chat, what: () => Promise<unknown>, from?: Chat): Promise<void> {
    const [before, mark] = [this.#person(chat), chat.answers.length];
    await what();
    const person = this.#persons.get(chat) ?? before;
    for (const told of chat.answers.slice(mark)) {
      if (told.booked) person.visits.add(told.booked);
      if (told.cancelled) person.visits.delete(told.cancelled);
      if (told.unlinked) this.#persons.set(chat, { visits: new Set(), numbers: new Set() });
      if (told.linked) await this.#joined(chat, from);
    }
    const vouched = (await this.street.known(chat.key)).conversation.vouched;
    if (vouched) this.#person(chat).numbers.add(canonicalNumber(vouched.phone) ?? '');
  }

  /** Two people are one only by proof: a code from the other chat, or a number that messengers vouched for to both. */
  async #joined(chat: Chat, from?: Chat): Promise<void> {
    const own = this.#person(chat);
    const { id } = await chat.customer();
    const ids = await Promise.all(this.#live().map(async (one) => (await one.customer()).id));
    const others = this.#live().filter((one, index) => ids[index] === id && this.#person(one) !== own);
    const other = from ? this.#person(from) : this.#person(others[0] ?? chat);
    expect(other, 'joined with nobody').not.toBe(own);
    if (!from)
      expect(
        [...own.numbers].some((number) => other.numbers.has(number)),
        'no proof',
      ).toBe(true);
    const both = {
      visits: new Set([...other.visits, ...own.visits]),
      numbers: new Set([...other.numbers, ...own.numbers]),
    };
    for (const [one, person] of this.#persons)
      if (person === own || person === other) this.#persons.set(one, both);
  }

  /** Nobody is split, merged, robbed or shown to another; each visit has at most one reminder. */
  async isRight(): Promise<void> {
    const live = this.#live();
    const customers = await Promise.all(live.map((chat) => chat.customer()));
    for (const [index, chat] of live.entries()) {
      const customer = customers[index];
      const person = this.#person(chat);
      expect(customer?.visits.map(({ id }) => id).sort(), `visits at ${chat.key}`).toEqual(
        [...person.visits].sort(),
      );
      for (const [second, other] of live.entries())
        expect(customer?.id === customers[second]?.id, `${chat.key} and ${other.key}`).toBe(
          person === this.#person(other),
        );
    }
    const addresses = this.street.customers.filter(({ mergedInto }) => mergedInto === null);
    for (const chat of live)
      expect(addresses.filter((one) => isAt(one, chat.key)).length, chat.key).toBeLessThanOrEqual(1);
    const timers = this.street.items('T#').map(({ sk }) => sk);
    expect(new Set(timers).size).toBe(timers.length);
  }

  /** Chats that somebody has now: a later one at the same address takes it over. */
  #live(): readonly Chat[] {
    return [...new Map(this.street.chats.map((chat) => [chat.key, chat])).values()];
  }

  #chat(index: number): Chat {
    const live = this.#live();
    const chat = live[index % live.length];
    if (!chat) throw new Error('Nobody is there');
    return chat;
  }

  #person(chat: Chat): Person {
    return this.#persons.get(chat) ?? this.#met(chat);
  }

  #met(chat: Chat): Person {
    const person = { visits: new Set<string>(), numbers: new Set<string>() };
    this.#persons.set(chat, person);
    return person;
  }

  #newId(): string {
    this.#ids += 1;
    return `GR.${this.#ids}`;
  }
}

function sameNumber(one: string | null, other: string): boolean {
  return one !== null && canonicalNumber(one) === canonicalNumber(other);
}
