import type { Language } from '#shared/domain/language.ts';
import type { Station, Texts } from './schema.ts';

/** One of the station's texts in a person's language, or in the station's default where it does not speak theirs. */
export function textIn(texts: Texts, language: Language, station: Pick<Station, 'defaultLanguage'>): string {
  return texts[language] ?? texts[station.defaultLanguage] ?? '';
}
