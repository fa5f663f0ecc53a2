import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AFTER, BEFORE, halfTransaction } from './kill-plan.ts';
import { contentsOf, dataFolder, indexesOf, partition, reopen } from './station-data.ts';

const CHILD = join(import.meta.dirname, 'kill-child.ts');

function station(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

describe('a station that is killed', () => {
  it.each([
    ['before the first of three items', 0],
    ['between the first and the second item', 1],
    ['between the second and the third item', 2],
    ['after the last item', 3],
    ['after its token was kept, before it was closed', 4],
  ])('%s of a transaction keeps nothing of it and everything before it', async (_label, written) => {
    const folder = dataFolder();
    const [, signal] = await once(station(folder, 'step', String(written)), 'exit');
    expect(signal).toBe('SIGKILL');

    const { client } = await reopen(folder);
    expect(await contentsOf(client)).toEqual({ rows: BEFORE, ...indexesOf(BEFORE) });
    // Its token went with it: sent again, the transaction takes place.
    await client.send(new TransactWriteCommand(halfTransaction));
    expect(await contentsOf(client)).toEqual({ rows: AFTER, ...indexesOf(AFTER) });
  });

  it.each([5, 40])('in a storm of writes, after %i answers, is whole again', async (answers) => {
    const folder = dataFolder();
    const child = station(folder, 'storm');
    if (child.stdout === null) throw new Error('the child has no output');
    const ended = once(child, 'exit');
    const answered: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      answered.push(line.replace('done ', ''));
      if (answered.length === answers) child.kill('SIGKILL');
    }
    await ended;
    expect(answered.length).toBeGreaterThanOrEqual(answers);

    const { client } = await reopen(folder);
    const contents = await contentsOf(client);
    const { rows, ...indexes } = contents;
    expect(indexes).toEqual(indexesOf(rows));
    const receipts = (await partition(client, 'receipts')).map((row) => String(row.sk));
    expect(receipts).toEqual(expect.arrayContaining(answered));
    const accounts = await partition(client, 'accounts');
    const received = accounts.filter((row) => String(row.sk).startsWith('to-'));
    const total = (list: typeof accounts) => list.reduce((sum, row) => sum + Number(row.kilometres), 0);
    expect(total(accounts)).toBe(0);
    expect(total(received)).toBe(receipts.reduce((sum, n) => sum + Number(n), 0));
  });

  it('while it wrote the journal itself has nothing to undo', async () => {
    const folder = dataFolder();
    await once(station(folder, 'step', '0'), 'exit');
    writeFileSync(join(folder, 'undo.journal'), `${'0'.repeat(64)}\n{"changes":[{"table":"station","key":`);
    const { client } = await reopen(folder);
    expect((await contentsOf(client)).rows).toEqual(BEFORE);
  });
});
