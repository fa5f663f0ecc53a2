import type { OutboxRow } from '#shared/store/outbox.ts';

/** Rows that need not be sent any more: of several edits of one message, only the last is worth a call. */
export function superseded(rows: readonly OutboxRow[]): ReadonlySet<string> {
  const last = new Map<string, string>();
  const pointless = new Set<string>();
  for (const { sk, message } of rows) {
    if (message.kind !== 'say' || message.target === null) continue;
    const earlier = last.get(message.target);
    if (earlier !== undefined) pointless.add(earlier);
    last.set(message.target, sk);
  }
  return pointless;
}
