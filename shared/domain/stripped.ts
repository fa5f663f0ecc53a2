import { cut } from './cut.ts';
import { fold } from './fold.ts';
import { platesIn } from './plate.ts';

/**
 * What somebody wrote, without what would tell who it was: the only form in which words leave the station's own functions. Rather
 * too much goes than too little; what is taken away is named by its kind, so that the rest still reads as a sentence.
 */

/** Whose names and cars are known: all forms of their names, and their cars as they called them. */
export type Known = { readonly names: readonly string[]; readonly cars: readonly string[] };

/** Longer messages tell a story, and that is for a person. UTF-16 units. */
const longest = 400;

export function stripped(text: string, known: Known): string {
  const plain = text.toWellFormed().normalize('NFC').replace(invisible, '');
  const withoutPlaces = plain
    .replace(link, ' [link] ')
    .replace(mail, ' [email] ')
    .replace(handle, ' [name] ');
  const withoutCars = withoutPlates(withoutPlaces, known.cars);
  const withoutNumbers = withoutCars
    .replace(digits, (found) => (isDate(found) ? found : ' [phone] '))
    .replace(longNumber, ' [number] ');
  const tidy = withoutNames(withoutNumbers, known.names)
    .replace(/\s+/gu, ' ')
    .replace(/\] (?=[,.;!?])/g, ']');
  return cut(tidy.trim(), longest);
}

/** Signs that show nothing and would hide a number from us. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const link =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\d@.])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|net|org|info|io|me|eu|ru|ua|by|kz|gr|cy|de|uk|app|рф|укр|ελ)(?![\p{L}\d])(?:\/\S*)?/giu;
const mail = /[^\s@]+@[^\s@]+\.[^\s@]+/gu;
const handle = /@[\p{L}\d_]{2,}/gu;

/** Seven digits or more, with whatever people put between them. */
const digits = /\+?\p{Nd}(?:[\s().\-–—/\u00a0]*\p{Nd}){6,}/gu;
/** A lone number of five digits or more, and a long word of letters and figures (a chassis number, an order). */
const longNumber =
  /\p{Nd}{5,}|(?<![\p{L}\d])(?=[\p{L}]*\p{Nd})(?=[\p{Nd}]*\p{L})[\p{L}\p{Nd}]{9,}(?![\p{L}\d])/gu;

/** A day of these years, alone or with an hour behind it, is no number of anybody. */
function isDate(found: string): boolean {
  const day = /^(?:(\d{1,2})[./-](\d{1,2})[./-]20[23]\d|20[23]\d-(\d{2})-(\d{2}))(?:[\s,]+(\d{1,2}))?$/.exec(
    found,
  );
  if (!day) return false;
  const [, date = day[4], month = day[3], , , hour = '0'] = day;
  return Number(date) <= 31 && Number(month) <= 12 && Number(hour) <= 24;
}

/** Plates of their own cars however they are written, and whatever else is clearly one. */
function withoutPlates(text: string, cars: readonly string[]): string {
  const own = cars.flatMap((car) => platesIn(car)).flatMap(formsOf);
  const known = own.reduce((left, form) => left.replace(form, ' [plate] '), text);
  return platesIn(known)
    .filter((found) => !isSentence(found))
    .reduce((left, found) => left.replaceAll(found, ' [plate] '), known);
}

/** "On 10 Dec" has the shape of a plate: written apart and in small letters, only four figures in a row make one. */
function isSentence(found: string): boolean {
  return /\s/u.test(found) && /\p{Ll}/u.test(found) && !/\d{4}/u.test(found);
}

/** The whole plate, and its figures alone, by which its owner knows it. */
function formsOf(plate: string): readonly RegExp[] {
  const signs = [...plate].filter((sign) => /[\p{L}\d]/u.test(sign));
  const whole = signs.join('[-\\s.]?');
  const figures = plate.match(/\d{3,}/gu) ?? [];
  return [whole, ...figures].map((form) => new RegExp(`(?<![\\p{L}\\d])${form}(?![\\p{L}\\d])`, 'giu'));
}

const word = /\p{L}[\p{L}\p{M}'’ʼ]*/gu;
/** How people say who they are: what follows is a name, whether it is known or not. */
const naming =
  /(?<![\p{L}\d])(my name is|name['’]?s|меня зовут|зовут меня|мене звати|звати мене|με λένε|λέγομαι|ονομάζομαι)[\s:,]+((?:\p{L}[\p{L}\p{M}'’ʼ-]*\s*){1,3})/giu;

function withoutNames(text: string, names: readonly string[]): string {
  const stems = new Set(
    names
      .flatMap((name) => name.normalize('NFC').match(word) ?? [])
      .map(fold)
      .filter((name) => name.length >= 2)
      .map(stemOf),
  );
  return text
    .replace(naming, (_, said: string, rest: string) => `${said} ${withoutFirst(rest)}`)
    .replace(word, (found) => (placeholders.has(found) || !isName(fold(found), stems) ? found : '[name]'));
}

/** The first word of these is a name, and those behind it while they are written like one. */
function withoutFirst(words: string): string {
  return words.replace(/^\p{L}[\p{L}\p{M}'’ʼ-]*(?:\s+\p{Lu}[\p{L}\p{M}'’ʼ-]*)*/u, '[name]');
}

const placeholders: ReadonlySet<string> = new Set(['link', 'email', 'name', 'phone', 'number', 'plate']);

/** Names are declined ("Анне", "Олени", "Νίκο"): what they have in all cases is looked for. */
function stemOf(name: string): string {
  return name.length < 4 ? name : name.slice(0, -1);
}

/** The longest ending that a case adds. */
const longestEnding = 3;

function isName(said: string, stems: ReadonlySet<string>): boolean {
  if (stems.has(said)) return true;
  const least = Math.max(3, said.length - longestEnding);
  return Array.from({ length: Math.max(0, said.length - least) }, (_, more) =>
    said.slice(0, least + more),
  ).some((beginning) => stems.has(beginning));
}
