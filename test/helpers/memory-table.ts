import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Table } from '#shared/store/table.ts';
import { type Between, crossing, straightThrough } from './between.ts';
import { holds, type Item, updated } from './expressions.ts';

/** The station's table as a map in this process: a thousandth of the cost, the same answers (`test/store` holds both to them). */
export type MemoryTable = Table & {
  /** Every item as it is now: copies, in order of their keys. */
  items(): readonly Item[];
  /** Whether something lies in the table whose moment has come by then: a timer, or a row nobody sent. */
  isDue(at: number): boolean;
  /** Puts an item there without asking anybody. */
  plant(item: Item): void;
};

const ranges: Readonly<Record<string, readonly [string, string]>> = {
  '': ['pk', 'sk'],
  waiting: ['pk', 'waiting'],
  due: ['dueShard', 'dueAt'],
};

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Checked = {
  readonly key: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly met: boolean;
};

/** Never asked for anything; to make one takes longer than many a test. */
const nobody = new DynamoDBClient({
  region: 'memory',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

/** A real document client whose every command is answered from a map. `between` stands before each command. */
export function memoryTable(between: Between = straightThrough): MemoryTable {
  const rows = new Map<string, Item>();
  /** By the hash key of each index, so that a query looks only at its own partition. */
  const partitions = new Map<string, Set<string>>();

  function set(key: string, item: Item | undefined): void {
    for (const [index, [hash]] of Object.entries(ranges)) {
      const was = rows.get(key)?.[hash];
      if (was !== undefined) partitions.get(`${index}|${was}`)?.delete(key);
      const is = item?.[hash];
      if (is === undefined) continue;
      const name = `${index}|${is}`;
      const partition = partitions.get(name) ?? new Set();
      partitions.set(name, partition.add(key));
    }
    if (item) rows.set(key, item);
    else rows.delete(key);
  }

  function check({ Put, Update, Delete, ConditionCheck }: Write): Checked {
    const request = Put ?? Update ?? Delete ?? ConditionCheck;
    const asked = Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {};
    const key = keyOf(asked);
    const before = rows.get(key);
    const terms = {
      values: request?.ExpressionAttributeValues,
      names: request?.ExpressionAttributeNames,
    };
    const met = holds(request?.ConditionExpression, before, terms);
    const after = Put
      ? copy(asked)
      : Update
        ? copy(updated(Update.UpdateExpression ?? '', before ?? copy(asked), terms))
        : Delete
          ? undefined
          : before;
    return { key, before, after, met };
  }

  function single(write: Write, wanted: string | undefined): Checked {
    const checked = check(write);
    if (!checked.met) throw conditionFailed(wanted === 'ALL_OLD' ? checked.before : undefined);
    set(checked.key, checked.after);
    return checked;
  }

  function query(input: QueryCommandInput): object {
    const index = input.IndexName ?? '';
    const [hash, range] = ranges[index] ?? ['', ''];
    const terms = { values: input.ExpressionAttributeValues, names: input.ExpressionAttributeNames };
    const value = Object.values(terms.values ?? {}).find((one) => partitions.has(`${index}|${one}`));
    const found = [...(partitions.get(`${index}|${value}`) ?? [])]
      .map((key) => rows.get(key))
      .filter((item) => item !== undefined)
      .filter((item) => item[hash] !== undefined && item[range] !== undefined)
      .filter((item) => holds(input.KeyConditionExpression, item, terms))
      .filter((item) => holds(input.FilterExpression, item, terms))
      .sort((a, b) => order(a[range], b[range]) || order(keyOf(a), keyOf(b)));
    if (input.ScanIndexForward === false) found.reverse();
    const rest = behind(found, input.ExclusiveStartKey, range, input.ScanIndexForward === false ? -1 : 1);
    const page = rest.slice(0, input.Limit);
    const last = page.at(-1);
    const at = last && Object.fromEntries(['pk', 'sk', hash, range].map((name) => [name, last[name]]));
    const more = page.length < rest.length ? { LastEvaluatedKey: at } : {};
    return { Items: page.map(copy), ...more };
  }

  function batchGet({ RequestItems = {} }: BatchGetCommandInput): object {
    const [name = '', asked] = Object.entries(RequestItems)[0] ?? [];
    const found = (asked?.Keys ?? []).map((key) => rows.get(keyOf(key))).filter((item) => item !== undefined);
    return { Responses: { [name]: found.map(copy) }, UnprocessedKeys: {} };
  }

  function transact({ TransactItems = [] }: TransactWriteCommandInput): object {
    const checked = TransactItems.map(check);
    if (new Set(checked.map(({ key }) => key)).size < checked.length)
      throw new Error('Transaction request cannot include multiple operations on one item');
    if (checked.some(({ met }) => !met)) throw cancelled(checked.map(({ met }) => met));
    for (const { key, after } of checked) set(key, after);
    return {};
  }

  function answer(command: unknown): object {
    if (command instanceof QueryCommand) return query(command.input);
    if (command instanceof BatchGetCommand) return batchGet(command.input);
    if (command instanceof TransactWriteCommand) return transact(command.input);
    if (command instanceof GetCommand) {
      const item = rows.get(keyOf(command.input.Key));
      return item ? { Item: copy(item) } : {};
    }
    if (command instanceof UpdateCommand) {
      const { input } = command;
      const update = { ...input, UpdateExpression: input.UpdateExpression ?? '' };
      const { after } = single({ Update: update }, input.ReturnValuesOnConditionCheckFailure);
      return after && input.ReturnValues === 'ALL_NEW' ? { Attributes: copy(after) } : {};
    }
    if (command instanceof ScanCommand) return { Items: [...rows.values()].map(copy) };
    if (command instanceof PutCommand)
      single({ Put: command.input }, command.input.ReturnValuesOnConditionCheckFailure);
    else if (command instanceof DeleteCommand)
      single({ Delete: command.input }, command.input.ReturnValuesOnConditionCheckFailure);
    else throw new Error('The table in memory does not know this command: teach it in memory-table.ts');
    return {};
  }

  const client = Object.assign(DynamoDBDocumentClient.from(nobody), {
    send: (command: unknown): Promise<object> =>
      crossing(between, `DynamoDB ${nameOf(command)}`, async () => answer(command)),
  });

  return {
    client,
    name: 'station',
    items: () => [...rows.keys()].sort().map((key) => copy(rows.get(key) ?? {})),
    isDue: (at) => [...rows.values()].some(({ dueAt }) => Number(dueAt) <= at),
    plant: (item) => set(keyOf(item), copy(item)),
  };
}

/** `TransactWrite`, `Update of a sender`: the sender's row is another matter than a message's. */
function nameOf(command: unknown): string {
  const name = command instanceof Object ? command.constructor.name.replace(/Command$/, '') : 'nothing';
  if (!(command instanceof UpdateCommand)) return name;
  return `${name} of a ${command.input.Key?.sk === 'sender' ? 'sender' : 'row'}`;
}

function keyOf(item: unknown): string {
  const { pk, sk } = typeof item === 'object' && item !== null && 'pk' in item && 'sk' in item ? item : {};
  return `${pk}|${sk}`;
}

/** As the station's own client writes it: attributes that are undefined are left out. */
function copy(item: Item): Item {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(item)) if (value !== undefined) result[name] = copyOf(value);
  return result;
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(copyOf) : copy(Object(value));
}

/** What follows a key, which need not be there any more. */
function behind(found: readonly Item[], key: Item | undefined, range: string, way: number): readonly Item[] {
  if (!key) return found;
  return found.filter((item) => (order(item[range], key[range]) || order(keyOf(item), keyOf(key))) * way > 0);
}

function order(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function conditionFailed(before: Item | undefined): ConditionalCheckFailedException {
  const error = new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    $metadata: {},
  });
  if (before) error.Item = Object.fromEntries(Object.entries(before).flatMap(attribute));
  return error;
}

function attribute([name, value]: [string, unknown]): [string, { N: string } | { S: string }][] {
  if (typeof value === 'number') return [[name, { N: String(value) }]];
  return typeof value === 'string' ? [[name, { S: value }]] : [];
}

/** What DynamoDB answers when some condition of a transaction does not hold; also for tests that make one fail. */
export function cancelled(met: readonly boolean[], code = 'ConditionalCheckFailed') {
  return new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${code}]`,
    $metadata: {},
    CancellationReasons: met.map((one) => ({ Code: one ? 'None' : code })),
  });
}

/** That one, or a new one. */
export function memoryOf(table: 'embedded' | MemoryTable): MemoryTable {
  return table === 'embedded' ? memoryTable() : table;
}
