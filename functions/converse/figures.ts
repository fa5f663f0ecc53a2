import type { Change } from '#shared/domain/facts.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Happened } from '#shared/domain/happened.ts';
import type { Measured } from '#shared/runtime/metrics.ts';

/**
 * What a step adds to the product's metrics, told once it is committed: whoever lost the race, or found that it was done before, adds
 * nothing. A step that is over before it was measured is never measured: a figure may be missing, none counts twice.
 */
export function figuresIn(changes: readonly Change[]): readonly Measured[] {
  return changes.flatMap((change): readonly Measured[] => {
    if (change.kind === 'happened') return ofHappened(change.happened);
    // Some messengers tell of a missing payment only when a message was taken and is not delivered.
    if (change.kind === 'undelivered' && change.why === refused)
      return [{ name: 'AccountRefused', value: 1 }];
    return [];
  });
}

const refused = 'unauthorized' satisfies SendFailure['kind'];

function ofHappened(happened: Happened): readonly Measured[] {
  switch (happened.what) {
    case 'booked':
      return [{ name: 'Booked', value: 1 }];
    case 'answered':
      return [{ name: 'AnswerMinutes', value: happened.minutes }];
    case 'unanswered':
      return [{ name: 'UnansweredOverLimit', value: 1 }];
    case 'missed':
      return [{ name: 'Missed', value: 1 }];
    case 'broken':
      return [{ name: 'PromiseBroken', value: 1 }];
    case 'wrote':
    case 'called':
    case 'asked':
    case 'unhelped':
    case 'over':
    case 'rated':
    case 'held':
    case 'sent':
    case 'alarm':
    case 'interpreted':
      return [];
  }
}
