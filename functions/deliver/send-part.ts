import type { Payload } from '#shared/channels/channel.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import { referenceText } from '#shared/domain/reference.ts';
import { log } from '#shared/runtime/logger.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { noteProgress } from '#shared/store/progress.ts';
import type { Run } from './run.ts';

/** One message of a row: over (on the phone, or given up as `lost`), or stopped by a failure. */
export type PartOutcome =
  | {
      readonly kind: 'over';
      readonly row: OutboxRow;
      readonly messageId: string | null;
      /** Where one call made several messages: all their ids, in order. */
      readonly album: readonly string[];
      readonly lost: boolean;
    }
  | { readonly kind: 'failed'; readonly row: OutboxRow; readonly failure: SendFailure };

/** A message whose answer was lost is sent once more; a third one would only annoy. */
const mostAmbiguous = 2;
/** How long a status may take that tells what became of a message whose answer was lost. */
export const settleMs = 120_000;

/**
 * Sends one call. Where the messenger tells later what became of a message, it is on record before the call that just this
 * one is going out: a crash or a lost answer then leaves it parked, and the chat waits for the news. Elsewhere progress is
 * noted only where something unnoted is on the phone already (`unnoted`): a crash repeats one message at most.
 */
export async function sendPart(
  run: Run,
  given: OutboxRow,
  { part, payload, unnoted }: { readonly part: number; readonly payload: Payload; readonly unnoted: boolean },
): Promise<PartOutcome> {
  const known = settle(given, part, run.now());
  if (known.kind !== 'go') return known;
  const parks = run.channel.limits.receipts && !payload.idempotent;
  // Whoever wrote it may take it back at this very moment: from here on it counts as gone.
  const announces = given.source?.tells != null && !known.row.going && given.parts.length === 0;
  const going = announces || known.row.going;
  const parked = parks ? { part, until: run.now() + settleMs } : known.row.parked;
  const row = { ...known.row, going, parked };
  if (parks || unnoted || announces) await noteProgress(run.table, run.destination, row);
  const reference = referenceText({ destination: run.destination, row: row.sk, part });
  const result = await run.channel.send(payload, run.account, run.http, reference);
  if (result.kind === 'sent') return over(row, result.messageId, false, result.album);
  if (result.kind !== 'ambiguous')
    return { kind: 'failed', row: { ...row, parked: null, going: false }, failure: result };
  if (parks) return { kind: 'failed', row, failure: result };
  const ambiguous = row.ambiguous + 1;
  return ambiguous < mostAmbiguous
    ? { kind: 'failed', row: { ...row, ambiguous, going: false }, failure: result }
    : over(row, null, true);
}

type Settled = PartOutcome | { readonly kind: 'go'; readonly row: OutboxRow };

/** What is known by now of a message that went out before without an answer. */
function settle(row: OutboxRow, part: number, now: number): Settled {
  if (row.parked?.part !== part) return { kind: 'go', row: { ...row, parked: null } };
  const fate = row.fates[part];
  if (fate) return over(row, fate.messageId, false);
  if (now < row.parked.until)
    return { kind: 'failed', row, failure: { kind: 'ambiguous', reason: 'no status came yet' } };
  if (row.repeated.includes(part)) return over(row, null, true);
  const repeated = [...row.repeated, part];
  log('warn', 'A message is sent once more: neither an answer nor a status came', {
    row: row.sk,
    count: repeated.length,
  });
  return { kind: 'go', row: { ...row, repeated, parked: null } };
}

/**
 * The row with what is known by now of a message that went out without an answer: it counts as over, or may go out once
 * more.
 */
export function settled(row: OutboxRow, now: number): OutboxRow {
  if (row.parked === null) return row;
  const known = settle(row, row.parked.part, now);
  if (known.kind !== 'over') return known.row;
  const lost = row.lost + (known.lost ? 1 : 0);
  return { ...known.row, parts: [...row.parts, known.messageId], lost };
}

function over(
  row: OutboxRow,
  messageId: string | null,
  lost: boolean,
  album: readonly string[] = [],
): PartOutcome {
  return { kind: 'over', row: { ...row, parked: null, going: false, ambiguous: 0 }, messageId, album, lost };
}

/** Until when the chat waits for news of a message; 0 when it does not. */
export function parkedUntil({ parked, fates }: OutboxRow): number {
  return parked && !fates[parked.part] ? parked.until : 0;
}
