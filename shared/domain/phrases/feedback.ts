/** After a visit: how it was, what comes next. Keys begin with `feedback`. */
export const feedbackPhrases = {} as const;
