import { addressKey } from '#shared/domain/address.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { InterpretJob } from '#shared/domain/job.ts';
import { stripped } from '#shared/domain/stripped.ts';
import type { Turn } from './flow.ts';
import { knownOf } from './known.ts';
import type { Call } from './meant.ts';
import type { Route } from './routing/kinds.ts';

/**
 * The question to a language model, in place of the first "I did not understand": what was collected waits for the answer, and goes
 * on as if that had been understood at once, or as the miss that it is. Null where nothing is to be asked; only what ended by itself
 * is, since a tap or a command waits for nobody. `meant`: what would be done without it. Pure.
 */
export function interpretJob({ event }: Inbound, meant: Route, turn: Turn): InterpretJob | null {
  const { conversation, address, language, now } = turn;
  const { burst } = conversation;
  if (event.kind !== 'quiet' || burst === null || turn.understood !== null) return null;
  if (meant.kind !== 'calls' || !isFirstMiss(meant.calls)) return null;
  const text = stripped(burst.words, knownOf(turn.customer, turn.station));
  if (!/\p{L}{2}/u.test(text.replace(/\[\w+\]/g, ''))) return null;
  return {
    v: 1,
    kind: 'interpret',
    // Bursts are numbered at their own address only.
    id: `${addressKey(address)} ${burst.version}`,
    at: now,
    burst: burst.version,
    text,
    language,
    tell: address,
  };
}

/** What comes second in a row is for a person, and so is whatever a person reads anyway. */
function isFirstMiss([first, ...more]: readonly Call[]): boolean {
  return more.length === 0 && first?.event.kind === 'again' && first.event.because === 'unclear';
}
