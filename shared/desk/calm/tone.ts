/**
 * What is sharp in one language, as patterns (`pattern.ts`): words by their stems and turns of phrase, never whole sentences.
 * Each string holds one pattern a line.
 */
export type Tone = {
  /** Taken out before anything is looked for: innocent uses of the words below (`idiot light`, `dull knock`). */
  readonly fine: string;
  /** Abuse of a person, mockery, being sent away. */
  readonly insult: string;
  /** Reproach, pressure, threats, "that is your problem". */
  readonly blame: string;
  readonly sarcasm: string;
  /** The same three, sharp only as a question. */
  readonly asked: string;
  /** Laughter, which is at somebody's cost where a `mocked` stands in the same sentence. */
  readonly laughter: string;
  readonly mocked: string;
  /** Thanks and good wishes: many exclamation marks are joy then. */
  readonly joy: string;
};
