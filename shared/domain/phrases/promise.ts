/** Promises, and what is said when one cannot be kept; what is still before a visit. Keys begin with `promise`. */
export const promisePhrases = {} as const;
