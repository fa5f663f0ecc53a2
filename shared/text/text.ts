import type { Place, Text } from '#shared/channels/channel.ts';
import type { Instant } from '#shared/domain/clock.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Phrase, type PhraseArgs, type PhraseKey, phraseSchema } from '#shared/domain/phrase.ts';
import type { Station } from '#shared/station/schema.ts';
import { textIn } from '#shared/station/text-in.ts';
import type { Dictionary } from './dictionary.ts';
import { el } from './el/el.ts';
import { en } from './en/en.ts';
import { type Format, formatFor } from './format.ts';
import type { Manner } from './manner.ts';
import { ru } from './ru/ru.ts';
import { uk } from './uk/uk.ts';

/** What a language brings: how it writes figures, and every text. */
export type Tongue = { readonly manner: Manner; readonly dictionary: Dictionary };

/** The one registry of languages: a new one is a line here, a line in `domain/language.ts` and a folder. */
const tongues: { readonly [L in Language]: Tongue } = { en, ru, uk, el };

/**
 * The station's words in one language. Pass the moment of sending as `now`, so that deadlines can say "tomorrow" and
 * leave out today's date; without it every deadline names its day.
 */
export function textFor(language: Language, station: Station, now: Instant | null = null): Text {
  const { manner, dictionary } = tongues[language];
  const format: Format = {
    ...formatFor(language, manner, station, now),
    quote: (quoted) => {
      const known = phraseSchema.safeParse(quoted);
      return known.success ? sayWith(dictionary, known.data, format) : '';
    },
  };
  return {
    language,
    say: (phrase) => sayWith(dictionary, phrase, format),
    place: placeOf(station, language),
  };
}

/** Key and arguments of a phrase belong together; the compiler follows that through the mapped type. */
function sayWith<K extends PhraseKey>(
  dictionary: { readonly [P in K]: (args: PhraseArgs[P], f: Format) => string },
  phrase: Phrase<K>,
  format: Format,
): string {
  return dictionary[phrase.key](phrase.args, format);
}

function placeOf(station: Station, language: Language): Place {
  return {
    title: textIn(station.name, language, station),
    address: textIn(station.address, language, station),
    latitude: station.map.latitude,
    longitude: station.map.longitude,
  };
}
