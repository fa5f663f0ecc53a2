import * as z from 'zod';
import { albumOf, calledOf } from '#shared/domain/content.ts';
import type { Fetched } from '#shared/domain/job.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { storedAs } from '../files.ts';
import type { DeskDecision, DeskTurn } from '../turn.ts';
import { noted } from './note.ts';
import { pendingSchema } from './pending.ts';
import { sendNow } from './send.ts';

const ticketSchema = z.object({ flow: z.literal('desk.relay'), pending: pendingSchema });

/** What a job was asked to bring; null for a ticket of another version. */
export function ticketOf(ticket: unknown): z.infer<typeof ticketSchema> | null {
  return ticketSchema.safeParse(ticket).data ?? null;
}

/** A file that an advisor sent was fetched, or could not be: it goes on to the customer, or the advisor is told why not. */
export function fetched(outcome: Fetched, ticket: unknown, turn: DeskTurn): DeskDecision {
  const known = ticketOf(ticket);
  const content = known?.pending.content;
  if (!known || !turn.about || !content || (content.kind !== 'photo' && content.kind !== 'file'))
    return { changes: [], say: [] };
  const { pending } = known;
  if (turn.album?.isNote) return noted({ ...turn, messageId: pending.carries }, albumOf(content));
  switch (outcome.kind) {
    case 'stored':
      return sendNow({ ...pending, content: storedAs(content, outcome) }, turn);
    case 'failed':
      return {
        changes: [],
        say: [
          {
            to: 'here',
            priority: 'danger',
            message: { kind: 'react', target: pending.carries, mark: 'failed' },
          },
          {
            to: 'here',
            priority: 'danger',
            message: {
              ...say(
                phrase('mediaFailed', {
                  what: calledOf(content),
                  why: outcome.why,
                  bytes: content.bytes,
                  whose: 'ours',
                }),
              ),
              replyTo: pending.carries,
            },
          },
        ],
      };
  }
}
