/** Money is integer cents of the station's currency, tax included. */
export type Cents = number;

/** The tax that a sum with tax holds, in whole cents: of 268.00 at 24 % it is 51.87. */
export function taxIn(sum: Cents, percent: number): Cents {
  return Math.round((sum * percent) / (100 + percent));
}
