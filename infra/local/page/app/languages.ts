/** The languages a demo person's messenger can be set to; the station answers in all four. */
export const LANGUAGES = ['el', 'ru', 'uk', 'en'] as const;

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** The English name of a language tag, or the tag itself when it names none. */
export const languageName = (tag: string): string => {
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    return tag;
  }
};

const HELLO: Readonly<Record<string, string>> = {
  el: 'Γεια σας',
  ru: 'Здравствуйте',
  uk: 'Добрий день',
  en: 'Hello',
};

/** A first word in the person's language: WhatsApp tells the station no language, so the words have to. */
export const helloIn = (tag: string): string => HELLO[tag.slice(0, 2)] ?? 'Hello';
