import type { Case, CaseChange } from '#shared/domain/case.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { addressesOf } from '#shared/domain/identity.ts';

/** Cases of two customers who turn out to be one person, or of one whose chats were taken apart. Pure. */

const rank = { bot: 0, waiting: 1, person: 2 } as const;

/** What nobody waits for any more. */
const atRest = {
  baton: 'bot',
  owner: null,
  waitingSince: null,
  answerBy: null,
  alerts: 0,
  callback: null,
  danger: null,
} as const satisfies CaseChange;

/** What becomes of both: nobody's wait is lost, the longer one counts; the other case is at rest. */
export function joinedCase(into: Case, from: Case): { readonly into: CaseChange; readonly from: CaseChange } {
  const older = [into, from]
    .filter(({ waitingSince }) => waitingSince !== null)
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0))[0];
  return {
    into: {
      baton: rank[from.baton] > rank[into.baton] ? from.baton : into.baton,
      owner: into.owner ?? from.owner,
      waitingSince: older?.waitingSince ?? null,
      answerBy: older?.answerBy ?? null,
      alerts: older?.alerts ?? 0,
      answered: latest(into.answered, from.answered),
      callback: into.callback ?? from.callback,
      home: from.home,
      lastMessageId: from.lastMessageId,
      nightTold: from.nightTold ?? into.nightTold,
      danger: latest(into.danger, from.danger),
    },
    from: atRest,
  };
}

function latest<T extends { readonly at: number }>(one: T | null, other: T | null): T | null {
  if (one === null || other === null) return one ?? other;
  return one.at >= other.at ? one : other;
}

/** A chat left this customer: answers go to one that is still theirs. */
export function leftCase({ home }: Case, staying: Customer): CaseChange {
  const addresses = addressesOf(staying);
  return addresses.includes(home) ? {} : { home: addresses[0] ?? home, lastMessageId: null };
}
