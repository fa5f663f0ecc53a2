/** One language's patterns (`domain/pattern.ts`): what asks us to stop working on a car, and what only sounds like it. */
export type StopWords = { readonly work: string; readonly fine: string };
