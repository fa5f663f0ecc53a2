import * as z from 'zod';
import { dangerSchema } from './danger.ts';

/** What a defect is about, as the owner says it by one tap. */
export const reportKinds = ['lamp', 'noise', 'leak', 'body', 'tyre', 'start', 'part', 'other'] as const;
export const reportKindSchema = z.enum(reportKinds);
export type ReportKind = z.infer<typeof reportKindSchema>;

/** What colour a warning lamp has; red means that nobody drives on. */
export const colours = ['red', 'yellow', 'other'] as const;
/** How the car drives now. */
export const drives = ['normal', 'badly', 'stands'] as const;
/** When it happens. */
export const moments = ['cold', 'braking', 'turning', 'bumps', 'speed', 'always'] as const;
/** Where on the car, seen from above. */
export const places = ['frontLeft', 'frontRight', 'rearLeft', 'rearRight', 'underneath'] as const;

/**
 * A defect that an owner reports: the first photo opens it, every question may be skipped. Its id is the number by which
 * both sides call it. Instants are epoch milliseconds.
 */
export const reportSchema = z.object({
  id: z.string(),
  at: z.number(),
  /** When something was last added. */
  lastAt: z.number(),
  /** Short form of the car, '' while it is not known. */
  car: z.string(),
  kind: reportKindSchema.nullable(),
  danger: dangerSchema.nullable(),
  /** Of a warning lamp. */
  colour: z.enum(colours).nullable().default(null),
  drive: z.enum(drives).nullable(),
  moment: z.enum(moments).nullable(),
  place: z.enum(places).nullable(),
  /** The owner's own words, at most 1,000 UTF-16 units; the transcript keeps all of them. */
  words: z.string(),
  photos: z.number(),
  videos: z.number(),
  voices: z.number(),
  documents: z.number(),
  /** When the advisors were given it; null while questions are still asked. */
  passedAt: z.number().nullable().default(null),
});
export type Report = z.infer<typeof reportSchema>;

/** What a customer's own row carries of a report: enough to let a late photo join it. */
export const reportHeadSchema = reportSchema.pick({
  id: true,
  at: true,
  lastAt: true,
  car: true,
  kind: true,
});
export type ReportHead = z.infer<typeof reportHeadSchema>;

/** A photo that comes so long after the last one still belongs to its report. */
export const joinsWithinMs = 10 * 60_000;
/** Reports that a customer's own row carries; older ones lie in their own rows. */
export const mostReports = 3;

/** A file that a customer sent, or that was sent to them, in the station's own store: checked, without location data. */
export const storedFileSchema = z.object({
  /** The message's id at its messenger, which names it within its address; of an advisor's file the row that carried it. */
  messageId: z.string(),
  /** Key of the address it came from. */
  address: z.string(),
  key: z.string(),
  mime: z.string(),
  bytes: z.number(),
  what: z.string(),
  at: z.number(),
  /** An advisor sent it. */
  by: z.literal('desk').exactOptional(),
});
export type StoredFile = z.infer<typeof storedFileSchema>;
