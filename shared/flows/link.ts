import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import { addressesOf, isAt } from '#shared/domain/identity.ts';
import { card } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { digitsFrom } from '#shared/domain/token.ts';
import { answer, button, type Decision, defineFlow, type Turn } from './flow.ts';
import { joined, left } from './linking/join.ts';
import { needsOfNumbers, otherOwner } from './linking/number.ts';
import { codeTyped as approvalTyped } from './payer/request.ts';

const action = z.discriminatedUnion('do', [
  /** A code for another chat; or what is linked, and the way out of it. */
  z.object({ do: z.literal('open') }),
  /** The answers to "Is that you?" */
  z.object({ do: z.literal('yes') }),
  z.object({ do: z.literal('no') }),
  /** Eight digits that came as a message. */
  z.object({ do: z.literal('code'), digits: z.string() }),
  z.object({ do: z.literal('askLeave') }),
  z.object({ do: z.literal('leave') }),
]);
type LinkAction = z.infer<typeof action>;

const minute = 60_000;
/** How long a code can be used. */
const codeMinutes = 10;
/** Wrong codes within an hour of the first of them. */
const mostWrong = { count: 5, within: 60 * minute } as const;

/**
 * The same person at two messengers: joined on proof only (a number that both messengers vouch for, or a code that was
 * carried from one chat to the other), and taken apart again. Nothing of a customer is shown before.
 */
export const link = defineFlow({
  name: 'link',
  state: z.never(),
  action,
  takes: () => false,
  needs: (_state, event, turn) => (event.kind === 'action' ? needsOf(event.action, turn) : []),
  decide: (_state, event, facts, turn) => {
    const asked: LinkAction = event.kind === 'action' ? event.action : { do: 'open' };
    switch (asked.do) {
      case 'open':
        return isLinked(turn.customer) ? answer(linkedCard) : newCode(turn);
      case 'yes':
        return sameNumber(facts, turn);
      case 'no':
        return { ...told(phrase('linkDeclined')), settings: { linkOffer: 'declined' } };
      case 'code':
        return codeTyped(asked.digits, facts, turn);
      case 'askLeave':
        return isLinked(turn.customer) ? answer(askLeaveCard) : told(phrase('linkNothing'));
      case 'leave':
        return isLinked(turn.customer) ? left(facts, turn) : told(phrase('linkNothing'));
    }
  },
});

/** A message that was made to be passed on with a code (phrase `payerForward`), and came as it is: its last line. */
const passedOn = /\n(?:Code|Код|Κωδικός): (\d{4}) (\d{4})$/u;

/**
 * The eight digits of a code, if a message is nothing else, or was passed on with one; blanks and hyphens may stand between
 * them.
 */
export function codeIn(text: string): string | null {
  const [, first, second] = passedOn.exec(text.trim()) ?? [];
  if (first && second) return `${first}${second}`;
  const digits = text.replace(/[\s\u00a0-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

function needsOf(asked: LinkAction, turn: Turn): readonly Need[] {
  const { vouched } = turn.conversation;
  switch (asked.do) {
    case 'yes':
      return needsOfNumbers(vouched?.phone);
    case 'code':
      return tooManyUntil(turn) === null ? [{ kind: 'code', digits: asked.digits }] : [];
    case 'leave':
      return [{ kind: 'timers', of: addressKey(turn.address) }, ...needsOfNumbers(vouched?.phone)];
    case 'open':
    case 'no':
    case 'askLeave':
      return [];
  }
}

function isLinked(customer: Customer): boolean {
  return addressesOf(customer).length > 1;
}

const unlink = (data: LinkAction) => button(phrase('labelUnlink'), { flow: 'link', data });
const menu = button(phrase('labelMenu'), { flow: 'menu', data: { do: 'open' } });
const linkedCard = card('aside', phrase('linkedAlready'), [[unlink({ do: 'askLeave' })], [menu]]);
const askLeaveCard = card('aside', phrase('askUnlink'), [[unlink({ do: 'leave' })], [menu]]);

function told(text: Phrase): Decision<never> {
  return answer(card('aside', text, [[menu]]));
}

function newCode({ token, customer, address, now }: Turn): Decision<never> {
  const digits = digitsFrom(token);
  const made = {
    customer: customer.id,
    address: addressKey(address),
    until: now + codeMinutes * minute,
    purpose: 'link',
  } as const;
  const code = `${digits.slice(0, 4)} ${digits.slice(4)}`;
  return {
    ...answer(card('aside', phrase('linkCode', { code, minutes: codeMinutes }))),
    changes: [{ kind: 'code', digits, made }],
  };
}

/** The number may have gone to somebody else since the question was asked. */
function sameNumber(facts: Facts, turn: Turn): Decision<never> {
  const phone = turn.conversation.vouched?.phone;
  const owner = phone ? otherOwner(phone, facts, turn) : null;
  if (owner) return joined(owner, turn);
  return isLinked(turn.customer) ? answer(linkedCard) : told(phrase('linkNothing'));
}

function codeTyped(digits: string, facts: Facts, turn: Turn): Decision<never> {
  const { customer, address, now } = turn;
  const until = tooManyUntil(turn);
  if (until !== null)
    return told(phrase('linkTooMany', { minutes: Math.max(1, Math.ceil((until - now) / minute)) }));
  const code = facts.codes.get(digits);
  const owner = code && code.until > now ? facts.customers.get(code.customer) : undefined;
  if (!code || !owner || !isAt(owner, code.address)) return wrongCode(turn);
  // Who is to say yes to costs stays who they are.
  if (code.purpose === 'approve') return approvalTyped(digits, owner, turn);
  if (owner.id === customer.id)
    return code.address === addressKey(address) ? told(phrase('linkSameChat')) : answer(linkedCard);
  const done = joined(owner, turn);
  return { ...done, changes: [...done.changes, { kind: 'code', digits, made: 'used' }] };
}

function wrongCode({ conversation, now }: Turn): Decision<never> {
  const { since, count } = conversation.wrongCodes;
  const wrongCodes = now - since < mostWrong.within ? { since, count: count + 1 } : { since: now, count: 1 };
  return { ...told(phrase('linkWrongCode')), settings: { wrongCodes } };
}

/** When codes are looked at again; null while they are. */
function tooManyUntil({ conversation, now }: Turn): number | null {
  const { since, count } = conversation.wrongCodes;
  const until = since + mostWrong.within;
  return count >= mostWrong.count && now < until ? until : null;
}
