import type { Language } from '#shared/domain/language.ts';
import type { Station } from '#shared/station/schema.ts';
import { type Sounds, soundsLike } from '../danger/sound.ts';
import { cars } from './cars.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { entriesOf, type Said } from './marks.ts';
import { ru } from './ru.ts';
import { plainList } from './tokens.ts';
import { type Entry, type Index, indexOf } from './trie.ts';
import { uk } from './uk.ts';
import type { WishWords } from './words.ts';

/** Where words are looked up: each language's lists, the cars, and what a station's work is called; made when first asked for. */

const words: Readonly<Record<Language, WishWords>> = { en, ru, uk, el };

/** As written, or by sound, for Latin letters of another language. */
export type Manner = 'letters' | 'sounds';

const sounds = new Map<Language, Sounds>();

/** What the words of a language sound like. */
export function soundsOf(language: Language): Sounds {
  return made(sounds, language, () => soundsLike(language));
}

const lists = new Map<string, Index<Said>>();

/** The lists of a language, and the cars. */
export function listsOf(language: Language, manner: Manner): Index<Said> {
  return made(lists, `${language} ${manner}`, () =>
    indexOf([...entriesOf(words[language]), ...carNames()], plainIn(language, manner)),
  );
}

const services = new WeakMap<Station, Map<string, Index<Said>>>();

/** What a language calls a station's work. */
export function servicesOf(station: Station, language: Language, manner: Manner): Index<Said> {
  const ofStation = services.get(station) ?? new Map<string, Index<Said>>();
  services.set(station, ofStation);
  return made(ofStation, `${language} ${manner}`, () =>
    indexOf(serviceNames(station, language), plainIn(language, manner)),
  );
}

function serviceNames(station: Station, language: Language): readonly Entry<Said>[] {
  return station.services.map(({ id, says, name, row }) => ({
    mark: { is: 'service', id },
    phrases: [...(says[language] ?? []), ...named(name[language]), ...named(row[language]?.split('·')[0])],
  }));
}

function named(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name.replace(/[(|)*#]/g, ' ').trim()];
}

function carNames(): readonly Entry<Said>[] {
  return cars.map((names) => ({
    mark: { is: 'carName', said: names[0] },
    phrases: [...names, `${names[0]}s`],
  }));
}

function plainIn(language: Language, manner: Manner): (text: string) => string {
  if (manner === 'letters') return plainList;
  const sound = soundsOf(language);
  // What is left of a word must be more than a letter, or "vw" would be the Russian "в".
  const heard = (word: string) => {
    const sounding = sound(word);
    return sounding.length < 2 && word.length > 1 ? word : sounding;
  };
  return (text) => plainList(text).replace(/[a-z0-9\u00c0-\u1fff]+/g, heard);
}

function made<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = known.get(key);
  if (there !== undefined) return there;
  const value = make();
  known.set(key, value);
  return value;
}
