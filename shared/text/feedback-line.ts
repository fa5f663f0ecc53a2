import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Mark, RatingReason } from '#shared/domain/visit/rating.ts';
import type { Format } from './format.ts';
import { lines } from './lines.ts';
import { monthText, type PutOffWords, putOffText } from './payer-line.ts';
import { excerpt } from './shorten.ts';

/** What the advisors read of a rating, and what is due of a car, look alike in every language; the words come from it. */

export type FeedbackWords = {
  readonly visit: (ref: string) => string;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly reasons: Readonly<Record<RatingReason, string>>;
  readonly quoted: (text: string) => string;
  readonly answer: (deadline: string) => string;
  /** "About time for". */
  readonly due: string;
  /** "annual service (last in November)". */
  readonly last: (work: string, month: string) => string;
  readonly putOff: PutOffWords;
};

/** `Visit 7K2M4Q, Octavia …4821: not good. Price, time.` and the owner's own words. */
export function ratingLine(
  { ref, car, mark, reasons, text }: PhraseArgs['feedbackLine'],
  words: FeedbackWords,
  f: Format,
): string {
  const why = reasons.map((reason) => words.reasons[reason]).join(', ');
  return lines(
    f.capital(`${[words.visit(ref), excerpt(car, 40)].filter(Boolean).join(', ')}: ${words.marks[mark]}.`),
    why !== '' && `${f.capital(why)}.`,
    text !== '' && words.quoted(excerpt(text, 160)),
  );
}

/** The same of somebody who waits for an answer. */
export function badLine(
  { ref, car, text, by }: PhraseArgs['feedbackBadLine'],
  words: FeedbackWords,
  f: Format,
): string {
  return lines(
    ratingLine({ ref, car, mark: 'bad', reasons: [], text }, words, f),
    f.capital(words.answer(f.deadline(by))),
  );
}

/** To all advisors: the managers by name, whose visit it was, and by when an answer is promised. */
export function alertText(
  { who, ref, text, by, managers }: PhraseArgs['feedbackAlert'],
  words: FeedbackWords,
  f: Format,
): string {
  return lines(
    f.capital(`${named(managers, f)}${words.visit(ref)}: ${words.marks.bad}.`),
    `${excerpt(who, 80)}. ${f.capital(words.answer(f.deadline(by)))}`,
    text !== '' && words.quoted(excerpt(text, 120)),
  );
}

function named(managers: readonly string[], { person }: Format): string {
  return managers.length === 0 ? '' : `${managers.map(person).join(', ')}: `;
}

/** What is due, then what was put off; each a line, where there is any. Of one service it is said when it was done last. */
export function dueLines(
  { services, items, more }: Pick<PhraseArgs['feedbackDue'], 'services' | 'items' | 'more'>,
  words: FeedbackWords,
  f: Format,
): readonly string[] {
  const [first, ...others] = services;
  // Beside what is due, two of these with long names would be more than a message holds.
  const shown = first ? items.slice(0, 1) : items;
  const rest = more + items.length - shown.length;
  const work = f.services(services.map(({ id }) => id));
  const said = first && others.length === 0 ? words.last(work, monthText(first.at, words.putOff, f)) : work;
  return [
    ...(first ? [`${words.due}: ${said}.`] : []),
    ...(items.length > 0 ? [`${putOffText(shown, rest, words.putOff, f)}.`] : []),
  ];
}
