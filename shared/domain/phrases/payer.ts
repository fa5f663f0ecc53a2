/** Who says yes to costs, up to which sum nobody is asked, and what was put off. Keys begin with `payer`. */
export const payerPhrases = {} as const;
