import { worthUntil } from '#shared/domain/worth.ts';
import { type OutboxRow, readWaiting } from '#shared/store/outbox.ts';
import { deferRow, endRow } from '#shared/store/progress.ts';
import { acknowledge } from './acknowledge.ts';
import { albumsTogether } from './albums.ts';
import { merged } from './merge.ts';
import type { Run } from './run.ts';
import { sendOne } from './send-one.ts';
import { parkedUntil } from './send-part.ts';
import { superseded } from './superseded.ts';
import { isOpen, isPassed, keepsWaiting, learnWindow } from './window.ts';

/** Rows read at one go; what is left is sent by the next wake. */
const rowsPerRun = 20;

/** Sends row after row, none twice and in order; answers when to come again, or null when nothing is left that a later wake could send. */
export async function sendWaiting(run: Run): Promise<number | null> {
  const found = await readWaiting(run.table, run.destination, rowsPerRun);
  if (found.length === 0) return null;
  learnWindow(run, found);
  const accountUntil = run.holds.until(run.address);
  if (run.now() < accountUntil) return accountUntil;
  for (const row of found) await acknowledge(run, row);
  const waits = Math.max(
    run.sender.notBefore,
    ...found.map((row) => (isPassed(run, row) ? 0 : parkedUntil(row))),
  );
  if (run.now() < waits) return waits;
  const edited = superseded(found);
  const at = run.now();
  const pointless = new Set(found.filter((row) => edited.has(row.sk) || isStale(row, at)));
  for (const row of pointless) await endRow(run.table, run.destination, row, 'superseded', null, run.now());
  const ordered = inOrder(
    run,
    found.filter((row) => !pointless.has(row)),
  );
  const rows = await merged(run, await albumsTogether(run, ordered));
  let next = Number.POSITIVE_INFINITY;
  let left = 0;
  for (const row of rows) {
    // The messenger may have asked for a pause meanwhile, for what goes with a message.
    if (run.now() < run.sender.notBefore) return Math.min(run.sender.notBefore, next);
    const from = await postponed(run, row);
    if (run.now() < from || keepsWaiting(run, row)) {
      left += 1;
      if (from > 0) next = Math.min(next, from);
      continue;
    }
    const again = await sendOne(run, row);
    if (again !== null) return Math.min(again, next);
  }
  // Rows that are held stand behind all others: where a page holds only such, nothing follows them.
  if (found.length === rowsPerRun && left < found.length) return run.now();
  return Number.isFinite(next) ? next : null;
}

/**
 * When a row may go out; written down where the messenger wants nothing unasked from us for a while, or the person rests by now.
 * What has begun to go out goes on.
 */
async function postponed(run: Run, row: OutboxRow): Promise<number> {
  const until = row.cause === 'timer' ? run.holds.unaskedUntil(run.address) : 0;
  const { rest } = row;
  const rests = rest !== null && row.parts.length === 0 && run.now() >= rest.from ? rest.until : 0;
  const late = Math.max(until, rests);
  if (late <= run.now() || late <= row.notBefore) return row.notBefore;
  await deferRow(
    run.table,
    run.destination,
    { ...row, notBefore: late },
    rests === late ? 'quiet' : 'throttled',
    late,
  );
  return late;
}

/**
 * What is of no use any more once an outage is over: a reminder of what has begun, an offer that has run out. What stands beside it and
 * only changes a message that is there follows with the next change.
 */
function isStale({ cause, parts, messages }: OutboxRow, now: number): boolean {
  if (cause !== 'timer' || parts.length > 0) return false;
  const said = messages.filter((message) => message.kind !== 'say' || message.place !== 'refresh');
  return said.length > 0 && said.every((message) => now >= worthUntil(message));
}

/** What waited for the person comes first once they wrote. */
function inOrder(run: Run, rows: readonly OutboxRow[]): readonly OutboxRow[] {
  if (!isOpen(run)) return rows;
  const isHeld = ({ heldFor }: OutboxRow) => heldFor !== null;
  return [...rows.filter(isHeld), ...rows.filter((row) => !isHeld(row))];
}
