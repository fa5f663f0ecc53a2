/** Makes what must not be guessed from the randomness that a step was given: 16 random bytes as 32 hexadecimal digits. */

const code = 100_000_000n;

/** Eight digits for a person to copy. */
export function digitsFrom(hex: string): string {
  return String(BigInt(`0x${hex}`) % code).padStart(8, '0');
}

const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 22 signs for an address that is opened, another one for every `index` of the same step. */
export function tokenFrom(hex: string, index: number): string {
  let rest = BigInt(`0x${hex}`) ^ BigInt(index);
  let token = '';
  while (token.length < 22) {
    token += urlSafe[Number(rest & 63n)];
    rest >>= 6n;
  }
  return token;
}
