import * as z from 'zod';

const id = z.string();

/** What can be said about coming to a visit, by buttons; `words` are what the router understood or did not. */
export const comingActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('yes'), id }),
  /** "Running late": how late? */
  z.object({ do: z.literal('late'), id }),
  /** `more`: the longer choices. */
  z.object({ do: z.literal('more'), id }),
  /** So many minutes late; a multiple of five is enough. */
  z.object({ do: z.literal('by'), id, minutes: z.int().min(1).max(600) }),
  /** Coming at that instant, the car stays. */
  z.object({ do: z.literal('leave'), id, by: z.number() }),
  z.object({ do: z.literal('onWay'), id }),
  z.object({ do: z.literal('cant'), id }),
  z.object({ do: z.literal('here'), id }),
  /** In their own words, for the next visit. */
  z.object({ do: z.literal('words'), text: z.string() }),
]);
export type ComingAction = z.infer<typeof comingActionSchema>;
