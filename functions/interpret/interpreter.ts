import type { Language } from '#shared/domain/language.ts';
import type { Understood } from '#shared/domain/understood.ts';
import type { Model } from '#shared/runtime/bedrock.ts';
import type { Station } from '#shared/station/schema.ts';
import { readAnswer } from './answer.ts';
import { instructionsFor, wrapped } from './prompt.ts';

/** What was written, without what would tell who wrote it, and the language that they speak. */
export type Unclear = { readonly text: string; readonly language: Language };

/** What was understood of it (null: nothing that is sure), and the tokens that were read and written for it. */
export type Interpreted = {
  readonly understood: Understood | null;
  readonly read: number;
  readonly written: number;
};

/**
 * Says what words mean that the station's own rules did not understand. The one door to whatever does it: it gets no history, no id and
 * no name, and what it says can lead to times and answers at most. Throws a SafeError where it cannot be reached.
 */
export type Interpreter = (unclear: Unclear) => Promise<Interpreted>;

/** By a language model. Only an answer that is of the known form, and that the words themselves bear out, counts. */
export function modelInterpreter(
  model: Model,
  station: Pick<Station, 'services' | 'defaultLanguage'>,
): Interpreter {
  return async ({ text, language }) => {
    const answer = await model(instructionsFor(station, language), wrapped(text));
    const { read, written } = answer;
    return { understood: readAnswer(answer.text, text, station), read, written };
  };
}
