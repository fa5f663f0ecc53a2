import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { failureOf, freshPlace, type Table } from './table.ts';

/** Gets, batches, queries and pages of the table itself. */
export function reading(table: () => Table): void {
  const put = (Item: Record<string, unknown>) =>
    table().client.send(new PutCommand({ TableName: table().name, Item }));
  const query = async (pk: string, condition: string, values: Record<string, unknown>, more: object = {}) =>
    table().client.send(
      new QueryCommand({
        TableName: table().name,
        KeyConditionExpression: `pk = :pk${condition}`,
        ExpressionAttributeValues: { ':pk': pk, ...values },
        ConsistentRead: true,
        ...more,
      }),
    );
  const keysOf = (items: readonly Record<string, unknown>[] | undefined) => items?.map((item) => item.sk);

  async function filled(...sortKeys: string[]): Promise<string> {
    const pk = freshPlace();
    await Promise.all(sortKeys.map((sk, at) => put({ pk, sk, at, text: `text ${sk}` })));
    return pk;
  }

  describe('reading', () => {
    it('shows only the attributes that are asked for', async () => {
      const pk = await filled('a');
      const { Item } = await table().client.send(
        new GetCommand({
          TableName: table().name,
          Key: { pk, sk: 'a' },
          ProjectionExpression: '#at, nowhere',
          ExpressionAttributeNames: { '#at': 'at' },
        }),
      );
      expect(Item).toEqual({ at: 0 });
    });

    it('sorts texts by their bytes, upper case and Latin before lower case and Cyrillic', async () => {
      const pk = await filled('б', 'a', 'Z', '~', 'a#2', 'a#10', 'Я', '😀');
      expect(keysOf((await query(pk, '', {})).Items)).toEqual(['Z', 'a', 'a#10', 'a#2', '~', 'Я', 'б', '😀']);
      const backwards = await query(pk, '', {}, { ScanIndexForward: false, Limit: 2 });
      expect(keysOf(backwards.Items)).toEqual(['😀', 'б']);
    });

    it.each([
      ['= :a', ['m#2']],
      ['< :a', ['l', 'm#1']],
      ['<= :a', ['l', 'm#1', 'm#2']],
      ['> :a', ['m#22', 'm#3', 'n']],
      ['>= :a', ['m#2', 'm#22', 'm#3', 'n']],
      ['BETWEEN :a AND :b', ['m#2', 'm#22', 'm#3']],
    ])('finds sort keys %s', async (comparison, expected) => {
      const pk = await filled('l', 'm#1', 'm#2', 'm#22', 'm#3', 'n');
      const values = comparison.includes(':b') ? { ':a': 'm#2', ':b': 'm#3' } : { ':a': 'm#2' };
      expect(keysOf((await query(pk, ` AND sk ${comparison}`, values)).Items)).toEqual(expected);
    });

    it('finds sort keys by how they begin', async () => {
      const pk = await filled('l', 'm#1', 'm#2', 'm', 'n');
      const found = await query(pk, ' AND begins_with(sk, :m)', { ':m': 'm#' });
      expect(keysOf(found.Items)).toEqual(['m#1', 'm#2']);
    });

    it('goes through a partition page by page, each item once, and filters after it counted', async () => {
      const names = Array.from({ length: 11 }, (_, at) => `row-${String(at).padStart(2, '0')}`);
      const pk = await filled(...names);
      const seen: unknown[] = [];
      let start: Record<string, unknown> | undefined;
      let pages = 0;
      do {
        const page = await query(pk, '', {}, { Limit: 3, ExclusiveStartKey: start });
        seen.push(...(keysOf(page.Items) ?? []));
        start = page.LastEvaluatedKey;
        pages += 1;
      } while (start !== undefined);
      expect(seen).toEqual(names);
      expect(pages).toBe(4);

      const filtered = await query(
        pk,
        '',
        { ':ten': 10 },
        { Limit: 3, FilterExpression: '#at = :ten', ExpressionAttributeNames: { '#at': 'at' } },
      );
      expect(filtered).toMatchObject({ Count: 0, ScannedCount: 3, LastEvaluatedKey: { pk, sk: 'row-02' } });
    });

    it('ends a page at 1 MB', async () => {
      const pk = freshPlace();
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      for (const sk of names) await put({ pk, sk, text: 'x'.repeat(300_000) });
      const first = await query(pk, '', {});
      expect(keysOf(first.Items)).toEqual(names.slice(0, first.Count));
      expect(first.LastEvaluatedKey).toBeDefined();
      const rest = await query(pk, '', {}, { ExclusiveStartKey: first.LastEvaluatedKey });
      expect([...(keysOf(first.Items) ?? []), ...(keysOf(rest.Items) ?? [])]).toEqual(names);
    });

    it('counts without showing', async () => {
      const pk = await filled('a', 'b');
      const counted = await query(pk, '', {}, { Select: 'COUNT' });
      expect(counted.Count).toBe(2);
      expect(counted.Items).toBeUndefined();
    });

    it('finds items anywhere with a scan', async () => {
      const pk = await filled('a', 'b');
      const found: unknown[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const page = await table().client.send(
          new ScanCommand({
            TableName: table().name,
            ExclusiveStartKey: start,
            FilterExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
          }),
        );
        found.push(...(keysOf(page.Items) ?? []));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      expect(found.toSorted()).toEqual(['a', 'b']);
    });

    it('gets a batch in any order, without those that are missing', async () => {
      const pk = await filled('a', 'b');
      const answer = await table().client.send(
        new BatchGetCommand({
          RequestItems: {
            [table().name]: { Keys: ['a', 'none', 'b'].map((sk) => ({ pk, sk })), ConsistentRead: true },
          },
        }),
      );
      expect(keysOf(answer.Responses?.[table().name])?.toSorted()).toEqual(['a', 'b']);
      expect(answer.UnprocessedKeys).toEqual({});
    });

    it('takes at most 100 keys in a batch and each once', async () => {
      const pk = freshPlace();
      const ask = (sortKeys: string[]) =>
        table().client.send(
          new BatchGetCommand({
            RequestItems: { [table().name]: { Keys: sortKeys.map((sk) => ({ pk, sk })) } },
          }),
        );
      const many = Array.from({ length: 101 }, (_, at) => `row-${at}`);
      expect(await failureOf(ask(many))).toMatchObject({ name: 'ValidationException' });
      expect(await failureOf(ask(['a', 'a']))).toMatchObject({ name: 'ValidationException' });
    });

    it('writes a batch of 25 puts and deletes, and not 26, and no item twice', async () => {
      const pk = await filled('old');
      const puts = Array.from({ length: 25 }, (_, at) => ({ PutRequest: { Item: { pk, sk: `new-${at}` } } }));
      const send = (requests: object[]) =>
        table().client.send(new BatchWriteCommand({ RequestItems: { [table().name]: requests } }));
      const remove = { DeleteRequest: { Key: { pk, sk: 'old' } } };
      expect(await failureOf(send([...puts, remove]))).toMatchObject({ name: 'ValidationException' });
      expect(await failureOf(send([remove, remove]))).toMatchObject({ name: 'ValidationException' });
      expect(await failureOf(send([remove, { PutRequest: { Item: { pk } } }]))).toMatchObject({
        name: 'ValidationException',
      });
      expect((await query(pk, '', {})).Count).toBe(1);
      await send([...puts.slice(1), remove]);
      const left = await query(pk, '', {});
      expect(left.Count).toBe(24);
      expect(keysOf(left.Items)).not.toContain('old');
    });
  });
}
