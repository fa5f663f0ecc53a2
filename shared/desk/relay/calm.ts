import { type Content, wordsOf } from '#shared/domain/content.ts';
import { type Calmer, calmOf } from '../calm/calm.ts';
import type { DeskTurn } from '../turn.ts';

/**
 * What is wrong with an advisor's words as the customer will read them, and a kinder way to say the same; null for words that
 * are fine. The customer's language is likelier than the advisor's.
 */
export function sharpIn(content: Content, { about, language }: DeskTurn): Calmer | null {
  const theirs = about?.conversation?.language;
  return calmOf(wordsOf(content), theirs ? [theirs, language] : [language]);
}
