import type { OutboxRow } from '#shared/store/outbox.ts';
import { superseded as earlierEdits } from '../superseded.ts';
import { isUntouched, sortOf } from './lane.ts';

/**
 * Rows of the desk that need not be sent any more: of a slot, of the reactions to one message and of the corrections of
 * one message only the last counts. Rows come in order of their birth.
 */
export function superseded(
  rows: readonly OutboxRow[],
  laneOf: (row: OutboxRow) => string,
): ReadonlySet<string> {
  const pointless = new Set(earlierEdits(rows));
  const last = new Map<string, string>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === null || !isUntouched(row)) continue;
    const key = `${laneOf(row)} ${name}`;
    const earlier = last.get(key);
    if (earlier !== undefined) pointless.add(earlier);
    last.set(key, row.sk);
  }
  return pointless;
}

/** What a later row of the same name makes pointless; null for what is said once and stands. */
function nameOf(row: OutboxRow): string | null {
  const sort = sortOf(row);
  if (sort.kind === 'slot') return `slot ${sort.slot}`;
  const [only, ...more] = row.messages;
  if (!only || more.length > 0) return null;
  if (only.kind === 'react') return `mark ${only.target}`;
  // Two messages that went out as one are corrected one by one.
  if (only.kind === 'relay' && only.target) return `text ${only.target} ${row.source?.messageId ?? ''}`;
  return null;
}
