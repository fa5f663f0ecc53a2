/** What only the advisors see of estimates and work orders. Keys begin with `order`. */
export const orderPhrases = {} as const;
