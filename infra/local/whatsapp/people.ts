import { createHash } from 'node:crypto';
import type { WhatsAppPerson } from '../phones/types.ts';
import type { Person } from './state.ts';

/** Calling codes of the countries that a demo may need; a BSUID starts with the country of its number. */
const countries: readonly (readonly [code: string, country: string])[] = [
  ['357', 'CY'],
  ['355', 'AL'],
  ['359', 'BG'],
  ['380', 'UA'],
  ['381', 'RS'],
  ['389', 'MK'],
  ['30', 'GR'],
  ['31', 'NL'],
  ['33', 'FR'],
  ['34', 'ES'],
  ['39', 'IT'],
  ['40', 'RO'],
  ['44', 'GB'],
  ['48', 'PL'],
  ['49', 'DE'],
  ['90', 'TR'],
  ['1', 'US'],
  ['7', 'RU'],
];

/**
 * The business-scoped user id of a number: `<country>.<digits>`, another one for each business and each number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export const userIdOf = (phone: string, business: string): string => {
  const country = countries.find(([code]) => phone.startsWith(code))?.[1] ?? 'US';
  const digits = BigInt(
    `0x${createHash('sha256').update(`${business}:${phone}`).digest('hex').slice(0, 32)}`,
  );
  return `${country}.${String(digits).slice(0, 20)}`;
};

/** Chat id on the page of whoever started with this number: no other messenger's ids look like it. */
export const chatOf = (phone: string): string => `wa-${phone}`;

/** The key that the phones of one human share: the number they started with. */
export const humanOf = (person: Person): string => person.chat.slice('wa-'.length);

/** Somebody who never wrote. */
export const newcomer = (who: WhatsAppPerson, business: string): Person => ({
  chat: chatOf(who.phone),
  name: [who.firstName, who.lastName].filter(Boolean).join(' '),
  language: who.language,
  about: who.about,
  phone: who.phone,
  userId: userIdOf(who.phone, business),
  username: usernameOf(who),
  numberHidden: who.numberHidden ?? false,
  blocked: false,
  receipts: true,
  unread: 0,
  typingUntil: 0,
  heardAt: 0,
});

const usernameOf = ({ firstName, phone }: WhatsAppPerson): string => {
  const word = firstName.toLowerCase().replace(/[^a-z]/g, '') || 'driver';
  return `${word}.${phone.slice(-4)}`;
};
