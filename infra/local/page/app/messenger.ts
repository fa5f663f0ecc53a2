import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Phone } from '../../phone-api.ts';

/** What differs between two messengers on the page, beyond their colours (those stand in the style sheets by `data-messenger`). */
export type Ways = {
  readonly name: string;
  /** What stands under the station's name while nothing else does. */
  readonly account: string;
  /** What the app calls the other side: a person blocks "the bot". */
  readonly other: string;
  /** Who writes in a chat may correct it afterwards. */
  readonly edits: boolean;
  /** Several photos sent at once travel as one album; otherwise one by one. */
  readonly albums: boolean;
  /** There are round videos. */
  readonly notes: boolean;
  /** Who deletes a message of their own deletes it for the station, too. */
  readonly deletes: boolean;
  /** People may send larger files than the station may ever have: then only their size matters. */
  readonly larger: boolean;
  /** A chat begins with a Start button; otherwise with the person's own words. */
  readonly starts: boolean;
  /** How a text says its formats: by entities beside it, or by signs in it (`*bold*`). */
  readonly format: 'entities' | 'signs';
  /** Which bubble of a run carries the tail. */
  readonly tail: 'first' | 'last';
  /** Answers stand apart under the bubble as keys, or are joined to it as rows that are used up once. */
  readonly answers: 'keys' | 'rows';
};

const WAYS: Readonly<Record<Phone['messenger'], Ways>> = {
  telegram: {
    name: 'Telegram',
    account: 'bot',
    other: 'bot',
    edits: true,
    albums: true,
    notes: true,
    deletes: true,
    larger: true,
    starts: true,
    format: 'entities',
    tail: 'last',
    answers: 'keys',
  },
  whatsapp: {
    name: 'WhatsApp',
    account: 'business account',
    other: 'business',
    edits: false,
    albums: false,
    notes: false,
    deletes: false,
    larger: false,
    starts: false,
    format: 'signs',
    tail: 'first',
    answers: 'rows',
  },
};

/** The ways of a messenger, for what stands outside of its phone. */
export const waysOf = (messenger: Phone['messenger']): Ways => WAYS[messenger];

/** The messenger that everything inside is drawn for; provided by each phone and by the advisors' group. */
export const MessengerContext = createContext<Phone['messenger']>('telegram');

export const useWays = (): Ways => waysOf(useContext(MessengerContext));
