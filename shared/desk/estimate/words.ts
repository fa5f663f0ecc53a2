import { fold } from '#shared/domain/fold.ts';
import type { Urgency } from '#shared/domain/order/estimate.ts';

/** Words of an estimate as advisors write them, in all languages of the desk at once: nobody says in which one they write. */

type Words = readonly string[];

/** Names of what a number is. Beginnings count from the length given here on: `запч` is `запчасти`, too. */
export const partsWords: Words = [
  'parts',
  'part',
  'material',
  'materials',
  'запчасти',
  'запчасть',
  'запч',
  'зч',
  'з ч',
  'детали',
  'деталь',
  'материалы',
  'запчастини',
  'запчастина',
  'деталі',
  'матеріали',
  'ανταλλακτικα',
  'ανταλλακτικο',
  'ανταλ',
  'υλικα',
];
export const workWords: Words = [
  'work',
  'labour',
  'labor',
  'работа',
  'работы',
  'раб',
  'робота',
  'роботи',
  'роб',
  'εργασια',
  'εργασιες',
  'εργατικα',
  'εργ',
];
export const totalWords: Words = [
  'total',
  'sum',
  'итого',
  'всего',
  'сумма',
  'разом',
  'всього',
  'сума',
  'συνολο',
  'συνολικα',
];
/** Between a count and the price of one: `2 pcs at 9.50`. */
export const eachWords: Words = ['at', 'each', 'a', 'по', 'προς', 'προσ', 'απο'];
export const pieceWords: Words = ['pcs', 'pc', 'pieces', 'шт', 'штуки', 'штук', 'τεμ', 'τεμαχια', 'τμχ'];

/** Months as they stand behind a number. */
export const monthWords: Words = [
  'm',
  'mo',
  'mth',
  'mths',
  'month',
  'months',
  'м',
  'мес',
  'месяц',
  'месяца',
  'месяцев',
  'міс',
  'місяць',
  'місяці',
  'місяців',
  'μ',
  'μην',
  'μηνα',
  'μηνας',
  'μηνες',
  'μηνων',
];
/** What may stand before a number of months. */
export const withinWords: Words = [
  'in',
  'within',
  'до',
  'в течение',
  'в течении',
  'через',
  'за',
  'протягом',
  'впродовж',
  'εντος',
  'σε',
  'μεσα σε',
];

export const urgencyWords: Readonly<Record<Urgency, Words>> = {
  safety: [
    'safety',
    'urgent',
    'urgently',
    'asap',
    'безопасность',
    'срочно',
    'безпека',
    'терміново',
    'ασφαλεια',
    'επειγον',
    'επειγοντως',
  ],
  soon: ['soon', 'скоро', 'вскоре', 'в скором времени', 'незабаром', 'невдовзі', 'συντομα'],
  wish: [
    'wish',
    'optional',
    'nice to have',
    'if you wish',
    'по желанию',
    'желательно',
    'пожелание',
    'за бажанням',
    'бажано',
    'побажання',
    'προαιρετικο',
    'προαιρετικα',
    'προαιρετικη',
    // As it is often written.
    'προεραιτικο',
    'επιθυμια',
    'κατ επιλογη',
  ],
};

export const readyWords: Words = [
  'ready',
  'готово',
  'готова',
  'готов',
  'готовий',
  'готовы',
  'ετοιμο',
  'ετοιμη',
];
export const answerWords: Words = [
  'answer',
  'answer by',
  'reply',
  'ответ',
  'ответить',
  'ответа',
  'ответьте',
  'відповідь',
  'відповісти',
  'απαντηση',
  'απαντηστε',
];
export const validWords: Words = [
  'valid',
  'действует',
  'действительна',
  'действительно',
  'действителен',
  'дійсна',
  'дійсний',
  'дійсне',
  'діє',
  'чинна',
  'ισχυει',
  'ισχυς',
];
export const noteWords: Words = [
  'note',
  'прим',
  'примечание',
  'заметка',
  'комментарий',
  'примітка',
  'нотатка',
  'коментар',
  'σημειωση',
  'σημ',
  'σχολιο',
];
/** What may stand before the word that says what a line is: `will be ready`, `жду ответ`. */
export const leadWords: Words = [
  'will be',
  'if you',
  'if',
  'please',
  'будет',
  'жду',
  'ждём',
  'если',
  'буде',
  'чекаю',
  'чекаємо',
  'якщо',
  'θα ειναι',
  'ειναι',
  'περιμενω',
  'αν',
];
/** What joins it to a time: `ready on Friday at 12:00`, `valid until 5.12`. */
export const joinWords: Words = [
  'at',
  'by',
  'on',
  'to',
  'till',
  'until',
  'before',
  'for',
  'the',
  'к',
  'до',
  'в',
  'во',
  'на',
  'по',
  'о',
  'об',
  'з',
  'στις',
  'στην',
  'στο',
  'μεχρι',
  'εως',
  'ως',
  'για',
  'τις',
];
export const dayWords: Words = [
  'day',
  'days',
  'день',
  'дня',
  'дней',
  'дн',
  'дні',
  'днів',
  'ημερα',
  'ημερες',
  'μερα',
  'μερες',
];
export const weekWords: Words = [
  'week',
  'weeks',
  'неделя',
  'неделю',
  'недели',
  'недель',
  'тиждень',
  'тижні',
  'тижнів',
  'εβδομαδα',
  'εβδομαδες',
];

/** Signs and names of currencies, by their codes; any of another code than the station's is refused. */
export const currencies: Readonly<Record<string, Words>> = {
  EUR: ['€', 'eur', 'euro', 'euros', 'евро', 'євро', 'ευρω'],
  USD: [
    '$',
    'usd',
    'dollar',
    'dollars',
    'доллар',
    'доллара',
    'долларов',
    'долл',
    'доларів',
    'дол',
    'δολαρια',
  ],
  GBP: ['£', 'gbp', 'pounds', 'фунтов', 'λιρες'],
  RUB: ['₽', 'rub', 'rur', 'руб', 'рубль', 'рубля', 'рублей', 'рублів', 'р', 'ρουβλια'],
  UAH: ['₴', 'uah', 'грн', 'гривна', 'гривен', 'гривня', 'гривень', 'гривні', 'γριβνες'],
  PLN: ['zł', 'zl', 'pln', 'злотых', 'злотих'],
  BGN: ['bgn', 'лв', 'lv'],
  TRY: ['₺', 'try'],
  CHF: ['chf'],
};

const folded = new WeakMap<Words, ReadonlySet<string>>();

/** A list as it is compared. Folded when it is first asked for: a line of an estimate is held against these words thousands of times. */
function foldedOf(words: Words): ReadonlySet<string> {
  const known = folded.get(words) ?? new Set(words.map(fold));
  folded.set(words, known);
  return known;
}

/** Whether a word is in a list, however it is typed. */
export function isOne(word: string, words: Words): boolean {
  const said = fold(word);
  return said !== '' && foldedOf(words).has(said);
}

/** The code of a currency that a sign or word names; null for no currency. */
export function currencyNamed(word: string): string | null {
  const said = word.trim().toLowerCase().replace(/\.$/, '');
  const found = Object.entries(currencies).find(([, names]) => names.includes(said) || isOne(said, names));
  return found?.[0] ?? null;
}

/** The urgency that words name, forgiving slips of the keyboard; null for other words. */
export function urgencyNamed(words: string): Urgency | null {
  const said = fold(words);
  const named = (is: (known: string) => boolean): Urgency | null =>
    byHaste.find((urgency) => [...foldedOf(urgencyWords[urgency])].some(is)) ?? null;
  return named((known) => known === said) ?? named((known) => slips(known, said) <= mayDiffer(known));
}

/** A slip that may be of two words is of the more urgent one. */
const byHaste: readonly Urgency[] = ['safety', 'soon', 'wish'];

/** How many letters may be wrong, by the length of the right word. */
function mayDiffer(known: string): number {
  if (known.length < 4) return 0;
  if (known.length < 8) return 1;
  return known.length < 11 ? 2 : 3;
}

/** Letters that are wrong, missing, too many or swapped with their neighbour between two words. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return 9;
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      next.push(
        Math.min(
          (row[to] ?? 9) + 1,
          (next[to - 1] ?? 9) + 1,
          (row[to - 1] ?? 9) + (same ? 0 : 1),
          swapped ? (before[to - 2] ?? 9) + 1 : 9,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 9;
}
