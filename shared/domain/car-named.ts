import { makes } from './car-makes.ts';
import type { Vehicle } from './customer.ts';
import { fold } from './fold.ts';

/**
 * Which of their cars somebody means by a name: make, model, a short form of them or the figures of the plate, in Latin, Cyrillic or
 * Greek letters, as it is spelled or as it sounds ("шкода", "γκολφ", "octavija"). Several cars where it could be any of them;
 * none where a word of it belongs to none of their cars.
 */
export function carsNamed(said: string, vehicles: readonly Vehicle[]): readonly Vehicle[] {
  const words = fold(said)
    .split(' ')
    .filter((word) => word !== '' && !isYear(word));
  if (words.length === 0) return [];
  const heard = words.map(nameOf);
  return vehicles.filter((vehicle) => {
    const names = namesOf(vehicle);
    return heard.every((word) => names.some((name) => isSame(word, name))) || isPlate(words, vehicle);
  });
}

/**
 * Whether words can be what somebody calls a car: no question, and no long sentence without a figure, a make or a model ("what if we
 * come later instead").
 */
export function maybeCar(text: string): boolean {
  if (/[?;\u037e]\s*$/u.test(text)) return false;
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length < longSentence || /\p{L}\d|\d{3}/u.test(text)) return true;
  return makes.some((make) => make.some((group) => group.some((name) => words.includes(name))));
}

/** So many words, none of which is known from a car, are about something else. */
const longSentence = 5;

function isYear(word: string): boolean {
  return /^(?:19[5-9]\d|20[0-4]\d)$/u.test(word);
}

/** A word with its sound, which costs far more than a comparison. */
type Name = { readonly word: string; readonly sound: string };

function nameOf(word: string): Name {
  return { word, sound: soundOf(word) };
}

let heardMakes: readonly (readonly (readonly Name[])[])[] | undefined;

/** The usual makes by their sound: heard when a car is first named, and kept. */
function makesHeard(): readonly (readonly (readonly Name[])[])[] {
  heardMakes ??= makes.map((make) => make.map((group) => group.map(nameOf)));
  return heardMakes;
}

/** The words of a car's own name, with the make that its model has, and short forms. */
function namesOf({ label, short }: Vehicle): readonly Name[] {
  const own = fold(`${label} ${short}`).split(' ').map(nameOf);
  const isOwn = (group: readonly Name[]) => group.some((name) => own.some((word) => isSame(word, name)));
  const [make = [], ...models] = makesHeard().find((each) => each.some(isOwn)) ?? [];
  // The model tells the make; the make alone tells no model.
  return [...own, ...make, ...models.filter(isOwn).flat()];
}

/** Of a plate at least three figures are said, or all of it. */
function isPlate(words: readonly string[], { label }: Vehicle): boolean {
  const [said, own] = [words.join(''), fold(label).replaceAll(' ', '')];
  return /\d{3}/u.test(said) && own.includes(said);
}

/** Written alike, or sounding alike: one letter more, less or other in a longer word is the same word. */
function isSame({ word: one, sound: a }: Name, { word: other, sound: b }: Name): boolean {
  if (one === other) return true;
  if (/\d/u.test(one) || /\d/u.test(other)) {
    return /^\d{3,}$/u.test(one) && /^\d+$/u.test(other) && other.endsWith(one);
  }
  if (a === b) return a.length > 1;
  return Math.min(a.length, b.length) >= 4 && isOneApart(a, b);
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ου/gu, 'u'],
  [/μπ/gu, 'b'],
  [/ντ/gu, 'd'],
  [/γκ|γγ/gu, 'g'],
  [/τζ/gu, 'j'],
  [/ει|οι|υι/gu, 'i'],
  [/αι/gu, 'e'],
  [/[αа]/gu, 'a'],
  [/[βвw]/gu, 'v'],
  [/б/gu, 'b'],
  [/[γг]/gu, 'g'],
  [/[δд]/gu, 'd'],
  [/[εеэє]/gu, 'e'],
  [/[ζзж]/gu, 'z'],
  [/[ηιυииіїйыy]/gu, 'i'],
  [/[κкqc]/gu, 'k'],
  [/[λл]/gu, 'l'],
  [/[μм]/gu, 'm'],
  [/[νн]/gu, 'n'],
  [/[ξ]|кс|x/gu, 'ks'],
  [/[οωо]/gu, 'o'],
  [/[πп]/gu, 'p'],
  [/[ρр]/gu, 'r'],
  [/[σсшщ]|sch|sh/gu, 's'],
  [/[τт]/gu, 't'],
  [/[φф]|ph/gu, 'f'],
  [/[χх]/gu, 'h'],
  [/ч/gu, 'h'],
  [/у|ю/gu, 'u'],
  [/я/gu, 'ia'],
  [/[ьъ]/gu, ''],
  [/kh/gu, 'h'],
  [/j/gu, 'i'],
  [/(.)\1+/gu, '$1'],
  [/ii+/gu, 'i'],
];

/** A word by its sound, in Latin letters. */
function soundOf(word: string): string {
  return sounds.reduce((heard, [letters, sound]) => heard.replace(letters, sound), word);
}

/** One letter was added, left out or changed. */
function isOneApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at);
  return long.slice(at + 1) === rest;
}
