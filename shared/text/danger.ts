import type { Danger } from '#shared/domain/danger.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { matchesIn, type Patterns, patternsOf, readable, without } from '#shared/domain/pattern.ts';
import { sentencesOf } from '#shared/domain/sentences.ts';
import { el } from './danger/el.ts';
import { en } from './danger/en.ts';
import { ru } from './danger/ru.ts';
import { type Sounds, soundsLike } from './danger/sound.ts';
import { type Spelling, spellingOf } from './danger/spelling.ts';
import { uk } from './danger/uk.ts';
import type { DangerWords } from './danger/words.ts';

/** The one registry of words of danger, language by language. */
const words: Readonly<Record<Language, DangerWords>> = { en, ru, uk, el };

/**
 * Why a car must not be driven on, by what somebody wrote, whatever the language; null where nothing says so. By lists and
 * rules alone, so that it works without any service. It would rather hear danger once too often than miss it.
 */
export function dangerOf(text: string): Danger | null {
  const heard = new Map<Danger, number>();
  for (const language of languagesOf(text))
    for (const [danger, times] of heardIn(text, language)) {
      heard.set(danger, Math.max(times, heard.get(danger) ?? 0));
    }
  const most = Math.max(...heard.values());
  return byWeight.find((danger) => heard.get(danger) === most) ?? null;
}

/** Where a message tells of several as often: what it tells of first, and the lamp that goes with it last. */
const byWeight: readonly Danger[] = [
  'overheating',
  'fuel',
  'smoke',
  'steering',
  'brakes',
  'wheel',
  'lamp',
];

/** Greek, Russian and Ukrainian are typed in Latin letters too, and Cyrillic words may be of two languages. */
const scripts: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/\p{Script=Latin}{2}/u, ['en', 'ru', 'uk', 'el']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk']],
  [/\p{Script=Greek}/u, ['el']],
];

function languagesOf(text: string): readonly Language[] {
  const likely = scripts.filter(([script]) => script.test(text)).flatMap(([, spoken]) => spoken);
  return languages.filter((language) => likely.includes(language));
}

type Lists = {
  readonly sounds: Sounds;
  readonly spelling: Spelling;
  readonly fine: Patterns;
  readonly past: Patterns;
  readonly still: Patterns;
  readonly kinds: readonly (readonly [Danger, Patterns])[];
};

const kept = new Map<Language, Lists>();

/** Read when first asked for. */
function listsOf(language: Language): Lists {
  const found = kept.get(language);
  if (found) return found;
  const { fine, past, still, kinds, spelt } = words[language];
  const sounds = soundsLike(language);
  const made: Lists = {
    sounds,
    spelling: spellingOf(spelt.split(' ').map(sounds)),
    fine: patternsOf(fine, sounds),
    past: patternsOf(past, sounds),
    still: patternsOf(still, sounds),
    kinds: byWeight.map((danger) => [danger, patternsOf(kinds[danger], sounds)]),
  };
  kept.set(language, made);
  return made;
}

/** How many signs of each danger the text has. */
function heardIn(text: string, language: Language): readonly (readonly [Danger, number])[] {
  const { sounds, spelling, fine, past, still, kinds } = listsOf(language);
  const said = sentencesOf(text)
    .map(({ clauses }) => readable(clauses, (clause) => spelling(sounds(clause))))
    .map((sentence) => (isIn(sentence, past) && !isIn(sentence, still) ? ' | ' : sentence))
    .join(' ');
  const told = without(said, matchesIn(said, fine));
  return kinds
    .map(([danger, patterns]) => [danger, matchesIn(told, patterns).length] as const)
    .filter(([, times]) => times > 0);
}

function isIn(said: string, patterns: Patterns): boolean {
  return matchesIn(said, patterns).length > 0;
}
