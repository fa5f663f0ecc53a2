import { BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGate } from '#infra/local/dynamodb/gate.ts';
import { withTable } from '#test/helpers/dynamodb.ts';
import { partition } from './station-data.ts';

describe('someone who reads while transactions run', () => {
  it('never sees half of one, in a batch or in a query', async () => {
    const table = await withTable();
    onTestFinished(() => table.close());
    const { client, tableName } = table;
    const sortKeys = ['a', 'b', 'c'];
    let writing = true;
    const seen: unknown[][] = [];
    const write = async () => {
      for (let n = 0; n < 40; n += 1) {
        await client.send(
          new TransactWriteCommand({
            TransactItems: sortKeys.map((sk) => ({
              Put: { TableName: tableName, Item: { pk: 'p', sk, n } },
            })),
          }),
        );
      }
      writing = false;
    };
    const read = async () => {
      while (writing) {
        const batch = await client.send(
          new BatchGetCommand({
            RequestItems: { [tableName]: { Keys: sortKeys.map((sk) => ({ pk: 'p', sk })) } },
          }),
        );
        seen.push((batch.Responses?.[tableName] ?? []).map((item) => item.n));
        seen.push((await partition(client, 'p')).map((item) => item.n));
      }
    };
    await Promise.all([write(), read(), read()]);
    const complete = seen.filter((numbers) => numbers.length > 0);
    expect(complete.length).toBeGreaterThan(0);
    for (const numbers of complete) {
      expect(numbers).toHaveLength(sortKeys.length);
      expect(new Set(numbers).size).toBe(1);
    }
  });
});

describe('the gate', () => {
  it('lets a writer in alone, readers together, everyone in turn, whatever takes how long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('read' as const, 'write' as const), { maxLength: 12 }),
        fc.scheduler(),
        async (visits, scheduler) => {
          const gate = createGate();
          const entered: number[] = [];
          const inside = new Set<number>();
          const visit = (kind: 'read' | 'write', number: number) =>
            gate[kind](async () => {
              entered.push(number);
              inside.add(number);
              const company = [...inside].map((each) => visits[each]);
              if (company.includes('write')) expect(company).toEqual(['write']);
              await scheduler.schedule(Promise.resolve());
              inside.delete(number);
            });
          const all = Promise.all(visits.map(visit));
          await scheduler.waitFor(all);
          expect(entered).toEqual(visits.map((_, at) => at));
        },
      ),
    );
  });

  it('goes on after a visitor failed', async () => {
    const gate = createGate();
    const failing = gate.write(() => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await gate.read(async () => 'in')).toBe('in');
    await gate.drained();
  });
});
