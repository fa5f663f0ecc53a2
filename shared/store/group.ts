import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { emptyRoster, type Group, groupSchema, type Roster, rosterSchema } from '#shared/domain/group.ts';
import { getOne } from './read.ts';
import type { Key, Table } from './table.ts';

/** What is remembered of the advisors' group; its attributes are updated one by one (converse and deliver both do). */
export const groupKey: Key = { pk: 'G#desk', sk: 'group' };
export const rosterKey: Key = { pk: 'G#desk', sk: 'roster' };

export function groupFrom(item: unknown): Group {
  return groupSchema.parse(item ?? {});
}

export function rosterFrom(item: unknown): Roster {
  return item === undefined ? emptyRoster : rosterSchema.parse(item);
}

export function rosterItem(roster: Roster) {
  return { ...rosterKey, ...roster };
}

/** The update that notes the group's new id, for the transaction of the decision that learned it. */
export function groupMovedUpdate(to: string) {
  return {
    Key: groupKey,
    UpdateExpression: 'SET chat = :to',
    ExpressionAttributeValues: { ':to': to },
  };
}

/** The update that notes what a check of the group found. */
export function groupTroubleUpdate(trouble: readonly string[]) {
  return {
    Key: groupKey,
    UpdateExpression: 'SET trouble = :trouble',
    ExpressionAttributeValues: { ':trouble': [...trouble] },
  };
}

/** The update that gives the claim of a topic's creation up, for the transaction that records the topic. */
export const createdUpdate = { Key: groupKey, UpdateExpression: 'REMOVE creating' } as const;

export async function readGroup(table: Table): Promise<Group> {
  return groupFrom(await getOne(table, groupKey));
}

/**
 * Claims the creation of a topic, or gives the claim up (null), unless somebody changed it since it was `read`. Answers
 * whether it is ours.
 */
export async function claimCreation(
  table: Table,
  read: Group['creating'],
  claim: Group['creating'],
): Promise<boolean> {
  // Part by part: whether whole maps are compared depends on the engine.
  const same = read
    ? { ConditionExpression: 'creating.customer = :customer AND creating.#until = :until' }
    : { ConditionExpression: 'attribute_not_exists(creating)' };
  const names = read ? { ExpressionAttributeNames: { '#until': 'until' } } : {};
  const values = {
    ...(claim ? { ':claim': claim } : {}),
    ...(read ? { ':customer': read.customer, ':until': read.until } : {}),
  };
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: groupKey,
        UpdateExpression: claim ? 'SET creating = :claim' : 'REMOVE creating',
        ...same,
        ...names,
        ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Notes the group's new id, or what is wrong with it, outside of any decision. */
export async function updateGroup(
  table: Table,
  update: ReturnType<typeof groupMovedUpdate> | ReturnType<typeof groupTroubleUpdate>,
): Promise<void> {
  await table.client.send(new UpdateCommand({ TableName: table.name, ...update }));
}
