import type { Phone, Writer } from '#infra/local/phone-api.ts';

/** The people of the fake station, and the chats they have `on` each messenger. */
export const PEOPLE = [
  {
    person: 'nikos',
    name: 'Nikos',
    language: 'el',
    about: 'Octavia 2018, in a hurry',
    on: ['501', 'wa-501'],
  },
  {
    person: 'anna',
    name: 'Anna',
    language: 'ru',
    about: 'Corolla 2012, wants to know',
    on: ['502', 'wa-502'],
  },
  { person: 'papadopoulos', name: 'Mr Papadopoulos', language: 'el', about: 'prefers a call', on: ['503'] },
  { person: 'sergey', name: 'Сергей', language: 'ru', about: 'three vans', on: ['504', 'wa-504'] },
  {
    person: 'lena',
    name: 'Lena',
    language: 'en',
    about: 'new, a photo first, at night',
    on: ['505', 'wa-505'],
  },
  { person: 'olena', name: 'Олена', language: 'uk', about: 'a planned service', on: ['wa-506'] },
] as const;

/** Which messenger a chat id of the fake belongs to. */
export const messengerOf = (id: string): Phone['messenger'] =>
  id.startsWith('wa-') ? 'whatsapp' : 'telegram';

/** The bot's command menu. */
export const COMMANDS = [
  { command: 'book', description: 'Book a visit' },
  { command: 'problem', description: 'Report a problem' },
  { command: 'status', description: 'Where is my car?' },
  { command: 'person', description: 'Talk to a person' },
  { command: 'settings', description: 'Language and messages' },
] as const;

/** The menu of commands in the advisors' group. */
export const DESK_COMMANDS = [
  { command: 'open', description: 'Who waits for an answer' },
  { command: 'day', description: 'The calendar of a day' },
] as const;

/** Who writes in the advisors' group. */
export const WRITERS: readonly Writer[] = [
  { id: '5000001', name: 'Maria', role: 'advisor' },
  { id: '5000002', name: 'Eleni', role: 'advisor' },
  { id: '7900001', name: 'Petros', role: 'stranger' },
  { id: 'anonymous', name: 'Anonymous', role: 'anonymous' },
];
