/** What is wrong with sharp words, and a kinder way to say the same; null for words that are fine. */
export type Sharp = { readonly why: 'insult' | 'shouting' | 'sarcasm' | 'blame'; readonly draft: string };

export function calmOf(_words: string): Sharp | null {
  return null;
}
