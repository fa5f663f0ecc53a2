import { formatMinute } from '#shared/domain/clock.ts';

/** `22:00–08:00`: a span of the day, which may go over midnight. Minutes past midnight. */
export function spanText({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${formatMinute(from % 1440)}–${formatMinute(to % 1440)}`;
}
