/**
 * One language's patterns (`domain/pattern.ts`): what asks us to stop working on a car, what only sounds like it, and what asks
 * for no more messages; `list` is another list than ours of messages.
 */
export type StopWords = {
  readonly work: string;
  readonly fine: string;
  readonly messages: string;
  readonly list: string;
};
