import type { Visit } from '#shared/domain/customer.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import {
  type BookingRule,
  bookingRules,
  type OverrideReason,
  overrideReasons,
} from '#shared/domain/phrases/diary-booking.ts';

/** Which rule an advisor set aside for a visit, and why; also for the card of the topic. */
export function overrideLine({ desk }: Visit): readonly Phrase[] {
  const rule = bookingRules.find((one) => one === desk?.override?.rule);
  const reason = overrideReasons.find((one) => one === desk?.override?.reason);
  return desk && rule && reason ? [phrase('diaryOverride', { by: desk.by, rule, reason })] : [];
}

/** Who did it, and what was set aside for it, as the visit keeps it. */
export function deskMark(
  by: string,
  rule: BookingRule | null,
  reason: OverrideReason | null,
): NonNullable<Visit['desk']> {
  return { by, override: rule !== null && reason !== null ? { rule, reason } : null };
}
