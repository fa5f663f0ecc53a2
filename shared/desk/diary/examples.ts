import type { Language } from '#shared/domain/language.ts';

/** A right example of each command, in words that the command itself reads in that language. */

export type Example = 'day' | 'block' | 'away' | 'closed' | 'topic' | 'general' | 'walkin' | 'move';

type Words = {
  readonly tomorrow: string;
  readonly oil: string;
  readonly puncture: string;
  readonly phone: string;
  readonly who: string;
  readonly colleague: string;
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    tomorrow: 'tomorrow',
    oil: 'oil',
    puncture: 'puncture',
    phone: 'phone',
    who: 'Nikos',
    colleague: 'Kostas',
  },
  ru: {
    tomorrow: 'завтра',
    oil: 'масло',
    puncture: 'прокол',
    phone: 'тел',
    who: 'Никос',
    colleague: 'Костас',
  },
  uk: {
    tomorrow: 'завтра',
    oil: 'масло',
    puncture: 'прокол',
    phone: 'тел',
    who: 'Нікос',
    colleague: 'Костас',
  },
  el: {
    tomorrow: 'αύριο',
    oil: 'λάδια',
    puncture: 'λάστιχο',
    phone: 'τηλ',
    who: 'Νίκος',
    colleague: 'Κώστας',
  },
};

export function exampleOf(command: Example, language: Language): string {
  const { tomorrow, oil, puncture, phone, who, colleague } = words[language];
  switch (command) {
    case 'day':
      return `/day ${tomorrow}`;
    case 'block':
      return `/block B3 14-15 ${tomorrow}`;
    case 'away':
      return `/away ${colleague} ${tomorrow}`;
    case 'closed':
      return '/closed 2026-12-31';
    case 'topic':
      return `/book ${oil} ${tomorrow} 10:00`;
    case 'general':
      return `/book ${oil} ${tomorrow} 10:00 ${who} ${phone} +306900000000`;
    case 'walkin':
      return `/walkin ${puncture} 10:30 ${who} ABC-1234`;
    case 'move':
      return `/move ${tomorrow} 10:00`;
  }
}
