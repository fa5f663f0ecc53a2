import { addressKey } from '#shared/domain/address.ts';
import { type Customer, upcomingVisits } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import {
  addressesOf,
  mergeCustomers,
  mergedAway,
  strangerAt,
  withoutAddress,
} from '#shared/domain/identity.ts';
import { card } from '#shared/domain/outbound.ts';
import { canonicalNumber } from '#shared/domain/phone.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { clockChange } from '../clock/agenda.ts';
import { button, type Decision, type Turn, toCustomer } from '../flow.ts';

const statusRow = [[button(phrase('labelStatus'), { flow: 'visits', data: { do: 'list' } })]];
const menuRow = [[button(phrase('labelMenu'), { flow: 'menu', data: { do: 'open' } })]];

/** This chat's customer and the other one are the same person from now on; what was in progress here goes on. */
export function joined(into: Customer, turn: Turn): Decision<never> {
  const { customer: from, station, now } = turn;
  const both = mergeCustomers(withChats(into), withChats(from));
  const cars = both.vehicles.map(({ short }) => short);
  const visits = upcomingVisits(both, now).length;
  const clocks = both.visits.flatMap((visit) => clockChange(visit, { customer: both, station }, now));
  return {
    next: { kind: 'stay' },
    changes: [
      { kind: 'customer', customer: both, read: into.version },
      { kind: 'customer', customer: mergedAway(from, both.id) },
      ...clocks,
    ],
    say: [toCustomer(card('aside', phrase('linked', { cars, visits }), statusRow))],
    settings: { customer: both.id, linkOffer: 'made' },
  };
}

/** Visits of an older version say nowhere where they are spoken of: in the only chat there was. */
function withChats(customer: Customer): Customer {
  const [chat = ''] = addressesOf(customer);
  return { ...customer, visits: customer.visits.map((visit) => ({ ...visit, chat: visit.chat || chat })) };
}

/** Timers that are about visits, cars, and estimates that wait for an answer go with them. */
const gone = ['clock#', 'estimate#', 'feedback#', 'service#'];

/**
 * This chat leaves the person it was linked to: it begins anew with nobody known, everything else stays with the other
 * chats, what is still to be said about visits and estimates too.
 */
export function left(facts: Facts, turn: Turn): Decision<never> {
  const { customer, conversation, address, now } = turn;
  const here = addressKey(address);
  const [chat] = addressesOf(withoutAddress(customer, here));
  const pending = facts.timers.filter(({ key }) => gone.some((of) => key.startsWith(of)));
  const timers = pending.flatMap((timer): Change[] => [
    { kind: 'timer', ...timer, ...(chat ? { chat } : {}) },
    { kind: 'timer', key: timer.key, dueAt: null, data: null },
  ]);
  const alone = strangerAt(here, customer.name, conversation.version);
  const { staying, leaving, claims } = numbersOf(withoutAddress(customer, here), alone, facts, turn);
  return {
    next: { kind: 'anew' },
    changes: [
      { kind: 'customer', customer: staying },
      { kind: 'customer', customer: leaving },
      ...claims,
      ...timers,
    ],
    say: [toCustomer(card('aside', phrase('unlinked'), menuRow))],
    settings: { customer: alone.id, linkOffer: 'declined', since: now },
  };
}

/** The number that the messenger vouches for in this chat leaves with it, unless another chat vouched for it too. */
function numbersOf(staying: Customer, alone: Customer, facts: Facts, { conversation, address, now }: Turn) {
  const phone = conversation.vouched?.phone ?? null;
  const number = phone === null ? null : canonicalNumber(phone);
  if (phone === null || number === null) return { staying, leaving: alone, claims: [] };
  const leaving = { ...alone, phone, phoneProven: true };
  const claim = facts.numbers.get(number);
  const here = addressKey(address);
  if (claim && (claim.address !== here || facts.customers.get(claim.customer)?.id !== staying.id))
    return { staying, leaving, claims: [] };
  const isIts = staying.phone !== null && canonicalNumber(staying.phone) === number;
  const claims: readonly Change[] = [
    {
      kind: 'number',
      number,
      claim: { customer: alone.id, address: here, at: now },
      read: claim?.version ?? 0,
    },
  ];
  return { staying: isIts ? { ...staying, phone: null, phoneProven: false } : staying, leaving, claims };
}
