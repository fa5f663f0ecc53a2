import type { Case } from '#shared/domain/case.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Station } from '#shared/station/schema.ts';

/** The language of lines that no advisor asked for: of whoever has the case, English where nobody has. */
export function deskLanguage(
  { owner }: Pick<Case, 'owner'>,
  { advisors }: Pick<Station, 'advisors'>,
): Language {
  return advisors.find(({ id }) => id === owner)?.languages[0] ?? 'en';
}
