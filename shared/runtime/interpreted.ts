import type { Inbound } from '#shared/domain/inbound.ts';
import type { InterpretJob } from '#shared/domain/job.ts';
import type { Understood } from '#shared/domain/understood.ts';

/**
 * What became of a question to the language model, for the talk that waits for it. There is one such inbound for each question, however
 * often and by whom it is told: the first one counts. `at`: epoch milliseconds.
 */
export function interpretedInbound(
  { burst, tell }: Pick<InterpretJob, 'burst' | 'tell'>,
  understood: Understood | null,
  at: number,
): Inbound {
  return {
    id: `interpreted-${burst}`,
    address: tell,
    at,
    from: null,
    messageId: null,
    event: { kind: 'interpreted', burst, understood },
  };
}
