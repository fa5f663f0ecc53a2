import { type Language, languages } from '#shared/domain/language.ts';
import type { Word } from '#shared/flows/word.ts';
import { lexicon as el } from './el/lexicon.ts';
import { lexicon as en } from './en/lexicon.ts';
import { plain, readings } from './plain.ts';
import { lexicon as ru } from './ru/lexicon.ts';
import { stopOf } from './stop-of.ts';
import { lexicon as uk } from './uk/lexicon.ts';

/**
 * One language's always-words: for each meaning the words and short phrases of it, written as people write them.
 * `(a|b)` stands for either; `courtesy` is what may stand before or after without changing the meaning.
 */
export type Lexicon = {
  readonly words: { readonly [W in Word]: readonly string[] };
  readonly courtesy: readonly string[];
};

const lexicons: Readonly<Record<Language, Lexicon>> = { en, ru, uk, el };

/**
 * The always-word that a message is, whatever the state and whatever the reader's language, or null for anything else.
 * Only a whole message counts: "person", "позовите человека", a button's label typed by hand. Sentences that merely
 * contain such a word are not commands; understanding them is another matter and belongs in a file of its own.
 */
export function wordOf(text: string): Word | null {
  const said = text.length > longest ? null : plain(text);
  const whole = said === null ? undefined : meanings.get(said);
  if (whole !== undefined) return whole;
  const bare = said === null ? '' : withoutCourtesy(said);
  const meant = meanings.get(bare);
  // "Please stop" may mean the work on the car; only a lone "stop" ends automatic messages.
  if (meant === 'stop' && mayBeWork.test(bare)) return 'stopWhat';
  return meant ?? stopWords[stopOf(text) ?? 'none'];
}

const stopWords = { work: 'stopWork', messages: 'stop', none: null } as const;

/** Nothing in the lexicons is as long: a longer message need not be taken apart. */
const longest = 60;
/** A bare "stop", "stop all", in any language. */
const mayBeWork = /^(?:stop ?(?:all)?|стоп|στοπ|σταματα)$/u;

/** Words of English that all the world uses. */
const worldly = new Set(['stop', 'menu', 'ok', 'okay']);

/** The language whose word a whole message is, where it is of one language only ("hello", but not "stop"). */
export function tongueOf(text: string): Language | null {
  if (text.length > 60) return null;
  const said = plain(text);
  if (worldly.has(said)) return null;
  const spoken = languages.filter((language) => sayings[language].has(said));
  return spoken.length === 1 ? (spoken[0] ?? null) : null;
}

/** Every reading of a language's words with its meaning. Thousands of them: each is made once. */
const entries: Readonly<Record<Language, readonly [string, Word][]>> = {
  en: entriesIn(en),
  ru: entriesIn(ru),
  uk: entriesIn(uk),
  el: entriesIn(el),
};

const meanings: ReadonlyMap<string, Word> = new Map(Object.values(entries).flat());

const sayings: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: saidIn('en'),
  ru: saidIn('ru'),
  uk: saidIn('uk'),
  el: saidIn('el'),
};

function saidIn(language: Language): ReadonlySet<string> {
  return new Set(entries[language].map(([said]) => said));
}

function entriesIn({ words }: Lexicon): readonly [string, Word][] {
  return Object.entries(words).flatMap(entriesOf);
}

function entriesOf([word, patterns]: [string, readonly string[]]): [string, Word][] {
  return isWord(word) ? patterns.flatMap(readings).map((said) => [said, word]) : [];
}

function isWord(text: string): text is Word {
  return Object.hasOwn(en.words, text);
}

const courtesies = Object.values(lexicons)
  .flatMap(({ courtesy }) => courtesy.flatMap(readings))
  .sort((a, b) => b.length - a.length);

/** What is left when as little courtesy as needed is taken away before and after; all of it where nothing is left that means something. */
function withoutCourtesy(said: string): string {
  // A set goes on to what is added to it on the way. What is longest is not always meant: «το τηλέφωνό σας, παρακαλώ» holds «σας παρακαλώ».
  const bares = new Set([said]);
  for (const bare of bares) {
    if (meanings.has(bare)) return bare;
    for (const courtesy of courtesies) {
      if (bare.startsWith(`${courtesy} `)) bares.add(bare.slice(courtesy.length + 1));
      if (bare.endsWith(` ${courtesy}`)) bares.add(bare.slice(0, -courtesy.length - 1));
    }
  }
  return said;
}
