import { fold } from '#shared/domain/fold.ts';
import { stripped } from '#shared/domain/stripped.ts';
import { knownOf } from '#shared/flows/known.ts';
import type { DeskTurn } from '../turn.ts';

/** Stands for what is not the same each time. */
export const gap = '…';

/** A reply without anything of the customer's, word by word, as it is shown and as it is compared. */
export type Template = { readonly shown: readonly string[]; readonly folded: readonly string[] };

type Of = Pick<DeskTurn, 'about' | 'station' | 'roster'>;

/**
 * An advisor's reply as anybody could get it: the name by which somebody is called goes, their car and our phone become variables,
 * and every other name, number, plate, sum, date, hour and address becomes a gap. Without a customer nothing is left of it.
 */
export function templateOf(text: string, { about, station, roster }: Of): Template {
  if (!about) return { shown: [], folded: [] };
  const { names, cars } = knownOf(about.customer, station);
  const added = roster.added.map(({ name }) => name);
  const ownPhone = new RegExp(`\\+?${station.phone.replace(/\D/gu, '').split('').join('[\\s()-]*')}`, 'gu');
  const plain = text
    .replace(/[{}[\]]/gu, ' ')
    .replaceAll(gap, '...')
    .replace(ownPhone, ourPhone);
  const safe = stripped(plain, { names: [...names, ...added], cars });
  const models = new Set(cars.flatMap((car) => fold(car).split(' ').filter(isModel)));
  const shown = safe
    .split(/\s+/u)
    .reduce<readonly string[]>((before, word) => withWord(before, word, models), [])
    .map((word, index) => (index > 0 ? word : capital(word)));
  return { shown, folded: shown.map((word) => (variables.includes(bare(word)) ? bare(word) : fold(word))) };
}

const ourPhone = 'OURPHONE';
const variables: readonly string[] = [gap, '{car}', '{phone}'];

/** Three letters and more: a make or a model, and no letters of a plate beside its figures. */
function isModel(word: string): boolean {
  return /^\p{L}{3,}$/u.test(word);
}

const ending = /[,.;:!?)»”…]*$/u;

function bare(word: string): string {
  return variables.find((one) => word.startsWith(one)) ?? word;
}

/** One word more. Gaps side by side are one; who is called by name is called by none. */
function withWord(before: readonly string[], word: string, models: ReadonlySet<string>): readonly string[] {
  const [signs = ''] = ending.exec(word) ?? [];
  const last = before.at(-1) ?? '';
  if (/\[name\]/u.test(word) && isCalled(last, signs)) {
    if (last === '') return before;
    // What stood behind the name stands behind the word before it.
    return [...before.slice(0, -1), `${last.replace(/,$/u, '')}${signs}`];
  }
  const as = variableFor(word, models);
  if (as === null) return /[\p{L}\p{N}]/u.test(word) || bare(last) !== gap ? [...before, word] : before;
  return bare(last) === as ? [...before.slice(0, -1), `${as}${signs}`] : [...before, `${as}${signs}`];
}

/** What stands in the place of a word; null: it stays. */
function variableFor(word: string, models: ReadonlySet<string>): string | null {
  if (isPersonal(word)) return gap;
  if (word.includes(ourPhone)) return '{phone}';
  return fold(word)
    .split(' ')
    .some((one) => models.has(one))
    ? '{car}'
    : null;
}

/** At the beginning, behind a comma, or with a comma or the end of the sentence behind it. */
function isCalled(last: string, signs: string): boolean {
  return last === '' || last.endsWith(',') || signs.startsWith(',') || signs.startsWith('!');
}

/** What `stripped` put there, and whatever has a figure in it. */
function isPersonal(word: string): boolean {
  return /\[\p{L}+\]|\p{N}/u.test(word);
}

function capital(word: string): string {
  return word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
