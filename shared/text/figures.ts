import type { Instant } from '#shared/domain/clock.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Station } from '#shared/station/schema.ts';
import { manner as el } from './el/manner.ts';
import { manner as en } from './en/manner.ts';
import { type Format, formatFor } from './format.ts';
import type { Manner } from './manner.ts';
import { manner as ru } from './ru/manner.ts';
import { manner as uk } from './uk/manner.ts';

const manners: Readonly<Record<Language, Manner>> = { en, ru, uk, el };

/** Figures and dates as a language writes them, without its texts: for whoever needs no more than that. */
export function figuresFor(language: Language, station: Station, now: Instant): Format {
  return formatFor(language, manners[language], station, now);
}
