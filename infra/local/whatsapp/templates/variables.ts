/** The variables of a text, `{{1}}` or `{{first_name}}`, without their braces, in order of appearance. */
export const variablesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => match[1] ?? '');

/** The text with each variable replaced by its value. */
export const filled = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\{\{([^{}]*)\}\}/g, (whole, name: string) => values.get(name) ?? whole);
