import { type Content, wordsOf } from '#shared/domain/content.ts';
import type { Language } from '#shared/domain/language.ts';
import type { DeskTurn } from '../turn.ts';

/** What is wrong with sharp words, and a kinder way to say the same; null for words that are fine. */
export type Sharp = { readonly why: 'insult' | 'shouting' | 'sarcasm' | 'blame'; readonly draft: string };

/** Looks at an advisor's words as the customer will read them: in their language first, then in the advisor's. */
export function sharpIn(content: Content, { about, language }: DeskTurn): Sharp | null {
  const theirs = about?.conversation?.language;
  return calmOf(wordsOf(content), theirs ? [theirs, language] : [language]);
}

function calmOf(_words: string, _languages: readonly Language[]): Sharp | null {
  return null;
}
