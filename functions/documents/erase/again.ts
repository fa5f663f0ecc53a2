import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { addressesOf } from '#shared/domain/identity.ts';
import { type EraseJob, erasureBegun } from '#shared/domain/job.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Files } from '#shared/runtime/files.ts';
import { log } from '#shared/runtime/logger.ts';
import { conversationFrom, isPointer, residentFrom } from '#shared/store/conversation.ts';
import { readCustomer } from '#shared/store/customer.ts';
import type { Table } from '#shared/store/table.ts';
import { tombstoneHash } from '#shared/store/tombstone.ts';
import { erasedPrefix, rememberedIn } from './remembered.ts';

export type AgainDeps = {
  readonly table: Table;
  readonly files: Pick<Files, 'get' | 'list'>;
};

/**
 * After the table was restored from a backup: the erasures of everybody who was erased since it was made, as the store of files
 * remembers them. Who wrote again after their erasure is somebody new and stays.
 */
export async function erasuresAgain({ table, files }: AgainDeps): Promise<readonly EraseJob[]> {
  const erased = new Map<string, number>();
  for (const key of await files.list(erasedPrefix)) {
    const file = await files.get(key);
    const at = file && rememberedIn(file.content)?.at;
    if (at) erased.set(key.slice(erasedPrefix.length), at);
  }
  const jobs = new Map<string, EraseJob>();
  for await (const { pk, item } of residents(table)) {
    const address = pk.slice(2);
    const at = erased.get(tombstoneHash(address));
    const resident = residentFrom(item);
    if (at === undefined || resident === null || isPointer(resident)) continue;
    const { customer, erased: since, heardAt } = conversationFrom(item);
    if (since !== undefined || heardAt > at) continue;
    const job = jobs.get(customer) ?? (await jobFor(customer, address, at, table));
    jobs.set(customer, { ...job, addresses: [...new Set([...job.addresses, address])] });
  }
  log('warn', 'People who were erased are back in a restored table and are erased again', {
    count: jobs.size,
  });
  return [...jobs.values()];
}

async function jobFor(id: string, address: string, at: number, table: Table): Promise<EraseJob> {
  const customer = await readCustomer(table, id);
  return {
    ...erasureBegun,
    id: `again-${shortId(`${address} ${at}`)}`,
    at,
    people: [...new Set([id, ...(customer ? [customer.id, ...customer.formerly] : [])])],
    addresses: [...new Set([address, ...(customer ? addressesOf(customer) : [])])],
    cancelled: [],
    receipt: null,
  };
}

/** All conversations of the table. */
async function* residents(table: Table): AsyncGenerator<{ readonly pk: string; readonly item: unknown }> {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    for (const item of Items) {
      const pk = String(item.pk);
      if (pk.startsWith('C#') && item.sk === 'conversation') yield { pk, item };
    }
    from = LastEvaluatedKey;
  } while (from);
}
