import { type DueRow, readDue } from '#shared/store/due.ts';
import type { Table } from '#shared/store/table.ts';

/** All that is due in a shard, as the pages in which it is read. */
export async function duePages(
  table: Table,
  shard: string,
  now: number,
  limit: number,
): Promise<readonly (readonly DueRow[])[]> {
  const pages: (readonly DueRow[])[] = [];
  for await (const page of readDue(table, shard, now, limit)) pages.push(page);
  return pages;
}
