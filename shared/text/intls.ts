import type { Manner } from './manner.ts';

/** The Intl objects of one language; making them costs more than all texts of a message, so they are kept. */
export type Intls = {
  readonly dayMonth: Intl.DateTimeFormat;
  /** Weekday, day and month in full; made when first asked for, since few messages need it. */
  readonly fullDay: () => Intl.DateTimeFormat;
  /** Day, month and year in full, as they stand on paper. */
  readonly fullDate: () => Intl.DateTimeFormat;
  /** Short names, Monday first. */
  readonly weekdays: readonly string[];
  readonly plural: Intl.PluralRules;
  readonly list: Intl.ListFormat;
  readonly whole: Intl.NumberFormat;
  readonly cents: Intl.NumberFormat;
  /** Currency symbol, `€`: written after the amount in every language, since some locales would print `EUR`. */
  readonly symbol: string;
};

const kept = new Map<string, Intls>();

/** The Intl objects for a language and an ISO 4217 currency, made once an instance. */
export function intlsFor(manner: Manner, currency: string): Intls {
  const key = `${manner.locale} ${currency}`;
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = intls(manner, currency);
  kept.set(key, made);
  return made;
}

const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

function intls({ locale, month }: Manner, currency: string): Intls {
  // Days come as calendar dates of the station, so the formats work in UTC and know no other zone.
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  let fullDay: Intl.DateTimeFormat | undefined;
  let fullDate: Intl.DateTimeFormat | undefined;
  return {
    dayMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC' }),
    fullDay: () => {
      fullDay ??= new Intl.DateTimeFormat(locale, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      });
      return fullDay;
    },
    fullDate: () => {
      fullDate ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      return fullDate;
    },
    weekdays: Array.from({ length: 7 }, (_, day) => weekday.format(MONDAY + day * DAY)),
    plural: new Intl.PluralRules(locale),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
    whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    cents: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    symbol: symbolOf(locale, currency),
  };
}

function symbolOf(locale: string, currency: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}
