import * as z from 'zod';
import { plateIn } from './plate.ts';

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
  ['el', /\p{Script=Greek}{2}/u],
  ['uk', /[іїєґ]/iu],
  ['ru', /[ыэъё]/iu],
];

/** None of these is a word of Greek, Russian or Ukrainian written with Latin letters, nor part of a car's name. */
const commonEnglish =
  /\b(the|my|is|are|you|your|please|want|need|can|could|would|like|with|and|for|have|how|what|when|where|this|that|there|hello|today|tomorrow|tmrw|change|get|oil|tyres|tires|brakes|appointment|morning|afternoon|evening|pm|asap|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g;

/**
 * The language that words alone make certain, or undefined. Cyrillic without a telling letter is Russian unless the
 * person is known to use Ukrainian; Latin letters alone prove nothing (car names, transliteration), only two of the commonest
 * English words together do; a number plate never counts, whatever its letters.
 */
export function languageOfWords(text: string, current: Language): Language | undefined {
  const words = text.normalize('NFC').replace(plateIn(text) ?? '', ' ');
  const certain = tests.find(([, letters]) => letters.test(words))?.[0];
  if (certain) return certain;
  if (new Set(words.toLowerCase().match(commonEnglish)).size >= 2) return 'en';
  const cyrillicWords = words.match(/\p{Script=Cyrillic}{3,}/gu);
  if (!cyrillicWords) return undefined;
  return current === 'uk' ? 'uk' : 'ru';
}
