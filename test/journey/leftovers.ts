import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Rig } from '#test/helpers/rig.ts';

/** All that a station keeps, line by line: items of the table, files, messages in its queues and those that died there. */
export async function everything(rig: Rig): Promise<string> {
  const items: unknown[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await rig.table.client.send(
      new ScanCommand({ TableName: rig.table.name, ExclusiveStartKey: from }),
    );
    items.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  const files = [...rig.files.stored].map(
    ([key, { content }]) => `${key} ${Buffer.from(content).toString('latin1')}`,
  );
  const queued = Object.values(rig.queues).flatMap(({ waiting, dead }) =>
    [...waiting, ...dead].map(({ body }) => body),
  );
  return [...items.map((item) => JSON.stringify(item)), ...files, ...queued].join('\n');
}
