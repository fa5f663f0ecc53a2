import type { Customer } from './customer.ts';
import { cut } from './cut.ts';
import { shortId } from './short-id.ts';

/** Characters of a topic's title: https://core.telegram.org/bots/api#createforumtopic */
const longest = 128;
/** Seven digits and more, however they are set apart, may be a phone number: a title never shows one. */
const phoneLike = /\+?\(?\d(?:[\s().-]{0,3}\d){6,}\)?/g;

/** What a customer's topic is called: name, car and the last signs of its plate; a number of our own where nothing is known. */
export function titleOf({ id, name, vehicles }: Pick<Customer, 'id' | 'name' | 'vehicles'>): string {
  const parts = [name, vehicles.at(-1)?.short ?? ''].map(tidied).filter((part) => part !== '');
  return cut(parts.length > 0 ? parts.join(' · ') : `#${shortId(id)}`, longest).trim();
}

function tidied(text: string): string {
  return text
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replace(phoneLike, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
