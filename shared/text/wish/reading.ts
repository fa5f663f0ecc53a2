import type { Said } from './marks.ts';
import type { Piece } from './pieces.ts';

/** A message's pieces with a finger on them: what is read is marked, so that nothing is read twice and what is left can be told. */
export type Reading = {
  /** Without what changes nothing. */
  readonly items: readonly Piece[];
  readonly used: Set<number>;
};

type Is = Said['is'];
type Of<Name extends Is> = Extract<Said, { readonly is: Name }>;

/** A reading of all pieces that say something. */
export function readingOf(pieces: readonly Piece[]): Reading {
  return { items: pieces.filter((piece) => !isFiller(piece)), used: new Set() };
}

function isFiller({ said, figure }: Piece): boolean {
  return figure === null && said.length > 0 && said.every(({ is }) => is === 'filler');
}

/** What a piece says of this kind; undefined where it says nothing of it. */
export function saidOf<Name extends Is>(piece: Piece | undefined, name: Name): Of<Name> | undefined {
  return piece?.said.find((said): said is Of<Name> => said.is === name);
}

/** Whether a piece says one of these. */
export function says(piece: Piece | undefined, ...names: readonly Is[]): boolean {
  return piece?.said.some(({ is }) => names.includes(is)) ?? false;
}

/** Marks places as read. */
export function use({ used }: Reading, from: number, end: number): void {
  for (let at = from; at < end; at += 1) used.add(at);
}

/** A number, in figures or words; a range or a date is none. */
export function numberOf(piece: Piece | undefined): number | null {
  if (piece?.figure?.is === 'number') return piece.figure.value;
  return saidOf(piece, 'number')?.value ?? null;
}

/** Whether two places stand in one clause. */
export function areTogether(one: Piece | undefined, other: Piece | undefined): boolean {
  return one !== undefined && other !== undefined && one.clause === other.clause;
}
