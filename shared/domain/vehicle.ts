import type { Vehicle } from './customer.ts';

/** The longest description that still fits into buttons and topics, in UTF-16 units. */
export const longestCar = 60;

/** Letters and digits together, as a plate has them, with the separators people use. */
const plate =
  /(?<![\p{L}\d])(?:\p{L}{1,4}[-\s]?\d{3,5}(?:[-\s]?\p{L}{1,3})?|\d{3,5}[-\s]?\p{L}{2,3})(?![\p{L}\d])/u;
const loneYear = /(?<![^\s,;·])(?:19[5-9]\d|20[0-4]\d)(?![^\s,;·])/gu;

/**
 * A car from whatever the owner wrote: `octavia 2018`, `Skoda Octavia ABC-4821`, a bare plate. Nothing is refused but
 * emptiness and length; the advisor sees the words as they are.
 */
export function readVehicle(text: string, id: string): Vehicle | 'empty' | 'tooLong' {
  const label = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (!/[\p{L}\d]/u.test(label)) return 'empty';
  if (label.length > longestCar) return 'tooLong';
  return { id, label, short: shorten(label) };
}

/** Model and the last signs of the plate: `Octavia …4821`; the plate itself where nothing else was said. */
function shorten(label: string): string {
  const found = plateIn(label);
  const words = label
    .replace(found ?? '', ' ')
    .replace(loneYear, ' ')
    .replace(/[,;·]+/gu, ' ')
    .trim()
    .split(/\s+/u);
  const model = words.filter(Boolean).slice(0, 2).map(capital).join(' ').slice(0, 20).trim();
  if (!found) return model || label.slice(0, 20);
  const digits = found.replace(/\D/gu, '').slice(-4);
  return model ? `${model} …${digits}` : found.toUpperCase();
}

/** A plate; a year that stands alone beside the model (`golf 2018`) is none, though the two look alike. */
function plateIn(label: string): string | undefined {
  return plate.exec(label.replace(loneYear, ' '))?.[0] ?? undefined;
}

function capital(word: string): string {
  return /^\p{Ll}/u.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
