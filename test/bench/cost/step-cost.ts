import type { Use } from './meter.ts';

/** What one thing a person did has cost, from its webhook to the last message on the phone. */
export type StepCost = {
  readonly name: string;
  /** Webhook requests through the API: what a person did, and what the messenger tells of our messages, one by one. */
  readonly requests: number;
  /** Functions that ran: webhooks, one for every queue message, and ticks. */
  readonly invocations: number;
  /** Send, receive and delete of every queue message. */
  readonly sqs: number;
  /** Calls of the messenger's API. */
  readonly calls: number;
  /** Reads that converse does one after the other before it decides. */
  readonly reads: number;
  readonly readUnits: number;
  readonly transactions: number;
  /** Units of the transactions: the table's items, and their entries in indexes. */
  readonly commit: { readonly table: number; readonly indexes: number };
  /** Units of what deliver writes: the sender's lease, what is going out, and the row's end. */
  readonly writes: { readonly table: number; readonly indexes: number };
  /** Units of what the messenger tells of our messages. */
  readonly receipts: { readonly table: number; readonly indexes: number };
  /** Writes besides the transactions, one after the other. */
  readonly written: number;
  readonly scans: number;
};

const readOperations = ['GetItem', 'BatchGetItem', 'Query', 'Scan'];

/** Adds up the calls of one step. */
export function stepCost(name: string, uses: readonly Use[]): StepCost {
  const dynamo = uses.filter(({ service }) => service === 'DynamoDB');
  const reads = dynamo.filter(({ operation }) => readOperations.includes(operation));
  const commits = dynamo.filter(({ operation }) => operation === 'TransactWriteItems');
  const others = dynamo.filter((use) => !reads.includes(use) && !commits.includes(use));
  const receipts = others.filter(({ process }) => process === 'webhook');
  const writes = others.filter((use) => !receipts.includes(use));
  // A webhook asks for its secrets once a request.
  const requests = count(uses, ({ process, service }) => process === 'webhook' && service === 'secrets');
  const messages = count(uses, ({ service }) => service === 'SQS');
  return {
    name,
    requests,
    // A message in a queue is one invocation of the function behind it: batches are not counted as savings.
    invocations: requests + messages,
    sqs: 3 * messages,
    calls: count(uses, ({ service }) => service === 'messenger'),
    reads: count(reads, ({ process }) => process === 'converse'),
    readUnits: sumUnits(reads).table + sumUnits(reads).indexes,
    transactions: commits.length,
    commit: sumUnits(commits),
    writes: sumUnits(writes),
    receipts: sumUnits(receipts),
    written: others.length,
    scans: count(dynamo, ({ operation }) => operation === 'Scan'),
  };
}

/** All steps of a journey as one. */
export function totalCost(name: string, steps: readonly StepCost[]): StepCost {
  const sum = (of: (step: StepCost) => number) => steps.reduce((total, step) => total + of(step), 0);
  return {
    name,
    requests: sum((step) => step.requests),
    invocations: sum((step) => step.invocations),
    sqs: sum((step) => step.sqs),
    calls: sum((step) => step.calls),
    reads: sum((step) => step.reads),
    readUnits: sum((step) => step.readUnits),
    transactions: sum((step) => step.transactions),
    commit: { table: sum((step) => step.commit.table), indexes: sum((step) => step.commit.indexes) },
    writes: { table: sum((step) => step.writes.table), indexes: sum((step) => step.writes.indexes) },
    receipts: { table: sum((step) => step.receipts.table), indexes: sum((step) => step.receipts.indexes) },
    written: sum((step) => step.written),
    scans: sum((step) => step.scans),
  };
}

/** All write units of a step: commit, deliver's writes and receipts, the table and its indexes. */
export function writeUnits({ commit, writes, receipts }: StepCost): number {
  return [commit, writes, receipts].reduce((sum, { table, indexes }) => sum + table + indexes, 0);
}

function count(uses: readonly Use[], which: (use: Use) => boolean): number {
  return uses.filter(which).length;
}

function sumUnits(uses: readonly Use[]): { readonly table: number; readonly indexes: number } {
  return uses.reduce(
    (sum, { units }) => ({ table: sum.table + units.table, indexes: sum.indexes + units.indexes }),
    { table: 0, indexes: 0 },
  );
}
