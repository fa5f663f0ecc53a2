/** A visit on its way: what happened, what is next, when, and what is needed. Keys begin with `stage`. */
export const stagePhrases = {} as const;
