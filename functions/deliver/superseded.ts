import type { Say } from '#shared/domain/outbound.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';

/** Rows that need not be sent any more: of several edits of one message, only the last is worth a call. */
export function superseded(rows: readonly OutboxRow[]): ReadonlySet<string> {
  const last = new Map<string, string>();
  const pointless = new Set<string>();
  for (const { sk, messages } of rows) {
    const [edit] = messages;
    const target = edit?.kind === 'say' ? targetOf(edit) : null;
    if (target === null) continue;
    const earlier = last.get(target);
    if (earlier !== undefined) pointless.add(earlier);
    // A row that also says something new must go out; only a lone edit can be made pointless by a later one.
    if (messages.length === 1) last.set(target, sk);
    else last.delete(target);
  }
  return pointless;
}

/** The message that an edit changes; what refreshes a card changes whichever is there then. */
function targetOf({ target, place, live }: Say): string | null {
  return place === 'refresh' ? `refresh ${live ?? ''}` : target;
}
