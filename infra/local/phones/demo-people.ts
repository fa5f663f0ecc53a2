import type { DemoPerson, WhatsAppPerson } from './types.ts';

/** The people whose phones the page shows on a new station: each asks for a different side of the conversation. */
export const demoPeople: readonly DemoPerson[] = [
  {
    id: 7000001,
    firstName: 'Nikos',
    lastName: '',
    language: 'el',
    phone: '306900000001',
    about: 'Octavia 2018, in a hurry',
  },
  {
    id: 7000002,
    firstName: 'Anna',
    lastName: '',
    language: 'ru',
    phone: '306900000002',
    about: 'Corolla 2012, wants control',
  },
  {
    id: 7000003,
    firstName: 'Kostas',
    lastName: 'Papadopoulos',
    language: 'el',
    phone: '306900000003',
    about: '68, prefers a call',
  },
  {
    id: 7000004,
    firstName: 'Sergey',
    lastName: '',
    language: 'ru',
    phone: '306900000004',
    about: 'three vans; Irina approves',
  },
  {
    id: 7000005,
    firstName: 'Lena',
    lastName: '',
    language: 'en',
    phone: '306900000005',
    about: 'new, sends a photo first, at night',
  },
  {
    id: 7000006,
    firstName: 'Olena',
    lastName: '',
    language: 'uk',
    phone: '306900000006',
    about: 'no-show once, now careful',
  },
];

/** Sergey tells his number to nobody. */
const withUsername = new Set(['306900000004']);

/** The same people with WhatsApp on the same number, and one who has nothing else. */
export const demoWhatsAppPeople: readonly WhatsAppPerson[] = [
  ...demoPeople.map((person) => ({ ...person, numberHidden: withUsername.has(person.phone) })),
  {
    firstName: 'Dimitra',
    lastName: '',
    language: 'el',
    phone: '306900000007',
    about: 'Fiesta 2009, only has WhatsApp',
  },
];

/** Somebody in the advisors' group whom no list of advisors names. */
export const demoStranger: DemoPerson = {
  id: 7900001,
  firstName: 'Petros',
  lastName: '',
  language: 'el',
  phone: '306920000001',
  about: 'a stranger in the group',
};

/** The advisors of the demo station, by the ids that ADVISOR_IDS names; other ids get plain names. */
export const demoAdvisor = (id: number, index: number): DemoPerson => {
  const [firstName = `Advisor ${index + 1}`, language = 'en'] =
    [
      ['Maria', 'el'],
      ['Eleni', 'el'],
    ][index] ?? [];
  return {
    id,
    firstName,
    lastName: '',
    language,
    phone: String(306910000001 + index),
    about: 'advisor at the desk',
  };
};
