import type { SendFailure } from '#shared/domain/failure.ts';
import type { OutboxRow, Outcome } from '#shared/store/outbox.ts';

/** What the sender does next: the row is over, or it waits and the destination is woken again at `until`. */
export type Verdict =
  | {
      readonly kind: 'ended';
      readonly outcome: Outcome;
      readonly reason: string | null;
      readonly blocked: boolean;
    }
  | {
      readonly kind: 'wait';
      readonly until: number;
      readonly reason: string;
      /** No call at all goes to this chat before `until`. */
      readonly holdsChat: boolean;
      /** The secrets are read again first. */
      readonly newSecrets: boolean;
      /** False where the failure says nothing about the row: the messenger asked us to wait, or does not know us. */
      readonly isTry: boolean;
    };

/**
 * A messenger that cannot be reached is tried for a day, however often something wakes the chat meanwhile. The pauses
 * double up to five minutes, so that a backlog is gone soon after an outage of hours.
 */
const givenUpAfterMs = 24 * 60 * 60_000;
const longestPauseMs = 5 * 60_000;
/** A message whose answer was lost is sent once more; a third one would only annoy. */
export const mostAmbiguous = 2;

/**
 * Every failure of the closed list, and what is done about it. Throttling is never counted as a try: the chat simply waits
 * for as long as the messenger asked.
 */
export function judge(failure: SendFailure | null, row: OutboxRow, now: number): Verdict {
  if (!failure) return row.lost > 0 ? ended('failed', 'the answer was lost twice') : ended('sent', null);
  switch (failure.kind) {
    case 'throttled':
      return waitUntil(now + (failure.retryAfterSeconds ?? 4) * 1000, failure.kind, {
        holdsChat: true,
        isTry: false,
      });
    case 'blocked':
      return { ...ended('undeliverable', failure.reason), blocked: true };
    case 'windowClosed':
    case 'targetGone':
    case 'topicGone':
    case 'rejected':
      return ended('failed', failure.reason);
    case 'migrated':
      return ended('failed', 'the group has a new id: set ADVISOR_GROUP_ID to it');
    case 'unauthorized':
      return waitUntil(now + 60_000, failure.kind, { holdsChat: true, newSecrets: true, isTry: false });
    case 'ambiguous':
      return retry(failure, row, now);
    case 'unreachable':
      return now - row.born >= givenUpAfterMs ? ended('failed', failure.reason) : retry(failure, row, now);
  }
}

function retry(failure: SendFailure, row: OutboxRow, now: number): Verdict {
  const pause = Math.min(longestPauseMs, 1000 * 2 ** Math.max(0, row.attempts - 1));
  return waitUntil(now + pause, failure.kind, {});
}

function ended(outcome: Outcome, reason: string | null) {
  return { kind: 'ended', outcome, reason, blocked: false } as const;
}

function waitUntil(
  until: number,
  reason: string,
  how: { holdsChat?: boolean; newSecrets?: boolean; isTry?: boolean },
): Verdict {
  return {
    kind: 'wait',
    until,
    reason,
    holdsChat: how.holdsChat ?? false,
    newSecrets: how.newSecrets ?? false,
    isTry: how.isTry ?? true,
  };
}
