import type { Language } from '#shared/domain/language.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** What people call a service of the demo station when they write of it, by language. */
export function saysOf(service: string): Record<Language, string[]> {
  const said = (words: typeof en) => [...(words[service] ?? [])];
  return { en: said(en), ru: said(ru), uk: said(uk), el: said(el) };
}
