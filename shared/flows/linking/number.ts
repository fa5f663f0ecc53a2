import { addressKey } from '#shared/domain/address.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Change, Facts, Need, NumberClaim } from '#shared/domain/facts.ts';
import { isAt, shareMessenger } from '#shared/domain/identity.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { canonicalNumber } from '#shared/domain/phone.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { button, type Turn } from '../flow.ts';

/** Numbers that a messenger vouches for: whose they are, and who else has them. A typed or forwarded one never counts. */

/** How long a messenger's word on a number counts: it is given out again at the earliest months after it was given up. */
const claimMs = 400 * 24 * 60 * 60_000;
/** So long the word that was taken note of is good enough; then it is taken note of again. */
const freshMs = 180 * 24 * 60 * 60_000;

/** The number that is news in this inbound; null where the messenger vouches for none, or for the one that is known. */
export function newsOf({ event, from }: Inbound, { vouched }: Conversation, now: number): string | null {
  const told = event.kind === 'contact' && event.own ? event.phone : (from?.phone ?? null);
  const number = told === null ? null : canonicalNumber(told);
  if (told === null || number === null) return null;
  const known = vouched && canonicalNumber(vouched.phone) === number && now - vouched.at < freshMs;
  return known ? null : told;
}

/** Whose the number is, and whose the one that it takes the place of was. */
export function needsOfNumbers(...phones: readonly (string | null | undefined)[]): readonly Need[] {
  return phones.flatMap((phone): Need[] => {
    const number = phone ? canonicalNumber(phone) : null;
    return number === null ? [] : [{ kind: 'number', number }];
  });
}

/** What follows from a number that a messenger vouches for: it is the customer's, and nobody asks for it. */
export type Learned = {
  readonly customer: Customer;
  readonly settings: Pick<Conversation, 'vouched' | 'linkOffer'>;
  readonly changes: readonly Change[];
};

/**
 * The number belongs to the customer from now on. It is theirs alone, unless somebody at another messenger has it: then
 * they are asked if they are the same person. At the same messenger it was given out again, and the claim with it.
 */
export function learn(phone: string, facts: Facts, turn: Turn): Learned {
  const { conversation, now } = turn;
  const customer = { ...turn.customer, phone, phoneProven: true };
  const number = canonicalNumber(phone) ?? phone;
  const settings = { vouched: { phone, at: now }, linkOffer: conversation.linkOffer };
  const kept = [{ kind: 'customer', customer } as const, ...released(number, facts, turn)];
  if (otherOwner(phone, facts, turn))
    return {
      customer,
      changes: kept,
      settings: { ...settings, linkOffer: settings.linkOffer === 'declined' ? 'declined' : 'due' },
    };
  const claim = { customer: customer.id, address: addressKey(turn.address), at: now };
  const claimed: Change = { kind: 'number', number, claim, read: facts.numbers.get(number)?.version ?? 0 };
  return { customer, changes: [...kept, claimed], settings };
}

/** Who has the same number by the word of another messenger; null where nobody has. */
export function otherOwner(phone: string, facts: Facts, { customer, now }: Turn): Customer | null {
  const claim = facts.numbers.get(canonicalNumber(phone) ?? '');
  const owner = claim && isLive(claim, now) ? facts.customers.get(claim.customer) : undefined;
  if (!claim || !owner || owner.id === customer.id || !isAt(owner, claim.address)) return null;
  return shareMessenger(owner, customer) ? null : owner;
}

function isLive({ at }: NumberClaim, now: number): boolean {
  return now - at < claimMs;
}

/** The number that was vouched for here before is theirs no more, unless another chat of theirs vouches for it. */
function released(
  number: string,
  facts: Facts,
  { conversation, customer, address }: Turn,
): readonly Change[] {
  const before = canonicalNumber(conversation.vouched?.phone ?? '');
  const claim = before === null || before === number ? undefined : facts.numbers.get(before);
  if (before === null || !claim || facts.customers.get(claim.customer)?.id !== customer.id) return [];
  const elsewhere = claim.address !== addressKey(address) && isAt(customer, claim.address);
  return elsewhere ? [] : [{ kind: 'number', number: before, claim: null, read: claim.version }];
}

/** The question, which shows nothing of the other customer. */
export function offerCard(): Say {
  return card('aside', phrase('linkOffer'), [
    [button(phrase('labelLinkYes'), { flow: 'link', data: { do: 'yes' } })],
    [button(phrase('labelLinkNo'), { flow: 'link', data: { do: 'no' } })],
  ]);
}
