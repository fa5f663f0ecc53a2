import * as z from 'zod';
import { addressOf } from '#shared/domain/address.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Fetched, FetchJob } from '#shared/domain/job.ts';
import { fetchFor } from '../files.ts';
import type { About, DeskDecision, DeskTurn } from '../turn.ts';
import type { Pending } from './pending.ts';

/**
 * What an advisor sends a customer of the same messenger goes on as the messenger has it. A copy of our own is made beside it, so that
 * the customer's archive holds it when the messenger's is gone. It is known by the row that carried it: what was taken back before it
 * left has a copy and is in no archive.
 */
const ticketSchema = z.object({
  flow: z.literal('desk.kept'),
  customer: z.string(),
  /** Key of the address it went to, and the row there. */
  address: z.string(),
  row: z.string(),
  at: z.number(),
});

/** The job that makes the copy; null where there is no file, or it lies with us already. */
export function keepJob({ content, at: address, row, target }: Pending, turn: DeskTurn): FetchJob | null {
  const { about, now, desk, here } = turn;
  const isFile = content.kind === 'photo' || (content.kind === 'file' && content.what !== 'sticker');
  // Other words below a picture change nothing of it.
  if (!about || !isFile || target !== null) return null;
  return fetchFor(content, {
    id: `kept.${desk.address.channel}.${row}`,
    forChannel: addressOf(address).channel,
    tell: { ...here },
    ticket: {
      flow: 'desk.kept',
      customer: about.customer.id,
      address,
      row,
      at: now,
    } satisfies z.infer<typeof ticketSchema>,
  });
}

/** The copy is there, or cannot be had, which nobody needs to know; null for a ticket of something else. */
export function copyCame(outcome: Fetched, ticket: unknown, about: About | null): DeskDecision | null {
  const known = ticketSchema.safeParse(ticket).data;
  if (!known) return null;
  const { customer, address, row, at } = known;
  if (outcome.kind === 'failed' || about?.customer.id !== customer) return { changes: [], say: [] };
  const { key, mime, bytes, what } = outcome;
  const copy: Change = {
    kind: 'file',
    file: { messageId: row, address, key, mime, bytes, what, at, by: 'desk' },
  };
  return { changes: [copy], say: [] };
}
