import * as z from 'zod';
import { purposeSchema } from '../consent.ts';
import { agreementSchema } from '../order/agreement.ts';
import { delayReasonSchema, promiseSchema } from '../visit/life.ts';
import { stageSchema } from '../visit/stage.ts';

const none = z.object({});

/** Parts of the page that tells a person all that is kept of them. */
export const archiveSections = [
  'person',
  'cars',
  'visits',
  'past',
  'agreements',
  'consents',
  'reports',
  'talk',
] as const;

/** What stands before a value there. */
export const archiveFields = [
  'name',
  'phone',
  'quiet',
  'approver',
  'approvesFor',
  'mileage',
  'number',
  'when',
  'car',
  'work',
  'ready',
  'stage',
  'fuel',
  'total',
  'words',
] as const;

/** Columns of the tables that the owner takes to their bookkeeping. */
export const archiveColumns = [
  'date',
  'time',
  'number',
  'ended',
  'customer',
  'car',
  'work',
  'promised',
  'ready',
  'moved',
  'late',
  'order',
  'edition',
  'kind',
  'how',
  'by',
  'chosen',
  'total',
  'vatPercent',
  'vat',
  'currency',
] as const;

const part = { part: z.number(), parts: z.number() };

/** What people and the owner take with them: archive, tables, the feed of the bays. Keys begin with `archive`. */
export const archivePhrases = {
  // The archive, in the chat
  archiveComing: none,
  /** One a day. `next`: from when another one can be had. */
  archiveWait: z.object({ next: z.number() }),
  /** Below the file. */
  archiveReady: z.object(part),
  /** Where the messenger takes no such file: it is fetched by a link until then. */
  archiveLink: z.object({ ...part, until: z.number() }),
  archiveFailed: z.object({ phone: z.string() }),
  /** In the place of the file. */
  archiveGone: none,
  archiveLabelExport: none,
  archiveLabelFetch: none,

  // The archive itself
  archiveTitle: z.object({ name: z.string() }),
  archiveMade: z.object({ at: z.number() }),
  /** Photos and documents lie beside the page, some of them in other parts. */
  archiveParts: z.object({ parts: z.number() }),
  archiveSection: z.object({ section: z.enum(archiveSections) }),
  archiveField: z.object({ field: z.enum(archiveFields) }),
  archiveNothing: none,
  archiveQuiet: z.object({ from: z.string(), to: z.string() }),
  archiveServices: z.object({ services: z.array(z.string()) }),
  archiveStage: z.object({ stage: stageSchema }),
  archiveMileage: z.object({ km: z.number() }),
  archiveFuel: z.object({ eighths: z.number() }),
  archiveMoved: z.object({
    of: promiseSchema,
    from: z.number(),
    to: z.number(),
    reason: delayReasonSchema,
    words: z.string(),
  }),
  archivePurpose: z.object({ purpose: purposeSchema }),
  archiveConsent: z.object({ given: z.boolean(), at: z.number(), wording: z.string() }),
  archiveAgreed: z.object({ kind: agreementSchema.shape.kind }),

  /** Tables and the feed are a manager's matter. */
  archiveManagersOnly: none,

  // Tables of a month. `month`: its first day
  archiveTablesComing: z.object({ month: z.string() }),
  archiveTable: z.object({ of: z.enum(['visits', 'agreements']), month: z.string() }),
  archiveTableFailed: z.object({ month: z.string() }),
  archiveNoMonth: z.object({ word: z.string(), example: z.string() }),
  archiveColumn: z.object({ column: z.enum(archiveColumns) }),
  archiveHow: z.object({ how: agreementSchema.shape.how }),

  // The bays' days as a calendar
  archiveFeedMade: none,
  archiveFeedThere: z.object({ advisor: z.string(), since: z.number() }),
  archiveFeedGone: none,
  archiveLabelFeed: none,
  archiveFeedName: none,
  archiveFeedTitle: z.object({ bay: z.string(), services: z.array(z.string()), car: z.string() }),
  archiveFeedBlocked: z.object({ bay: z.string() }),
  archiveFeedPerson: z.object({ technician: z.string() }),
  archiveFeedReady: z.object({ readyBy: z.number(), start: z.number() }),
} as const;
