import type { Address } from '#shared/domain/address.ts';

/**
 * What Meta takes for a message that is delivered, in millionths of a US dollar, by the receiver's market: the utility rate of October
 * 2026. Since then words within the day after somebody's own cost the same as a prepared notice; volume tiers and a monthly
 * allowance of words are left out, so that the estimate errs on the high side. To be looked at each quarter, when rates change.
 * https://developers.facebook.com/docs/whatsapp/pricing, https://developers.facebook.com/docs/whatsapp/pricing/non-template-messages
 */
const markets: readonly {
  readonly countries: readonly string[];
  /** Country calling codes, as a number begins. */
  readonly numbers: RegExp;
  readonly micros: number;
}[] = [
  { countries: ['DE'], numbers: /^49/, micros: 55_000 },
  { countries: ['NL'], numbers: /^31/, micros: 50_000 },
  { countries: ['FR', 'IT'], numbers: /^(?:33|39)/, micros: 30_000 },
  { countries: ['ES'], numbers: /^34/, micros: 20_000 },
  {
    countries: ['AT', 'BE', 'CH', 'DK', 'FI', 'IE', 'LU', 'MT', 'NO', 'PT', 'SE'],
    numbers: /^(?:43|32|41|45|358|353|352|356|47|351|46)/,
    micros: 17_100,
  },
];

/** Greece and its neighbours ("Rest of Central & Eastern Europe"), and whoever's market is not listed. */
const otherwise = 21_200;

/** By the country that the receiver's id or number names: `GR.…`, `tel.30…`. */
export function price({ chat }: Pick<Address, 'chat'>): number {
  const [head = '', rest = ''] = chat.split('.', 2);
  const market = markets.find(({ countries, numbers }) =>
    head === 'tel' ? numbers.test(rest) : countries.includes(head),
  );
  return market?.micros ?? otherwise;
}
