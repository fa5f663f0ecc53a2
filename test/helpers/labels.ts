import type { Language } from '#shared/domain/language.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';

/** A phrase in a language, as the demo station says it: what a test looks for on a button or in a bubble. */
export function words(language: Language, what: Phrase): string {
  return textFor(language, station).say(what);
}

/** The row of a service in the list of work. */
export function serviceRow(language: Language, id: string): string {
  return words(language, phrase('labelService', { id, chosen: false }));
}

/** Any start on a button: `Tue 24 · 09:00`. */
export const aTime = /\d{1,2}:\d{2}/;
