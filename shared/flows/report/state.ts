import * as z from 'zod';
import { dangerSchema } from '#shared/domain/danger.ts';
import { mediaWhat } from '#shared/domain/phrases/media.ts';
import { shots } from '#shared/domain/phrases/report.ts';
import { colours, drives, moments, places, reportKindSchema } from '#shared/domain/report.ts';

/** What may be asked about a defect, beside pictures of it. */
export const questions = ['kind', 'car', 'colour', 'drive', 'moment', 'place'] as const;
export const askSchema = z.enum([...questions, ...shots]);
export type Ask = z.infer<typeof askSchema>;

/** Where a report stands: what is known of it lies in its own row. `before`: what was in progress when it began. */
export const reportingSchema = z.object({
  id: z.string(),
  ask: askSchema,
  before: z.object({ name: z.string(), state: z.unknown() }).nullable(),
});
export type Reporting = z.infer<typeof reportingSchema>;

type InProgress = { readonly name: string; readonly state: unknown } | null;

/** What goes on when the report that is in progress is done; null where nothing lies beneath. */
export function beneath(flow: InProgress): Reporting['before'] {
  return flow?.name === 'report' ? (reportingSchema.safeParse(flow.state).data?.before ?? null) : null;
}

/** The state of the flow of that name, in progress or beneath a report; null where it is neither. */
export function stateIn(flow: InProgress, name: string): unknown {
  const own = flow?.name === name ? flow : beneath(flow);
  return own?.name === name ? own.state : null;
}

/** The flow in progress where the one beneath it, of that name, is over. */
export function withoutBeneath(flow: InProgress, name: string): Reporting['before'] {
  if (flow === null) return null;
  const state = flow.name === 'report' ? reportingSchema.safeParse(flow.state).data : undefined;
  return state?.before?.name === name ? { name: flow.name, state: { ...state, before: null } } : flow;
}

const count = z.int().min(0).max(100);
/** What came in one go, once it was quiet. */
const came = { photos: count, videos: count, voices: count, documents: count, text: z.string() };
export const cameSchema = z.object(came);
export type Came = z.infer<typeof cameSchema>;
export const nothingCame: Came = { photos: 0, videos: 0, voices: 0, documents: 0, text: '' };

/** Buttons name their report: tapped late, they still belong to it. */
const of = { id: z.string() };
export const reportActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('came'), ...came }),
  z.object({ do: z.literal('kind'), ...of, is: reportKindSchema }),
  /** Id of one of the owner's cars. */
  z.object({ do: z.literal('car'), ...of, is: z.string() }),
  z.object({ do: z.literal('colour'), ...of, is: z.enum(colours) }),
  z.object({ do: z.literal('drive'), ...of, is: z.enum(drives) }),
  z.object({ do: z.literal('moment'), ...of, is: z.enum(moments) }),
  z.object({ do: z.literal('place'), ...of, is: z.enum(places) }),
  z.object({ do: z.literal('skip'), ...of, ask: askSchema }),
  /** Nothing more to show or say. */
  z.object({ do: z.literal('enough'), ...of }),
  z.object({ do: z.literal('back') }),
  z.object({ do: z.literal('drop') }),
  /** What somebody wrote, or a lamp of theirs, means that the car must not be driven on. */
  z.object({ do: z.literal('danger'), kind: dangerSchema, ...came }),
  /** Where somebody in danger stands. */
  z.object({ do: z.literal('stands') }),
  /** One file that came while a person has the talk: it joins its report, without a word. */
  z.object({ do: z.literal('joins'), ...came }),
  z.object({
    do: z.literal('unread'),
    what: mediaWhat,
    why: z.enum(['tooLarge', 'unknownType', 'again']),
  }),
]);
export type ReportAction = z.infer<typeof reportActionSchema>;
