import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, Table } from '../table.ts';
import { type Fate, fateOf } from './fate.ts';
import { type Finder, type Forgotten, finderOf, type Item } from './forgotten.ts';

/** What one page of the table held of somebody. */
export type Page = {
  readonly fated: readonly { readonly item: Item; readonly fate: Exclude<Fate, { readonly do: 'keep' }> }[];
  /** Files that are named by what goes: they go first, since nothing else tells of them. */
  readonly files: readonly string[];
  /** Where the next page begins; null after the last. */
  readonly next: Key | null;
};

/** One page of the whole table, strongly consistent, looked through for one person. At most a megabyte. */
export async function lookAt(table: Table, from: Key | null, who: Forgotten): Promise<Page> {
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new ScanCommand({
      TableName: table.name,
      ConsistentRead: true,
      ...(from === null ? {} : { ExclusiveStartKey: { ...from } }),
    }),
  );
  const finder: Finder = finderOf(who);
  const fated = Items.flatMap((found) => {
    const item = itemOf(found);
    const fate = fateOf(item, who, finder);
    return fate.do === 'keep' ? [] : [{ item, fate }];
  });
  const files = fated.flatMap(({ item, fate }) => (fate.do === 'delete' ? filesIn(item) : []));
  return { fated, files: [...new Set(files)], next: keyOf(LastEvaluatedKey) };
}

/** Does what is to be done with an item; done twice, it is the same. */
export async function apply(table: Table, { pk, sk }: Item, fate: Fate): Promise<void> {
  const at = { TableName: table.name, Key: { pk, sk } };
  try {
    if (fate.do === 'delete') {
      const { version } = fate;
      const asRead =
        version === undefined
          ? {}
          : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': version } };
      await table.client.send(new DeleteCommand({ ...at, ...asRead }));
    } else if (fate.do === 'set') await table.client.send(new UpdateCommand({ ...at, ...setting(fate) }));
    else if (fate.do === 'cut')
      for (const path of fate.paths) await table.client.send(new UpdateCommand({ ...at, ...cutting(path) }));
  } catch (error) {
    // Somebody wrote it meanwhile: the next look sees it as it is then.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

function setting({ attributes, version }: Extract<Fate, { do: 'set' }>) {
  const all = [
    ...Object.entries(attributes),
    ...(version === null ? [] : [['version', version + 1] as const]),
  ];
  const read = version === null ? {} : { ':read': version };
  return {
    UpdateExpression: `SET ${all.map((_, index) => `#a${index} = :a${index}`).join(', ')}`,
    ConditionExpression: `attribute_exists(pk)${version === null ? '' : ' AND version = :read'}`,
    ExpressionAttributeNames: Object.fromEntries(all.map(([name], index) => [`#a${index}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(all.map(([, value], index) => [`:a${index}`, value])),
      ...read,
    },
  };
}

function cutting(path: readonly string[]) {
  return {
    UpdateExpression: `REMOVE ${path.map((_, index) => `#p${index}`).join('.')}`,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: Object.fromEntries(path.map((name, index) => [`#p${index}`, name])),
  };
}

/** Names of files of the station's store that stand in something stored. */
export function filesIn(item: unknown): readonly string[] {
  return JSON.stringify(item).match(/files\/(?:day\/)?[0-9a-f]{64}/g) ?? [];
}

function itemOf(found: Readonly<Record<string, unknown>>): Item {
  return { ...found, pk: String(found.pk), sk: String(found.sk) };
}

function keyOf(found: Readonly<Record<string, unknown>> | undefined): Key | null {
  return found === undefined ? null : { pk: String(found.pk), sk: String(found.sk) };
}
