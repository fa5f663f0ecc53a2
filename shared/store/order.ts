import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Agreement, agreementSchema } from '#shared/domain/order/agreement.ts';
import { type Order, orderSchema } from '#shared/domain/order/order.ts';
import { personPk } from './customer.ts';
import { getOne } from './read.ts';
import type { Key, Table } from './table.ts';

/** A work order lies in the partition of whose car it is. */
export function orderKey({ of, ref }: Pick<Order, 'of' | 'ref'>): Key {
  return { pk: personPk(of), sk: `order#${ref}` };
}

export function orderItem(order: Order) {
  return { ...orderKey(order), ...order };
}

export function orderFrom(item: unknown): Order {
  return orderSchema.parse(item);
}

const agreementPrefix = 'agreed#';

/** Append-only, in order of time. The owner's word on an agreement has its number, so that what happened is a part of the key. */
export function agreementKey({
  of,
  ref,
  number,
  kind,
  at,
}: Pick<Agreement, 'of' | 'ref' | 'number' | 'kind' | 'at'>): Key {
  const numbered = String(number).padStart(4, '0');
  const when = String(at).padStart(15, '0');
  return { pk: personPk(of), sk: `${agreementPrefix}${when}#${ref}#${numbered}#${kind}` };
}

export function agreedItem(agreement: Agreement) {
  return { ...agreementKey(agreement), ...agreement };
}

/** A query for a customer's agreements, newest first. */
function newestAgreed(table: Table, of: string) {
  return {
    TableName: table.name,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :agreed)',
    ExpressionAttributeValues: { ':pk': personPk(of), ':agreed': agreementPrefix },
    ScanIndexForward: false,
  };
}

/** An agreement and what the owner said to it later, where an advisor had recorded it; their last word counts. */
export type Found = { readonly agreement: Agreement; readonly word: 'confirmed' | 'disputed' | null };

/** One agreement by its order and number; null where it is not there. One query: they lie in order of time, not of number. */
export async function readAgreement(
  table: Table,
  { of, ref, number }: Pick<Agreement, 'of' | 'ref' | 'number'>,
): Promise<Found | null> {
  let from: Record<string, unknown> | undefined;
  let word: Found['word'] = null;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({ ...newestAgreed(table, of), ExclusiveStartKey: from }),
    );
    for (const item of Items.filter((one) => one.ref === ref && one.number === number)) {
      const agreement = agreementSchema.parse(item);
      if (agreement.kind !== 'confirmed' && agreement.kind !== 'disputed') return { agreement, word };
      word ??= agreement.kind;
    }
    from = LastEvaluatedKey;
  } while (from);
  return null;
}

export async function readOrder(table: Table, order: Pick<Order, 'of' | 'ref'>): Promise<Order | null> {
  const item = await getOne(table, orderKey(order));
  return item === undefined ? null : orderFrom(item);
}

/** As many as anybody looks back at in a chat. */
const mostAgreements = 20;

/** What was agreed with these customers (one person, who may have been several), newest first. */
export async function readAgreements(table: Table, of: readonly string[]): Promise<readonly Agreement[]> {
  const found = await Promise.all(
    of.map(async (customer) => {
      const { Items = [] } = await table.client.send(
        new QueryCommand({ ...newestAgreed(table, customer), Limit: mostAgreements }),
      );
      return Items.map((item) => agreementSchema.parse(item));
    }),
  );
  return found
    .flat()
    .sort((a, b) => b.at - a.at || b.number - a.number)
    .slice(0, mostAgreements);
}

/** What was agreed with these customers (one person) in a span of time, its end not included, oldest first. */
export async function readAgreementsBetween(
  table: Table,
  of: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly Agreement[]> {
  const moment = (at: number) => `${agreementPrefix}${String(at).padStart(15, '0')}`;
  const found: Agreement[] = [];
  for (const customer of of) {
    let next: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': personPk(customer),
            ':from': moment(from),
            ':to': moment(to),
          },
          ExclusiveStartKey: next,
        }),
      );
      found.push(...Items.map((item) => agreementSchema.parse(item)));
      next = LastEvaluatedKey;
    } while (next);
  }
  return found.filter(({ at }) => at < to).sort((a, b) => a.at - b.at);
}
