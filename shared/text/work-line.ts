import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Topic } from '#shared/domain/understood.ts';
import type { Format } from './format.ts';

/** Work with what it costs and takes looks alike in every language; the words come from the language. A part that is '' is left out. */

type Price = (cents: number | null, f: Format) => string;

/** `Octavia …4821: oil and filter change, about 45 min, from 65 €.` */
export function carLine(car: string, parts: readonly string[], f: Format): string {
  return f.about(car, `${parts.filter(Boolean).join(', ')}.`);
}

/** `Puncture repair: no appointment needed. From 15 €.` */
export function sentences(parts: readonly string[], f: Format): string {
  return parts
    .filter(Boolean)
    .map((part) => `${f.capital(part)}.`)
    .join(' ');
}

/** `Oil and filter change: from 65 €, about 45 min.` Where it was asked whether it is done, `yes` begins. */
export function workLine(
  { services, does }: PhraseArgs['questionWork'],
  yes: string,
  facts: readonly string[],
  f: Format,
): string {
  const known = facts.filter(Boolean);
  if (does) return `${[`${yes}: ${f.services(services)}`, ...known].join(', ')}.`;
  return `${[f.capital(f.services(services)), known.join(', ')].filter(Boolean).join(': ')}.`;
}

/** `oil & filter from 65 €, 45 min · diagnostics from 45 €, 1 h`. */
export function eachWork({ tells, items }: PhraseArgs['questionWhich'], price: Price, f: Format): string {
  const each = items.map(({ id, cents, minutes }) => {
    const told = [
      tells === 'price' || tells === 'both' ? price(cents, f) : '',
      tells === 'length' || tells === 'both' ? f.duration(minutes) : '',
    ];
    return `${f.servicesShort([id])} ${told.filter(Boolean).join(', ')}`.trim();
  });
  return each.join(' · ');
}

/** `prices, parking`. */
export function named(topics: readonly Topic[], names: Readonly<Record<Topic, string>>): string {
  return topics.map((topic) => names[topic]).join(', ');
}
