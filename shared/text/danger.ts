import type { Danger } from '#shared/domain/danger.ts';
import { fold } from '#shared/domain/fold.ts';
import { allOf, type Book, bookOf, type Found, likelyIn, readable, without } from '#shared/domain/pattern.ts';
import { sentencesOf } from '#shared/domain/sentences.ts';
import { el } from './danger/el.ts';
import { en } from './danger/en.ts';
import { ru } from './danger/ru.ts';
import { type Sounds, soundsLike } from './danger/sound.ts';
import { type Spelling, spellingOf } from './danger/spelling.ts';
import { uk } from './danger/uk.ts';
import type { DangerWords } from './danger/words.ts';

/**
 * Why a car must not be driven on, by what somebody wrote, whatever the language; null where nothing says so. By lists and
 * rules alone, so that it works without any service. It would rather hear danger once too often than miss it.
 */
export function dangerOf(text: string): Danger | null {
  const folded = sentencesOf(text).map(({ clauses }) => clauses.map(fold));
  const heard = new Map<Danger, number>();
  for (const reading of readingsFor(text))
    for (const [danger, times] of heardIn(folded, reading))
      heard.set(danger, Math.max(times, heard.get(danger) ?? 0));
  const most = Math.max(...heard.values());
  return byWeight.find((danger) => heard.get(danger) === most) ?? null;
}

/** Which counts where a message has as many signs of several; the lamp comes along with what it warns of. */
const byWeight: readonly Danger[] = ['fuel', 'overheating', 'smoke', 'steering', 'brakes', 'wheel', 'lamp'];

/** Ukrainian and Russian are mixed by many who write them: both lists are read as one. */
const east: DangerWords = {
  fine: both('fine'),
  past: both('past'),
  still: both('still'),
  glow: both('glow'),
  spelt: `${ru.spelt} ${uk.spelt}`,
  kinds: {
    lamp: `${ru.kinds.lamp}\n${uk.kinds.lamp}`,
    brakes: `${ru.kinds.brakes}\n${uk.kinds.brakes}`,
    steering: `${ru.kinds.steering}\n${uk.kinds.steering}`,
    overheating: `${ru.kinds.overheating}\n${uk.kinds.overheating}`,
    smoke: `${ru.kinds.smoke}\n${uk.kinds.smoke}`,
    fuel: `${ru.kinds.fuel}\n${uk.kinds.fuel}`,
    wheel: `${ru.kinds.wheel}\n${uk.kinds.wheel}`,
  },
};

function both(part: Other): string {
  return `${ru[part]}\n${uk[part]}`;
}

/** A way to read a message: whose letters it has to have, how they sound, and the words that are known of it. */
type Reading = { readonly letters: RegExp; readonly sounds: Sounds; readonly lists: () => Lists };

/** Greek, Russian and Ukrainian are typed in Latin letters too; there a Ukrainian `h` is another letter than a Russian one. */
const readings: readonly Reading[] = [
  { letters: /\p{Script=Latin}{2}/u, sounds: soundsLike('en'), lists: listsOf(en, soundsLike('en')) },
  {
    letters: /\p{Script=Greek}|\p{Script=Latin}{2}/u,
    sounds: soundsLike('el'),
    lists: listsOf(el, soundsLike('el')),
  },
  ...readingsOfEast(),
];

/** Little words that no other language of ours has, however it is typed. */
const english = /(?<!\p{L})(?:the|my|and|with|please|you|have|from|when|this)(?!\p{L})/giu;
const onlyLatin = /^[\p{Script=Latin}\P{L}]*$/u;

/** Two English words say that the rest is English too, which is most of what comes in Latin letters. */
function readingsFor(text: string): readonly Reading[] {
  const little = new Set(text.match(english)?.map((word) => word.toLowerCase()));
  if (little.size >= 2 && onlyLatin.test(text)) return readings.slice(0, 1);
  return readings.filter(({ letters }) => letters.test(text));
}

function readingsOfEast(): readonly Reading[] {
  const lists = listsOf(east, soundsLike('ru'));
  return [
    { letters: /\p{Script=Cyrillic}|\p{Script=Latin}{2}/u, sounds: soundsLike('ru'), lists },
    { letters: /\p{Script=Latin}*h\p{Script=Latin}/iu, sounds: soundsLike('uk'), lists },
  ];
}

/** The lists that take signs away. */
type Other = 'fine' | 'past' | 'still' | 'glow';

type Lists = { readonly spelling: Spelling; readonly book: Book<Danger | Other> };

/** Read when first asked for. */
function listsOf({ fine, past, still, glow, kinds, spelt }: DangerWords, sounds: Sounds): () => Lists {
  let made: Lists | undefined;
  return () => {
    made ??= {
      spelling: spellingOf(spelt.split(' ').map((word) => sounds(fold(word)))),
      book: bookOf<Danger | Other>(
        [
          ['fine', fine],
          ['past', past],
          ['still', still],
          ['glow', glow],
          ...byWeight.map((danger) => [danger, kinds[danger]] as const),
        ],
        (word) => sounds(fold(word)),
      ),
    };
    return made;
  };
}

/** A message as folded clauses of sentences. */
type Folded = readonly (readonly string[])[];

/** How many signs of each danger a message has. */
function heardIn(folded: Folded, { sounds, lists }: Reading): readonly (readonly [Danger, number])[] {
  const { spelling, book } = lists();
  const sentences = folded.map((clauses) => readable(clauses, (clause) => spelling(sounds(clause))));
  const whole = sentences.join(' ');
  const likely = likelyIn(whole, book);
  const named = (part: Danger | Other) => likely.filter(({ name }) => name === part);
  const inIt = (line: Likely[number]) => isIn(whole, [line]);
  // Most messages end here. What is harmless can only take signs away.
  const signs = byWeight
    .map((danger) => [danger, named(danger).filter(inIt)] as const)
    .filter(([, lines]) => lines.length > 0);
  if (signs.length === 0) return [];
  const past = named('past').filter(inIt);
  const isOver = ({ 0: clauses }: Found) => !isIn(`${clauses}|`, named('still'));
  const said =
    past.length === 0
      ? whole
      : sentences.map((one) => without(one, clausesOf(one, found(one, past)).filter(isOver))).join(' ');
  const told = without(said, found(said, named('fine')));
  const burning = without(told, found(told, named('glow')));
  return signs
    .map(([danger, lines]) => [danger, found(danger === 'smoke' ? burning : told, lines).length] as const)
    .filter(([, times]) => times > 0);
}

/** The clauses that matches reach over, whole. */
function clausesOf(sentence: string, matches: readonly RegExpExecArray[]): readonly Found[] {
  return matches.map(({ index, 0: match }) => {
    const from = sentence.lastIndexOf('|', index + match.search(/[^ |]/)) + 1;
    const end = sentence.indexOf('|', index + match.trimEnd().length);
    return { index: from, 0: sentence.slice(from, end < 0 ? undefined : end) };
  });
}

type Likely = readonly Pick<ReturnType<typeof likelyIn>[number], 'regex'>[];

function found(said: string, lines: Likely): readonly RegExpExecArray[] {
  return lines.flatMap(({ regex }) => allOf(said, regex()));
}

function isIn(said: string, lines: Likely): boolean {
  return lines.some(({ regex }) => said.search(regex()) >= 0);
}
