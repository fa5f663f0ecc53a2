/** The work order as a document. Keys begin with `document`. */
export const documentPhrases = {} as const;
