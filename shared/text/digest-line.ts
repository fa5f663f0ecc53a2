import type { MissTopic } from '#shared/domain/understood.ts';

/** What the owner's figures look like in every language. */

type Topics = readonly { readonly topic: MissTopic; readonly count: number }[];
type Names = Readonly<Record<MissTopic, string>>;

/** Nothing that breaks a line between a number and its unit. */
const nbsp = '\u00a0';

/** `8.73 $` of millionths of a US dollar; what costs something is never shown as nothing. */
export function dollars(micros: number, decimal: '.' | ','): string {
  const cents = micros > 0 ? Math.max(1, Math.round(micros / 10_000)) : 0;
  return `${(cents / 100).toFixed(2).replace('.', decimal)}${nbsp}$`;
}

/** What it was before, behind what it is; nothing where that is not known. */
export function was(text: string | null): string {
  return text === null ? '' : ` (${text})`;
}

/** A number with what it was before. */
export function counts(now: number, before: number): string {
  return `${now}${was(String(before))}`;
}

/** What messages and AWS cost together, millionths of a US dollar. */
export function total(channels: readonly { readonly micros: number }[], aws: number): number {
  return channels.reduce((sum, { micros }) => sum + micros, aws);
}

/** `prices 12, hours 7`. */
export function listed(topics: Topics, names: Names): string {
  return topics.map(({ topic, count }) => `${names[topic]} ${count}`).join(', ');
}

/** The same behind what it is a list of. */
export function about(topics: Topics, names: Names): string {
  return topics.length === 0 ? '' : `: ${listed(topics, names)}`;
}
