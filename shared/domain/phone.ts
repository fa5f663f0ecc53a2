/** What people and messengers put between the digits of a number. */
const between = /[\s().\-/\u00a0]/g;

/**
 * A number as it is compared and never dialled: "+" and its digits, with what three countries put into or leave out of a
 * mobile number taken away. Null for what is no number, so that a messenger's own ids pass untouched.
 *
 * Messengers name the same subscriber with and without these digits: the ninth digit of Brazil (only numbers that are older
 * than it: their next digit is 6 to 9), the 9 of Argentina, the 1 of Mexico.
 */
export function canonicalNumber(number: string): string | null {
  const digits = digitsOf(number);
  if (digits === null) return null;
  const [, area, subscriber] = /^55([1-9]\d)9([6-9]\d{7})$/.exec(digits) ?? [];
  if (area && subscriber) return `+55${area}${subscriber}`;
  return `+${digits.replace(/^549(\d{10})$/, '54$1').replace(/^521(\d{10})$/, '52$1')}`;
}

/** Every form in which messengers may name this number, its own first; none for what is no number. */
export function numberVariants(number: string): readonly string[] {
  const canonical = canonicalNumber(number);
  if (canonical === null) return [];
  const longer = canonical
    .replace(/^\+55([1-9]\d)([6-9]\d{7})$/, '+55$19$2')
    .replace(/^\+54(\d{10})$/, '+549$1')
    .replace(/^\+52(\d{10})$/, '+521$1');
  return [...new Set([`+${digitsOf(number)}`, canonical, longer])];
}

/** E.164 allows 15 digits; nobody is reached with fewer than seven. */
function digitsOf(number: string): string | null {
  const bare = number.replace(between, '');
  return /^\+?\d{7,15}$/.test(bare) ? bare.replace('+', '') : null;
}
