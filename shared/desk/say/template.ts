import { fold } from '#shared/domain/fold.ts';
import { stripped } from '#shared/domain/stripped.ts';
import type { DeskTurn } from '../turn.ts';

/** Stands for what is not the same each time. */
export const gap = '…';

/** A reply without anything of the customer's, word by word, as it is shown and as it is compared. */
export type Template = { readonly shown: readonly string[]; readonly folded: readonly string[] };

type Of = Pick<DeskTurn, 'about' | 'station' | 'roster'>;

/**
 * An advisor's reply as anybody could get it: the name by which somebody is called goes, their car and our phone become variables,
 * and every other name, number, plate, sum, date, hour and address becomes a gap.
 */
export function templateOf(text: string, turn: Of): Template {
  const { about, station, roster } = turn;
  const colleagues = [...station.advisors, ...station.technicians].flatMap(({ name }) => Object.values(name));
  const cars = about?.customer.vehicles.map(({ label }) => label) ?? [];
  const names = [about?.customer.name ?? '', ...colleagues, ...roster.added.map(({ name }) => name)];
  const ownPhone = new RegExp(`\\+?${station.phone.replace(/\D/gu, '').split('').join('[\\s()-]*')}`, 'gu');
  const plain = text
    .replace(/[{}[\]]/gu, ' ')
    .replaceAll(gap, '...')
    .replace(ownPhone, ourPhone);
  const safe = stripped(plain, { names, cars });
  const models = new Set(cars.flatMap((car) => fold(car).split(' ').filter(isModel)));
  const shown = safe
    .split(/\s+/u)
    .reduce<readonly string[]>((before, word) => added(before, word, models), [])
    .map((word, index, all) => (index > 0 || all.length === 0 ? word : capital(word)));
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
function added(before: readonly string[], word: string, models: ReadonlySet<string>): readonly string[] {
  const [signs = ''] = ending.exec(word) ?? [];
  const last = before.at(-1) ?? '';
  if (/\[name\]/u.test(word) && isCalled(last, signs)) {
    if (last === '') return before;
    // What stood behind the name stands behind the word before it.
    return [...before.slice(0, -1), `${last.replace(/,$/u, '')}${signs}`];
  }
  const as = isPersonal(word)
    ? gap
    : word.includes(ourPhone)
      ? '{phone}'
      : fold(word)
            .split(' ')
            .some((one) => models.has(one))
        ? '{car}'
        : null;
  if (as === null) return /[\p{L}\p{N}]/u.test(word) || bare(last) !== gap ? [...before, word] : before;
  return bare(last) === as ? [...before.slice(0, -1), `${as}${signs}`] : [...before, `${as}${signs}`];
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
