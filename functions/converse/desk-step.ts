import type { Inbound } from '#shared/domain/inbound.ts';
import type { Step } from '#shared/store/commit.ts';
import type { ConverseDeps } from './converse.ts';

/** One step with the advisors' group. */
export async function deskStep(_inbound: Inbound, _deps: ConverseDeps): Promise<Step | null> {
  return null;
}
