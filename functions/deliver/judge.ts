import type { SendFailure } from '#shared/channels/failure.ts';
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
    };

/** Tries of a row that the messenger itself did not ask us to wait for: about a day, by doubling up to two hours. */
const mostTries = 20;
const longestPauseMs = 2 * 60 * 60_000;
/** A message whose answer was lost is sent once more; a third one would only annoy. */
const mostAmbiguous = 2;

/**
 * Every failure of the closed list, and what is done about it. Throttling is never counted as a try: the chat simply waits
 * for as long as the messenger asked.
 */
export function judge(failure: SendFailure | null, row: OutboxRow, now: number): Verdict {
  if (!failure) return ended('sent', null);
  switch (failure.kind) {
    case 'throttled':
      return waitUntil(now + failure.retryAfterSeconds * 1000, failure.kind, { holdsChat: true });
    case 'blocked':
      return { ...ended('undeliverable', failure.reason), blocked: true };
    case 'targetGone':
    case 'topicGone':
    case 'rejected':
      return ended('failed', failure.reason);
    case 'migrated':
      return ended('failed', 'the group has a new id: set ADVISOR_GROUP_ID to it');
    case 'unauthorized':
      return waitUntil(now + 60_000, failure.kind, { holdsChat: true, newSecrets: true });
    case 'ambiguous':
      if (row.ambiguous >= mostAmbiguous) return ended('failed', 'the answer was lost twice');
      return retry(failure, row, now);
    case 'unreachable':
      return row.attempts >= mostTries ? ended('failed', failure.reason) : retry(failure, row, now);
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
  how: { holdsChat?: boolean; newSecrets?: boolean },
): Verdict {
  return {
    kind: 'wait',
    until,
    reason,
    holdsChat: how.holdsChat ?? false,
    newSecrets: how.newSecrets ?? false,
  };
}
