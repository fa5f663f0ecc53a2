import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { addressOf } from '#shared/domain/address.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import { canonicalNumber } from '#shared/domain/phone.ts';
import { conversationFrom, isPointer, residentFrom } from '#shared/store/conversation.ts';
import { customerFrom } from '#shared/store/customer.ts';
import type { Table } from '#shared/store/table.ts';

/** Somebody of whom something is kept. `customer`: null for who wrote and is no customer yet; `addresses`: keys. */
export type Found = {
  readonly id: string;
  readonly customer: Customer | null;
  readonly addresses: readonly string[];
};

/**
 * Everybody who may be meant: by a customer's id (also an earlier one), by an address (`telegram:7000001`, or its key), by a number that
 * they gave or write from, in whatever form it is typed. Looks through the whole table. Throws what DynamoDB and the schemas throw.
 */
export async function findPeople(who: string, table: Table): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  for await (const { pk, item } of peopleRows(table)) {
    const one = pk.startsWith('P#') ? asCustomer(item) : asResident(pk.slice(2), item);
    if (one === null || !isMeant(who.trim(), one)) continue;
    const before = found.get(one.id);
    found.set(one.id, {
      id: one.id,
      customer: before?.customer ?? one.customer,
      addresses: [...new Set([...(before?.addresses ?? []), ...one.addresses])],
    });
  }
  return [...found.values()];
}

function asCustomer(item: unknown): Found | null {
  const customer = customerFrom(item);
  if (customer.mergedInto !== null) return null;
  return { id: customer.id, customer, addresses: addressesOf(customer) };
}

/** Who writes from an address, as the conversation there says. Where nobody does any more, it names nobody. */
function asResident(address: string, item: unknown): Found | null {
  const resident = residentFrom(item);
  if (resident === null || isPointer(resident)) return null;
  const { customer, erased, heardAt } = conversationFrom(item);
  if (erased !== undefined && heardAt === 0) return null;
  return { id: customer, customer: null, addresses: [address] };
}

function isMeant(who: string, { id, customer, addresses }: Found): boolean {
  if (who === id || customer?.formerly.includes(who) || addresses.includes(who)) return true;
  const [, channel, chat = ''] = /^([a-z]+):(.+)$/.exec(who) ?? [];
  const places = addresses.map(addressOf);
  if (channel !== undefined)
    return places.some((at) => at.channel === channel && (at.chat === chat || isNumber(chat, at.chat)));
  return [...(customer?.phone ? [customer.phone] : []), ...places.map((at) => at.chat)].some((known) =>
    isNumber(who, known),
  );
}

/** Without its country a number must have so many digits to be somebody's. */
const fewestDigits = 9;

/** Whether a number as somebody typed it (with "+" or "00" before the country, or as it is dialled at home) is that one. */
export function isNumber(typed: string, known: string): boolean {
  const wanted = canonicalNumber(typed.trim().replace(/^00/, '+'));
  const number = canonicalNumber(known);
  if (wanted === null || number === null) return false;
  if (wanted === number) return true;
  const atHome = wanted.replace(/^\+0*/, '');
  return !/^\s*(\+|00)/.test(typed) && atHome.length >= fewestDigits && number.endsWith(atHome);
}

/** Rows of customers and of conversations. */
async function* peopleRows(
  table: Table,
): AsyncGenerator<{ readonly pk: string; readonly item: Readonly<Record<string, unknown>> }> {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ConsistentRead: true,
        FilterExpression: 'sk IN (:customer, :conversation)',
        ExpressionAttributeValues: { ':customer': 'customer', ':conversation': 'conversation' },
        ExclusiveStartKey: from,
      }),
    );
    for (const item of Items) yield { pk: String(item.pk), item };
    from = LastEvaluatedKey;
  } while (from);
}
