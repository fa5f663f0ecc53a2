import { formatMinute } from '#shared/domain/clock.ts';
import { type Purpose, purposes } from '#shared/domain/consent.ts';

/** `22:00–08:00`: a span of the day, which may go over midnight. Minutes past midnight. */
export function spanText({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${formatMinute(from % 1440)}–${formatMinute(to % 1440)}`;
}

/** What somebody is written about, in a language's words; '' where it is nothing. */
export function purposesText(
  set: Readonly<Record<Purpose, boolean>>,
  words: Readonly<Record<Purpose, string>>,
): string {
  return purposes
    .filter((one) => set[one])
    .map((one) => words[one])
    .join(', ');
}
