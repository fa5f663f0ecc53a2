import { describe, expect, it } from 'vitest';
import { elsewhere } from '#functions/converse/elsewhere.ts';
import { type Address, addressKey } from '#shared/domain/address.ts';
import { newCase } from '#shared/domain/case.ts';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import type { Other } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Outgoing } from '#shared/flows/flow.ts';

/** What a step of one person says to another: Nikos drives, Anna answers for the costs. */

const now = Date.parse('2026-11-23T10:00:00Z');
const dayMs = 24 * 60 * 60_000;
const telegram: Address = { channel: 'telegram', bot: '4242', chat: '501', thread: '' };
const whatsapp: Address = { channel: 'whatsapp', bot: '1061', chat: 'GR.1', thread: '' };
const octavia = { id: 'a', label: 'Skoda Octavia ABC-4821', short: 'Octavia …4821' };
const golf = { id: 'b', label: 'Golf XYZ-1000', short: 'Golf …1000' };

const anna = customer(whatsapp, 'Anna', { vehicles: [golf] });
const nikos = customer(telegram, 'Nikos', {
  vehicles: [octavia],
  approver: { customer: anna.id, name: 'Anna' },
});
const annaFor = { ...anna, approvesFor: [{ customer: nikos.id, name: 'Nikos' }] };

function customer(at: Address, name: string, more: Partial<Customer> = {}): Customer {
  return { ...newCustomer(addressKey(at), name), version: 2, ...more };
}

function other(who: Customer, home: Address, more: Partial<Other> = {}): Other {
  return {
    customer: who,
    case: newCase(who.id, who.id),
    home,
    language: 'el',
    heardAt: now - 3_600_000,
    ...more,
  };
}

function to(
  of: Other,
  key: 'menu' | 'unlinked' = 'menu',
  priority: Outgoing['priority'] = 'answer',
): Outgoing {
  return { to: 'customer', priority, message: say(phrase(key)), of };
}

const inbound: Inbound = {
  id: 'u1',
  address: telegram,
  at: now,
  from: { id: '501', name: 'Nikos', language: 'en', phone: null, known: [] },
  messageId: '9',
  event: { kind: 'text', text: 'yes' },
};

const channelOf = ({ channel }: Address) => ({
  limits: {
    windowMs: channel === 'whatsapp' ? dayMs : null,
    calendar: 'file' as const,
    editableMs: null,
    receipts: false,
  },
  topics: null,
});

const rows = (said: readonly Outgoing[], by = nikos, of = inbound) =>
  elsewhere(of, said, by, { channelOf }, now);

describe('what is said to somebody else', () => {
  it('goes to their home, in their language, in the window of their own last words', () => {
    expect(rows([to(other(annaFor, whatsapp))])).toMatchObject([
      {
        destination: addressKey(whatsapp),
        language: 'el',
        openUntil: now - 3_600_000 + dayMs,
        tapId: null,
        messageId: null,
        cause: 'person',
      },
    ]);
  });

  it('has no window where the messenger knows none', () => {
    expect(rows([to(other(nikos, telegram))], annaFor)).toMatchObject([{ openUntil: null }]);
  });

  it('is one row for each of them, as urgent as the most urgent of it', () => {
    const [one, two] = [other(annaFor, whatsapp), other(customer(telegram, 'Maria'), telegram)];
    const made = rows([to(one), to(two, 'unlinked'), to(one, 'unlinked', 'person')]);
    expect(
      made.map(({ destination, priority, messages }) => [destination, priority, messages.length]),
    ).toEqual([
      [addressKey(whatsapp), 'person', 2],
      [addressKey(telegram), 'answer', 1],
    ]);
  });

  it('is nothing of what goes to the person themselves, to their topic, or to all advisors', () => {
    const { of: _of, ...own } = to(other(annaFor, whatsapp));
    const about: Outgoing = { ...to(other(annaFor, whatsapp)), to: 'desk' };
    expect(rows([own, about, { ...about, to: 'general' }])).toEqual([]);
  });

  it('never reaches who was shut out', () => {
    const shut = newCase(anna.id, anna.id);
    const blocked = { ...shut, blocked: { by: 'maria', reason: 'threats', at: now } };
    expect(rows([to(other(annaFor, whatsapp, { case: blocked }))])).toEqual([]);
  });

  it('names the car it is about, whoever reads it, and none where that cannot be told', () => {
    expect(rows([to(other(annaFor, whatsapp))])).toMatchObject([{ car: 'Octavia …4821' }]);
    expect(rows([to(other(nikos, telegram))], annaFor)).toMatchObject([{ car: 'Octavia …4821' }]);
    expect(rows([to(other(anna, whatsapp))])).toMatchObject([{ car: '' }]);
    const both = { ...nikos, approvesFor: [{ customer: anna.id, name: 'Anna' }] };
    expect(rows([to(other(annaFor, whatsapp))], both)).toMatchObject([{ car: '' }]);
    const merged = { ...nikos, id: 'telegram/4242/777/', formerly: [nikos.id] };
    expect(rows([to(other(annaFor, whatsapp))], merged)).toMatchObject([{ car: 'Octavia …4821' }]);
  });

  it('has a name of its own for every inbound, also of the same moment, and the same when decided again', () => {
    const names = [inbound, { ...inbound, id: 'u2' }, { ...inbound, address: whatsapp }].map(
      (one) => rows([to(other(annaFor, whatsapp))], nikos, one)[0]?.sk,
    );
    expect(new Set(names).size).toBe(3);
    expect(rows([to(other(annaFor, whatsapp))])[0]?.sk).toBe(names[0]);
  });

  it('waits in the order of its birth among an advisor’s words', () => {
    const name = rows([to(other(annaFor, whatsapp))])[0]?.sk ?? '';
    expect(
      [`p${(now - 1).toString(36)}-ZZZZZZ`, name, `p${(now + 1).toString(36)}-AAAAAA`].toSorted(),
    ).toEqual([`p${(now - 1).toString(36)}-ZZZZZZ`, name, `p${(now + 1).toString(36)}-AAAAAA`]);
  });

  it('of a timer is no answer to anybody', () => {
    const timer: Inbound = {
      ...inbound,
      from: null,
      event: { kind: 'timer', key: 'estimate#nudge#X', dueAt: now },
    };
    expect(rows([to(other(annaFor, whatsapp))], nikos, timer)).toMatchObject([{ cause: 'timer' }]);
  });
});
