/** Files that could not be passed on. Keys begin with `media`. */
export const mediaPhrases = {} as const;
