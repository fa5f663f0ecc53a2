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
