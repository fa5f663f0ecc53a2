import * as z from 'zod';
import { itemText } from './item.ts';
import { keyOf, type WriteAction } from './rehearse.ts';
import type { Table, Tables } from './tables.ts';
import { type Answer, type Body, serviceError, validationError } from './wire.ts';

/** An action of a transaction and the table it is for. */
export type Planned = { readonly table: Table; readonly action: WriteAction };

/** A request that was read, or the answer that says what is wrong with it whatever the items hold. */
export type Read<T> = { readonly kind: 'read'; readonly value: T } | Refused;
type Refused = { readonly kind: 'refused'; readonly answer: Answer };

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const MAX_ACTIONS = 100;
const MAX_TOKEN = 36;

const KINDS = ['Put', 'Update', 'Delete', 'ConditionCheck'] as const;

const named = z.looseObject({ TableName: z.string() });
const shape = z.object({
  TransactItems: z.array(z.record(z.string(), z.unknown())),
  ClientRequestToken: z.string().min(1).max(MAX_TOKEN).optional(),
});

/** Reads TransactWriteItems. */
export async function readTransactWrite(
  tables: Tables,
  body: Body,
): Promise<Read<{ readonly actions: readonly Planned[]; readonly token: string | undefined }>> {
  const miscounted = countFault(body);
  if (miscounted !== undefined) return refused(miscounted);
  const parsed = shape.safeParse(body);
  if (!parsed.success) return refused(z.prettifyError(parsed.error));

  const actions: Planned[] = [];
  const targets = new Set<string>();
  for (const [at, entry] of parsed.data.TransactItems.entries()) {
    const action = readAction(entry, at);
    if (action.kind === 'refused') return action;
    const planned = await locate(tables, action.value.request, targets);
    if (planned.kind === 'refused') return planned;
    actions.push({ table: planned.value, action: action.value });
  }
  return { kind: 'read', value: { actions, token: parsed.data.ClientRequestToken } };
}

/** Reads TransactGetItems: the requests of the single GetItem operations, in order. */
export async function readTransactGet(tables: Tables, body: Body): Promise<Read<readonly Body[]>> {
  const miscounted = countFault(body);
  if (miscounted !== undefined) return refused(miscounted);
  const parsed = z.object({ TransactItems: z.array(z.object({ Get: named })) }).safeParse(body);
  if (!parsed.success) return refused(z.prettifyError(parsed.error));

  const requests = parsed.data.TransactItems.map(({ Get }) => Get);
  const targets = new Set<string>();
  for (const request of requests) {
    const table = await locate(tables, request, targets);
    if (table.kind === 'refused') return table;
  }
  return { kind: 'read', value: requests };
}

function readAction(entry: Body, at: number): Read<WriteAction> {
  const [kind, ...others] = KINDS.filter((each) => entry[each] !== undefined && entry[each] !== null);
  if (kind === undefined) {
    return refused('Invalid Request: TransactWriteRequest should contain Delete or Put or Update request');
  }
  if (others.length > 0) return refused('TransactItems can only contain one of Check, Put, Update or Delete');
  const request = named.safeParse(entry[kind]);
  if (!request.success) return refused(z.prettifyError(request.error));
  if (kind === 'ConditionCheck' && typeof request.data.ConditionExpression !== 'string') {
    const path = `transactItems.${at + 1}.member.conditionCheck.conditionExpression`;
    return refused(constraint('null', path, 'not be null'));
  }
  return { kind: 'read', value: { kind, request: request.data } };
}

/** The table of a request; `targets` holds the items named so far, because a transaction may name an item once. */
async function locate(tables: Tables, request: Body, targets: Set<string>): Promise<Read<Table>> {
  const table = await tables.find(String(request.TableName));
  if (table === undefined) {
    const answer = serviceError('ResourceNotFoundException', 'Requested resource not found');
    return { kind: 'refused', answer };
  }
  const target = `${table.name}/${itemText(keyOf(table, request))}`;
  if (targets.has(target)) {
    return refused('Transaction request cannot include multiple operations on one item');
  }
  targets.add(target);
  return { kind: 'read', value: table };
}

function countFault(body: Body): string | undefined {
  const items = body.TransactItems;
  if (items === undefined || items === null) return constraint('null', 'transactItems', 'not be null');
  if (!Array.isArray(items)) return undefined;
  if (items.length === 0) {
    return constraint("'[]'", 'transactItems', 'have length greater than or equal to 1');
  }
  if (items.length <= MAX_ACTIONS) return undefined;
  return constraint(
    `of ${items.length} actions`,
    'transactItems',
    `have length less than or equal to ${MAX_ACTIONS}`,
  );
}

function constraint(value: string, path: string, rule: string): string {
  return `1 validation error detected: Value ${value} at '${path}' failed to satisfy constraint: Member must ${rule}`;
}

function refused(message: string): Refused {
  return { kind: 'refused', answer: validationError(message) };
}
