import * as z from 'zod';
import { toWall } from '#shared/domain/clock.ts';
import { actingSchema } from '#shared/domain/group.ts';
import { type Fetched, fetchedSchema, type TableJob } from '#shared/domain/job.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { card, type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { storedDocument } from '#shared/domain/stored.ts';
import { monthIn } from '../digest/read.ts';
import { type DeskDecision, type DeskTurn, reply } from '../turn.ts';

/** `/export 2026-11`: the month's visits and agreements as tables, for the owner's bookkeeping. They come to General as files. */

/** What the job brings along. `by`: who asked. */
const ticketSchema = z.object({
  flow: z.literal('desk.archive'),
  by: actingSchema,
  of: z.enum(['visits', 'agreements']),
  month: z.string(),
  language: languageSchema,
});
export type TableTicket = z.infer<typeof ticketSchema>;

export const tableCameSchema = z.object({
  do: z.literal('table'),
  outcome: fetchedSchema,
  ticket: ticketSchema,
});

/** What a finished job means here; null where it brought something else. */
export function tableCame(outcome: Fetched, ticket: unknown): z.infer<typeof tableCameSchema> | null {
  const known = ticketSchema.safeParse(ticket).data;
  return known ? { do: 'table', outcome, ticket: known } : null;
}

const tables = ['visits', 'agreements'] as const;

export function tablesAsked(words: string, turn: DeskTurn): DeskDecision {
  const { date } = toWall(turn.now, turn.station.zone);
  const present = date.slice(0, 7);
  const month = monthIn(words, date);
  if (month === null) {
    const latest = [monthIn('last', date) ?? present, present];
    const question = phrase('archiveNoMonth', { word: words.slice(0, 40), example: present });
    return reply(card('aside', question, [latest.map(monthButton)]));
  }
  return tablesOf(month, turn);
}

function monthButton(month: string): Option {
  return {
    kind: 'act',
    label: phrase('verbatim', { text: month }),
    action: { flow: 'desk.archive', data: { do: 'tables', month } },
  };
}

export function tablesOf(month: string, turn: DeskTurn): DeskDecision {
  return {
    ...reply(say(phrase('archiveTablesComing', { month: `${month}-01` }))),
    jobs: tables.map((of) => jobOf(of, month, turn)),
  };
}

function jobOf(of: TableJob['of'], month: string, { id, by, here, language }: DeskTurn): TableJob {
  const ticket: TableTicket = { flow: 'desk.archive', by, of, month, language };
  return { v: 1, kind: 'table', id: `table ${id} ${of} ${month}`, of, month, language, tell: here, ticket };
}

export function tableShown({ outcome, ticket }: z.infer<typeof tableCameSchema>): DeskDecision {
  const month = `${ticket.month}-01`;
  const message =
    outcome.kind === 'stored'
      ? storedDocument(outcome, phrase('archiveTable', { of: ticket.of, month }))
      : say(phrase('archiveTableFailed', { month }));
  return { changes: [], say: [{ to: 'general', priority: 'answer', message, language: ticket.language }] };
}
