/** Canned answers, the calmer draft, practice cases. Keys begin with `canned`, `calm` or `playbook`. */
export const sayPhrases = {} as const;
