/** A day that somebody named: a weekday (Monday is 1, Sunday 7), or so many days from today. */
export type NamedDay =
  | { readonly of: 'weekday'; readonly day: number }
  | { readonly of: 'ahead'; readonly days: number };

/** How late: so many minutes after the agreed time, or from now; not told; or the time of day at which they come (minutes past midnight). */
export type HowLate =
  | { readonly of: 'after' | 'fromNow'; readonly minutes: number }
  | { readonly of: 'at'; readonly minute: number }
  | { readonly of: 'unknown' };

/**
 * What somebody's words say about coming to their visit. `yes`: they come, perhaps at a time and on a day that they name. `late`.
 * `cant`: not as agreed; `days` are all that they named, that of the visit among them or not. Which visit is the flow's matter.
 * `here`: they stand at the door. `span`: a bare "15 minutes", which answers how late they are.
 */
export type Said =
  | { readonly kind: 'yes'; readonly at: number | null; readonly days: readonly NamedDay[] }
  | { readonly kind: 'late'; readonly how: HowLate }
  | { readonly kind: 'cant'; readonly days: readonly NamedDay[] }
  | { readonly kind: 'here' }
  | { readonly kind: 'span'; readonly minutes: number };
