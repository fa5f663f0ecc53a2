import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';
import { lines } from './lines.ts';
import { excerpt } from './shorten.ts';

/** Longest stretches of the line, UTF-16 units: together about 300. */
const longest = { trail: 110, words: 170 } as const;

/** What a customer tapped and what the bot said to it, as advisors read it in the topic. */
export function talkLine(
  { trail, last }: PhraseArgs['caseTalk'],
  names: { readonly tapped: string; readonly bot: string },
  f: Format,
): string {
  const steps = trail.map(f.quote).filter((step) => step !== '');
  const words = excerpt(last.map(f.quote).join(' '), longest.words);
  return lines(
    steps.length > 0 && `${names.tapped}: ${lastOf(steps)}`,
    words !== '' ? `${names.bot}: ${words}` : steps.length === 0 && names.bot,
  );
}

/** The latest steps, as many as fit; what was before them is behind the dots. */
function lastOf(steps: readonly string[]): string {
  let said = '';
  for (const [index, step] of [...steps].reverse().entries()) {
    const longer = index === 0 ? excerpt(step, longest.trail) : `${step} › ${said}`;
    if (longer.length > longest.trail) return `… › ${said}`;
    said = longer;
  }
  return said;
}
