import type { Ask } from './context.ts';

/** Whether a messenger takes a secret. */
export type Verdict<T> =
  | { readonly kind: 'works'; readonly found: T }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };

/** A secret that works with what the messenger said of it; or why there is none. `refused`: how many were tried in vain. */
export type Choice<T> =
  | { readonly kind: 'works'; readonly secret: string; readonly found: T; readonly refused: number }
  | { readonly kind: 'none'; readonly refused: number }
  | { readonly kind: 'unreachable' };

/** Typing errors that are forgiven. */
const asksAtMost = 3;

/**
 * The first secret that the messenger takes: of those that are known, in their order, then of what the person types. So
 * what is kept stays while it works, and what works no more is asked for anew.
 */
export async function firstWorking<T>(
  known: readonly (string | undefined)[],
  ask: Ask | null,
  question: string,
  judge: (secret: string) => Promise<Verdict<T>>,
): Promise<Choice<T>> {
  let refused = 0;
  for await (const secret of candidates(known, ask, question)) {
    const verdict = await judge(secret);
    if (verdict.kind === 'works') return { kind: 'works', secret, found: verdict.found, refused };
    if (verdict.kind === 'unreachable') return verdict;
    refused += 1;
  }
  return { kind: 'none', refused };
}

async function* candidates(known: readonly (string | undefined)[], ask: Ask | null, question: string) {
  yield* new Set(known.flatMap((one) => one?.trim() || []));
  for (let asked = 0; ask !== null && asked < asksAtMost; asked += 1) {
    const typed = (await ask(asked === 0 ? question : `That did not work. ${question}`)).trim();
    if (typed === '') return;
    yield typed;
  }
}
