import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type InboundEvent, inboundSchema } from '#shared/domain/inbound.ts';
import { type OutboxRow, outboxFrom } from './outbox.ts';
import { outboxPk } from './outbox-key.ts';
import type { Table } from './table.ts';
import { inboundOf, transcriptPk } from './transcript.ts';

/**
 * What was said at one address: what came in and what went out. `at`: epoch milliseconds; `id`: the inbound's; `messageId`: the
 * messenger's, null where it has none.
 */
export type HistoryEntry =
  | {
      readonly kind: 'in';
      readonly id: string;
      readonly at: number;
      readonly event: InboundEvent;
      readonly messageId: string | null;
    }
  | { readonly kind: 'out'; readonly at: number; readonly row: OutboxRow };

export type History = {
  readonly entries: readonly HistoryEntry[];
  /** There is more than was read. */
  readonly cut: boolean;
};

/** Of one partition so many rows are read: some three months of a talkative customer, three requests. */
const mostRows = 3_000;

const inItem = z.object({
  sk: z.string(),
  at: z.number(),
  event: inboundSchema.shape.event,
  messageId: z.string().nullable().default(null),
});

/**
 * All that was said at an address, in order of time. The ids of messages have no order in time, so a partition is read from its
 * beginning; for a page that somebody opens, never on a message's way. What this version cannot read is left out. `most`: rows of each
 * partition.
 */
export async function readHistory(table: Table, address: string, most = mostRows): Promise<History> {
  const [came, went] = await Promise.all([
    readRows(table, transcriptPk(address), most),
    readRows(table, outboxPk(address), most),
  ]);
  const entries = [
    ...came.items.flatMap((item): readonly HistoryEntry[] => {
      const read = inItem.safeParse(item);
      if (!read.success) return [];
      const { sk, ...said } = read.data;
      return [{ kind: 'in', id: inboundOf(sk), ...said }];
    }),
    ...went.items.flatMap((item): readonly HistoryEntry[] => {
      const row = readable(item);
      return row === null ? [] : [{ kind: 'out', at: row.born, row }];
    }),
  ];
  return { entries: entries.sort((a, b) => a.at - b.at), cut: came.cut || went.cut };
}

function readable(item: unknown): OutboxRow | null {
  try {
    return outboxFrom(item);
  } catch {
    return null;
  }
}

async function readRows(
  table: Table,
  pk: string,
  most: number,
): Promise<{ readonly items: readonly unknown[]; readonly cut: boolean }> {
  const items: unknown[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        Limit: most - items.length,
        // Of rows that end in a version, the newest are read; in the other partition it does not matter.
        ScanIndexForward: false,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...Items);
    from = LastEvaluatedKey;
  } while (from && items.length < most);
  return { items, cut: from !== undefined };
}
