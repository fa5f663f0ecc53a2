import { batchWrite } from './batch-write.ts';
import { batchGet, getItem, readPage } from './reads.ts';
import { singleWrite } from './single-write.ts';
import type { Store } from './store.ts';
import { settled } from './tables.ts';
import { transactGet } from './transact-get.ts';
import { transactWrite } from './transact-write.ts';
import { describeTimeToLive, updateTimeToLive } from './ttl.ts';
import { type Answer, type Body, serviceError } from './wire.ts';

type Operation = (store: Store, body: Body) => Promise<Answer>;

/** What the embedded DynamoDB can do. Everything else is answered with `UnknownOperationException`. */
const OPERATIONS = new Map<string, Operation>([
  ['PutItem', (store, request) => singleWrite(store, { kind: 'Put', request })],
  ['UpdateItem', (store, request) => singleWrite(store, { kind: 'Update', request })],
  ['DeleteItem', (store, request) => singleWrite(store, { kind: 'Delete', request })],
  ['BatchWriteItem', batchWrite],
  ['TransactWriteItems', transactWrite],
  ['TransactGetItems', transactGet],
  ['GetItem', getItem],
  ['BatchGetItem', batchGet],
  ['Query', (store, body) => readPage(store, 'Query', body)],
  ['Scan', (store, body) => readPage(store, 'Scan', body)],
  ['UpdateTimeToLive', (store, body) => store.gate.write(() => updateTimeToLive(store, body))],
  ['DescribeTimeToLive', (store, body) => store.gate.read(() => describeTimeToLive(store, body))],
  ['CreateTable', createTable],
  ['DeleteTable', deleteTable],
  ['UpdateTable', updateTable],
  ['DescribeTable', passOn('DescribeTable')],
  ['ListTables', passOn('ListTables')],
  ['TagResource', passOn('TagResource')],
  ['UntagResource', passOn('UntagResource')],
  ['ListTagsOfResource', passOn('ListTagsOfResource')],
]);

/** Performs the operation named by a request's `X-Amz-Target`. */
export async function perform(store: Store, operation: string, body: Body): Promise<Answer> {
  const known = OPERATIONS.get(operation);
  if (known !== undefined) return known(store, body);
  return serviceError(
    'UnknownOperationException',
    `The embedded DynamoDB of the local station does not do ${operation}.`,
  );
}

/** The table is there when the answer comes: nobody has to wait for it. */
async function createTable(store: Store, body: Body): Promise<Answer> {
  return store.gate.write(async () => {
    const answer = await store.engine.call('CreateTable', body);
    if (answer.status !== 200) return answer;
    const name = String(body.TableName);
    await settled(store.engine, name, 'ACTIVE');
    const { body: described } = await store.engine.call('DescribeTable', { TableName: name });
    return { status: 200, body: { TableDescription: described.Table } };
  });
}

async function deleteTable(store: Store, body: Body): Promise<Answer> {
  return store.gate.write(async () => {
    const answer = await store.engine.call('DeleteTable', body);
    if (answer.status !== 200) return answer;
    const name = String(body.TableName);
    await settled(store.engine, name, undefined);
    store.tables.forget(name);
    store.ttl.set(name, undefined);
    return answer;
  });
}

async function updateTable(store: Store, body: Body): Promise<Answer> {
  return store.gate.write(async () => {
    const answer = await store.engine.call('UpdateTable', body);
    store.tables.forget(String(body.TableName));
    return answer;
  });
}

function passOn(operation: string): Operation {
  return (store, body) => store.gate.read(() => store.engine.call(operation, body));
}
