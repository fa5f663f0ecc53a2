import type { OutboxRow } from '#shared/store/outbox.ts';
import type { Run } from './run.ts';

/** A button stops spinning by itself after about this long; a later answer is refused as "query is too old". */
const tapLivesMs = 15_000;

/**
 * The tap is answered and the message marked read first and at once, even while the chat itself is throttled; a failed
 * answer does not matter.
 */
export async function acknowledge(run: Run, row: OutboxRow): Promise<void> {
  if (row.attempts > 0 || run.now() - row.born > tapLivesMs) return;
  const { tapId, messageId } = row;
  const toast = row.toast ? run.textFor(row.language, run.now()).say(row.toast) : null;
  const payload = run.channel.acknowledge({ tapId, messageId, toast });
  if (payload) await run.channel.send(payload, run.account, run.http, '');
}
