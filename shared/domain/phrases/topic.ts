/** Topics and the group itself: rebuilt, moved, rights that are missing. Keys begin with `topic`. */
export const topicPhrases = {} as const;
