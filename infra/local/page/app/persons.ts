import type { Phone } from '../../phone-api.ts';

/** One human of the demo with a phone on every messenger they use, in the station's order. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly about: string;
  readonly phones: readonly Phone[];
};

/** Whose phone it is. A phone that names nobody is its own person. */
export const personOf = (phone: Phone): string => phone.person || phone.id;

/** The humans behind the phones, each once, in the order in which their first phone is listed. */
export const personsOf = (phones: readonly Phone[]): readonly Person[] => {
  const persons = new Map<string, Person>();
  for (const phone of phones) {
    if (phone.kind !== 'person') continue;
    const id = personOf(phone);
    const { name, language, about = '' } = phone;
    const known = persons.get(id) ?? { id, name, language, about, phones: [] };
    persons.set(id, { ...known, about: known.about || about, phones: [...known.phones, phone] });
  }
  return [...persons.values()];
};
