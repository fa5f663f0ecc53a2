/** Coming, coming late, not coming; and the waiting list. Keys begin with `coming` or `waitlist`. */
export const comingPhrases = {} as const;
