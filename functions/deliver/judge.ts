import type { SendFailure } from '#shared/domain/failure.ts';
import type { OutboxRow, Outcome } from '#shared/store/outbox.ts';

/** What became of a row in one run: it went out, was put aside until the person writes, or was stopped by a failure. */
export type Attempt =
  | { readonly kind: 'sent'; readonly row: OutboxRow }
  | { readonly kind: 'held'; readonly row: OutboxRow }
  | { readonly kind: 'failed'; readonly row: OutboxRow; readonly failure: SendFailure };

/** What the sender does next: the row is over, or it waits and the destination is woken again at `until`. */
export type Verdict =
  | {
      readonly kind: 'ended';
      readonly outcome: Outcome;
      readonly reason: string | null;
      /** What converse is told, so that somebody knows of it; null where nothing went wrong. */
      readonly tell: SendFailure | null;
    }
  | {
      readonly kind: 'wait';
      readonly until: number;
      readonly reason: string;
      /** No call at all goes to this chat before `until`. */
      readonly holdsChat: boolean;
      /** The row itself waits longer than its chat; 0: it does not. */
      readonly rowUntil: number;
      /** The secrets are read again first. */
      readonly newSecrets: boolean;
      /** False where the failure says nothing about the row: the messenger asked us to wait, or does not know us. */
      readonly isTry: boolean;
    };

/** What a verdict depends on besides the row. Moments are epoch milliseconds. */
export type Circumstances = {
  readonly now: number;
  /** Refusals of this chat in a row, this one included. */
  readonly refusals: number;
  /** When our account may be used again, and when for what only a timer says. */
  readonly accountUntil: number;
  readonly unaskedUntil: number;
};

/**
 * A messenger that cannot be reached is tried for a day, however often something wakes the chat meanwhile. The pauses
 * double up to five minutes, so that a backlog is gone soon after an outage of hours.
 */
const givenUpAfterMs = 24 * 60 * 60_000;
const longestPauseMs = 5 * 60_000;
/** Where the messenger does not say how long a chat is to be left alone. */
const longestChatPauseSeconds = 15 * 60;

/**
 * Every failure of the closed list, and what is done about it. Throttling is never counted as a try: the chat simply waits
 * for as long as the messenger asked.
 */
export function judge(
  failure: SendFailure | null,
  row: OutboxRow,
  { now, refusals, accountUntil, unaskedUntil }: Circumstances,
): Verdict {
  if (!failure) return row.lost > 0 ? failed(lost) : ended('sent', null, null);
  switch (failure.kind) {
    case 'throttled': {
      const seconds = failure.retryAfterSeconds ?? Math.min(longestChatPauseSeconds, 4 ** refusals);
      return wait(failure.scope === 'account' ? accountUntil : now + seconds * 1000, failure.kind, {
        holdsChat: true,
        rowUntil: failure.unasked && row.cause === 'timer' ? unaskedUntil : 0,
        isTry: false,
      });
    }
    case 'blocked':
      return ended('undeliverable', failure.reason, failure);
    case 'windowClosed':
    case 'targetGone':
    case 'topicGone':
    case 'topicClosed':
    case 'rejected':
      return failed(failure);
    case 'noRights':
      return wait(now + 60_000, failure.kind, { holdsChat: true, isTry: false });
    case 'migrated':
      return ended('failed', 'the group has a new id: set ADVISOR_GROUP_ID to it', failure);
    case 'unauthorized':
      return wait(now + 60_000, failure.kind, { holdsChat: true, newSecrets: true, isTry: false });
    case 'ambiguous':
      return row.parked ? wait(row.parked.until, 'parked', {}) : retry(failure, row, now);
    case 'unreachable':
      return now - row.born >= givenUpAfterMs ? failed(failure) : retry(failure, row, now);
  }
}

const lost = { kind: 'ambiguous', reason: 'the answer was lost twice' } as const;

function retry(failure: SendFailure, row: OutboxRow, now: number): Verdict {
  const pause = Math.min(longestPauseMs, 1000 * 2 ** Math.max(0, row.attempts - 1));
  return wait(now + pause, failure.kind, {});
}

function failed(failure: Extract<SendFailure, { reason: string }>): Verdict {
  return ended('failed', failure.reason, failure);
}

function ended(outcome: Outcome, reason: string | null, tell: SendFailure | null): Verdict {
  return { kind: 'ended', outcome, reason, tell };
}

type How = Partial<Omit<Extract<Verdict, { kind: 'wait' }>, 'kind' | 'until' | 'reason'>>;

function wait(until: number, reason: string, how: How): Verdict {
  return {
    kind: 'wait',
    until,
    reason,
    holdsChat: false,
    rowUntil: 0,
    newSecrets: false,
    isTry: true,
    ...how,
  };
}
