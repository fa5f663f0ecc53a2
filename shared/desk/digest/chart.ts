import * as z from 'zod';
import type { ChartJob, Fetched } from '#shared/domain/job.ts';
import { type Language, languageSchema } from '#shared/domain/language.ts';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import type { Period } from '#shared/domain/period.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { storedPhoto } from '#shared/domain/stored.ts';
import type { DeskDecision, DeskTurn } from '../turn.ts';

/** The picture of the figures: a job draws it, and it stands under the words when it comes. */

const ticketSchema = z.object({ flow: z.literal('desk.digest'), language: languageSchema });

/** The job that draws a period and those before it. */
export function chartJob(
  { unit, from, to }: Period,
  language: Language,
  { id, here }: Pick<DeskTurn, 'id' | 'here'>,
): ChartJob {
  return {
    v: 1,
    kind: 'chart',
    id: `chart ${id}`,
    unit,
    from,
    to,
    language,
    tell: here,
    ticket: { flow: 'desk.digest', language },
  };
}

/** What the finished picture says at the desk; null for a ticket of somebody else. */
export function pictureCame(outcome: Fetched, ticket: unknown): DeskDecision | null {
  const known = ticketSchema.safeParse(ticket).data;
  if (!known) return null;
  return {
    changes: [],
    say: [{ to: 'here', priority: 'mirror', message: shown(outcome), language: known.language }],
  };
}

function shown(outcome: Fetched): Outbound {
  switch (outcome.kind) {
    case 'failed':
      return say(phrase('digestNoPicture'));
    case 'stored':
      return storedPhoto(outcome);
  }
}
