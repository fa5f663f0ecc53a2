import type { LocalDate } from '#shared/domain/clock.ts';
import { fold } from '#shared/domain/fold.ts';
import { type DelayReason, delayReasons, type PromiseOf } from '#shared/domain/visit/life.ts';
import { readWhen } from '../diary/read-booking.ts';
import { readTime } from '../diary/read-time.ts';

/** What stands behind `/promise`: `17:00 parts`, `tomorrow 11:00 the disc comes at ten`, `news 11:30`. Nothing is guessed. */

export type WrittenPromise = {
  readonly of: PromiseOf;
  /** Null: that day; null for both: nothing was named. */
  readonly date: LocalDate | null;
  /** Minutes past midnight by the station's clock. */
  readonly minute: number | null;
  /** Null: none was named. */
  readonly reason: DelayReason | null;
  /** The advisor's own words, as the owner will read them. */
  readonly words: string;
  /** All that was written, where no time is in it. */
  readonly odd: string;
};

const newsWords = ['news', 'новост', 'новин', 'νεα', 'νεοτερα'];
/** Said before a time and meaning nothing by itself. */
const leadWords = [
  'ready',
  'готов',
  'ετοιμ',
  'at',
  'by',
  'в',
  'до',
  'к',
  'о',
  'об',
  'στις',
  'εως',
  'μεχρι',
  'for',
].map(fold);

/** Beginnings of words, in all languages of the desk: nobody says in which one they write. */
const reasonWords: Readonly<Record<DelayReason, readonly string[]>> = {
  parts: ['part', 'запч', 'детал', 'ανταλλ', 'υλικ'],
  found: ['found', 'more work', 'extra', 'нашли', 'знайшли', 'βρηκαμε', 'βρεθηκ'],
  answer: ['answer', 'approval', 'ответ', 'согласован', 'відповід', 'погоджен', 'απαντησ', 'εγκρισ'],
  queue: ['queue', 'busy', 'очеред', 'черг', 'ουρα', 'αναμονη'],
  test: ['test', 'check', 'проверк', 'тест', 'перевірк', 'δοκιμ', 'ελεγχ'],
  longer: ['longer', 'late', 'delay', 'дольше', 'задерж', 'довше', 'затрим', 'καθυστερ', 'περισσοτερο'],
};

export function readPromise(text: string, today: LocalDate): WrittenPromise {
  const all = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isNews = starts(all[0] ?? '', newsWords);
  const said = withoutLead(isNews ? all.slice(1) : all);
  const joined = said.join(' ').replace(halfOfDay, '$1$2');
  const { date, minute, rest } = readWhen(joined, today, (word) => readTime(timeInWords(word)));
  const why = rest.replace(/^[\s,;:–—-]+/u, '').trim();
  const reason = reasonOf(why);
  return {
    of: isNews ? 'news' : 'ready',
    date,
    minute,
    reason: reason ?? (why === '' ? null : 'longer'),
    // One word that is a reason says all; more are the advisor's own.
    words: reason !== null && !/\s/.test(why) ? '' : why,
    odd: minute === null ? text.trim() : '',
  };
}

/** `5 pm`: two words that are one time. */
const halfOfDay = /(?<!\S)(\d{1,2}(?:[:.]\d{2})?)\s+([ap]\.?m\.?)(?![^\s,])/iu;

/** `5pm`, `1700`, `17-30` as the clock writes them; a small hour by itself is one of the afternoon, since nobody works at five in the morning. */
function timeInWords(word: string): string {
  return word
    .replace(
      /^(\d{1,2})(?:[:.](\d{2}))?([ap])\.?m\.?(?=,|$)/iu,
      (_all, hour: string, minute: string | undefined, half: string) =>
        `${(Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)}:${minute ?? '00'}`,
    )
    .replace(/^([01]?\d|2[0-3])-([0-5]\d)(?=,|$)/u, '$1:$2')
    .replace(/^([01]\d|2[0-3])([0-5]\d)(?=,|$)/u, '$1:$2')
    .replace(
      /^([1-6])(:[0-5]\d)?(?=,|$)/u,
      (_all, hour: string, minutes = ':00') => `${Number(hour) + 12}${minutes}`,
    );
}

function withoutLead(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !leadWords.some((lead) => isLead(fold(word), lead)));
  return from < 0 ? [] : words.slice(from);
}

/** Short ones count whole (`в`), longer ones as beginnings (`готова`). */
function isLead(word: string, lead: string): boolean {
  return lead.length < 4 ? word === lead : word.startsWith(lead);
}

function starts(word: string, beginnings: readonly string[]): boolean {
  const said = fold(word);
  return beginnings.some((one) => said.startsWith(fold(one)));
}

/** The reason that the first word names. */
function reasonOf(why: string): DelayReason | null {
  return why === '' ? null : (delayReasons.find((reason) => starts(why, reasonWords[reason])) ?? null);
}
