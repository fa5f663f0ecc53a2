import type { Language } from '#shared/domain/language.ts';

/**
 * Other ways in which the same mobile number is written, digits with country code and without "+": Brazil with and without
 * the ninth digit, Argentina and Mexico with and without the digit for mobiles. Meta uses one way for its ids and people
 * use the other. Brazilian landlines have no ninth digit: one of theirs must not become somebody's mobile.
 */
export function variantsOf(digits: string): readonly string[] {
  return ways.flatMap(([pattern, otherwise]) =>
    pattern.test(digits) ? [digits.replace(pattern, otherwise)] : [],
  );
}

export function isSameNumber(one: string, other: string): boolean {
  return one === other || variantsOf(one).includes(other);
}

const ways = [
  [/^55(\d\d)9([6-9]\d{7})$/, '55$1$2'],
  [/^55(\d\d)([6-9]\d{7})$/, '55$19$2'],
  [/^549(\d{10})$/, '54$1'],
  [/^54(\d{10})$/, '549$1'],
  [/^521(\d{10})$/, '52$1'],
  [/^52(\d{10})$/, '521$1'],
] as const satisfies readonly (readonly [RegExp, string])[];

/**
 * The language a person most likely reads, from the country of their id or number, where a country has one that is clear;
 * WhatsApp tells nothing of the phone's own language. What they write decides later.
 */
export function languageOf(userId: string | null, digits: string | null): Language | null {
  const [country] = userId?.split('.') ?? [];
  const byCountry = languages.find(({ countries }) => country !== undefined && countries.includes(country));
  return (byCountry ?? languages.find(({ numbers }) => numbers.test(digits ?? '')))?.language ?? null;
}

/** "+1" is shared with Caribbean countries; those that speak Spanish are left out. */
const languages: readonly {
  readonly language: Language;
  readonly countries: readonly string[];
  readonly numbers: RegExp;
}[] = [
  { language: 'el', countries: ['GR', 'CY'], numbers: /^(?:30|357)/ },
  { language: 'uk', countries: ['UA'], numbers: /^380/ },
  { language: 'ru', countries: ['RU', 'BY', 'KZ'], numbers: /^(?:7|375)/ },
  {
    language: 'en',
    countries: ['GB', 'IE', 'US', 'AU', 'NZ', 'CA'],
    numbers: /^(?:44|353|61|64|1(?!787|939|809|829|849))/,
  },
];
