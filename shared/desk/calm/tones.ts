import { type Language, languages } from '#shared/domain/language.ts';
import { matchesIn, type Patterns, patternsOf, readable, without } from '#shared/domain/pattern.ts';
import type { Sentence } from '#shared/domain/sentences.ts';
import type { Tone } from './tone.ts';
import { el } from './tones/el.ts';
import { en } from './tones/en.ts';
import { ru } from './tones/ru.ts';
import { uk } from './tones/uk.ts';

/** The one registry of what is sharp, language by language. */
const tones: Readonly<Record<Language, Tone>> = { en, ru, uk, el };

export type Reason = 'insult' | 'blame' | 'sarcasm';

/** Clauses of a sentence that are sharp, by their place in it, why the first of them is, and whose lists knew them. */
export type Sharpness = {
  readonly why: Reason;
  readonly clauses: ReadonlySet<number>;
  readonly by: readonly Language[];
};

type Span = { readonly why: Reason; readonly clauses: readonly number[] };

/**
 * Letters tell which lists can hold at all. Cyrillic words may be of two languages, and Greek and Russian are typed in
 * Latin letters too.
 */
const scripts: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/\p{Script=Latin}{2}/u, ['en', 'el', 'ru']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk']],
  [/\p{Script=Greek}/u, ['el']],
];

type Lists = {
  readonly fine: Patterns;
  readonly reasons: readonly (readonly [Reason, Patterns])[];
  readonly asked: Patterns;
  readonly laughter: Patterns;
  readonly mocked: Patterns;
  readonly joy: Patterns;
};

const kept = new Map<Language, Lists>();

/** Read when first asked for: most functions that hold this code never hold a reply. */
function listsOf(language: Language): Lists {
  const found = kept.get(language);
  if (found) return found;
  const tone = tones[language];
  const made: Lists = {
    fine: patternsOf(tone.fine),
    reasons: [
      ['insult', patternsOf(tone.insult)],
      ['sarcasm', patternsOf(tone.sarcasm)],
      ['blame', patternsOf(tone.blame)],
    ],
    asked: patternsOf(tone.asked),
    laughter: patternsOf(tone.laughter),
    mocked: patternsOf(tone.mocked),
    joy: patternsOf(tone.joy),
  };
  kept.set(language, made);
  return made;
}

function languagesOf(text: string): readonly Language[] {
  const likely = scripts.filter(([script]) => script.test(text)).flatMap(([, spoken]) => spoken);
  return languages.filter((language) => likely.includes(language));
}

/** What of a sentence is sharp; null where nothing is. */
export function sharpnessOf({ text, clauses, asks }: Sentence): Sharpness | null {
  const found = languagesOf(text).flatMap((by) =>
    spansIn(clauses, asks, listsOf(by)).map((span) => ({ ...span, by })),
  );
  const [first] = found;
  if (!first) return null;
  return {
    why: first.why,
    clauses: new Set(found.flatMap((span) => span.clauses)),
    by: [...new Set(found.map(({ by }) => by))],
  };
}

/** Whether a sentence gives thanks or wishes well. */
export function isJoyful({ text, clauses }: Sentence): boolean {
  return languagesOf(text).some((language) => isIn(readable(clauses), listsOf(language).joy));
}

function spansIn(clauses: readonly string[], asks: boolean, lists: Lists): readonly Span[] {
  const whole = readable(clauses);
  const said = without(whole, matchesIn(whole, lists.fine));
  const isMocked = isIn(said, lists.laughter) && isIn(said, lists.mocked);
  return [
    ...lists.reasons.flatMap(([why, patterns]) => spansOf(why, patterns, said)),
    ...(asks ? spansOf('blame', lists.asked, said) : []),
    ...(isMocked ? [{ why: 'insult' as const, clauses: [...clauses.keys()] }] : []),
  ];
}

function isIn(said: string, patterns: Patterns): boolean {
  return matchesIn(said, patterns).length > 0;
}

/** Which clauses each match reaches over; bars stand where clauses begin and end. */
function spansOf(why: Reason, patterns: Patterns, said: string): readonly Span[] {
  return matchesIn(said, patterns).map((match) => {
    const opens = match[0].startsWith(' |');
    const first = barsIn(said.slice(0, match.index)) - (opens ? 0 : 1);
    const over = barsIn(match[0].replace(/^ \|/u, '').replace(/ \|$/u, ''));
    return { why, clauses: Array.from({ length: over + 1 }, (_, at) => first + at) };
  });
}

function barsIn(text: string): number {
  return text.split('|').length - 1;
}
