import { type Language, languageOfWords, languages } from '#shared/domain/language.ts';
import { sentencesOf } from '#shared/domain/sentences.ts';
import { draftOf, type Look } from './draft.ts';
import { isLoud } from './loud.ts';
import { isJoyful, sharpnessOf } from './tones.ts';

export const whys = ['insult', 'shouting', 'sarcasm', 'blame'] as const;
export type Why = (typeof whys)[number];

/** What is wrong with sharp words, and a kinder way to say the same. `draft` is never empty and not sharp itself. */
export type Calmer = { readonly why: Why; readonly draft: string };

/**
 * Whether an advisor's words should be looked at once more before a customer reads them; null for words that are fine. By
 * lists and rules alone, so that it works without any service and says the same every time.
 * `spoken`: languages of advisor and customer, likeliest first; they decide where the letters do not tell.
 */
export function calmOf(text: string, spoken: readonly Language[] = languages): Calmer | null {
  const looks: readonly Look[] = sentencesOf(text).map((sentence) => ({
    sentence,
    sharp: sharpnessOf(sentence),
    loud: isLoud(sentence, isJoyful(sentence)),
  }));
  const why =
    looks.find(({ sharp }) => sharp)?.sharp?.why ?? (looks.some(({ loud }) => loud) ? 'shouting' : null);
  if (why === null) return null;
  const language = languageOf(text, looks, spoken);
  const draft = draftOf(looks, language, why);
  return { why, draft: isCalm(draft) ? draft : draftOf([], language, why) };
}

function isCalm(text: string): boolean {
  return sentencesOf(text).every(
    (sentence) => sharpnessOf(sentence) === null && !isLoud(sentence, isJoyful(sentence)),
  );
}

/** Letters tell first; where they do not, the lists that knew the words; then who speaks what. */
function languageOf(text: string, looks: readonly Look[], spoken: readonly Language[]): Language {
  const cyrillic = spoken.find((one) => one === 'ru' || one === 'uk') ?? 'ru';
  if (languageOfWords(text, 'ru') === languageOfWords(text, 'uk')) {
    return languageOfWords(text, cyrillic) ?? 'en';
  }
  const known = looks.flatMap(({ sharp }) => sharp?.by ?? []);
  const [only, ...others] = new Set(known);
  return only && others.length === 0 ? only : cyrillic;
}
