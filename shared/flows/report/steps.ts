import type { Shot } from '#shared/domain/phrases/report.ts';
import type { Report, ReportKind } from '#shared/domain/report.ts';
import { type Ask, questions } from './state.ts';

/** What is asked about each kind, in order. Pictures go from wide to close. */
const asked = {
  lamp: ['colour', 'drive', 'moment', 'dash', 'mileage'],
  noise: ['drive', 'moment', 'place', 'sound'],
  leak: ['drive', 'spot', 'under', 'cap'],
  body: ['drive', 'back', 'angle', 'close', 'plate'],
  tyre: ['drive', 'place', 'sidewall', 'tread', 'damage'],
  start: ['moment', 'dash'],
  part: ['part', 'label', 'seat'],
  other: ['drive', 'moment', 'place', 'any'],
} as const satisfies Readonly<Record<ReportKind, readonly Ask[]>>;

/** So many pictures are enough: no more are asked for. */
const plenty = 6;

/** All that is asked about a report, in order. `cars`: how many the owner has. */
function allAsked({ kind }: Report, cars: number): readonly Ask[] {
  return ['kind', ...(cars > 1 ? (['car'] as const) : []), ...(kind === null ? [] : asked[kind])];
}

export function isShot(ask: Ask): ask is Shot {
  return !questions.some((question) => question === ask);
}

/**
 * The question after `ask`, or the one `ahead` of it where several were answered at once; null when there is none. What is
 * known already is not asked.
 */
export function nextAsk(report: Report, ask: Ask, cars: number, ahead = 1): Ask | null {
  const all = allAsked(report, cars);
  return all.slice(all.indexOf(ask) + ahead).find((one) => isOpen(one, report)) ?? null;
}

/** The question before; null where `ask` is the first. */
export function askBefore(report: Report, ask: Ask, cars: number): Ask | null {
  const all = allAsked(report, cars);
  return all[all.indexOf(ask) - 1] ?? null;
}

function isOpen(ask: Ask, report: Report): boolean {
  if (isShot(ask)) {
    if (ask === 'sound') return report.videos + report.voices === 0;
    return report.photos < plenty;
  }
  switch (ask) {
    case 'kind':
      return report.kind === null;
    case 'car':
      return true;
    case 'colour':
      return report.colour === null;
    case 'drive':
      return report.drive === null;
    case 'moment':
      return report.moment === null;
    case 'place':
      return report.place === null;
  }
}
