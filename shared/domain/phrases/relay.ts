/** What is passed on between a customer and an advisor, and what could not be. Keys begin with `relay`. */
export const relayPhrases = {} as const;
