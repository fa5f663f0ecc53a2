import type { Language } from '#shared/domain/language.ts';
import type { Why } from './calm.ts';

/** Kind words where nothing of a sharp message can stay; they promise nothing that the message did not. */
export type DraftWords = {
  readonly instead: Readonly<Record<Why, string>>;
  /** What was in the parts that were left out: `the part: 80 €, Friday`. */
  readonly facts: (list: string) => string;
};

/** They stand here and not with the other texts: they are put into the customer's message as the advisor's own words. */
export const drafts: Readonly<Record<Language, DraftWords>> = {
  en: {
    instead: {
      insult: 'Thank you for writing. Let us go through it together, step by step.',
      shouting: 'Thank you for your message. We are looking into it.',
      sarcasm: 'I understand that this is unpleasant. Let us see what can be done.',
      blame: 'Thank you for telling us. Let us see what can be done from here.',
    },
    facts: (list) => `To be exact: ${list}.`,
  },
  ru: {
    instead: {
      insult: 'Спасибо, что написали. Давайте разберём всё по порядку.',
      shouting: 'Спасибо за сообщение. Мы этим занимаемся.',
      sarcasm: 'Понимаю, что это неприятно. Давайте посмотрим, что можно сделать.',
      blame: 'Спасибо, что рассказали. Давайте решим, что делать дальше.',
    },
    facts: (list) => `Уточняю: ${list}.`,
  },
  uk: {
    instead: {
      insult: 'Дякуємо, що написали. Розберімо все по черзі.',
      shouting: 'Дякуємо за повідомлення. Ми цим займаємося.',
      sarcasm: 'Розумію, що це неприємно. Подивімося, що можна зробити.',
      blame: 'Дякуємо, що розповіли. Вирішимо разом, що робити далі.',
    },
    facts: (list) => `Уточнюю: ${list}.`,
  },
  el: {
    instead: {
      insult: 'Ευχαριστούμε που μας γράψατε. Ας τα δούμε μαζί, ένα ένα.',
      shouting: 'Ευχαριστούμε για το μήνυμα. Το κοιτάμε.',
      sarcasm: 'Καταλαβαίνω ότι είναι δυσάρεστο. Ας δούμε τι μπορεί να γίνει.',
      blame: 'Ευχαριστούμε που μας το είπατε. Ας δούμε τι μπορεί να γίνει από εδώ και πέρα.',
    },
    facts: (list) => `Συγκεκριμένα: ${list}.`,
  },
};
