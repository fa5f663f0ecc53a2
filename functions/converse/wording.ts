import type { Change } from '#shared/domain/facts.ts';
import type { Station } from '#shared/station/schema.ts';
import { textFor } from '#shared/text/text.ts';

/**
 * Agreements with the very words that were shown: what was agreed is quoted by them years later, whatever the texts say by
 * then. `now`: the moment of the step, epoch milliseconds; `inbound`: the id of what it answers.
 */
export function withWording(
  changes: readonly Change[],
  station: Station,
  now: number,
  inbound: string,
): readonly Change[] {
  return changes.map((change) => {
    if (change.kind !== 'agreed') return change;
    const { agreement, wording } = change;
    const text = textFor(agreement.language, station, now);
    return {
      ...change,
      agreement: { ...agreement, inbound, shown: wording.map((phrase) => text.say(phrase)).join('\n\n') },
    };
  });
}
