/** A part of a sentence between commas, dashes, colons or brackets, as it was written and without what parts it. */
export type Clause = string;

/** A sentence as it was written, with its own mark, and what it consists of. */
export type Sentence = {
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** It ends in a question mark; in Greek that is the semicolon. */
  readonly asks: boolean;
};

/** A point before a small letter ends a sentence only behind a word or figure that is no abbreviation (`tel. 2310`). */
const sentenceEnd = /(?<=[.!?…;·][»")]?)\s+(?=[^\p{Ll}])|(?<=[!?;][»")]?)\s+|(?<=(?:\p{L}{4}|\d)[.])\s+|\n+/u;
/** A comma inside a number or word (`1,750`, `ό,τι`) parts nothing. */
const clauseEnd =
  /[,:;.!?…·]+(?=\s|$)|\s[-–—]+\s|\s?[—()«»"“”]\s?|\s(?=(?:and|but|и|но|або|але|і|й|та|και|κι|αλλά)\s)/iu;

export function sentencesOf(text: string): readonly Sentence[] {
  return text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ text: sentence, clauses: clausesOf(sentence), asks: asks(sentence) }));
}

function clausesOf(sentence: string): readonly Clause[] {
  return sentence
    .split(clauseEnd)
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}

function asks(sentence: string): boolean {
  if (/[?][!?.)»"]*$/u.test(sentence)) return true;
  return /\p{Script=Greek}/u.test(sentence) && /;[;!.)»"]*$/u.test(sentence);
}
