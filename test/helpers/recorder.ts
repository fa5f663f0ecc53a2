import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TestQueue } from './queue.ts';

/**
 * Writes down every item of a table, as it is put there or read, and every message that is put into a queue, where it shows something that none before
 * it did: a form in which data lies in stations that run. Only where RECORD names a folder; `test/store/collect.ts` makes the recording.
 */

const folder = process.env.RECORD;
const seen = new Set<string>();

/** Of what is put into this table. */
export function recordRows(client: DynamoDBDocumentClient): void {
  if (folder === undefined) return;
  client.middlewareStack.add(
    (next) => async (call) => {
      for (const item of putsIn(call.input)) note('rows', item);
      const answered = await next(call);
      // What was changed where it lies is seen when it is read.
      for (const item of itemsIn(answered.output)) note('rows', item);
      return answered;
    },
    { step: 'initialize', name: 'recorder' },
  );
}

/** Of what is put into these queues. */
export function recordBodies(queues: Readonly<Record<string, Pick<TestQueue, 'send'>>>): void {
  if (folder === undefined) return;
  for (const [name, queue] of Object.entries(queues)) {
    const send = queue.send.bind(queue);
    queue.send = (entry) => {
      note(`queue-${name}`, JSON.parse(entry.body));
      return send(entry);
    };
  }
}

function note(kind: string, value: unknown): void {
  const text = JSON.stringify(value);
  const fresh = featuresOf(kind, value).filter((feature) => !seen.has(feature));
  if (fresh.length === 0 || folder === undefined) return;
  for (const feature of fresh) seen.add(feature);
  mkdirSync(folder, { recursive: true });
  appendFileSync(
    join(folder, `${process.pid}.jsonl`),
    `${JSON.stringify({ kind, value: JSON.parse(text) })}\n`,
  );
}

function putsIn(input: unknown): readonly unknown[] {
  if (!isObject(input)) return [];
  const writes = Array.isArray(input.TransactItems) ? input.TransactItems : [input];
  return writes.flatMap((write: unknown) => {
    const put = isObject(write) && isObject(write.Put) ? write.Put : write;
    return isObject(put) && put.Item !== undefined ? [put.Item] : [];
  });
}

function itemsIn(output: unknown): readonly unknown[] {
  if (!isObject(output)) return [];
  const { Item, Items, Attributes, Responses } = output;
  const batches = isObject(Responses) ? Object.values(Responses) : [];
  return [Item, Attributes, Items, ...batches].flat().filter((one) => isObject(one) && 'sk' in one);
}

/** What a value shows: its places, with the types there, and in what kind of thing they stand. */
export function featuresOf(kind: string, value: unknown): readonly string[] {
  const found: string[] = [];
  walk(isObject(value) && typeof value.pk === 'string' ? `${kind}/${placeOf(value)}` : kind, value, found);
  return [...new Set(found)];
}

/** The words that say of what kind a thing is. */
const tells = [
  'kind',
  'do',
  'key',
  'step',
  'ask',
  'at',
  'of',
  'stage',
  'state',
  'outcome',
  'work',
  'baton',
  'movedTo',
];
const word = /^[A-Za-z]{1,30}$/;

function walk(path: string, value: unknown, found: string[], owner = ''): void {
  if (Array.isArray(value)) {
    found.push(`${path}[${value.length === 0 ? 'none' : 'some'}]`);
    for (const one of value) walk(`${path}[]`, one, found);
    return;
  }
  if (!isObject(value)) {
    found.push(`${path}:${value === null ? 'null' : typeof value}`);
    return;
  }
  // A flow's state is its own: what two flows call the same is not the same.
  const flow = typeof value.name === 'string' && isObject(value.state) ? value.name : '';
  const named = tells.flatMap((name) => {
    const told = value[name];
    return typeof told === 'string' && word.test(told) ? [told] : [];
  });
  const names = [owner, flow, ...named].filter((name) => name !== '');
  // A phrase within a phrase is the same thing wherever it stands.
  const here = names.length === 0 ? path : `(${names.join(' ')})`;
  found.push(here);
  for (const [name, one] of Object.entries(value))
    walk(`${here}.${word.test(name) ? name : '*'}`, one, found, name === 'state' ? flow : '');
}

/** `C#…` and `report#…`: whatever stands in a key behind these is somebody's. */
function placeOf({ pk, sk }: Readonly<Record<string, unknown>>): string {
  const head = (text: unknown) =>
    String(text)
      .split('#')[0]
      ?.replace(/[^A-Za-z]+.*$/, '') ?? '';
  return `${head(pk)} ${head(sk)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
