import type { Person } from './messenger.ts';

/** How Meta knows a person: the id within our business, and the number, which may be hidden. Digits without "+". */
export type WhatsAppIds = { readonly userId: string | null; readonly number: string | null };

/** A person with ids other than those that follow from their `id` and language. */
export type WhatsAppPerson = Person & Partial<WhatsAppIds>;

/** Numbers are taken as people's own, and tell the language that Meta does not. */
const countries = [
  { language: 'el', country: 'GR', first: 306_900_000_000 },
  { language: 'uk', country: 'UA', first: 380_600_000_000 },
  { language: 'ru', country: 'RU', first: 79_000_000_000 },
  { language: 'en', country: 'GB', first: 447_000_000_000 },
] as const;

export function idsOf(person: WhatsAppPerson): WhatsAppIds {
  const { id, language_code = 'en', userId, number } = person;
  const found = countries.find(({ language }) => language_code.startsWith(language)) ?? countries[3];
  return {
    userId: userId === undefined ? `${found.country}.${id}` : userId,
    number: number === undefined ? String(found.first + id) : number,
  };
}

/** The chat as our addresses name it. */
export function chatOf(person: WhatsAppPerson): string {
  const { userId, number } = idsOf(person);
  return userId ?? `tel.${number}`;
}
