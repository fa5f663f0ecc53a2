/** Who has a case, who waits, who may act: the cards, buttons and commands of the desk. Keys begin with `case`. */
export const casePhrases = {} as const;
