/** Being forgotten. Keys begin with `erase`. */
export const erasePhrases = {} as const;
