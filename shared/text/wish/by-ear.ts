import type { Language } from '#shared/domain/language.ts';
import { type Manner, soundsOf } from './lexicons.ts';
import { hasGreek, type Token, tokensOf } from './tokens.ts';

/**
 * Greek, Russian and Ukrainian in Latin letters, and what people spell by ear in their own: where a message has words that nobody knows,
 * it is read once more by how its words sound.
 */

/** A language to look in, and how. */
export type Look = { readonly language: Language; readonly manner: Manner };

/** The languages of a message by its letters. */
export function looksOf(text: string): readonly Look[] {
  const languages: Language[] = [];
  if (hasGreek(text)) languages.push('el');
  if (/[\u0400-\u052f]/.test(text)) languages.push('ru', 'uk');
  if (languages.length === 0 || /[a-zA-Z]/.test(text)) languages.push('en');
  return languages.map((language) => ({ language, manner: 'letters' }));
}

/** Where a message is looked up by sound, and whether its English words are looked up as written beside it. */
export type Hearing = { readonly looks: readonly Look[]; readonly isBesideEnglish: boolean };

/** Ways to hear it: those first that leave English out, since little words of it hardly ever stand in another language. */
export function heardAs(text: string, own: readonly Look[]): readonly Hearing[] {
  if (!/[a-zA-Z]/.test(text))
    return [{ looks: [...own, ...heard(...own.map(({ language }) => language))], isBesideEnglish: false }];
  const tongues = [heard('el'), heard('ru', 'uk')];
  return [
    ...tongues.map((looks): Hearing => ({ looks, isBesideEnglish: false })),
    ...tongues.map((looks): Hearing => ({ looks: [...own, ...looks], isBesideEnglish: true })),
  ];
}

function heard(...languages: readonly Language[]): readonly Look[] {
  return languages.map((language) => ({ language, manner: 'sounds' }));
}

/** Figures that stand for letters at the beginning of a word (`8elw`, `4erez`), by who types so. */
const figures: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = {
  el: { '3': 'ks', '8': 'th', '9': 'th' },
  ru: { '4': 'ch', '6': 'sh' },
};

/** The words of a message with such figures as letters; null where it has none. */
export function withLetters(text: string, looks: readonly Look[]): readonly Token[] | null {
  const typist = looks.find(({ language, manner }) => manner === 'sounds' && figures[language] !== undefined);
  const letters = typist && figures[typist.language];
  if (!letters) return null;
  const spelt = text.replace(
    /(?<![a-zA-Z\u00c0-\u1fff\d:.])\d(?=[a-zA-Z])/g,
    (figure) => letters[figure] ?? figure,
  );
  return spelt === text ? null : tokensOf(spelt).tokens;
}

/** A word as it is looked up. In Greek an `h` is a χ to some (`hronismos`) and an η to others (`allh wra`), also to those who write `th`. */
export function spellings(word: string, { language, manner }: Look): readonly string[] {
  if (manner === 'letters') return [word];
  const sounds = soundsOf(language);
  if (language !== 'el' || !word.includes('h')) return [sounds(word)];
  const variants = [word, word.replaceAll('h', 'i'), word.replace(/(?<![tcpk])h/g, 'i')];
  return [...new Set(variants.map(sounds))];
}
