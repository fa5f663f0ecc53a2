/** What people and the owner take with them: archive, tables, the feed of the bays. Keys begin with `archive`. */
export const archivePhrases = {} as const;
