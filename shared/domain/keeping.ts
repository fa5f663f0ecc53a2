/**
 * How many days what people say and send is kept, unless they have it erased before: the one place that the table's rows, the
 * bucket's rule and the words about it are made from. Old buttons are answered for as long as the talk is there.
 */
export const keptDays = { talk: 400, files: 365 } as const;
