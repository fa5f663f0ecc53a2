import { fold } from '#shared/domain/fold.ts';

/** Mileage (km) and fuel (eighths of a tank) as advisors write them: `84210 1/2`, `84 210 km, ¾`, `84.210 full`. */
export type Came = { readonly mileage: number | null; readonly fuel: number | null };

/** A car that went farther is a slip of the keyboard. */
const mostKm = 1_500_000;

const signs: Readonly<Record<string, number>> = {
  '¼': 2,
  '½': 4,
  '¾': 6,
  '⅛': 1,
  '⅜': 3,
  '⅝': 5,
  '⅞': 7,
};
const full = ['full', 'полный', 'полон', 'повний', 'повен', 'γεματο', 'γεματη'];
const half = ['half', 'половина', 'полбака', 'пол бака', 'пів бака', 'μισο', 'μιση'];
const empty = ['empty', 'пустой', 'порожній', 'αδειο', 'reserve', 'резерв', 'ρεζερβα'].map(fold);

/** What is written of the car as it came; null where nothing of it is understood. */
export function readIntake(text: string): Came | null {
  const { fuel, rest } = fuelIn(text);
  const mileage = mileageIn(rest);
  return fuel === null && mileage === null ? null : { mileage, fuel };
}

function fuelIn(text: string): { readonly fuel: number | null; readonly rest: string } {
  const sign = /[¼½¾⅛⅜⅝⅞]/u.exec(text);
  if (sign) return { fuel: signs[sign[0]] ?? null, rest: text.replace(sign[0], ' ') };
  const part = /(?<!\d)(\d)\s*\/\s*([248])(?!\d)/u.exec(text);
  if (part) {
    const eighths = (Number(part[1]) * 8) / Number(part[2]);
    return { fuel: eighths <= 8 ? eighths : null, rest: text.replace(part[0], ' ') };
  }
  const percent = /(?<!\d)(\d{1,3})\s*%/u.exec(text);
  if (percent) {
    const of = Number(percent[1]);
    return { fuel: of <= 100 ? Math.round((of * 8) / 100) : null, rest: text.replace(percent[0], ' ') };
  }
  const said = ` ${fold(text)} `;
  const named = (words: readonly string[]) => words.some((word) => said.includes(` ${fold(word)} `));
  const fuel = named(full) ? 8 : named(half) ? 4 : named(empty) ? 0 : null;
  return { fuel, rest: text };
}

/** The first number of the length of a mileage; thousands may be set apart. */
function mileageIn(text: string): number | null {
  const found = /(?<![\d.,])(\d{1,3}(?:[\s.,]\d{3})+|\d{3,7})(?!\d)/u.exec(text);
  if (!found) return null;
  const km = Number((found[1] ?? '').replaceAll(/\D/gu, ''));
  return km <= mostKm ? km : null;
}
