import { type Address, addressKey, addressOf } from '#shared/domain/address.ts';
import { type Case, newCase, type Topic } from '#shared/domain/case.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Other } from '#shared/domain/facts.ts';
import { addressesOf, isAt } from '#shared/domain/identity.ts';
import { caseFrom, caseKey } from './case.ts';
import { isPointer, residentFrom, residentKey } from './conversation.ts';
import { customerKey, readCustomer } from './customer.ts';
import { batchGet, type Found } from './read.ts';
import type { Key, Table } from './table.ts';
import { topicFrom, topicKey } from './topic.ts';

/** An address where a customer is. */
export type Reached = { readonly address: Address; readonly conversation: Conversation };

/** A customer, what the desk knows of them, and where they are. */
export type LoadedAbout = {
  readonly customer: Customer;
  readonly case: Case;
  readonly topic: Topic | null;
  /** Where the customer wrote last; null where they have no messenger. */
  readonly home: Reached | null;
  readonly elsewhere: readonly Reached[];
};

/** Other customers and how they are reached, by the ids that were asked for; who cannot be reached has no entry. */
export async function readPeople(table: Table, ids: readonly string[]): Promise<ReadonlyMap<string, Other>> {
  const nobody: Found = () => undefined;
  const people = await Promise.all(ids.map(async (id) => [id, await aboutOf(table, id, nobody)] as const));
  return new Map(
    people.flatMap(([id, about]): [string, Other][] => {
      if (!about?.home) return [];
      const { customer, home } = about;
      const { language, heardAt } = home.conversation;
      return [[id, { customer, case: about.case, home: home.address, language, heardAt }]];
    }),
  );
}

export function ofCustomer(id: string): readonly Key[] {
  return [customerKey(id), caseKey(id), topicKey(id)];
}

/**
 * A customer, what the desk knows of them, and where they are. `read`: where the customer's own items may have been read already.
 */
export async function aboutOf(table: Table, id: string, read: Found): Promise<LoadedAbout | null> {
  const here = read(customerKey(id)) === undefined ? await batchGet(table, ofCustomer(id), true) : read;
  const customer = await readCustomer(table, id, here(customerKey(id)));
  if (!customer) return null;
  const theirs = customer.id === id ? here : await batchGet(table, ofCustomer(customer.id), true);
  const first = addressesOf(customer).find(isAtMessenger) ?? '';
  const known = caseFrom(theirs(caseKey(customer.id))) ?? newCase(customer.id, first);
  const reached = await reach(table, [known.home, ...addressesOf(customer)].filter(isAtMessenger));
  // An address that is somebody else's by now is never written to.
  const homeOf = (key: string) => {
    const one = reached.get(key);
    return one && isAt(customer, addressKey(one.address)) ? one : null;
  };
  const home = homeOf(known.home) ?? homeOf(first);
  const others = new Map(
    [...reached.keys()].flatMap((key) => {
      const one = homeOf(key);
      return one ? [[addressKey(one.address), one] as const] : [];
    }),
  );
  if (home) others.delete(addressKey(home.address));
  return {
    customer,
    case: known,
    topic: topicFrom(theirs(topicKey(customer.id))),
    home,
    elsewhere: [...others.values()],
  };
}

/** A customer who was booked by phone has an address at no messenger. */
function isAtMessenger(key: string): boolean {
  return key.split('/').length === 4 && addressOf(key).channel !== 'desk';
}

/** A person's address changes once in years. */
const mostHops = 3;

/** The conversations at these addresses, where they are now. */
async function reach(table: Table, keys: readonly string[]): Promise<ReadonlyMap<string, Reached>> {
  const reached = new Map<string, Reached>();
  let asked = new Map([...new Set(keys)].map((key) => [key, key]));
  for (let hops = 0; hops <= mostHops && asked.size > 0; hops += 1) {
    const found = await batchGet(table, [...asked.values()].map(residentKey), true);
    const next = new Map<string, string>();
    for (const [key, at] of asked) {
      const resident = residentFrom(found(residentKey(at)));
      if (resident && isPointer(resident)) next.set(key, resident.movedTo);
      else if (resident) reached.set(key, { address: addressOf(at), conversation: resident });
    }
    asked = next;
  }
  return reached;
}
