import type { Vehicle } from './customer.ts';
import { cut } from './cut.ts';
import { plateIn } from './plate.ts';

/** The longest description that still fits into buttons and topics, in UTF-16 units. */
export const longestCar = 60;
/** The longest model in a short form. */
const longestModel = 20;

/**
 * A car from whatever the owner wrote: `octavia 2018`, `Skoda Octavia ABC-4821`, a bare plate. Nothing is refused but
 * emptiness and length; the advisor sees the words as they are.
 */
export function readVehicle(text: string, id: string): Vehicle | 'empty' | 'tooLong' {
  const label = text.toWellFormed().normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' ').trim();
  if (!/[\p{L}\d]/u.test(label)) return 'empty';
  if (label.length > longestCar) return 'tooLong';
  return { id, label, short: shorten(label) };
}

/** Signs that show nothing but can turn around what stands beside them. */
const invisible = /[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Seventeen signs without I, O and Q: https://www.iso.org/standard/52200.html */
const vin = /(?<![\p{L}\d])(?=[A-Z]*\d)(?=\d*[A-Z])[A-HJ-NPR-Z0-9]{17}(?![\p{L}\d])/iu;
/** A year that stands alone, with what is said beside it: `2018`, `(2018)`, `2018 г.в.` */
const loneYear =
  /(?<![^\s,;·(/])(?:19[5-9]\d|20[0-4]\d)(?:\s?(?:г\.?\s?в\.?|года?|г\.?|року|р\.?\s?в\.?|р\.?|y\.?))?(?![^\s,;·)/])/giu;
/** Words that only say what follows. */
const naming =
  /(?<![\p{L}\d])(?:plates?|reg|vin|гос\.?\s?номер|номерний знак|номер|πινακίδ(?:α|ες)|αρ\. κυκλ\.?)(?![\p{L}\d])[.:№#]*/giu;

/** What people say before they name their car: `у меня Тойота`, `I have a Golf`. */
const leading =
  /^(?:(?:у (?:меня|мене|нас)|это|це|моя|моє|мой|машина|авто|автомоб(?:иль|іль)|my(?: car(?: is)?)?|i have|it is|it['’]?s|an?|έχω|είναι|το αυτοκίνητό? μου|ένα)(?![\p{L}\d'’])[\s,:-]*)+(?=.*[\p{L}\d])/iu;

/** Model and the last signs of the plate: `Octavia …4821`; the plate itself where nothing else was said. */
function shorten(label: string): string {
  const chassis = vin.exec(label)?.[0] ?? '';
  const described = label.replace(leading, '').replace(chassis, ' ');
  const plate = plateIn(described);
  const words = described
    .replace(plate ?? '', ' ')
    .replace(loneYear, ' ')
    .replace(naming, ' ')
    .split(/[\s,;·()/•|]+/u)
    .filter((word) => /[\p{L}\d]/u.test(word));
  const model = cut(modelOf(words), longestModel).trim();
  if (plate) return model ? `${model} …${endOf(plate)}` : plate.toUpperCase();
  return model || (chassis && `VIN …${chassis.slice(-4).toUpperCase()}`) || cut(label, longestModel).trim();
}

/** Two words name most cars; a third one where it is the figure that does (`Alfa Romeo 147`, `Tesla Model 3`). */
function modelOf(words: readonly string[]): string {
  const [make = '', name = '', more = ''] = words.map(written);
  const figure = /^(?:\d{1,3}|\p{L}?\d{1,3}\p{L}?|\p{Lu})$/u.test(more);
  const said = [make, name, figure ? more : ''].filter(Boolean);
  const whole = said.join(' ');
  // The make tells less than the model: `Mercedes-Benz Sprinter` is a Sprinter.
  return whole.length > longestModel && name ? said.slice(1).join(' ') : whole;
}

const acronyms = new Set(['bmw', 'vw', 'mg', 'ds', 'byd', 'gmc', 'ваз', 'газ', 'уаз', 'заз']);

/** As a name is written: `skoda` → `Skoda`, `bmw` → `BMW`; `i20` and `320d` stay as they are. */
function written(word: string): string {
  if (acronyms.has(word)) return word.toUpperCase();
  return /^\p{Ll}/u.test(word) && !/^i\d/u.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** The signs by which an owner knows the plate: its long number, or its last group where the numbers are short. */
function endOf(plate: string): string {
  const groups = plate.toUpperCase().match(/\d+|\p{L}+/gu) ?? [];
  const numbers = groups.filter((group) => /^\d{3,}$/u.test(group)).sort((a, b) => b.length - a.length);
  return numbers[0] ?? groups.at(-1) ?? plate;
}
