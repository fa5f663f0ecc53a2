import type { Language } from '#shared/domain/language.ts';
import { plateIn } from '#shared/domain/plate.ts';
import type { Sentence } from '#shared/domain/sentences.ts';
import type { Why } from './calm.ts';
import { quiet } from './loud.ts';
import type { Sharpness } from './tones.ts';
import { drafts } from './words.ts';

/** A sentence and what was found in it. */
export type Look = {
  readonly sentence: Sentence;
  readonly sharp: Sharpness | null;
  readonly loud: boolean;
};

/**
 * The same message in kinder words: sentences that are fine stay as they are, loud ones are said in a normal voice, sharp
 * parts are left out with their facts kept. Where nothing is left, a few fitting words stand in.
 */
export function draftOf(looks: readonly Look[], language: Language, why: Why): string {
  const said = looks.map(kinder).filter((text) => text !== '');
  const whole = said.join(' ');
  const facts = [...new Set(looks.flatMap(({ sentence }) => factsIn(sentence.text)))].filter(
    (fact) => !whole.includes(fact),
  );
  const words = drafts[language];
  const told = facts.length > 0 ? words.facts(facts.join(', ')) : '';
  const lead = said.length === 0 || !carries(whole) ? words.instead[why] : '';
  return [lead, whole, told].filter((part) => part !== '').join(' ');
}

/** What remains is worth sending by itself: it has a fact, or is more than a greeting. */
function carries(text: string): boolean {
  return factsIn(text).length > 0 || (text.match(/\p{L}+/gu)?.length ?? 0) >= 4;
}

function kinder({ sentence, sharp, loud }: Look): string {
  if (!sharp) return loud ? quiet(sentence.text) : sentence.text;
  const last = sentence.clauses.length - 1;
  const kept = sentence.clauses.filter((clause, at) => !sharp.clauses.has(at) && factsIn(clause).length > 0);
  if (kept.length === 0) return '';
  const mark = sentence.asks && !sharp.clauses.has(last) ? endOf(sentence.text) : '.';
  return quiet(`${rejoined(kept)}${mark}`);
}

/** Clauses that begin with "and" join by themselves; the first of what is left joins to nothing any more. */
function rejoined(clauses: readonly string[]): string {
  return clauses.reduce(
    (text, clause) =>
      text === '' ? clause.replace(joint, '') : `${text}${joint.test(clause) ? '' : ','} ${clause}`,
    '',
  );
}

function endOf(text: string): string {
  return /\?[^\p{L}\p{N}]*$/u.test(text) ? '?' : ';';
}

const joint =
  /^(?:and|but|so|then|or|because|that|if|а|и|но|да|или|что|чтобы|если|потому что|та|і|й|але|або|чи|що|щоб|якщо|бо|και|κι|αλλά|μα|ή|ότι|πως|αν|άμα|γιατί|να)\s+/iu;

const unit = '(?:€|eur|euros?|ευρώ|евро|євро|₽|руб\\p{L}*|грн|гривень|гривні|uah|\\$|usd|км|km|χλμ|%)';
const amount = `(?:€|\\$|₽)\\s?\\d[\\d .,]*\\d|\\d(?:[\\d .,]*\\d)?\\s?${unit}(?![\\p{L}\\d])`;
const time = '(?<![\\d.])\\d{1,2}[:.]\\d{2}(?![\\d.])';
const hour =
  '(?<=(?<!\\p{L})(?:by|at|until|till|before|after|from|до|в|к|после|с|о|об|після|з|στις|τις|μέχρι|ως)\\s)\\d{1,2}(?![\\p{L}\\d%:.,])';
const number = '(?<![\\p{L}\\d.,-])\\d{3,}(?![\\p{L}\\d])';
const date = '(?<!\\d)\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?(?!\\d)';
const phone = '\\+?\\d[\\d -]{6,}\\d';
const days = [
  'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|tomorrow',
  'понедельник\\p{L}*|вторник\\p{L}*|сред[ауые]|четверг\\p{L}*|пятниц\\p{L}*|суббот\\p{L}*|воскресень\\p{L}*|завтра',
  "понеділ\\p{L}*|вівтор\\p{L}*|серед[ауи]|четвер\\p{L}*|п[’']ятниц\\p{L}*|субот\\p{L}*|неділ\\p{L}*",
  'δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|αύριο',
].join('|');
const fact = new RegExp(
  `${amount}|${date}|${time}|${phone}|${hour}|${number}|(?<!\\p{L})(?:${days})(?!\\p{L})`,
  'giu',
);

/** What must not get lost: sums, times, dates, weekdays, numbers to call, a plate. */
export function factsIn(text: string): readonly string[] {
  const plate = plateIn(text);
  return [...(text.match(fact) ?? []).map((found) => found.trim()), ...(plate ? [plate] : [])];
}
