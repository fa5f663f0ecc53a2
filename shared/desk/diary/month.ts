import { fold } from '#shared/domain/fold.ts';

/**
 * Names of months as advisors write them behind a day, in all the desk's languages, short or whole, in the case they stand
 * in there. Folded words: no accents, й = и.
 */
const months: readonly RegExp[] = [
  /^(?:jan(?:uary)?|янв(?:ар[ья])?|січ(?:ень|ня)?|ιαν(?:ουαρι(?:οσ|ου)|αρη)?)$/,
  /^(?:feb(?:ruary)?|фев(?:р(?:ал[ья])?)?|лют(?:ии|ого)?|φεβ(?:ρουαρι(?:οσ|ου)|αρη)?)$/,
  /^(?:mar(?:ch)?|мар(?:та?)?|бер(?:езень|езня)?|μαρ(?:τι(?:οσ|ου)|τη)?)$/,
  /^(?:apr(?:il)?|апр(?:ел[ья])?|кві(?:тень|тня|т)?|απρ(?:ιλι(?:οσ|ου)|ιλη)?)$/,
  /^(?:may|ма[ия]|тра(?:вень|вня|в)?|μα(?:ι(?:οσ|ου)?|ησ?))$/,
  /^(?:june?|июн[ья]?|чер(?:вень|вня|в)?|ιουν(?:ι(?:οσ|ου)|η)?)$/,
  /^(?:july?|июл[ья]?|лип(?:ень|ня)?|ιουλ(?:ι(?:οσ|ου)|η)?)$/,
  /^(?:aug(?:ust)?|авг(?:уста?)?|сер(?:пень|пня|п)?|αυγ(?:ουστ(?:οσ|ου))?)$/,
  /^(?:sept?(?:ember)?|сен(?:т(?:ябр[ья])?)?|вер(?:есень|есня)?|σεπ(?:τ(?:εμβρι(?:οσ|ου)|εμβρη)?)?)$/,
  /^(?:oct(?:ober)?|окт(?:ябр[ья])?|жов(?:тень|тня|т)?|οκτ(?:ωβρι(?:οσ|ου)|ωβρη)?)$/,
  /^(?:nov(?:ember)?|ноя(?:б(?:р[ья])?)?|лис(?:топада?|т)?|νοε(?:μ(?:βρι(?:οσ|ου)|βρη)?)?)$/,
  /^(?:dec(?:ember)?|дек(?:абр[ья])?|гру(?:день|дня|д)?|δεκ(?:εμβρι(?:οσ|ου)|εμβρη)?)$/,
];

/** The number of a month by its name, 1 to 12; null for another word. */
export function monthNamed(word: string): number | null {
  const at = months.findIndex((names) => names.test(fold(word)));
  return at < 0 ? null : at + 1;
}

/** `24 December`, `24-26 декабря 2026`, `24η Δεκεμβρίου`: the digits are not part of a time or of another number. */
const dayFirst =
  /(?<![\d:.,/])(\d{1,2}(?:\s*[–—-]\s*\d{1,2})?)(?:st|nd|rd|th|-?го|-?е|-?ησ?|ης?)?\s+(?:of\s+)?(\p{L}[\p{L}\p{M}]*)\.?(?:,?\s+(\d{4})(?!\d))?(?![\p{L}\d])/giu;
/** `December 24`, as English also has it; what follows the day is no time. */
const monthFirst =
  /(?<![\p{L}\d])([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\p{L}\d:.,/])/giu;

/** The same words with every day of a named month in digits: `24 December` becomes `24.12`. Other words stay. */
export function monthsInDigits(words: string): string {
  const date = (whole: string, days: string, month: string, year: string | undefined) => {
    const number = monthNamed(month);
    return number === null
      ? whole
      : `${days.replaceAll(/\s/g, '')}.${number}${year === undefined ? '' : `.${year}`}`;
  };
  return words
    .normalize('NFC')
    .replace(dayFirst, (whole, days: string, month: string, year: string | undefined) =>
      date(whole, days, month, year),
    )
    .replace(monthFirst, (whole, month: string, day: string, year: string | undefined) =>
      date(whole, day, month, year),
    );
}
