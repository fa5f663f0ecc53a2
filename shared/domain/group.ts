import * as z from 'zod';
import { languageSchema } from './language.ts';

/** What is remembered of the advisors' group itself. Every attribute is written by itself, never the whole. */
export const groupSchema = z.object({
  /** The chat id since a migration; null: the configured one. */
  chat: z.string().nullable().default(null),
  /** A topic whose creation was begun and not recorded yet: nobody begins another one before `until`. */
  creating: z.object({ customer: z.string(), title: z.string(), until: z.number() }).nullable().default(null),
  /** What the last check of the group found wrong: names of switches to turn, empty when all is well. */
  trouble: z.array(z.string()).default([]),
});
export type Group = z.infer<typeof groupSchema>;

const member = z.object({
  /** The messenger's numeric id. */
  id: z.string(),
  name: z.string(),
  role: z.enum(['advisor', 'manager']),
  language: z.string(),
});

/** Who may act as an advisor beside those the station's settings name, and who may not any more. */
export const rosterSchema = z.object({
  version: z.number(),
  added: z.array(member),
  removed: z.array(z.string()),
  /** How often each advisor sent a held answer anyway, by their id. */
  sentAnyway: z.record(z.string(), z.number()).default({}),
  /** In which language the desk speaks to somebody who chose one, by their id. */
  languages: z.record(z.string(), languageSchema).default({}),
});
export type Roster = z.infer<typeof rosterSchema>;
export const emptyRoster: Roster = { version: 0, added: [], removed: [], sentAnyway: {}, languages: {} };

/** Somebody who may act at the desk. */
export const actingSchema = z
  .object({
    /** The messenger's numeric id. */
    id: z.string(),
    /** The station's own id of the advisor; the numeric one where the station's data does not name them. */
    advisor: z.string(),
    role: z.enum(['advisor', 'manager']),
  })
  .readonly();
export type Acting = z.infer<typeof actingSchema>;
