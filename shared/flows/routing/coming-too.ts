import type { Said } from '#shared/domain/said.ts';
import type { Asked, Understood } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';

type Ears = {
  readonly station: Station;
  comingOf(text: string): Said | null;
  understoodOf(text: string, station: Station, asked: Asked): Understood | null;
};

/** Where a sentence, or a part of it, ends; a full stop within a figure is none. */
const ends = /[,;!?;·\n]+|\.(?=\s|$)/gu;

/** What is said of coming beside a question: whoever gives a visit up, or says a bare number, is heard by the whole sentence only. */
const beside: readonly Said['kind'][] = ['yes', 'late', 'here'];

/**
 * "I'll be there, where do I park?": what one part says of coming, and what the other one asks, where the whole says nothing of
 * coming by itself. Null where the parts are not as plain as that. Pure.
 */
export function comingAndAsking(
  text: string,
  { station, comingOf, understoodOf }: Ears,
): { readonly said: Said; readonly understood: Understood } | null {
  for (const { index, 0: end } of text.matchAll(ends)) {
    const [before, after] = [text.slice(0, index), text.slice(index + end.length)];
    for (const [says, asks] of [
      [before, after],
      [after, before],
    ] as const) {
      const said = comingOf(says);
      if (said === null || !beside.includes(said.kind)) continue;
      const understood = understoodOf(asks, station, null);
      if (understood !== null && understood.wish === null && understood.asks.length > 0)
        return { said, understood };
    }
  }
  return null;
}
