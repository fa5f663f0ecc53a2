/** What somebody set about themselves: purposes, quiet hours, cars. Keys begin with `own`. */
export const ownPhrases = {} as const;
