import type { Address } from '#shared/domain/address.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { log } from '#shared/runtime/logger.ts';
import type { OutboxRow, Outcome } from '#shared/store/outbox.ts';
import { endRow, mergeRows } from '#shared/store/progress.ts';
import { judge, type Verdict } from '../judge.ts';
import { tellArrival } from '../record.ts';
import { putOff } from '../send-one.ts';
import { sendRow } from '../send-row.ts';
import { carrierOf } from './batch.ts';
import { corrected } from './correct.ts';
import { callsOf, sortOf } from './lane.ts';
import { fitsAt } from './pace.ts';
import { allowanceOf, type DeskRun, topicOf } from './run.ts';
import { keepPlace, placed } from './slots.ts';
import { followGroup, forgetTopic, reopen, spotOf } from './topic.ts';
import { awayMs, clearTrouble, noteTrouble, pauseMs } from './trouble.ts';

/** What is left of the rows, and until when nothing more is sent; null: the run goes on. */
export type UnitOutcome = { readonly left: readonly OutboxRow[]; readonly until: number | null };

const done: UnitOutcome = { left: [], until: null };

/** Topics are rebuilt or opened, the group is followed, a message is replaced by words about it: each once at most. */
const mostRounds = 5;

/**
 * Sends rows that go out together, wherever they belong, and records what became of them. What the group itself is in the
 * way of (a topic gone or closed, a new id) is put right and the call repeated. No customer's row ever goes into General.
 */
export async function sendUnit(run: DeskRun, rows: readonly OutboxRow[]): Promise<UnitOutcome> {
  let row = carrierOf(rows);
  let together = rows.length === 1;
  const left = () => (together ? [row] : rows);
  for (let round = 1; round <= mostRounds; round += 1) {
    const spot = await spotOf(run, row);
    if (spot.kind === 'blocked') return { left: left(), until: null };
    if (spot.kind === 'full') return { left: left(), until: spot.until };
    if (spot.kind === 'failed') {
      if (spot.failure.kind !== 'migrated')
        return settle(run, { ...row, attempts: row.attempts + 1 }, spot.failure);
      await followGroup(run, spot.failure.chat);
      continue;
    }
    if (!together) await mergeRows(run.table, run.destination, row, rows.slice(1), run.now());
    together = true;
    const { address, customer } = spot;
    const attempt = await trySending(run, row, address, customer);
    // What was made of the row for this place is of this place only.
    row = { ...attempt.row, messages: row.messages };
    if (attempt.kind !== 'failed') return sent(run, attempt.row, row, address, customer);
    const again = await putRight(run, row, attempt.failure, address, customer);
    if (again === null) return settle(run, row, attempt.failure);
    if ('until' in again) return again;
    row = again;
  }
  return settle(run, row, { kind: 'rejected', reason: 'the group changed again and again' });
}

async function trySending(run: DeskRun, row: OutboxRow, address: Address, customer: string | null) {
  const topic = customer === null ? null : topicOf(run, customer);
  const fixed = await corrected(run, row);
  const messages = [...placed(fixed, topic)];
  const { count } = callsOf({ ...row, messages }, false);
  run.charge = { use: sortOf(row).kind === 'mark' ? 'mark' : 'row', count: Math.max(1, count) };
  const attempt = await sendRow(run, { ...row, messages }, address);
  log(attempt.kind === 'sent' ? 'info' : 'warn', 'A row for the advisors was tried', {
    row: row.sk,
    kind: attempt.kind === 'failed' ? attempt.failure.kind : attempt.kind,
    attempt: attempt.row.attempts,
  });
  return attempt;
}

/** The row as it is tried again at once, an end of the run, or null where nothing can be put right. */
async function putRight(
  run: DeskRun,
  row: OutboxRow,
  failure: SendFailure,
  address: Address,
  customer: string | null,
): Promise<OutboxRow | UnitOutcome | null> {
  const fresh = { ...row, attempts: row.attempts - 1 };
  const until = fitsAt('post', 1, 'danger', allowanceOf(run));
  const full = until > run.now() ? { left: [fresh], until } : null;
  switch (failure.kind) {
    case 'topicGone':
      if (customer === null || row.topic?.of !== 'customer') return null;
      await forgetTopic(run, customer);
      return { ...fresh, parts: [] };
    case 'topicClosed': {
      if (full) return full;
      const refused = await reopen(run, address);
      return refused ? settle(run, row, refused) : fresh;
    }
    case 'migrated':
      await followGroup(run, failure.chat);
      return full ?? fresh;
    case 'rejected':
    case 'targetGone':
      return full ?? inWords(fresh, failure.reason);
    case 'throttled':
    case 'blocked':
    case 'noRights':
    case 'windowClosed':
    case 'unauthorized':
    case 'ambiguous':
    case 'unreachable':
      return null;
  }
}

/** What somebody sent and the group's messenger does not take is at least spoken of. */
function inWords(row: OutboxRow, reason: string): OutboxRow | null {
  const [relay] = row.messages.filter((message) => message.kind === 'relay');
  if (!relay) return null;
  log('error', 'A message of a customer cannot be shown to the advisors', { row: row.sk, reason });
  const what = relay.content.kind === 'file' ? relay.content.what : relay.content.kind;
  return { ...row, messages: [say(phrase('topicUnshown', { what, count: row.messages.length }))], parts: [] };
}

async function sent(
  run: DeskRun,
  tried: OutboxRow,
  row: OutboxRow,
  address: Address,
  customer: string | null,
): Promise<UnitOutcome> {
  run.holds.accepted(run.address);
  if (tried.parts.some((id) => id !== null)) {
    run.sender = { ...run.sender, refusals: 0 };
    await clearTrouble(run, 'write');
  }
  const unpinned = await keepPlace(run, row, address, customer);
  if (unpinned) return settle(run, row, unpinned);
  await tellArrival(run, row);
  const wasLost = row.lost > 0;
  await end(run, row, wasLost ? 'failed' : 'sent', wasLost ? 'the answer was lost twice' : null);
  return done;
}

/** Where nothing more can be done now: the row waits, or is over. Nobody is told at the desk of a failure at the desk. */
async function settle(run: DeskRun, row: OutboxRow, failure: SendFailure): Promise<UnitOutcome> {
  const refusals = run.sender.refusals + 1;
  const now = run.now();
  const drops =
    row.messages.every(({ kind }) => kind === 'dropTopic' || kind === 'retract') && row.messages.length > 0;
  if (
    drops &&
    failure.kind !== 'throttled' &&
    failure.kind !== 'unreachable' &&
    failure.kind !== 'ambiguous'
  ) {
    log('error', 'What stands of an erased customer in the group could not be deleted', {
      kind: failure.kind,
    });
    await end(run, row, 'failed', failure.kind);
    return done;
  }
  if (failure.kind === 'noRights' || failure.kind === 'blocked') {
    await noteTrouble(run, 'write', row.language);
    const until = now + pauseMs(refusals);
    run.sender = { ...run.sender, refusals, muted: until };
    const held = { kind: 'wait', until, rowUntil: 0, reason: failure.kind, holdsChat: true } as const;
    await putOff(run, row, { ...held, newSecrets: false, isTry: false });
    return { left: [row], until };
  }
  if (failure.kind === 'throttled') run.sender = { ...run.sender, refusals };
  const verdict = judge(failure, row, {
    now,
    refusals,
    accountUntil: run.holds.until(run.address),
    unaskedUntil: 0,
  });
  // Whatever else wakes the group meanwhile, it would only meet the same failure.
  if (verdict.kind === 'wait' && failure.kind !== 'unreachable')
    return { left: [row], until: await putOff(run, row, { ...verdict, holdsChat: true }) };
  if (verdict.kind === 'wait') return away(run, row, verdict);
  log('error', 'A row for the advisors was given up', { row: row.sk, kind: failure.kind });
  await end(run, row, verdict.outcome, verdict.reason);
  return done;
}

/**
 * Nobody was reached. The row waits by itself, so that the next try is another one's: a row that never works holds up its own
 * topic only. Where one row after the other fails, nothing works, and the group is asked as seldom as any chat that is away.
 */
async function away(
  run: DeskRun,
  row: OutboxRow,
  verdict: Extract<Verdict, { kind: 'wait' }>,
): Promise<UnitOutcome> {
  const refusals = run.sender.refusals + (run.sender.failing === row.sk ? 0 : 1);
  run.sender = { ...run.sender, refusals, failing: row.sk };
  const until = run.now() + awayMs(refusals);
  await putOff(run, row, { ...verdict, until, rowUntil: verdict.until, holdsChat: true });
  return { left: [row], until };
}

async function end(run: DeskRun, row: OutboxRow, outcome: Outcome, reason: string | null): Promise<void> {
  await endRow(run.table, run.destination, row, outcome, reason, run.now());
}
