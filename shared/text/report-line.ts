import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';
import { lines } from './lines.ts';
import type { Forms } from './manner.ts';
import { excerpt } from './shorten.ts';

/** Reports of defects look alike in every language; the words come from the language. */

type Came = PhraseArgs['reportGot'];
type Line = PhraseArgs['reportLine'];
type Defect = Omit<Line, 'danger' | 'words' | 'by'>;
type Danger = PhraseArgs['reportDanger']['kind'];
type Named<T extends string> = Readonly<Record<T, string>>;

export type ReportWords = {
  readonly kinds: Named<NonNullable<Defect['kind']>>;
  readonly colours: Named<NonNullable<Defect['colour']>>;
  readonly moments: Named<NonNullable<Defect['moment']>>;
  readonly places: Named<NonNullable<Defect['place']>>;
  readonly drives: Named<NonNullable<Defect['drive']>>;
  /** How many of each came: "2 photos". */
  readonly came: Readonly<Record<keyof Came, Forms>>;
  readonly dangers: Named<Danger>;
  /** "not safe to drive", before what it is. */
  readonly unsafe: string;
  /** "case 7K2M4Q", inside a line. */
  number(ref: string): string;
  /** Where nothing is known of the defect yet. */
  readonly nothing: string;
  readonly noPhone: string;
  readonly phone: string;
  /** What somebody wrote, in quotation marks. */
  quoted(text: string): string;
};

const files = ['photos', 'videos', 'voices', 'documents'] as const;

/** `2 photos, 1 voice message`; '' where nothing came. */
export function cameText(came: Came, words: ReportWords, f: Format): string {
  return files
    .filter((what) => came[what] > 0)
    .map((what) => f.plural(came[what], words.came[what]))
    .join(', ');
}

/** `warning lamp (yellow), when braking, front right, drives badly, 2 photos`; '' where nothing is known. */
export function defectText(
  { kind, colour, moment, place, drive, ...came }: Omit<Defect, 'ref' | 'car'>,
  words: ReportWords,
  f: Format,
): string {
  return [
    kind !== null &&
      words.kinds[kind] + (kind === 'lamp' && colour !== null ? ` (${words.colours[colour]})` : ''),
    moment !== null && words.moments[moment],
    place !== null && words.places[place],
    drive !== null && words.drives[drive],
    cameText(came, words, f),
  ]
    .filter(Boolean)
    .join(', ');
}

/** `not safe to drive: brakes`. */
export function unsafeText(kind: Danger, words: ReportWords): string {
  return `${words.unsafe}: ${words.dangers[kind]}`;
}

/** `Case 7K2M4Q · Octavia …4821 · leak, 2 photos`, below it what they wrote, and `answer`. */
export function lineText(
  { ref, car, danger, words: said, by: _, ...defect }: Line,
  answer: string,
  words: ReportWords,
  f: Format,
): string {
  return lines(
    parts(
      f.capital(words.number(ref)),
      car,
      danger !== null && f.capital(unsafeText(danger, words)),
      defectText(defect, words, f) || words.nothing,
    ),
    said !== '' && quote(said, words),
    answer,
  );
}

/** `NOT SAFE TO DRIVE: brakes · Octavia …4821 · case 7K2M4Q`, what they wrote, and how to call them. */
export function dangerLineText(
  { ref, car, kind, text, phone }: PhraseArgs['reportDangerLine'],
  words: ReportWords,
  f: Format,
): string {
  return lines(
    parts(f.capital(unsafeText(kind, words)), car, words.number(ref)),
    text !== '' && quote(text, words),
    phone === '' ? words.noPhone : `${words.phone}: ${phone}`,
  );
}

/** `Maria, NOT SAFE TO DRIVE: brakes`, who it is, and what they wrote. */
export function dangerAlertText(
  { who, kind, text, phone, managers }: PhraseArgs['reportDangerAlert'],
  words: ReportWords,
  f: Format,
): string {
  return lines(
    f.capital([...managers.map(f.person), unsafeText(kind, words)].join(', ')),
    parts(who, phone),
    text !== '' && quote(text, words),
  );
}

function parts(...said: readonly (string | false)[]): string {
  return said.filter(Boolean).join(' · ');
}

function quote(text: string, words: ReportWords): string {
  return words.quoted(excerpt(text, 160));
}
