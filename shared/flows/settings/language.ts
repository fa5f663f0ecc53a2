import { type Language, languages } from '#shared/domain/language.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { answer, button, type Decision, type Turn, verbatim } from '../flow.ts';
import { act, type SettingsState } from './action.ts';
import { isFree } from './cars.ts';

/** Each language as those who speak it call it. */
export const ownNames = {
  en: 'English',
  ru: 'Русский',
  uk: 'Українська',
  el: 'Ελληνικά',
} as const satisfies Record<Language, string>;

const menuButton = [[button(phrase('labelMenu'), { flow: 'menu', data: { do: 'open' } })]];

export function languageQuestion(lead: readonly Phrase[] = []): Say {
  const rows = languages.map((language) => [
    act(verbatim(ownNames[language]), { do: 'setLanguage', language }),
  ]);
  return card('aside', [...lead, phrase('askLanguage')], rows);
}

/** A booking in progress is not given up for a question of taste: then only the buttons answer it. */
export function asksLanguage(turn: Turn): Decision<SettingsState> {
  const asked = answer(languageQuestion());
  return isFree(turn) ? { ...asked, next: { kind: 'at', state: { step: 'language' } } } : asked;
}

export function setLanguage(language: Language): Decision<never> {
  return {
    ...answer(card('aside', phrase('languageSet'), menuButton)),
    next: { kind: 'done' },
    settings: { language, languageChosen: true },
  };
}

/** A language by its own name, typed. */
export function languageNamed(text: string): Language | null {
  const named = text.trim().toLowerCase();
  return languages.find((language) => ownNames[language].toLowerCase() === named) ?? null;
}
