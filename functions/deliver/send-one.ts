import { log } from '#shared/runtime/logger.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { deferRow, endRow } from '#shared/store/progress.ts';
import { countSent, measureCost } from './count.ts';
import { type Attempt, judge, type Verdict } from './judge.ts';
import { tellArrival } from './record.ts';
import type { Run } from './run.ts';
import { sendRow } from './send-row.ts';
import { tell } from './tell.ts';
import { heldUntil, isOpen, sendShut, shutWindow } from './window.ts';

/** Tries one row and records what became of it; answers when the chat is to be tried again, or null when it goes on. */
export async function sendOne(run: Run, row: OutboxRow): Promise<number | null> {
  if (run.sender.unreachable && row.cause === 'timer')
    return end(run, row, {
      kind: 'ended',
      outcome: 'undeliverable',
      reason: 'blocked',
      tell: { kind: 'blocked', reason: 'blocked before' },
    });
  const attempt = await attemptOn(run, row);
  const { row: tried } = attempt;
  log(attempt.kind === 'sent' ? 'info' : 'warn', 'A row of the outbox was tried', {
    row: row.sk,
    kind: attempt.kind === 'failed' ? attempt.failure.kind : attempt.kind,
    attempt: tried.attempts,
  });
  if (attempt.kind === 'held') return hold(run, tried);
  learn(run, attempt);
  const verdict = judge(attempt.kind === 'failed' ? attempt.failure : null, tried, {
    now: run.now(),
    refusals: run.sender.refusals,
    accountUntil: run.holds.until(run.address),
    unaskedUntil: run.holds.unaskedUntil(run.address),
  });
  return verdict.kind === 'ended' ? end(run, tried, verdict) : putOff(run, tried, verdict);
}

/** A window that turns out to be shut only when something is sent is shut for this row too. */
async function attemptOn(run: Run, row: OutboxRow): Promise<Attempt> {
  const showsNothing = row.messages.every(({ kind }) => kind === 'silence');
  if (!isOpen(run) && !showsNothing) return sendShut(run, row);
  const attempt = await sendRow(run, row);
  if (attempt.kind !== 'failed' || attempt.failure.kind !== 'windowClosed') return attempt;
  shutWindow(run);
  return isOpen(run) ? attempt : sendShut(run, { ...attempt.row, attempts: row.attempts });
}

/** What an answer of the messenger tells of the chat and of our account. */
function learn(run: Run, attempt: Exclude<Attempt, { kind: 'held' }>): void {
  if (attempt.kind === 'sent') {
    if (attempt.row.parts.every((messageId) => messageId === null)) return;
    run.holds.accepted(run.address);
    run.sender = { ...run.sender, unreachable: false, refusals: 0 };
    return;
  }
  const { failure } = attempt;
  if (failure.kind === 'blocked') run.sender = { ...run.sender, unreachable: true };
  if (failure.kind !== 'throttled') return;
  if (failure.scope === 'account') run.holds.refused(run.address, failure, run.now());
  else run.sender = { ...run.sender, refusals: run.sender.refusals + 1 };
}

/** Told first, ended after: a crash in between tells it again, and that is the same inbound. */
async function end(run: Run, row: OutboxRow, verdict: Extract<Verdict, { kind: 'ended' }>): Promise<null> {
  if (verdict.tell) await tell(run, row, verdict.tell, 'givenUp');
  if (verdict.outcome === 'sent') await tellArrival(run, row);
  const isSent = row.parts.some((id) => id !== null);
  const micros = isSent ? await countSent(run, row, isOpen(run) ? 'messages' : 'notice') : 0;
  await endRow(run.table, run.destination, row, verdict.outcome, verdict.reason, run.now());
  // A row that is over is tried by nobody: what it cost is measured once.
  measureCost(run, micros);
  return null;
}

/** Puts a row off, and the whole chat where the messenger asked for that; answers until when. */
export async function putOff(
  run: Run,
  row: OutboxRow,
  verdict: Extract<Verdict, { kind: 'wait' }>,
): Promise<number> {
  const { until, rowUntil, reason } = verdict;
  if (verdict.holdsChat) run.sender = { ...run.sender, notBefore: until };
  if (verdict.newSecrets) {
    run.measure([{ name: 'AccountRefused', value: 1 }]);
    run.account = await run.accountOf(run.address).refresh();
  }
  const attempts = verdict.isTry ? row.attempts : row.attempts - 1;
  const notBefore = Math.max(row.notBefore, rowUntil);
  const due = Math.max(until, rowUntil);
  await deferRow(run.table, run.destination, { ...row, attempts, notBefore }, reason, due);
  return until;
}

/** A person's own words that have to wait are worth a line to the advisors; what the bot says is not. */
async function hold(run: Run, row: OutboxRow): Promise<null> {
  if (row.priority === 'person')
    await tell(run, row, { kind: 'windowClosed', reason: 'the person wrote too long ago' }, 'held');
  await deferRow(run.table, run.destination, row, 'held', heldUntil(row));
  return null;
}
