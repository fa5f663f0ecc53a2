import type { PlaybookAct, PlaybookCase } from '#shared/domain/playbook.ts';

/** What one language tells of the practice cases: the name of each, what happened, and of each act its label and why. */
export type PlaybookTexts = {
  readonly [C in PlaybookCase]: {
    readonly name: string;
    readonly told: string;
    readonly acts: { readonly [A in PlaybookAct<C>]: readonly [label: string, why: string] };
  };
};

/** Label and reason of an act; empty where a button is of another version. */
export function actIn(
  texts: PlaybookTexts,
  { case: name, act }: { readonly case: PlaybookCase; readonly act: string },
): readonly [label: string, why: string] {
  return Object.entries(texts[name].acts).find(([known]) => known === act)?.[1] ?? ['…', '…'];
}
