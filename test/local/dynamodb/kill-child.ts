/**
 * A station's database that is killed; run by kill.test.ts as its own process.
 *
 * `step <n>`: lays down some rows, begins a transaction of three items and ends itself with SIGKILL at its n-th step:
 * 0 is the journal, 1 to 3 the items, 4 the token. `storm`: moves kilometres between rows for ever, several at a time, and says `done <n>` after each
 * that was answered, until it is killed from outside.
 */
import { BatchWriteCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Step } from '#infra/local/dynamodb/commit.ts';
import { startDynamoDb } from '#infra/local/dynamodb/start.ts';
import { createStationTable, documentClient } from '#test/helpers/dynamodb.ts';
import { BEFORE, halfTransaction, storm } from './kill-plan.ts';

const [dataDir, mode, killAt] = process.argv.slice(2);
if (dataDir === undefined || mode === undefined) throw new Error('usage: kill-child <folder> step|storm <n>');

let armed = false;
const dynamo = await startDynamoDb({
  dataDir,
  now: Date.now,
  onStep(step) {
    if (armed && numberOf(step) === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  },
});
const client = documentClient(dynamo.endpoint, 1);
await createStationTable(client, 'station');

if (mode === 'step') {
  await client.send(
    new BatchWriteCommand({
      RequestItems: { station: BEFORE.map((Item) => ({ PutRequest: { Item } })) },
    }),
  );
  armed = true;
  await client.send(new TransactWriteCommand(halfTransaction));
  throw new Error('the transaction was not cut off');
}

let started = 0;
const workers = Array.from({ length: 4 }, async () => {
  for (;;) {
    const n = started;
    started += 1;
    const { transaction, single } = storm(n);
    await client.send(new TransactWriteCommand(transaction));
    process.stdout.write(`done ${n}\n`);
    await client.send(new UpdateCommand(single));
  }
});
await Promise.all(workers);

function numberOf(step: Step): number {
  switch (step.kind) {
    case 'journal written':
      return 0;
    case 'item written':
      return step.number;
    case 'all kept':
      return step.of + 1;
  }
}
