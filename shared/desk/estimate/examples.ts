import type { Language } from '#shared/domain/language.ts';

/** A right example of an estimate, in words that are read in that language. */
export const examples: Readonly<Record<Language, string>> = {
  en: '/estimate\npads front 64 parts 32 work, safety (2 mm, limit 3)\nfront discs original 148 / Brembo 129, 3m\nwiper blades 24 wish\nready 17:00, answer by 13:00',
  ru: '/estimate\nколодки перед запчасти 64 работа 32, безопасность (2 мм, предел 3)\nдиски перед оригинал 148 / Brembo 129, 3 мес\nщётки 24 по желанию\nготово 17:00, ответ до 13:00',
  uk: '/estimate\nколодки передні запчастини 64 робота 32, безпека (2 мм, межа 3)\nдиски передні оригінал 148 / Brembo 129, 3 міс\nдвірники 24 за бажанням\nготово 17:00, відповідь до 13:00',
  el: '/estimate\nτακάκια εμπρός ανταλλακτικά 64 εργασία 32, ασφάλεια (2 mm, όριο 3)\nδίσκοι εμπρός γνήσιοι 148 / Brembo 129, 3 μήνες\nυαλοκαθαριστήρες 24 προαιρετικό\nέτοιμο 17:00, απάντηση έως 13:00',
};
