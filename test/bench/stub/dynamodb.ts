import * as z from 'zod';
import { attributes, plainItem, wireItem } from '#test/helpers/attributes.ts';
import { holds, type Item, updated } from '#test/helpers/expressions.ts';

/**
 * A table that answers at once, so that only the caller's work is measured: items in a map, conditions and updates as
 * the station writes them. What it does not know it refuses.
 */
export type StubTable = {
  /** Performs one operation on its parsed JSON body. */
  perform(operation: string, body: unknown): Answer;
  put(item: Item): void;
  /** Forgets the items whose partition key begins so. */
  forget(prefix: string): void;
};

export type Answer = { readonly status: number; readonly body: unknown };

const write = z.object({
  Item: attributes.default({}),
  Key: attributes.default({}),
  ConditionExpression: z.string().optional(),
  UpdateExpression: z.string().default(''),
  ExpressionAttributeValues: attributes.default({}),
  ReturnValues: z.string().optional(),
});
type Write = z.infer<typeof write>;

const shapes = {
  get: z.object({ Key: attributes }),
  batchGet: z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(attributes) })) }),
  query: z.object({ ExpressionAttributeValues: attributes }),
  transaction: z.object({
    TransactItems: z.array(
      z.object({ Put: write.optional(), Update: write.optional(), Delete: write.optional() }),
    ),
  }),
} as const;

export function stubTable(): StubTable {
  const rows = new Map<string, Item>();
  /** Keys of the rows that wait, by partition: the one index that is queried here. */
  const waiting = new Map<string, Set<string>>();

  function set(key: string, item: Item | undefined): void {
    const partition = key.slice(0, key.indexOf('|'));
    const index = waiting.get(partition) ?? new Set();
    waiting.set(partition, index);
    if (item?.waiting === undefined) index.delete(key);
    else index.add(key);
    if (item) rows.set(key, item);
    else rows.delete(key);
  }

  /** The item after the write, or undefined where its condition does not hold. */
  function after(kind: 'Put' | 'Update' | 'Delete', asked: Write): Change | undefined {
    const given = plainItem(kind === 'Put' ? asked.Item : asked.Key);
    const key = keyOf(given);
    const before = rows.get(key);
    const terms = { values: plainItem(asked.ExpressionAttributeValues) };
    if (!holds(asked.ConditionExpression, before, terms)) return undefined;
    if (kind === 'Delete') return { key, item: undefined };
    return {
      key,
      item: kind === 'Put' ? given : updated(asked.UpdateExpression, before ?? given, terms),
    };
  }

  function single(kind: 'Put' | 'Update' | 'Delete', body: unknown): Answer {
    const asked = write.parse(body);
    const change = after(kind, asked);
    if (!change) return refused('ConditionalCheckFailedException');
    set(change.key, change.item);
    const wanted = asked.ReturnValues === 'ALL_NEW' && change.item !== undefined;
    return ok(wanted && change.item ? { Attributes: wireItem(change.item) } : {});
  }

  function transaction(body: unknown): Answer {
    const { TransactItems } = shapes.transaction.parse(body);
    const changes = TransactItems.map(({ Put, Update, Delete }) => {
      if (Put) return after('Put', Put);
      return Update ? after('Update', Update) : after('Delete', write.parse(Delete));
    });
    if (changes.includes(undefined)) {
      const reasons = changes.map((change) => ({ Code: change ? 'None' : 'ConditionalCheckFailed' }));
      return refused('TransactionCanceledException', { CancellationReasons: reasons });
    }
    for (const change of changes) if (change) set(change.key, change.item);
    return ok({});
  }

  const read = (key: string) => rows.get(key);
  const operations: Readonly<Record<string, (body: unknown) => Answer>> = {
    GetItem: (body) => {
      const item = read(keyOf(plainItem(shapes.get.parse(body).Key)));
      return ok(item ? { Item: wireItem(item) } : {});
    },
    BatchGetItem: (body) => {
      const [asked] = Object.entries(shapes.batchGet.parse(body).RequestItems);
      const [name = '', { Keys } = { Keys: [] }] = asked ?? [];
      const found = Keys.map((key) => read(keyOf(plainItem(key)))).filter((item) => item !== undefined);
      return ok({ Responses: { [name]: found.map(wireItem) }, UnprocessedKeys: {} });
    },
    Query: (body) => {
      const { ':pk': pk } = plainItem(shapes.query.parse(body).ExpressionAttributeValues);
      const found = [...(waiting.get(String(pk)) ?? [])].map(read).filter((item) => item !== undefined);
      found.sort((a, b) => (String(a.waiting) < String(b.waiting) ? -1 : 1));
      return ok({ Items: found.map(wireItem), Count: found.length, ScannedCount: found.length });
    },
    PutItem: (body) => single('Put', body),
    UpdateItem: (body) => single('Update', body),
    DeleteItem: (body) => single('Delete', body),
    TransactWriteItems: transaction,
  };

  return {
    perform: (operation, body) => operations[operation]?.(body) ?? refused('UnknownOperationException'),
    put: (item) => set(keyOf(item), item),
    forget(prefix) {
      for (const key of rows.keys()) if (key.startsWith(prefix)) set(key, undefined);
    },
  };
}

type Change = { readonly key: string; readonly item: Item | undefined };

function keyOf({ pk, sk }: Item): string {
  return `${pk}|${sk}`;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function refused(name: string, more: object = {}): Answer {
  return {
    status: 400,
    body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
  };
}
