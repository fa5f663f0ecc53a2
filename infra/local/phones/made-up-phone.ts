import { randomInt } from 'node:crypto';

/** A Greek mobile number that nobody gave: E.164 without "+". */
export const madeUpPhone = (): string => `3069${String(randomInt(10 ** 8)).padStart(8, '0')}`;
