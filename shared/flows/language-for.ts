import type { Conversation } from '#shared/domain/conversation.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { type Language, languageOf, languageOfWords } from '#shared/domain/language.ts';

/** First clear words win over the profile, the profile over what the station speaks by default; a choice by hand over all. */
export function languageFor(
  { event, from }: Inbound,
  { language, languageChosen, version, erased, heardAt: heard }: Conversation,
  { tongueOf }: { tongueOf(text: string): Language | null },
): Language {
  if (languageChosen) return language;
  const isNew = version === 0 || (erased !== undefined && heard === 0);
  const profile = isNew ? (languageOf(from?.language ?? undefined) ?? language) : language;
  if (event.kind !== 'text') return profile;
  // One word of a language tells a stranger's; later it may be a word that everybody uses.
  return (isNew ? tongueOf(event.text) : null) ?? languageOfWords(event.text, profile) ?? profile;
}
