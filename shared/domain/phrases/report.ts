/** A defect, from the first photo to the recap, and danger. Keys begin with `report`. */
export const reportPhrases = {} as const;
