import type { Case } from '#shared/domain/case.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Station } from '#shared/station/schema.ts';

/** The language of lines that no advisor asked for: of whoever has the case, English where nobody has. */
export function deskLanguage(
  { owner, tongue }: Pick<Case, 'owner' | 'tongue'>,
  { advisors }: Pick<Station, 'advisors'>,
): Language {
  if (owner === null) return 'en';
  return tongue ?? advisors.find(({ id }) => id === owner)?.languages[0] ?? 'en';
}
