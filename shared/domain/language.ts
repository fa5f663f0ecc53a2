import * as z from 'zod';

/** The one list of languages. A new one is a line here and a file in `shared/text`; the compiler names what is missing. */
export const languages = ['en', 'ru', 'uk', 'el'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** Reads a profile's IETF tag (`el-GR`, `uk`); undefined when the product does not speak it. */
export function languageOf(tag: string | undefined): Language | undefined {
  const base = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === base);
}

const tests: readonly (readonly [Language, RegExp])[] = [
  ['el', /[\u0370-\u03ff\u1f00-\u1fff]/u],
  ['uk', /[іїєґ]/iu],
  ['ru', /[ыэъё]/iu],
];

/**
 * The language that words alone make certain, or undefined. Cyrillic without a telling letter is Russian unless the
 * person is known to use Ukrainian; Latin letters prove nothing (car names, transliteration), so they never switch.
 */
export function languageOfWords(text: string, current: Language): Language | undefined {
  const certain = tests.find(([, letters]) => letters.test(text))?.[0];
  if (certain) return certain;
  const cyrillicWords = text.match(/\p{Script=Cyrillic}{3,}/gu);
  if (!cyrillicWords) return undefined;
  return current === 'uk' ? 'uk' : 'ru';
}
