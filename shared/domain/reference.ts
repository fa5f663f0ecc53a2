/** What goes along with a message and comes back with what the messenger tells of it: which part of which outbox row. */
export type Reference = { readonly destination: string; readonly row: string; readonly part: number };

/**
 * The part that a prepared notice about a row counts as. It is none of the row's messages: what the messenger tells of it
 * must not be taken for theirs.
 */
export const noticePart = 99;

/** `<destination>|<row>|<part>`. */
export function referenceText({ destination, row, part }: Reference): string {
  return `${destination}|${row}|${part}`;
}

/** The reverse; null for what we did not write. */
export function referenceFrom(text: string): Reference | null {
  const [, destination, row, part] = /^([^|]{1,310})\|([!-{}~]{1,130})\|(\d{1,4})$/.exec(text) ?? [];
  return destination && row && part ? { destination, row, part: Number(part) } : null;
}
