import { fold } from '#shared/domain/fold.ts';

export { fold as plain };

/**
 * Every reading of a pattern, plain: `(call|get) a person` is two phrases. Groups stand for whole words and do not nest;
 * an empty choice leaves the word out. Each piece is made plain once, since one pattern may have dozens of readings.
 */
export function readings(pattern: string): readonly string[] {
  return pattern
    .split(/[()]/)
    .map((piece) => piece.split('|').map(fold))
    .reduce((begun, choices) => begun.flatMap((start) => choices.map((next) => joined(start, next))), ['']);
}

function joined(start: string, next: string): string {
  return start === '' || next === '' ? start + next : `${start} ${next}`;
}
