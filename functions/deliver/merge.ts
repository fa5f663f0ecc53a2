import type { Outbound, Say } from '#shared/domain/outbound.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { mergeRows } from '#shared/store/progress.ts';
import type { Run } from './run.ts';

/**
 * After the messenger asked us to be slower, rows of plain words that wait one behind the other become one message: a
 * messenger counts messages, not words. It is on record before anything is sent. Answers the rows as they are then.
 */
export async function merged(run: Run, rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
  if (run.sender.refusals === 0) return rows;
  const runs = plainRuns(rows, run.now());
  for (const [first, ...others] of runs) {
    if (first && others.length > 0)
      await mergeRows(run.table, run.destination, carrier(first, others), others, run.now());
  }
  return runs.flatMap(([first, ...others]) => (first ? [carrier(first, others)] : []));
}

/** Rows in their order, those together that can become one. */
function plainRuns(rows: readonly OutboxRow[], now: number): readonly (readonly OutboxRow[])[] {
  const runs: OutboxRow[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && isPlain(before, now) && isPlain(row, now) && before.language === row.language)
      last.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** A person's own words stay by themselves, and so does a line to the advisors: each is about somebody else. */
function isPlain(row: OutboxRow, now: number): boolean {
  const { messages, parts, parked, notBefore, again, cause, priority } = row;
  const isTalk = priority === 'answer' || priority === 'mirror';
  const untouched = parts.length === 0 && parked === null && notBefore <= now && again === null;
  return isTalk && untouched && cause === 'person' && messages.length > 0 && messages.every(isWords);
}

function isWords(message: Outbound): message is Say {
  return (
    message.kind === 'say' &&
    message.options.length === 0 &&
    message.card === null &&
    message.target === null &&
    message.askContact === null &&
    message.askLocation === null &&
    message.notice === null
  );
}

function carrier(first: OutboxRow, others: readonly OutboxRow[]): OutboxRow {
  const [words, ...more] = [first, ...others].flatMap(({ messages }) => messages.filter(isWords));
  if (others.length === 0 || !words) return first;
  return { ...first, messages: [{ ...words, text: [words, ...more].flatMap(({ text }) => text) }] };
}
