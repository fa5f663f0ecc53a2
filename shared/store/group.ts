import { emptyRoster, type Group, groupSchema, type Roster, rosterSchema } from '#shared/domain/group.ts';
import type { Key } from './table.ts';

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
