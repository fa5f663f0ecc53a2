/** Estimates, answers to them, and what was agreed. Keys begin with `estimate`. */
export const estimatePhrases = {} as const;
