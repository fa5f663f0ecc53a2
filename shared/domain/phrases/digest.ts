/** The owner's figures. Keys begin with `digest`. */
export const digestPhrases = {} as const;
